"""The callback for a connection that breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.objects import Connection
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    CloseCallback = Callable[[Any, int], object]

#: What the close callback is kept under.
CLOSE = ("Connect", 0)


def _check_not_called(handle: Any) -> None:
    if _libvirt.connection.is_being_called(handle):
        message = "Requested operation is not valid: the close callback is being called"
        raise Error._own(Error.ERR_OPERATION_INVALID, message, origin="close callback")


class CloseCallbacks(Connection):
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
        _check_not_called(self._handle)
        made = _libvirt.connection.CloseRegistration(self, coderef)
        before = self._callbacks.get(CLOSE)
        self._keep(made, made.register, lambda _: CLOSE)
        # The test driver takes a second one, and forgets the first.
        if before is not None:
            before.drop()

    def unregister_close_callback(self) -> None:
        """Take the close callback back.

        Perl ignores a failure; here it raises ``Error``, as when there is none registered (but
        for the test driver, which takes everything).

        >>> conn.register_close_callback(print)
        >>> conn.unregister_close_callback()

        Rests on: ``virConnectUnregisterCloseCallback``. Perl: ``unregister_close_callback``.
        """
        if not self._take_back(CLOSE):
            _check_not_called(self._handle)
            self._handle.unregisterCloseCallback()
