"""Every C function and structure against libvirt's own description of its interface.

A wrong type corrupts memory or cuts a number, and nothing else shows it. So the names and types are
held against ``libvirt-api.xml``, and the sizes against what a C compiler makes of the headers.
"""

from __future__ import annotations

import ctypes
import inspect
import shutil
import subprocess
import xml.etree.ElementTree as ET
from _ctypes import CFuncPtr
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from struct import calcsize
from typing import Any

import pytest

from sysvirt._libvirt import LAZY, domain, errors, parameter_types, parameters
from sysvirt._libvirt.functions import CALLBACKS, ctype
from sysvirt._libvirt.prototypes import PROTOTYPES, TEXTS

Prototypes = Mapping[str, tuple[str, tuple[str, ...]]]
Measure = Callable[[list[str]], dict[str, int]]

#: What came after libvirt 9.0, by the release that has it.
NEWER = {"virNetworkGetMetadata": 9_007_000}

#: Those of libvirt's types that aren't pointers, though their names don't show it.
NUMBERS = {"int", "unsigned int", "long long", "unsigned long long", "unsigned long", "double"}

#: Our structures, by C's names.
STRUCTURES = {
    "virDomainDiskError": "domain.DiskError",
    "virDomainEventGraphicsAddress": "events.EventGraphicsAddress",
    "virDomainEventGraphicsSubject": "events.EventGraphicsSubject",
    "virDomainEventGraphicsSubjectIdentity": "events.EventGraphicsSubjectIdentity",
    "virDomainFSInfo": "guest.FSInfo",
    "virDomainIOThreadInfo": "domain.IOThreadInfo",
    "virDomainIPAddress": "guest.IPAddress",
    "virDomainInterface": "guest.Interface",
    "virDomainMemoryStatStruct": "memory.MemoryStat",
    "virDomainStatsRecord": "statistics.DomainStatsRecord",
    "virError": "errors.VirError",
    "virNetworkDHCPLease": "guest.DHCPLease",
    "virNodeCPUStats": "node.NodeStat",
    "virNodeInfo": "node.NodeInfoStruct",
    "virNodeMemoryStats": "node.NodeStat",
    "virSecurityLabel": "security.SecurityLabelStruct",
    "virSecurityModel": "node.SecurityModelStruct",
    "virTypedParameter": "parameters.Row",
}


@cache
def description() -> ET.ElementTree[ET.Element]:
    """``libvirt-api.xml`` of the installed libvirt."""
    asked = ["pkg-config", "--variable=libvirt_api", "libvirt"]
    if shutil.which("pkg-config") is None:
        pytest.skip("pkg-config isn't installed, which says where libvirt-api.xml is")
    path = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    if not path or not Path(path).exists():
        pytest.skip("libvirt-api.xml isn't installed (Debian package libvirt-dev)")
    return ET.parse(path)


def release() -> int:
    """The release of the description, as ``virGetVersion`` has it."""
    asked = ["pkg-config", "--modversion", "libvirt"]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    major, minor, micro = map(int, version.split("."))
    return major * 1_000_000 + minor * 1_000 + micro


def normalized(name: str) -> str:
    """A C type in one spelling: a space before its stars, none between them."""
    return " ".join(name.replace("*", " * ").split()).replace("* *", "**")


def in_c() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Result and parameters of every function of libvirt."""
    found = {}
    for function in description().iter("function"):
        result = function.find("return")
        assert result is not None
        parameters = tuple(normalized(arg.attrib["type"]) for arg in function.findall("arg"))
        found[function.attrib["name"]] = (normalized(result.attrib["type"]), parameters)
    return found


def wrong(ours: Prototypes, theirs: Prototypes) -> list[str]:
    """The functions that are another thing in C, with what that is."""
    return [
        f"{name}: {ours[name]} is {theirs.get(name)}"
        for name in ours
        if (normalized(ours[name][0]), tuple(map(normalized, ours[name][1]))) != theirs.get(name)
    ]


def wide(names: list[str], size: Any = None) -> dict[str, int]:
    """How many bytes a value of each type has for ctypes."""
    size = size or ctype
    return {name: ctypes.sizeof(size(name)) for name in names if size(name) is not None}


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    """What a C compiler makes of expressions with libvirt's headers."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no C compiler")
    description()
    asked = ["pkg-config", "--cflags", "libvirt"]
    flags = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()

    def compile_and_run(expressions: list[str]) -> dict[str, int]:
        lines = "".join(f'printf("%zu\\n", (size_t)({each}));\n' for each in expressions)
        source, program = tmp_path / "sizes.c", tmp_path / "sizes"
        source.write_text(
            "#include <stddef.h>\n#include <stdio.h>\n"
            "#include <libvirt/libvirt.h>\n#include <libvirt/virterror.h>\n"
            f"int main(void) {{ {lines} return 0; }}"
        )
        subprocess.run([compiler, "-o", program, source, *flags], check=True)
        run = subprocess.run([program], capture_output=True, text=True, check=True)
        return dict(zip(expressions, map(int, run.stdout.split()), strict=True))

    return compile_and_run


# The functions -------------------------------------------------------------------------------


def test_every_function_is_as_libvirt_declares_it() -> None:
    known = {name: it for name, it in PROTOTYPES.items() if release() >= NEWER.get(name, 0)}
    assert wrong(known, in_c()) == []
    assert set(PROTOTYPES) - set(known) <= set(NEWER)
    assert len(known) >= 126


def test_what_is_newer_is_there_from_its_release_on() -> None:
    assert {name for name in NEWER if name in in_c()} == {
        name for name, since in NEWER.items() if release() >= since
    }


def test_a_wrong_prototype_shows() -> None:
    theirs = in_c()
    right = theirs["virDomainPinVcpu"]
    assert right == ("int", ("virDomainPtr", "unsigned int", "unsigned char *", "int"))
    assert wrong({"virDomainPinVcpu": right}, theirs) == []
    result, (dom, cpu, cpumap, length) = right
    for other in (
        ("void", right[1]),
        (result, (dom, "unsigned long", cpumap, length)),
        (result, (dom, "int", cpumap, length)),
        (result, (dom, cpu, cpumap)),
        (result, (cpu, dom, cpumap, length)),
    ):
        assert len(wrong({"virDomainPinVcpu": other}, theirs)) == 1
    assert wrong({"virDomainNothing": right}, theirs) == [f"virDomainNothing: {right} is None"]


def types() -> list[str]:
    """Every C type in the prototypes."""
    return sorted({each for result, taken in PROTOTYPES.values() for each in (result, *taken)})


def test_every_type_has_the_width_that_c_gives_it(measure: Measure) -> None:
    names = [name for name in types() if name != "void"]
    measured = measure([f"sizeof({name})" for name in names])
    assert wide(names) == {name: measured[f"sizeof({name})"] for name in names}


def test_a_wrong_width_shows(measure: Measure) -> None:
    narrow = {"unsigned long long": ctypes.c_uint, "int": ctypes.c_int}
    measured = measure([f"sizeof({name})" for name in narrow])
    assert wide(list(narrow), narrow.get) != {n: measured[f"sizeof({n})"] for n in narrow}


def test_a_number_has_the_sign_that_c_gives_it() -> None:
    numbers = [name for name in types() if name in NUMBERS]
    assert numbers
    for name in numbers:
        assert (ctype(name)(-1).value < 0) is not name.startswith("unsigned"), name


def test_what_is_no_number_is_a_pointer(measure: Measure) -> None:
    pointers = [name for name in types() if name not in {*NUMBERS, "void"}]
    measured = measure([f"sizeof({name})" for name in pointers])
    assert set(measured.values()) == {ctypes.sizeof(ctypes.c_void_p)}


def test_a_text_that_stays_libvirts_own_is_const() -> None:
    assert {result for result, _ in TEXTS.values()} == {"char *", "const char *"}
    assert ctype("const char *") is ctypes.c_char_p
    # ctypes would make bytes of a char *, and lose the pointer that is to be freed.
    assert ctype("char *") is ctypes.c_void_p


def signature(kind: Any) -> str:
    """The widths of the result and the arguments of a C function type."""
    parts = (kind._restype_, *kind._argtypes_)
    return " ".join("-" if part is None else part._type_ for part in parts)


CODES = {"void": "-", "int": "i"}


def test_every_callback_is_as_libvirt_declares_it() -> None:
    found = {}
    for described in description().iter("functype"):
        if described.attrib["name"] not in CALLBACKS:
            continue
        result = described.find("return")
        assert result is not None
        names = [result.attrib["type"], *(arg.attrib["type"] for arg in described.findall("arg"))]
        found[described.attrib["name"]] = " ".join(CODES.get(name, "P") for name in names)
    assert {name: signature(kind) for name, kind in CALLBACKS.items()} == found


def test_the_functions_of_errors_are_as_libvirt_declares_them() -> None:
    # They are made without the table: it would take ctypes, which takes its time to import.
    theirs = in_c()
    assert theirs["virGetLastError"] == ("virErrorPtr", ())
    assert theirs["virSaveLastError"] == ("virErrorPtr", ())
    assert theirs["virFreeError"] == ("void", ("virErrorPtr",))
    assert theirs["virSetErrorFunc"] == ("void", ("void *", "virErrorFunc"))
    source = inspect.getsource(errors)
    named = {name for name in theirs if f'"{name}"' in source}
    assert named == {"virGetLastError", "virSaveLastError", "virFreeError", "virSetErrorFunc"}
    kinds = {
        cls.__doc__.split("``")[1]: cls
        for cls in vars(errors).values()
        if isinstance(cls, type) and issubclass(cls, CFuncPtr) and cls.__doc__
    }
    assert {text: _shape(cls) for text, cls in kinds.items()} == {
        "virErrorPtr virGetLastError(void)": ("virError *",),
        "void virFreeError(virErrorPtr err)": ("-", "virError *"),
        "virErrorFunc": ("-",),
        "void virSetErrorFunc(void *userData, virErrorFunc handler)": ("-", "P", "virErrorFunc"),
    }


def _shape(cls: Any) -> tuple[str, ...]:
    """Result and arguments of one of those functions."""
    parts = (cls._restype_, *getattr(cls, "_argtypes_", ()))
    return tuple(_part(part) for part in parts)


def _part(part: Any) -> str:
    if part is None:
        return "-"
    if issubclass(part, CFuncPtr):
        return "virErrorFunc"
    if part._type_ is errors.VirError:
        return "virError *"
    return str(part._type_)


# The structures ------------------------------------------------------------------------------


def structure(name: str) -> Any:
    """Our class for a structure."""
    module, _, cls = STRUCTURES[name].partition(".")
    return getattr(import_module(f"sysvirt._libvirt.{module}"), cls)


def fields(name: str) -> dict[str, str]:
    """The fields of a structure in C, in order, with their types."""
    (found,) = (each for each in description().iter("struct") if each.attrib["name"] == name)
    return {field.attrib["name"]: field.attrib["type"] for field in found.findall("field")}


def layout(name: str, kind: Any) -> dict[str, int]:
    """Size of a structure, and place and size of each field, by the expressions in C."""
    found = {f"sizeof({name})": ctypes.sizeof(kind)}
    for field, *_ in kind._fields_:
        place = getattr(kind, field)
        found[f"offsetof({name}, {field})"] = place.offset
        found[f"sizeof((({name} *)0)->{field})"] = place.size
    return found


def test_every_structure_of_ours_is_held_against_c() -> None:
    ours = set()
    for room in [*LAZY, "errors"]:
        module = import_module(f"sysvirt._libvirt.{room}")
        for name, value in vars(module).items():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and issubclass(value, ctypes.Structure):
                ours.add(f"{room}.{name}")
    assert ours == set(STRUCTURES.values())


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_structure_has_the_fields_of_cs_in_their_order(name: str) -> None:
    theirs = fields(name)
    assert [field for field, *_ in structure(name)._fields_] == list(theirs)
    for field, kind, *_ in structure(name)._fields_:
        if theirs[field] in NUMBERS:
            assert (kind(-1).value < 0) is not theirs[field].startswith("unsigned"), field


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_structure_lies_in_memory_as_in_c(name: str, measure: Measure) -> None:
    ours = layout(name, structure(name))
    assert ours == measure(list(ours))


def test_a_wrong_structure_shows(measure: Measure) -> None:
    class Narrow(ctypes.Structure):
        _fields_ = (("iothread_id", ctypes.c_uint), ("cpumap", ctypes.c_uint))

    ours = layout("virDomainIOThreadInfo", Narrow)
    assert [name for name, size in measure(list(ours)).items() if size != ours[name]] == [
        "sizeof(virDomainIOThreadInfo)",
        "offsetof(virDomainIOThreadInfo, cpumap)",
        "sizeof(((virDomainIOThreadInfo *)0)->cpumap)",
    ]


def test_a_value_of_typed_parameters_lies_in_memory_as_in_c(measure: Measure) -> None:
    ours = {}
    for field, kind in parameters.Value._fields_:
        ours[f"sizeof(((virTypedParameter *)0)->value.{field})"] = ctypes.sizeof(kind)
        place = parameters.Row.value.offset + getattr(parameters.Value, field).offset
        ours[f"offsetof(virTypedParameter, value.{field})"] = place
    assert len(ours) == 14
    assert ours == measure(list(ours))


def test_the_type_of_a_typed_parameter_is_cs(measure: Measure) -> None:
    names = ("INT", "UINT", "LLONG", "ULLONG", "DOUBLE", "BOOLEAN", "STRING")
    ours = {f"VIR_TYPED_PARAM_{name}": getattr(parameter_types, name) for name in names}
    assert ours == measure(list(ours))


def test_what_is_said_of_a_virtual_cpu_lies_in_memory_as_in_c(measure: Measure) -> None:
    assert fields("virVcpuInfo") == {
        "number": "unsigned int",
        "state": "int",
        "cpuTime": "unsigned long long",
        "cpu": "int",
    }
    assert domain.VCPU_INFO.format == "@IiQi0Q"
    ours = {
        "sizeof(virVcpuInfo)": domain.VCPU_INFO.size,
        "offsetof(virVcpuInfo, state)": calcsize("@I0i"),
        "offsetof(virVcpuInfo, cpuTime)": calcsize("@Ii0Q"),
        "offsetof(virVcpuInfo, cpu)": calcsize("@IiQ0i"),
    }
    assert ours == measure(list(ours))
