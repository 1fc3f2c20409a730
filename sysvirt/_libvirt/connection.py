"""The callback of a connection that breaks."""

from __future__ import annotations

from contextlib import suppress
from ctypes import c_int, c_void_p
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.functions import call, function, pointer
from sysvirt._libvirt.registration import Registration, do_in_next_turn
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable

#: The connections whose close callback is being called. libvirt holds a lock meanwhile, so that a
#: change of the callback would wait for its own end.
_calling: list[Any] = []


def is_being_called(handle: Any) -> bool:
    """Whether the close callback of a connection is being called."""
    return handle in _calling


class CloseRegistration(Registration):
    """The close callback of a connection."""

    __slots__ = ()

    def __init__(self, owner: Any, callback: Callable[..., Any]) -> None:
        super().__init__(owner, callback, (c_void_p, c_int), owner._handle)

    def register(self) -> int:
        """``virConnectRegisterCloseCallback``."""
        return self.give(function("virConnectRegisterCloseCallback"), pointer(self.handle))

    def deliver(self, owner: Any, callback: Callable[..., Any], *values: Any) -> None:
        _conn, reason = values
        handle = self.handle
        _calling.append(handle)
        try:
            callback(owner, reason)
        finally:
            _calling.remove(handle)

    def take_back(self, result: int) -> None:  # noqa: ARG002 - a connection has one at most
        if is_being_called(self.handle):
            do_in_next_turn(partial(self._unregister_if_possible, self.handle))
        else:
            self._unregister(self.handle)

    def _unregister(self, handle: Any) -> None:
        """``virConnectUnregisterCloseCallback``."""
        call("virConnectUnregisterCloseCallback", pointer(handle), self.c_function)
        # The test driver takes it and forgets it.
        self.drop()

    def _unregister_if_possible(self, handle: Any) -> None:
        # What broke may not be told any more; libvirt gives the callback back all the same.
        with suppress(Error):
            self._unregister(handle)
