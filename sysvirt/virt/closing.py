"""Being told that the connection broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import arguments
from sysvirt.callbacks import guarded
from sysvirt.handle import Connection

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    CloseCallback = Callable[[Any, int], object]


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

        def told(_handle: object, reason: int, _opaque: object) -> None:
            guarded(coderef, self, reason)

        self._handle.registerCloseCallback(told, None)

    def unregister_close_callback(self) -> None:
        """Take the close callback back.

        Perl ignores a failure; here it raises ``Error``, as when there is none registered.

        >>> conn.unregister_close_callback()
        Traceback (most recent call last):
        sysvirt.error.Error: libvirt error code: 8, message: invalid argument

        Rests on: ``virConnectUnregisterCloseCallback``. Perl: ``unregister_close_callback``.
        """
        self._handle.unregisterCloseCallback()
