"""Being told that the connection broke."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from sysvirt import arguments
from sysvirt.error import Error
from sysvirt.handle import Connection
from sysvirt.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sysvirt import native

    CloseCallback = Callable[[Any, int], object]
else:
    native = Later("sysvirt.native")


#: What the close callback is kept under.
CLOSE = ("Connect", 0)


#: The connections whose close callback is being called. libvirt holds a lock meanwhile, so that a
#: change of the callback would wait for its own end.
_told: list[Any] = []


def _must_not_be_told(handle: Any) -> None:
    if handle in _told:
        message = "Requested operation is not valid: the close callback is being called"
        raw = (Error.ERR_OPERATION_INVALID, Error.FROM_NONE, message, Error.LEVEL_ERROR)
        raise Error._restore((*raw, None, None, None, 0, 0), "close callback")


class Closing(Connection):
    """The close callback."""

    __slots__ = ()

    def register_close_callback(self, coderef: CloseCallback) -> None:
        """Have ``coderef(conn, reason)`` called when the connection breaks.

        ``reason`` is one of ``CLOSE_REASON_*``. There can be one callback; it needs an event
        loop that runs, and keeps the connection open until it is taken back. It may take itself
        back and close the connection, but can't be replaced from inside.

        >>> conn.register_close_callback(lambda conn, reason: print("closed"))
        >>> conn.unregister_close_callback()

        Rests on: ``virConnectRegisterCloseCallback``. Perl: ``register_close_callback``.
        """
        arguments.callback(coderef, "coderef")
        import ctypes

        from sysvirt.registration import Registration, in_next_turn

        handle = self._handle
        _must_not_be_told(handle)

        def deliver(owner: Any, callback: CloseCallback, _conn: int, reason: int) -> None:
            mine = owner._handle
            _told.append(mine)
            try:
                callback(owner, reason)
            finally:
                _told.remove(mine)

        def unregister() -> None:
            native.call("virConnectUnregisterCloseCallback", handle, made.function)
            # The test driver takes it and forgets it.
            made.drop()

        def unregister_later() -> None:
            # What broke may not be told any more; libvirt gives the callback back all the same.
            with suppress(Error):
                unregister()

        def withdraw() -> None:
            if handle in _told:
                in_next_turn(unregister_later)
            else:
                unregister()

        made = Registration(self, coderef, (ctypes.c_void_p, ctypes.c_int), deliver)
        made.give(partial(native.call, "virConnectRegisterCloseCallback", handle))
        made.withdrawn_by(withdraw)
        there = self._callbacks.pop(CLOSE, None)
        if isinstance(there, Registration):
            there.drop()
        self._keep(CLOSE, made)

    def unregister_close_callback(self) -> None:
        """Take the close callback back.

        Perl ignores a failure; here it raises ``Error``, as when there is none registered (but
        for the test driver, which takes everything).

        >>> conn.register_close_callback(print)
        >>> conn.unregister_close_callback()

        Rests on: ``virConnectUnregisterCloseCallback``. Perl: ``unregister_close_callback``.
        """
        if not self._take_back(CLOSE):
            _must_not_be_told(self._handle)
            self._handle.unregisterCloseCallback()
