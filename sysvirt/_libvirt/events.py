"""What libvirt passes to the callback of each event, and what becomes of it in Python.

Of all events of a kind of object the first two arguments are the connection and the object; what
follows stands in the generated :mod:`sysvirt._libvirt.event_arguments`.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_longlong, c_uint, c_ulonglong, c_void_p
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sysvirt._libvirt.event_arguments import EVENTS
from sysvirt._libvirt.functions import call, function, pointer
from sysvirt._libvirt.parameters import Row, read_rows
from sysvirt._libvirt.references import capsule
from sysvirt._libvirt.registration import Registration, shared
from sysvirt._libvirt.texts import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt.shapes.events import GraphicsAddress, GraphicsIdentity


class EventGraphicsAddress(ctypes.Structure):
    """``virDomainEventGraphicsAddress``."""

    _fields_ = (("family", c_int), ("node", c_char_p), ("service", c_char_p))


class EventGraphicsSubjectIdentity(ctypes.Structure):
    """``virDomainEventGraphicsSubjectIdentity``."""

    _fields_ = (("type", c_char_p), ("name", c_char_p))


class EventGraphicsSubject(ctypes.Structure):
    """``virDomainEventGraphicsSubject``."""

    _fields_ = (("nidentity", c_int), ("identities", POINTER(EventGraphicsSubjectIdentity)))


def _read_address(pointer: Any) -> GraphicsAddress:
    address = pointer[0]
    return {
        "family": address.family,
        "node": decode(address.node),
        "service": decode(address.service),
    }


def _read_identities(pointer: Any) -> list[GraphicsIdentity]:
    subject = pointer[0]
    identities = subject.identities[: subject.nidentity]
    return [{"type": decode(one.type), "name": decode(one.name)} for one in identities]


class Argument(NamedTuple):
    """An argument of a Python callback: the C arguments that it is made of, and how."""

    types: tuple[Any, ...]
    make: Callable[..., Any]


def _same(value: Any) -> Any:
    return value


#: By the names that the generated table uses.
ARGUMENTS = {
    "INT": Argument((c_int,), _same),
    "UINT": Argument((c_uint,), _same),
    "LLONG": Argument((c_longlong,), _same),
    "ULLONG": Argument((c_ulonglong,), _same),
    "TEXT": Argument((c_char_p,), decode),
    "ADDRESS": Argument((POINTER(EventGraphicsAddress),), _read_address),
    "IDENTITIES": Argument((POINTER(EventGraphicsSubject),), _read_identities),
    "PARAMETERS": Argument((POINTER(Row), c_int), read_rows),
}


def _get_arguments(kind: str, event: int) -> list[Argument]:
    return [ARGUMENTS[name] for name in EVENTS[kind].get(event, ())]


def _get_types(arguments: list[Argument]) -> list[Any]:
    """The C arguments of a callback."""
    return [c_void_p, c_void_p, *(each for argument in arguments for each in argument.types)]


class EventRegistration(Registration):
    """A callback for an event of a kind of object (``"Domain"``)."""

    __slots__ = ("_arguments", "_wrap", "kind")

    def __init__(
        self,
        kind: str,
        event: int,
        owner: Any,
        callback: Callable[..., Any],
        wrap: Callable[[Any, Any], Any],
        c_function: Any = None,
    ) -> None:
        """``wrap(owner, capsule)`` makes the object that the callback gets."""
        self.kind = kind
        self._arguments = _get_arguments(kind, event)
        self._wrap = wrap
        types = _get_types(self._arguments)
        super().__init__(owner, callback, types, owner._handle, c_function)

    def register(self, item: Any, event: int) -> int:
        """``virConnectDomainEventRegisterAny`` and its like, about one object or about all."""
        about = None if item is None else pointer(item)
        register = function(f"virConnect{self.kind}EventRegisterAny")
        return self.give(register, pointer(self.handle), about, event)

    def take_back(self, result: int) -> None:
        deregister(self.kind, self.handle, result)

    def deliver(self, owner: Any, callback: Callable[..., Any], *values: Any) -> None:
        _conn, lent, *rest = values
        # libvirt lends the object for the time of the callback.
        item = self._wrap(owner, capsule(f"vir{self.kind}", lent))
        left = iter(rest)
        callback(
            owner, item, *[each.make(*islice(left, len(each.types))) for each in self._arguments]
        )


def deregister(kind: str, conn: Any, number: int) -> None:
    """``virConnectDomainEventDeregisterAny`` and its like."""
    call(f"virConnect{kind}EventDeregisterAny", pointer(conn), number)


#: The C function of all callbacks without a number. libvirt tells them apart by it, so that it
#: refuses a second one of a connection by itself.
_UNNUMBERED = shared(_get_types(_get_arguments("Domain", 0)))


class UnnumberedRegistration(EventRegistration):
    """The callback for the lifecycle of domains that ``virConnectDomainEventRegister`` takes."""

    __slots__ = ()

    def __init__(self, owner: Any, callback: Callable[..., Any], wrap: Any) -> None:
        super().__init__("Domain", 0, owner, callback, wrap, _UNNUMBERED)

    def register_unnumbered(self) -> int:
        """``virConnectDomainEventRegister``."""
        return self.give(function("virConnectDomainEventRegister"), pointer(self.handle))

    def take_back(self, result: int) -> None:  # noqa: ARG002 - it has no number
        deregister_unnumbered(self.handle)


def deregister_unnumbered(conn: Any) -> None:
    """``virConnectDomainEventDeregister``."""
    call("virConnectDomainEventDeregister", pointer(conn), _UNNUMBERED)
