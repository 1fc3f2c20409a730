"""What every object of sysvirt shares: the libvirt object that it wraps, and its connection."""

from __future__ import annotations

from _weakref import ref  # all that is needed of weakref, whose import takes its time
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, cast

import libvirt

from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from sysvirt.binding import virConnect
    from sysvirt.virt import Virt

    _H = TypeVar("_H", bound="Resource")

    class Held(Protocol):
        """A callback that libvirt has."""

        @property
        def over(self) -> bool:
            """Whether nothing is called any more."""

        def withdraw(self) -> None:
            """Take it back from libvirt. Where that fails it may be over all the same."""

        def release(self) -> None:
            """Let go of what is the user's."""


# object.__new__ looks for no __init__.
_new: Any = object.__new__


class Handle:
    """A libvirt-python object and what is known about all of them."""

    # Sys::Virt's objects print, compare and live like this; slots keep 10,000 of them small.
    __slots__ = ("__weakref__", "_handle")

    _handle: Any

    @property
    def handle(self) -> Any:
        """The real libvirt-python object underneath, for tools that work on such ones.

        >>> conn.get_domain_by_name("test").handle.name()
        'test'

        Rests on: libvirt-python alone. Perl: not there.
        """
        return self._handle

    def _key(self) -> object:
        """What tells this object from the others of its class on the same connection."""
        return id(self)

    def _label(self) -> object:
        """What ``repr`` shows: the name where there is one."""
        return self._key()

    def _supported(self, method: str, release: str) -> Any:
        """A libvirt-python method that came after libvirt 9.0, or the error that says so."""
        try:
            return getattr(self._handle, method)
        except AttributeError:
            raise Error.unsupported(method, release, installed_release()) from None

    def __reduce__(self) -> NoReturn:
        """Neither pickled nor copied: a copy would outlive ``close``, and be freed twice over."""
        raise TypeError(f"cannot pickle or copy a sysvirt.{type(self).__name__}")

    def __repr__(self) -> str:
        try:
            return f"<sysvirt.{type(self).__name__} {self._label()!r}>"
        except Error:
            return f"<sysvirt.{type(self).__name__} (closed)>"


class Connection(Handle):
    """What each part of the connection builds on; ``sysvirt.Virt`` puts them together."""

    __slots__ = ("_callbacks",)

    #: What libvirt may call back, by its kind and number, until it is taken back.
    _callbacks: dict[tuple[str, int], Held]

    if TYPE_CHECKING:
        _handle: virConnect

    def _take_back(self, key: tuple[str, int]) -> bool:
        """Take a callback back; whether there was one under this key."""
        registration = self._callbacks.get(key)
        if registration is None:
            return False
        try:
            registration.withdraw()
        finally:
            if registration.over and self._callbacks.get(key) is registration:
                self._callbacks.pop(key, None)
        return True

    def _keep(self, key: tuple[str, int], registration: Held) -> None:
        """Keep a callback that libvirt has accepted."""
        self._callbacks[key] = registration
        try:
            _ = self._handle._o
        except Error:
            # Another thread has closed the connection meanwhile, and may not have seen this one.
            self._forget_callbacks()
            raise

    def _forget_callbacks(self) -> None:
        """Take back all that libvirt may call."""
        for key in list(self._callbacks):
            if registration := self._callbacks.pop(key, None):
                try:
                    registration.withdraw()
                except Error:
                    # Whoever closes a connection that broke isn't helped by hearing that it broke.
                    registration.release()

    def _own(self, handle: virConnect) -> None:
        """Wrap a libvirt-python connection, and let it lead back here."""
        self._handle = handle
        self._callbacks = {}
        handle._sysvirt = ref(self)


class Resource(Handle):
    """An object that lives on a connection: a domain, a network, a volume, …

    Two are equal when they stand for the same thing on the same connection.
    """

    __slots__ = ("_conn",)

    _conn: Connection
    #: The class of what is underneath.
    _KIND: ClassVar[type[Any]]

    def __init__(self, conn: Connection, handle: Any) -> None:
        # In this order: who closes the connection finds what leads to it.
        self._handle = handle
        self._conn = conn

    @classmethod
    def _wrap(cls: type[_H], conn: Connection, handles: Iterable[Any]) -> list[_H]:
        """An object of this class for each of libvirt-python's."""
        # For thousands of them: the same as cls(conn, handle), without a call into __init__.
        new = cls.__new__
        wrapped = []
        for handle in handles:
            item = new(cls)
            item._handle = handle
            item._conn = conn
            wrapped.append(item)
        return wrapped

    @classmethod
    def _of_pointer(cls: type[_H], conn: Connection, pointer: Any) -> _H:
        """An object of this class for a C object of libvirt-python's.

        libvirt-python's own object in between is made here: calling its constructor, and ours,
        would take twice the time, and ten thousand domains are a common host's.
        """
        handle = _new(cls._KIND)
        handle._conn = conn._handle
        handle._o = pointer
        item: _H = _new(cls)
        item._handle = handle
        item._conn = conn
        return item

    @classmethod
    def _listed(cls: type[_H], conn: Connection, function: Any, flags: int) -> list[_H]:
        """The same for each that a function of libvirt-python's C module lists, in one loop."""
        kind, above = cls._KIND, conn._handle
        pointers = function(above._o, flags)
        if pointers is None:
            raise Error(f"{function.__name__}() failed")
        listed = []
        for pointer in pointers:
            handle = _new(kind)
            handle._conn = above
            handle._o = pointer
            item: _H = _new(cls)
            item._handle = handle
            item._conn = conn
            listed.append(item)
        return listed

    @property
    def connection(self) -> Virt:
        """The connection that this object came from.

        >>> conn.get_domain_by_name("test").connection is conn
        True

        Rests on: no C function; the object keeps it. Perl: not there.
        """
        return cast("Virt", self._conn)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Resource) or type(self) is not type(other):
            return NotImplemented
        return self._conn is other._conn and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))


def installed_release() -> str:
    """The release of the libvirt library in use, as text."""
    version = libvirt.getVersion()
    return f"{version // 1000000}.{version // 1000 % 1000}.{version % 1000}"
