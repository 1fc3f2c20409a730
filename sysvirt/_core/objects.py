"""What every object of sysvirt shares: the libvirt object that it wraps, and its connection."""

from __future__ import annotations

import os
from _thread import allocate_lock
from _weakref import ref  # all that is needed of weakref, whose import takes its time
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, cast

from sysvirt._core.binding import get_release
from sysvirt._core.closing import FORKED, Closed, abandon, closed, prepare
from sysvirt._hints.missing import of_instance
from sysvirt._libvirt.errors import failed
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sysvirt._core.binding import virConnect
    from sysvirt._core.wire import Wire
    from sysvirt._libvirt.registration import Registration
    from sysvirt.virt import Virt


#: As long as a connection has no more objects than this, those that are gone don't matter.
FEW = 64

# object.__new__ looks for no __init__.
_new: Any = object.__new__


class Wrapper:
    """A libvirt-python object and what is common to all of them."""

    # Sys::Virt's objects print, compare and live like this; slots keep 10,000 of them small.
    __slots__ = ("__weakref__", "_handle")

    _handle: Any

    # For names that aren't there; type checkers are to find them all by themselves.
    if not TYPE_CHECKING:
        __getattr__ = of_instance

    @property
    def handle(self) -> Any:
        """The real libvirt-python object underneath, for tools that work on such ones.

        >>> conn.get_domain_by_name("test").handle.name()
        'test'

        Rests on: libvirt-python alone. Perl: not there.
        """
        return getattr(self._handle, "_lender", self._handle)

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
            raise Error.unsupported(method, release, get_release()) from None

    def __reduce__(self) -> NoReturn:
        """Neither pickled nor copied: a copy would outlive ``close``, and be freed twice over."""
        raise TypeError(f"cannot pickle or copy a sysvirt.{type(self).__name__}")

    def __repr__(self) -> str:
        try:
            return f"<sysvirt.{type(self).__name__} {self._label()!r}>"
        except Error:
            return f"<sysvirt.{type(self).__name__} (closed)>"


#: The connections of the process.
living: set[ref[Connection]] = set()


class Connection(Wrapper):
    """What each part of the connection builds on; ``sysvirt.Virt`` puts them together."""

    __slots__ = ("_callbacks", "_forgetting", "_most", "_resources", "_wire")

    #: What libvirt may call back until it is taken back.
    _callbacks: dict[object, Registration]
    #: The objects that live on this connection, and some that are gone. Closing it closes them.
    _resources: list[ref[Resource]]
    #: How many there may be until those that are gone are looked for.
    _most: int
    #: The socket to the daemon, where it was found.
    _wire: Wire | None

    if TYPE_CHECKING:
        _handle: virConnect

    def _own(self, handle: virConnect, wire: Wire | None = None) -> None:
        """Wrap a libvirt-python connection."""
        self._handle = handle
        # Who gets libvirt-python's object finds the way back here.
        handle._sysvirt = ref(self)
        self._callbacks = {}
        self._resources = []
        self._forgetting = allocate_lock()
        self._most = FEW
        self._wire = wire
        living.add(ref(self, living.discard))

    def _close_late(self, resource: Resource) -> None:
        """Close an object that came while another thread closed the connection.

        That one may not have seen it; whoever registers an object looks here afterwards, so that
        one of the two closes it.
        """
        if isinstance(self._handle, Closed):
            resource._close(self._handle._reason)

    def _forget_dead(self) -> None:
        """Forget the objects that are gone; other threads may be adding some meanwhile."""
        # One at a time: a second one would cut off what was added since the first one had done it.
        if not self._forgetting.acquire(blocking=False):
            return
        try:
            resources = self._resources
            number = len(resources)
            # They add at the end.
            left = [each for each in islice(resources, number) if each() is not None]
            if len(left) < number:
                resources[:number] = left
            # The next time is when there are twice as many.
            self._most = max(FEW, 2 * len(left))
        finally:
            self._forgetting.release()

    def _refuse_all(self, reason: str) -> None:
        """Refuse every use of the connection and its objects from now on."""
        self._handle = closed("virConnect", reason)
        for reference in self._resources[:]:
            if resource := reference():
                resource._close(reason)

    def _disown(self) -> None:
        """Leave all to the parent process, of which this one is a fork.

        Nothing is freed: that would speak with the daemon in the parent's name.
        """
        for wrapper in (self, *(reference() for reference in self._resources[:])):
            if wrapper is not None:
                abandon(wrapper._handle, FORKED)
        for registration in self._callbacks.values():
            registration.release()
        self._callbacks.clear()
        if self._wire is not None:
            self._wire.replace()
            self._wire = None
        self._refuse_all(FORKED)

    def _keep(
        self, made: Registration, register: Callable[[], int], key: Callable[[int], object]
    ) -> int:
        """Have libvirt take a callback, and keep it under ``key(result)``.

        It is kept from the first moment on: whatever interrupts this, it can be taken back.
        """
        self._callbacks[made] = made
        try:
            result = register()
            self._callbacks[key(result)] = made
            # Another thread may have closed the connection meanwhile, and not have seen this one.
            _ = self._handle._o
        except BaseException:
            made.abandon()
            self._drop(made)
            raise
        del self._callbacks[made]
        return result

    def _drop(self, made: Registration) -> None:
        """Keep a callback no longer, whatever it is kept under."""
        for key, registration in list(self._callbacks.items()):
            if registration is made:
                self._callbacks.pop(key, None)

    def _take_back(self, key: object) -> bool:
        """Take a callback back; whether there was one under this key."""
        registration = self._callbacks.get(key)
        if registration is None:
            return False
        try:
            registration.withdraw()
        finally:
            if registration.is_over() and self._callbacks.get(key) is registration:
                self._callbacks.pop(key, None)
        return True

    def _take_all_back(self) -> None:
        """Take back all that libvirt may call."""
        # Each is kept until it is taken back: interrupted, closing may be done again.
        for key, registration in list(self._callbacks.items()):
            try:
                if not registration.is_over():
                    registration.withdraw()
            except Error:
                # Whoever closes a connection that broke isn't helped by hearing that it broke.
                registration.release()
            self._callbacks.pop(key, None)


class Resource(Wrapper):
    """An object that lives on a connection: a domain, a network, a volume, …

    Two are equal when they stand for the same thing on the same connection.
    """

    __slots__ = ("_conn",)

    _conn: Connection
    #: The class of what is underneath.
    _KIND: ClassVar[type[Any]]

    def __init__(self, conn: Connection, handle: Any) -> None:
        self._handle = handle
        self._conn = conn
        conn._resources.append(ref(self))
        conn._close_late(self)
        if len(conn._resources) > conn._most:
            conn._forget_dead()

    # Objects are made without calling constructors, libvirt-python's and ours: that would take a
    # third of the time of a look-up, and ten thousand domains are a common host's.

    @classmethod
    def _of_capsule(cls, conn: Connection, capsule: Any) -> Self:
        """An object of this class for a C object, in libvirt-python's capsule."""
        above = conn._handle
        handle = _new(cls._KIND)
        handle._conn = above
        handle._o = capsule
        item: Self = _new(cls)
        item._handle = handle
        item._conn = conn
        conn._resources.append(ref(item))
        conn._close_late(item)
        if len(conn._resources) > conn._most:
            conn._forget_dead()
        return item

    @classmethod
    def _list(cls, conn: Connection, function: Any, flags: int) -> list[Self]:
        """An object of this class for each that a function of libvirt-python's C module lists."""
        kind, above = cls._KIND, conn._handle
        capsules = function(above._o, flags)
        if capsules is None:
            raise failed(f"{function.__name__}() failed")
        items = []
        for capsule in capsules:
            handle = _new(kind)
            handle._conn = above
            handle._o = capsule
            item: Self = _new(cls)
            item._handle = handle
            item._conn = conn
            items.append(item)
        conn._resources.extend([ref(item) for item in items])
        if conn._handle is not above:
            for item in items:
                conn._close_late(item)
        if len(conn._resources) > conn._most:
            conn._forget_dead()
        return items

    @classmethod
    def _wrap(cls, conn: Connection, handles: Iterable[Any]) -> list[Self]:
        """An object of this class for each of libvirt-python's."""
        return [cls(conn, handle) for handle in handles]

    def _close(self, reason: str) -> None:
        """Refuse every use from now on.

        What was underneath is freed when its last user, perhaps another thread in the middle of a
        call, lets go of it.
        """
        self._handle = closed(self._KIND.__name__, reason)

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


def _leave_to_parent() -> None:
    """In a child process: all that was open belongs to the parent."""
    for reference in list(living):
        if conn := reference():
            conn._disown()
    living.clear()


# In the child libvirt must not be called for it: a thread of the parent may have had a lock then.
os.register_at_fork(before=lambda: prepare(FORKED), after_in_child=_leave_to_parent)
