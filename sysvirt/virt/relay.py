"""The lifecycle events of domains, of which there may be thousands, the quick way.

libvirt-python's C code can hand these over without a loss: their arguments are numbers. It calls a
method of what stands under ``conn`` in the data that it was given; here that is a relay and not
its own connection, so nothing of libvirt-python's Python code is on the way. It has one C
function for all its callbacks, and libvirt takes a function once for an event. The second
callback, and all other events, go by :mod:`sysvirt.registration`.
"""

from __future__ import annotations

from _weakref import ref
from typing import TYPE_CHECKING, Any

from sysvirt.binding import libvirtmod
from sysvirt.callbacks import guarded
from sysvirt.domain import Domain
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt.handle import Connection


class _Data(dict[str, Any]):
    """What libvirt holds; it is gone when libvirt is done with the callback."""


class Relay:
    """A callback for lifecycle events; it is taken back as a ``Registration`` is."""

    __slots__ = ("_callback", "_conn", "_held", "_known", "_owner")

    def __init__(self, owner: Connection, callback: Callable[..., Any]) -> None:
        self._owner: Connection | None = owner
        self._callback: Callable[..., Any] | None = callback
        self._conn: Any = None
        self._known = -1

    @classmethod
    def has_way(cls, conn: Connection) -> bool:
        """Whether libvirt-python's C function is not in use yet: neither here nor by its user."""
        if getattr(conn._handle, "domainEventCallbackID", None):
            return False
        return not any(isinstance(each, cls) for each in list(conn._callbacks.values()))

    def give(self, conn: Any, dom: Any) -> int:
        """Hand it to libvirt, for one domain or for all; the result is its number."""
        # The owner's own may be closed before this is taken back.
        self._conn = conn
        data = _Data(conn=self)
        self._held = ref(data)
        self._known = libvirtmod.virConnectDomainEventRegisterAny(
            conn._o, dom and dom._o, Domain.EVENT_ID_LIFECYCLE, data
        )
        if self._known == -1:
            raise Error("virConnectDomainEventRegisterAny() failed")
        return self._known

    def _dispatchDomainEventLifecycleCallback(  # noqa: N802 - the name that libvirt-python calls
        self, dom: Any, event: int, detail: int, _data: _Data
    ) -> int:
        owner, callback = self._owner, self._callback
        # libvirt may have been about to call it when it was taken back.
        if owner is None or callback is None:
            libvirtmod.virDomainFree(dom)
        else:
            guarded(callback, owner, Domain._of_pointer(owner, dom), event, detail)
        return 0

    def withdraw(self) -> None:
        """Take it back from libvirt. Where that fails it may be over all the same."""
        handle = self._conn
        if handle is None:
            return
        result = libvirtmod.virConnectDomainEventDeregisterAny(handle._o, self._known)
        if result == -1:
            if self._held() is None:
                self.release()
            raise Error("virConnectDomainEventDeregisterAny() failed")
        self.release()

    @property
    def over(self) -> bool:
        """Whether nothing is called any more."""
        return self._callback is None

    def release(self) -> None:
        """Let go of what is the user's: it is called no more, whenever libvirt is done with it."""
        self._owner = self._callback = self._conn = None
