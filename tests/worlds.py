"""The worlds of the test driver: all connections to a URI share one, which ends with the last."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Collection
from typing import Any

import libvirt

from sysvirt._core.closing import Closed

#: How long what closes connections in threads of its own may take, in seconds.
LONG = 20.0


#: Those that were open when it was last asked.
_known: weakref.WeakSet[libvirt.virConnect] = weakref.WeakSet()


def has_new() -> bool:
    """Whether a connection is open that wasn't when this was last asked, by whatever keeps it.

    One that stays so long is kept by the fixture of many tests, which closes it.
    """
    gc.collect()
    found = _open()
    new = any(each not in _known for each in found)
    _known.clear()
    _known.update(found)
    return new


def connections() -> set[int]:
    """The identities of those that are open."""
    return {id(each) for each in _open()}


def _open() -> list[libvirt.virConnect]:
    return [each for each in gc.get_objects() if _is_connection(each)]


def settle(before: Collection[int] = ()) -> None:
    """Wait until none is left but those of before: else the next test would find this one's.

    Threads that nobody waits for may be about to close one.
    """
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        gc.collect()
        if not connections().difference(before):
            return
        time.sleep(0.01)


def _is_connection(value: object) -> bool:
    # Proxies do things when they are asked for their class.
    cls = type(value)
    if not issubclass(cls, libvirt.virConnect) or issubclass(cls, Closed):
        return False
    # Else it is closed. One without it is about to be opened.
    return vars(value).get("_o", value) is not None and _is_alive(value)


def _is_alive(value: Any) -> bool:
    """Whether it has its host still: libvirt may keep one for ever whose daemon was killed."""
    try:
        return bool(value.isAlive())
    except libvirt.libvirtError:
        return False
    except AttributeError:
        # It is about to be opened.
        return True
