"""Typed parameters: dicts whose keys only the hypervisor knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import arguments
from sysvirt.arguments import UINT_MAX
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def told(function: Callable[..., Any], handle: Any, *arguments: Any) -> dict[str, Any] | None:
    """What libvirt-python's C module tells by a getter, or ``None`` where it may be spoiled.

    It takes an unsigned number of 32 bits for a signed one, and fails on a parameter that libvirt
    left empty: :mod:`sysvirt.typed` reads them as they are, which takes longer.
    """
    try:
        found: dict[str, Any] | None = function(handle._o, *arguments)
    except LookupError:
        return None
    if found is None:
        raise Error(f"{function.__name__}() failed")
    for value in found.values():
        if type(value) is int and value < 0:
            return None
    return found


def present(function: Callable[..., Any], handle: Any, *device: str, flags: int) -> dict[str, Any]:
    """The parameters that there are, by libvirt-python's C module where it doesn't spoil them."""
    found = told(function, handle, *device, flags)
    if found is None:
        from sysvirt.typed import read, values

        before = [name.encode() for name in device]
        found = values(read(function.__name__, handle, *before, flags=flags))
    return found


def unsigned(found: dict[str, Any]) -> dict[str, Any]:
    """Parameters of which none can be negative: libvirt-python takes 32 bits for signed."""
    return {
        name: value & UINT_MAX if type(value) is int and value < 0 else value
        for name, value in found.items()
    }


def known(
    params: Mapping[str, Any], checks: Mapping[str, Callable[[Any, str], Any]], name: str = "params"
) -> dict[str, Any]:
    """The parameters to hand over, each held against its key's check.

    A key that isn't in ``checks`` is refused by name; Perl drops it without a word.
    """
    wanted = arguments.mapping(params, name)
    for key, value in wanted.items():
        if key not in checks:
            raise ValueError(f"{name} has an unknown key {key!r}; known are: {sorted(checks)}")
        wanted[key] = checks[key](value, f"{name}[{key!r}]")
    return wanted
