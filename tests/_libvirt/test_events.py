"""What reaches the callback of each event, by calling it as libvirt does.

The C types stand here once more, as libvirt's header has them, and ours are held against libvirt's
own description of its interface, so that a slip can't go unseen.
"""

from __future__ import annotations

import ctypes
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Network, NodeDevice, Secret, StoragePool, Virt
from sysvirt._libvirt.event_arguments import EVENTS
from sysvirt._libvirt.events import ARGUMENTS, EventRegistration
from sysvirt._libvirt.functions import pointer

API = Path("/usr/share/libvirt/api/libvirt-api.xml")
CLASSES: dict[str, Any] = {
    "Domain": Domain,
    "Network": Network,
    "StoragePool": StoragePool,
    "NodeDevice": NodeDevice,
    "Secret": Secret,
}

INT, UINT = ctypes.c_int, ctypes.c_uint
LONG, ULONG = ctypes.c_longlong, ctypes.c_ulonglong
TEXT, POINTER = ctypes.c_char_p, ctypes.c_void_p


class Address(ctypes.Structure):
    _fields_ = [("family", INT), ("node", TEXT), ("service", TEXT)]


class Identity(ctypes.Structure):
    _fields_ = [("type", TEXT), ("name", TEXT)]


class Subject(ctypes.Structure):
    _fields_ = [("nidentity", INT), ("identities", ctypes.POINTER(Identity))]


class Parameter(ctypes.Structure):
    """``virTypedParameter``, its union as eight bytes."""

    _fields_ = [("field", ctypes.c_char * 80), ("type", INT), ("value", ULONG)]


TEXTS = [ctypes.create_string_buffer(b"tcp"), ctypes.create_string_buffer("Größe".encode())]


def parameter(name: bytes, kind: int, value: Any) -> Parameter:
    made = Parameter(field=name, type=kind)
    target = ctypes.addressof(made) + Parameter.value.offset
    ctypes.memmove(target, ctypes.byref(value), ctypes.sizeof(value))
    return made


PARAMETERS = (Parameter * 8)(
    parameter(b"int", 1, INT(-1)),
    parameter(b"uint", 2, UINT(2**32 - 1)),
    parameter(b"llong", 3, LONG(-(2**63))),
    parameter(b"ullong", 4, ULONG(2**64 - 1)),
    parameter(b"double", 5, ctypes.c_double(0.5)),
    parameter(b"yes", 6, ctypes.c_char(1)),
    parameter(b"no", 6, ctypes.c_char(0)),
    parameter(b"text", 7, POINTER(ctypes.addressof(TEXTS[1]))),
)
AS_DICT = {
    "int": -1,
    "uint": 2**32 - 1,
    "llong": -(2**63),
    "ullong": 2**64 - 1,
    "double": 0.5,
    "yes": True,
    "no": False,
    "text": "Größe",
}
TYPED = [(POINTER, ctypes.addressof(PARAMETERS)), (INT, 8)]

NOBODY = Subject(0, None)
SOMEBODY = Subject(2, (Identity * 2)(Identity(b"x509dname", b"CN=a"), Identity(b"sasl", b"b")))
LOCAL, REMOTE = Address(0, b"127.0.0.1", b"5900"), Address(2, b"/run/x", None)


def graphics(scheme: bytes | None, subject: Subject) -> list[tuple[Any, Any]]:
    return [
        (INT, 2),
        (POINTER, ctypes.addressof(LOCAL)),
        (POINTER, ctypes.addressof(REMOTE)),
        (TEXT, scheme),
        (POINTER, ctypes.addressof(subject)),
    ]


ENDS = (
    {"family": 0, "node": "127.0.0.1", "service": "5900"},
    {"family": 2, "node": "/run/x", "service": None},
)
KNOWN = [{"type": "x509dname", "name": "CN=a"}, {"type": "sasl", "name": "b"}]

#: Class, event, what C passes after connection and object, what Python gets there.
CALLS: list[tuple[str, str, list[tuple[Any, Any]], tuple[Any, ...]]] = [
    ("Domain", "LIFECYCLE", [(INT, 5), (INT, 1)], (5, 1)),
    ("Domain", "REBOOT", [], ()),
    ("Domain", "RTC_CHANGE", [(LONG, -(2**40))], (-(2**40),)),
    ("Domain", "WATCHDOG", [(INT, 6)], (6,)),
    ("Domain", "IO_ERROR", [(TEXT, b"/a"), (TEXT, b"disk0"), (INT, 1)], ("/a", "disk0", 1)),
    ("Domain", "GRAPHICS", graphics(b"vnc", SOMEBODY), (2, *ENDS, "vnc", KNOWN)),
    ("Domain", "GRAPHICS", graphics(None, NOBODY), (2, *ENDS, None, [])),
    (
        "Domain",
        "IO_ERROR_REASON",
        [(TEXT, b"/a"), (TEXT, b"disk0"), (INT, 1), (TEXT, b"enospc")],
        ("/a", "disk0", 1, "enospc"),
    ),
    ("Domain", "CONTROL_ERROR", [], ()),
    ("Domain", "BLOCK_JOB", [(TEXT, b"/a"), (INT, 2), (INT, 3)], ("/a", 2, 3)),
    (
        "Domain",
        "DISK_CHANGE",
        [(TEXT, b"/old"), (TEXT, None), (TEXT, b"disk0"), (INT, 1)],
        ("/old", None, "disk0", 1),
    ),
    (
        "Domain",
        "DISK_CHANGE",
        [(TEXT, None), (TEXT, b"/new"), (TEXT, b"disk0"), (INT, 0)],
        (None, "/new", "disk0", 0),
    ),
    ("Domain", "TRAY_CHANGE", [(TEXT, b"cd"), (INT, 1)], ("cd", 1)),
    ("Domain", "PMWAKEUP", [(INT, 7)], (7,)),
    ("Domain", "PMSUSPEND", [(INT, 7)], (7,)),
    ("Domain", "BALLOON_CHANGE", [(ULONG, 2**64 - 1)], (2**64 - 1,)),
    ("Domain", "PMSUSPEND_DISK", [(INT, 7)], (7,)),
    ("Domain", "DEVICE_REMOVED", [(TEXT, b"net0")], ("net0",)),
    ("Domain", "BLOCK_JOB_2", [(TEXT, b"vda"), (INT, 2), (INT, 3)], ("vda", 2, 3)),
    ("Domain", "TUNABLE", TYPED, (AS_DICT,)),
    ("Domain", "AGENT_LIFECYCLE", [(INT, 1), (INT, 2)], (1, 2)),
    ("Domain", "DEVICE_ADDED", [(TEXT, b"net0")], ("net0",)),
    ("Domain", "MIGRATION_ITERATION", [(INT, 9)], (9,)),
    ("Domain", "JOB_COMPLETED", TYPED, (AS_DICT,)),
    ("Domain", "JOB_COMPLETED", [(POINTER, None), (INT, 0)], ({},)),
    ("Domain", "DEVICE_REMOVAL_FAILED", [(TEXT, b"net0")], ("net0",)),
    ("Domain", "METADATA_CHANGE", [(INT, 2), (TEXT, b"urn:x")], (2, "urn:x")),
    ("Domain", "METADATA_CHANGE", [(INT, 0), (TEXT, None)], (0, None)),
    (
        "Domain",
        "BLOCK_THRESHOLD",
        [(TEXT, b"vda"), (TEXT, None), (ULONG, 2**63), (ULONG, 1)],
        ("vda", None, 2**63, 1),
    ),
    ("Domain", "MEMORY_FAILURE", [(INT, 1), (INT, 2), (UINT, 2**32 - 1)], (1, 2, 2**32 - 1)),
    ("Domain", "MEMORY_DEVICE_SIZE_CHANGE", [(TEXT, b"m0"), (ULONG, 2**40)], ("m0", 2**40)),
    (
        "Domain",
        "NIC_MAC_CHANGE",
        [(TEXT, b"net0"), (TEXT, b"52:54:00:00:00:01"), (TEXT, b"52:54:00:00:00:02")],
        ("net0", "52:54:00:00:00:01", "52:54:00:00:00:02"),
    ),
    ("Domain", "VCPU_REMOVED", [(UINT, 3)], (3,)),
    (
        "Domain",
        "CHANNEL_LIFECYCLE",
        [(TEXT, b"org.qemu.guest_agent.0"), (INT, 1), (INT, 2)],
        ("org.qemu.guest_agent.0", 1, 2),
    ),
    ("Network", "LIFECYCLE", [(INT, 2), (INT, 0)], (2, 0)),
    ("Network", "METADATA_CHANGE", [(INT, 2), (TEXT, b"urn:x")], (2, "urn:x")),
    ("Network", "METADATA_CHANGE", [(INT, 0), (TEXT, None)], (0, None)),
    ("StoragePool", "LIFECYCLE", [(INT, 2), (INT, 0)], (2, 0)),
    ("StoragePool", "REFRESH", [], ()),
    ("NodeDevice", "LIFECYCLE", [(INT, 1), (INT, 0)], (1, 0)),
    ("NodeDevice", "UPDATE", [], ()),
    ("Secret", "LIFECYCLE", [(INT, 1), (INT, 0)], (1, 0)),
    ("Secret", "VALUE_CHANGED", [], ()),
]


def subject(conn: Virt, kind: str) -> Any:
    """An object for an event to be about."""
    if kind == "Domain":
        return conn.get_domain_by_name("test")
    if kind == "Network":
        return conn.get_network_by_name("default")
    if kind == "StoragePool":
        return conn.get_storage_pool_by_name("default-pool")
    return conn.get_node_device_by_name("computer")


def as_libvirt(
    conn: Virt, kind: str, event: int, item: Any, sent: list[tuple[Any, Any]]
) -> list[tuple[Any, ...]]:
    """Call the C function for an event; what the Python callback was called with."""
    came: list[tuple[Any, ...]] = []
    made = EventRegistration(
        kind, event, conn, lambda *values: came.append(values), CLASSES[kind]._of_capsule
    )
    made.give(lambda *_: 0)
    types = [POINTER, POINTER, *(t for t, _ in sent), POINTER]
    function = ctypes.CFUNCTYPE(None, *types)(ctypes.cast(made.c_function, POINTER).value or 0)
    function(
        pointer(conn.handle),
        pointer(item.handle),
        *(value for _, value in sent),
        None,
    )
    made.drop()
    return came


@pytest.mark.parametrize(
    ("kind", "event", "sent", "wanted"), CALLS, ids=[f"{c[0]}-{c[1]}" for c in CALLS]
)
def test_arguments(conn: Virt, kind: str, event: str, sent: Any, wanted: Any) -> None:
    if kind == "Secret":
        pytest.skip("the test driver has no secrets; tests/hypervisor/test_events.py has")
    item = subject(conn, kind)
    number = getattr(CLASSES[kind], f"EVENT_ID_{event}")
    ((owner, about, *rest),) = as_libvirt(conn, kind, number, item, sent)
    assert owner is conn
    assert type(about) is CLASSES[kind]
    assert about == item
    assert about.connection is conn
    assert tuple(rest) == wanted
    assert [type(value) for value in rest] == [type(value) for value in wanted]


def test_every_event_is_tried() -> None:
    tried = {(kind, getattr(CLASSES[kind], f"EVENT_ID_{event}")) for kind, event, *_ in CALLS}
    assert tried == {(kind, number) for kind, numbers in EVENTS.items() for number in numbers}


def test_an_event_that_nobody_knows_yet(conn: Virt) -> None:
    item = subject(conn, "Domain")
    sent = [(TEXT, b"more"), (INT, 1), (ULONG, 2)]
    assert as_libvirt(conn, "Domain", 1000, item, sent) == [(conn, item)]


def test_a_text_that_is_no_utf8_is_no_loss(conn: Virt) -> None:
    item = subject(conn, "Domain")
    number = Domain.EVENT_ID_DEVICE_ADDED
    ((_, _, alias),) = as_libvirt(conn, "Domain", number, item, [(TEXT, b"a\xff")])
    assert alias.encode(errors="surrogateescape") == b"a\xff"


def test_the_object_outlives_the_callback(conn: Virt) -> None:
    item = subject(conn, "Domain")
    ((_, kept),) = as_libvirt(conn, "Domain", Domain.EVENT_ID_REBOOT, item, [])
    name = item.get_name()
    del item
    assert kept.get_name() == name


# Against libvirt's own description --------------------------------------------------------

C_TYPES = {
    "int": "i",
    "unsigned int": "I",
    "long long": "q",
    "unsigned long long": "Q",
    "const char *": "z",
}


def described() -> Iterator[tuple[str, int, str]]:
    """Kind of object, number and C callback type of each event of the installed libvirt."""
    for enum in ET.parse(API).iter("enum"):
        head, found, last = enum.attrib["name"].partition("_EVENT_ID_")
        kind = "".join(word.capitalize() for word in head.split("_")[1:])
        if found and last != "LAST" and kind in EVENTS:
            yield kind, int(enum.attrib["value"]), enum.attrib["info"]


@pytest.mark.skipif(not API.exists(), reason="libvirt-dev is not installed")
def test_the_table_is_libvirts() -> None:
    root = ET.parse(API)
    signatures = {
        function.attrib["name"]: [arg.attrib["type"] for arg in function.findall("arg")][2:-1]
        for function in root.iter("functype")
    }
    seen = 0
    for kind, number, callback in described():
        wanted = [C_TYPES.get(name.replace(" * *", " *"), "P") for name in signatures[callback]]
        types = [t for name in EVENTS[kind][number] for t in ARGUMENTS[name].types]
        here = [t._type_ if isinstance(t._type_, str) else "P" for t in types]
        # "long long" and "long" are the same to ctypes on 64-bit machines.
        assert [c.replace("l", "q").replace("L", "Q") for c in here] == wanted, (kind, number)
        seen += 1
    assert seen >= 27 + 1 + 2 + 2 + 2
