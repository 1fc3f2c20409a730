"""libvirt-python's own objects, used by sysvirt without being changed."""

from __future__ import annotations

from typing import Any

from sysvirt import _libvirt
from sysvirt._core.binding import CLASSES
from sysvirt._core.closing import OWNERS, closed


def borrow(item: Any) -> Any:
    """An object of ours for one of libvirt-python's; that one stays as it is, with its own errors.

    Both have the same C object, and each its own reference to it.
    """
    own = next((own for own in CLASSES.values() if isinstance(item, own.__mro__[1])), None)
    if own is None:
        raise TypeError(f"not an object of libvirt-python: {item!r}")
    if item._o is None:
        _ = closed(own.__name__)._o
    owners = {name: borrow(above) for name in OWNERS if (above := getattr(item, name, None))}
    _libvirt.references.refer(own.__name__, _libvirt.references.address(item._o))
    borrowed: Any = object.__new__(own)
    borrowed._o = item._o
    borrowed._lender = item
    for name, owner in owners.items():
        setattr(borrowed, name, owner)
    return borrowed
