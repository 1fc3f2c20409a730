"""What the awaited objects share: each stands beside a synchronous one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar, cast

import sysvirt
from sysvirt._core.arguments import wrong_type
from sysvirt._hints.missing import of_instance

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from sysvirt.aio._virt.connection import Connection
    from sysvirt.aio.virt import Virt

P = ParamSpec("P")
R = TypeVar("R")


class Twin:
    """An object whose calls are awaited, beside the synchronous one that makes them."""

    __slots__ = ("__weakref__", "_conn", "_sync")

    _conn: Connection
    _sync: Any

    # For names that aren't there; type checkers are to find them all by themselves.
    if not TYPE_CHECKING:
        __getattr__ = of_instance

    def __init__(self, conn: Connection, sync: Any) -> None:
        self._conn = conn
        self._sync = sync

    @property
    def sync(self) -> Any:
        """The synchronous object; what it calls blocks the loop, so leave that to ``run()``.

        >>> dom.sync
        <sysvirt.Domain 'test'>

        Rests on: no C function. Perl: the object itself.
        """
        return self._sync

    @property
    def connection(self) -> Virt:
        """The connection that this object came from.

        >>> dom.connection
        <sysvirt.aio.Virt 'test:///default'>

        Rests on: no C function; the object keeps it. Perl: not there.
        """
        return cast("Virt", self._conn)

    def _call(
        self, function: Callable[P, R], *arguments: P.args, **keywords: P.kwargs
    ) -> Coroutine[Any, Any, R]:
        """Make a call in one of the connection's threads."""
        return self._conn._lanes.main.call(function, *arguments, **keywords)

    def _call_express(
        self, function: Callable[P, R], *arguments: P.args, **keywords: P.kwargs
    ) -> Coroutine[Any, Any, R]:
        """Make a call that passes those that wait, and those that hang."""
        return self._conn._lanes.express.call(function, *arguments, **keywords)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Twin) or type(self) is not type(other):
            return NotImplemented
        return bool(self._sync == other._sync)

    def __hash__(self) -> int:
        return hash((type(self), self._sync))

    def __repr__(self) -> str:
        return repr(self._sync).replace("<sysvirt.", "<sysvirt.aio.", 1)

    def __reduce__(self) -> NoReturn:
        """Neither pickled nor copied, as the synchronous object."""
        raise TypeError(f"cannot pickle or copy a sysvirt.aio.{type(self).__name__}")


def sync_of(item: Any) -> Any:
    """The synchronous object of a twin; all else is left as it is, for the call to judge."""
    return item._sync if isinstance(item, Twin) else item


def sync_of_connection(conn: Any, name: str) -> Any:
    """The same for a connection that something is made on: that needs the twin itself."""
    if isinstance(conn, sysvirt.Virt):
        raise wrong_type(conn, name, "a sysvirt.aio.Virt")
    return sync_of(conn)


def sync_of_all(items: Any) -> Any:
    """The synchronous objects of twins in an iterable; all else is left as it is."""
    if items is None or isinstance(items, (str, bytes)) or not hasattr(items, "__iter__"):
        return items
    return [sync_of(each) for each in items]
