"""Being told that the connection broke."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sysvirt import arguments
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


class Closing(Connection):
    """The close callback."""

    __slots__ = ()

    def register_close_callback(self, coderef: CloseCallback) -> None:
        """Have ``coderef(conn, reason)`` called when the connection breaks.

        ``reason`` is one of ``CLOSE_REASON_*``. There can be one callback; it needs an event
        loop that runs, and keeps the connection open until it is taken back.

        >>> conn.register_close_callback(lambda conn, reason: print("closed"))
        >>> conn.unregister_close_callback()

        Rests on: ``virConnectRegisterCloseCallback``. Perl: ``register_close_callback``.
        """
        arguments.callback(coderef, "coderef")
        import ctypes

        from sysvirt.registration import Registration

        def deliver(owner: Any, callback: CloseCallback, _conn: int, reason: int) -> None:
            callback(owner, reason)

        made = Registration(self, coderef, (ctypes.c_void_p, ctypes.c_int), deliver)
        handle = self._handle

        def withdraw() -> None:
            native.call("virConnectUnregisterCloseCallback", handle, made.function)
            # The test driver takes it and forgets it.
            made.drop()

        made.give(partial(native.call, "virConnectRegisterCloseCallback", handle))
        made.withdrawn_by(withdraw)
        there = self._callbacks.pop(CLOSE, None)
        if isinstance(there, Registration):
            there.drop()
        self._callbacks[CLOSE] = made

    def unregister_close_callback(self) -> None:
        """Take the close callback back.

        Perl ignores a failure; here it raises ``Error``, as when there is none registered (but
        for the test driver, which takes everything).

        >>> conn.register_close_callback(print)
        >>> conn.unregister_close_callback()

        Rests on: ``virConnectUnregisterCloseCallback``. Perl: ``unregister_close_callback``.
        """
        if not self._take_back(CLOSE):
            self._handle.unregisterCloseCallback()
