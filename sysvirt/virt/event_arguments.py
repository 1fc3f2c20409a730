"""What libvirt passes to the callback of each event, and what becomes of it in Python.

Of all events of a kind of object the first two arguments are the connection and the object; the
tables hold the rest. They are libvirt's callback types, which never change for an event.
"""

from __future__ import annotations

import ctypes
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sysvirt import native, typed
from sysvirt.constants import DomainConstants as D
from sysvirt.constants import NetworkConstants as N
from sysvirt.constants import NodeDeviceConstants as V
from sysvirt.constants import SecretConstants as S
from sysvirt.constants import StoragePoolConstants as P
from sysvirt.registration import Registration, keep_for_ever, shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt.handle import Connection, Resource
    from sysvirt.shapes.events import GraphicsAddress, GraphicsIdentity


class _Address(ctypes.Structure):
    """``virDomainEventGraphicsAddress``."""

    _fields_ = [
        ("family", ctypes.c_int),
        ("node", ctypes.c_char_p),
        ("service", ctypes.c_char_p),
    ]


class _Identity(ctypes.Structure):
    """``virDomainEventGraphicsSubjectIdentity``."""

    _fields_ = [("type", ctypes.c_char_p), ("name", ctypes.c_char_p)]


class _Subject(ctypes.Structure):
    """``virDomainEventGraphicsSubject``."""

    _fields_ = [("count", ctypes.c_int), ("identities", ctypes.POINTER(_Identity))]


def _address(pointer: Any) -> GraphicsAddress:
    address = pointer[0]
    return {
        "family": address.family,
        "node": native.text(address.node),
        "service": native.text(address.service),
    }


def _identities(pointer: Any) -> list[GraphicsIdentity]:
    subject = pointer[0]
    known = subject.identities[: subject.count]
    return [{"type": native.text(one.type), "name": native.text(one.name)} for one in known]


def _parameters(pointer: Any, count: int) -> dict[str, Any]:
    return typed.values(typed.taken(pointer[:count]))


class _Kind(NamedTuple):
    """An argument of a Python callback: the C arguments that it comes from, and how."""

    types: tuple[Any, ...]
    made: Callable[..., Any]


def _same(value: Any) -> Any:
    return value


INT = _Kind((ctypes.c_int,), _same)
UINT = _Kind((ctypes.c_uint,), _same)
LLONG = _Kind((ctypes.c_longlong,), _same)
ULLONG = _Kind((ctypes.c_ulonglong,), _same)
TEXT = _Kind((ctypes.c_char_p,), native.text)
ADDRESS = _Kind((ctypes.POINTER(_Address),), _address)
IDENTITIES = _Kind((ctypes.POINTER(_Subject),), _identities)
PARAMETERS = _Kind((ctypes.POINTER(typed.Row), ctypes.c_int), _parameters)

#: By the kind of object and the event's number, what comes after the connection and the object.
EVENTS: dict[str, dict[int, tuple[_Kind, ...]]] = {
    "Domain": {
        D.EVENT_ID_LIFECYCLE: (INT, INT),
        D.EVENT_ID_REBOOT: (),
        D.EVENT_ID_RTC_CHANGE: (LLONG,),
        D.EVENT_ID_WATCHDOG: (INT,),
        D.EVENT_ID_IO_ERROR: (TEXT, TEXT, INT),
        D.EVENT_ID_GRAPHICS: (INT, ADDRESS, ADDRESS, TEXT, IDENTITIES),
        D.EVENT_ID_IO_ERROR_REASON: (TEXT, TEXT, INT, TEXT),
        D.EVENT_ID_CONTROL_ERROR: (),
        D.EVENT_ID_BLOCK_JOB: (TEXT, INT, INT),
        D.EVENT_ID_DISK_CHANGE: (TEXT, TEXT, TEXT, INT),
        D.EVENT_ID_TRAY_CHANGE: (TEXT, INT),
        D.EVENT_ID_PMWAKEUP: (INT,),
        D.EVENT_ID_PMSUSPEND: (INT,),
        D.EVENT_ID_BALLOON_CHANGE: (ULLONG,),
        D.EVENT_ID_PMSUSPEND_DISK: (INT,),
        D.EVENT_ID_DEVICE_REMOVED: (TEXT,),
        D.EVENT_ID_BLOCK_JOB_2: (TEXT, INT, INT),
        D.EVENT_ID_TUNABLE: (PARAMETERS,),
        D.EVENT_ID_AGENT_LIFECYCLE: (INT, INT),
        D.EVENT_ID_DEVICE_ADDED: (TEXT,),
        D.EVENT_ID_MIGRATION_ITERATION: (INT,),
        D.EVENT_ID_JOB_COMPLETED: (PARAMETERS,),
        D.EVENT_ID_DEVICE_REMOVAL_FAILED: (TEXT,),
        D.EVENT_ID_METADATA_CHANGE: (INT, TEXT),
        D.EVENT_ID_BLOCK_THRESHOLD: (TEXT, TEXT, ULLONG, ULLONG),
        D.EVENT_ID_MEMORY_FAILURE: (INT, INT, UINT),
        D.EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: (TEXT, ULLONG),
        D.EVENT_ID_NIC_MAC_CHANGE: (TEXT, TEXT, TEXT),
        D.EVENT_ID_VCPU_REMOVED: (UINT,),
        D.EVENT_ID_CHANNEL_LIFECYCLE: (TEXT, INT, INT),
    },
    "Network": {
        N.EVENT_ID_LIFECYCLE: (INT, INT),
        N.EVENT_ID_METADATA_CHANGE: (INT, TEXT),
    },
    "StoragePool": {
        P.EVENT_ID_LIFECYCLE: (INT, INT),
        P.EVENT_ID_REFRESH: (),
    },
    "NodeDevice": {
        V.EVENT_ID_LIFECYCLE: (INT, INT),
        V.EVENT_ID_UPDATE: (),
    },
    "Secret": {
        S.EVENT_ID_LIFECYCLE: (INT, INT),
        S.EVENT_ID_VALUE_CHANGED: (),
    },
}


def registration(
    conn: Connection,
    cls: type[Resource],
    event: int,
    callback: Callable[..., Any],
    function: Any = None,
) -> Registration:
    """A callback for an event of objects of ``cls``, to be handed to libvirt."""
    kinds = EVENTS[cls.__name__].get(event, ())
    types = _types(kinds)
    refer = native.function(f"vir{cls.__name__}Ref", ctypes.c_void_p)
    name = _CAPSULES[cls.__name__]

    def deliver(
        owner: Connection, callback: Callable[..., Any], _: int, pointer: int, *rest: Any
    ) -> None:
        # libvirt lends the object for the time of the callback.
        refer(pointer)
        item = cls._of_pointer(owner, _capsule(pointer, name, None))
        left = iter(rest)
        callback(owner, item, *[kind.made(*islice(left, len(kind.types))) for kind in kinds])

    return Registration(conn, callback, types, deliver, function)


def _types(kinds: tuple[_Kind, ...]) -> list[Any]:
    """The C arguments of a callback."""
    return [ctypes.c_void_p, ctypes.c_void_p, *(t for kind in kinds for t in kind.types)]


#: The C function of all unnumbered callbacks. libvirt tells them apart by it, so that it refuses a
#: second one of a connection by itself.
UNNUMBERED = shared(_types(EVENTS["Domain"][D.EVENT_ID_LIFECYCLE]))

#: The names that libvirt-python gives its capsules; they have to be there as long as those.
_CAPSULES = {name: ctypes.c_char_p(f"vir{name}Ptr".encode()) for name in EVENTS}
keep_for_ever(_CAPSULES)
_capsule = ctypes.pythonapi.PyCapsule_New
_capsule.restype = ctypes.py_object
_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
