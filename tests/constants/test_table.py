"""The table against all who know better: libvirt's API description, libvirt-python, Perl.

Each is compared for its own release: what the table says is newer must be absent there, and
nothing else may be.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, NamedTuple

import libvirt
import pytest

import sysvirt.constants
from constants.table import (
    Constant,
    class_name,
    read_constants,
    read_families,
    version,
)
from sysvirt._core.binding import get_release

CONSTANTS = read_constants()
FAMILIES = read_families()

PER_PACKAGE = {
    "Sys::Virt": 71,
    "Sys::Virt::Domain": 957,
    "Sys::Virt::DomainCheckpoint": 14,
    "Sys::Virt::DomainSnapshot": 30,
    "Sys::Virt::Error": 191,
    "Sys::Virt::Event": 4,
    "Sys::Virt::Interface": 4,
    "Sys::Virt::NWFilter": 1,
    "Sys::Virt::NWFilterBinding": 1,
    "Sys::Virt::Network": 39,
    "Sys::Virt::NetworkPort": 9,
    "Sys::Virt::NodeDevice": 40,
    "Sys::Virt::Secret": 15,
    "Sys::Virt::StoragePool": 46,
    "Sys::Virt::StorageVol": 29,
    "Sys::Virt::Stream": 6,
}

#: Perl's binding passes each number through a signed int that is widened to unsigned 64 bit.
PERL_DIFFERS = {
    "Sys::Virt::NODE_CPU_STATS_ALL_CPUS": (-1, 2**64 - 1),
    "Sys::Virt::NODE_MEMORY_STATS_ALL_CELLS": (-1, 2**64 - 1),
    "Sys::Virt::Domain::VCPU_INFO_CPU_OFFLINE": (-1, 2**64 - 1),
    "Sys::Virt::Domain::VCPU_INFO_CPU_UNAVAILABLE": (-2, 2**64 - 2),
    "Sys::Virt::Domain::AGENT_RESPONSE_TIMEOUT_DEFAULT": (-1, 2**64 - 1),
    "Sys::Virt::Domain::AGENT_RESPONSE_TIMEOUT_BLOCK": (-2, 2**64 - 2),
    "Sys::Virt::Domain::GET_ALL_STATS_ENFORCE_STATS": (2**31, 2**64 - 2**31),
    "Sys::Virt::NodeDevice::LIST_ACTIVE": (2**31, 2**64 - 2**31),
}

#: Numbers that C defines as macros. They belong to no enum, and libvirt-python leaves them out.
NUMBER_MACROS = {
    "VIR_KEYCODE_SET_RFB",
    "VIR_DOMAIN_MEMORY_PARAM_UNLIMITED",
    "VIR_DOMAIN_SEND_KEY_MAX_KEYS",
}

#: Every constant function in the symbol tables below Sys::Virt, as {package: {name: value}}.
DUMP = r"""
use strict; use warnings;
use B; use JSON::PP; use Sys::Virt;
my %found;
sub walk {
    my ($package) = @_;
    no strict "refs";
    for my $name (keys %{"${package}::"}) {
        if ($name =~ /^(\w+)::$/) { walk("${package}::$1"); next }
        next unless defined &{"${package}::$name"};
        my $code = \&{"${package}::$name"};
        next unless B::svref_2object($code)->CvFLAGS & B::CVf_CONST;
        $found{$package}{$name} = $code->();
    }
}
walk("Sys::Virt");
print encode_json({ version => "$Sys::Virt::VERSION", constants => \%found });
"""


class Api(NamedTuple):
    """libvirt's own API description."""

    release: str
    #: By C symbol.
    values: dict[str, int | str]
    enums: dict[str, str]
    since: dict[str, str]
    shifted: set[str]


@pytest.fixture(scope="module")
def api() -> Api:
    return read_api(find_api())


def find_api() -> Path:
    if not (tool := shutil.which("pkg-config")):
        pytest.skip("no pkg-config to find libvirt's API description with")
    command = [tool, "--variable=libvirt_api", "libvirt"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip(f"libvirt's development files are not installed: {found.stderr.strip()}")
    return Path(found.stdout.strip())


def read_api(path: Path) -> Api:
    root = ET.parse(path).getroot()
    raw: dict[str, str] = {}
    strings: dict[str, int | str] = {}
    api = Api("", {}, {}, {}, set())
    for element in root.iter("enum"):
        name = element.attrib["name"]
        raw[name] = element.attrib["value"]
        api.enums[name] = element.attrib["type"]
        api.since[name] = element.attrib["version"]
        if "value_bitshift" in element.attrib:
            api.shifted.add(name)
    for element in root.iter("macro"):
        name = element.attrib["name"]
        api.since[name] = element.attrib["version"]
        if "string" in element.attrib:
            strings[name] = element.attrib["string"]
        elif "raw" in element.attrib:
            raw[name] = element.attrib["raw"]

    def number(text: str) -> int | None:
        # Either a number, perhaps with C's suffix and a comment, or another symbol.
        word = text.partition(" ")[0]
        try:
            return int(word.rstrip("UL"), 0)
        except ValueError:
            return number(raw[word]) if word in raw else None

    numbers = {name: number(text) for name, text in raw.items()}
    values = {name: value for name, value in numbers.items() if value is not None} | strings
    code = values["LIBVIR_VERSION_NUMBER"]
    assert isinstance(code, int)
    release = f"{code // 1000000}.{code // 1000 % 1000}.{code % 1000}"
    return api._replace(release=release, values=values)


@pytest.fixture(scope="module")
def perl() -> dict[str, Any]:
    if not (tool := shutil.which("perl")):
        pytest.skip("no perl to compare with")
    run = subprocess.run([tool, "-e", DUMP], capture_output=True, text=True, check=False)
    if run.returncode and "Can't locate" in run.stderr:
        pytest.skip(f"a Perl module to compare with is missing: {run.stderr.splitlines()[0]}")
    assert run.returncode == 0, run.stderr
    dump: dict[str, Any] = json.loads(run.stdout)
    return dump


def full_name(constant: Constant) -> str:
    return f"{constant.package}::{constant.name}"


def newer_than(release: str) -> set[str]:
    return {each.c_symbol for each in CONSTANTS if version(each.since) > version(release)}


def symbols() -> set[str]:
    return {each.c_symbol for each in CONSTANTS}


# The table itself


def test_it_has_as_many_constants_as_sys_virt_12_7() -> None:
    assert len(CONSTANTS) == 1457
    assert Counter(each.package for each in CONSTANTS) == PER_PACKAGE


def test_it_marks_the_eight_that_perl_has_wrong() -> None:
    marked = {
        full_name(each): (each.value, each.perl_value)
        for each in CONSTANTS
        if each.perl_value is not None
    }
    assert marked == PERL_DIFFERS


def test_every_number_of_an_enum_is_in_a_family() -> None:
    families = {(each.package, each.enum) for each in FAMILIES}
    assert {(each.package, each.group) for each in CONSTANTS if each.in_enum} == families


# The classes


@pytest.mark.parametrize("package", PER_PACKAGE)
def test_the_class_has_exactly_the_constants_of_the_table(package: str) -> None:
    cls = getattr(sysvirt.constants, class_name(package))
    there = {name: value for name, value in vars(cls).items() if not name.startswith("_")}
    wanted = {each.name: each.value for each in CONSTANTS if each.package == package}
    assert there == wanted
    # Not merely equal: scripts print, compare, serialise and pickle them.
    assert {type(value) for value in there.values()} <= {int, str}


@pytest.mark.parametrize("package", PER_PACKAGE)
def test_each_constant_shows_its_c_symbol_and_release(package: str) -> None:
    stub = Path(str(sysvirt.constants.__file__)).with_suffix(".pyi")
    classes = [
        each for each in ast.parse(stub.read_text("utf-8")).body if isinstance(each, ast.ClassDef)
    ]
    (cls,) = (each for each in classes if each.name == class_name(package))
    shown, values = {}, {}
    for node, following in zip(cls.body, cls.body[1:], strict=False):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            assert isinstance(following, ast.Expr)
            assert isinstance(following.value, ast.Constant)
            assert node.value is not None
            values[node.target.id] = ast.literal_eval(node.value)
            shown[node.target.id] = " ".join(str(following.value.value).split())
    for each in CONSTANTS:
        if each.package == package:
            text = f"``{each.c_symbol}``, libvirt {each.since}."
            if each.perl_value is not None:
                text += f" Perl has {each.perl_value}."
            assert shown.pop(each.name) == text
    assert not shown
    # What editors and type checkers see is what is there.
    assert values == {each.name: each.value for each in CONSTANTS if each.package == package}


@pytest.mark.parametrize("package", PER_PACKAGE)
def test_the_class_can_be_mixed_into_one_with_slots(package: str) -> None:
    cls = getattr(sysvirt.constants, class_name(package))
    slotted = type("Slotted", (cls,), {"__slots__": ("handle",)})
    assert not hasattr(slotted(), "__dict__")
    assert cls.__doc__


def test_the_package_exports_the_classes_and_nothing_else() -> None:
    public = [name for name in vars(sysvirt.constants) if not name.startswith("_")]
    assert sorted(public) == sorted(map(class_name, PER_PACKAGE))


# libvirt's API description


def test_values_are_those_of_the_api_description(api: Api) -> None:
    wrong = {
        each.c_symbol: (each.value, api.values[each.c_symbol])
        for each in CONSTANTS
        if each.c_symbol in api.values and api.values[each.c_symbol] != each.value
    }
    assert wrong == {}


def test_the_api_description_lacks_exactly_what_is_newer(api: Api) -> None:
    assert symbols() - api.values.keys() == newer_than(api.release)


def test_releases_are_those_of_the_api_description(api: Api) -> None:
    wrong = {
        each.c_symbol: (each.since, api.since[each.c_symbol])
        for each in CONSTANTS
        if each.c_symbol in api.since and api.since[each.c_symbol] != each.since
    }
    assert wrong == {}


def test_groups_are_the_enums_of_the_api_description(api: Api) -> None:
    wrong = {
        each.c_symbol: (each.group, api.enums[each.c_symbol])
        for each in CONSTANTS
        if each.c_symbol in api.enums and api.enums[each.c_symbol] != each.group
    }
    assert wrong == {}
    known = symbols() & api.values.keys()
    # The old name of a member stands with the enum, although C has it as a macro.
    in_enum = {each.c_symbol for each in CONSTANTS if each.in_enum} - {"VIR_KEYCODE_SET_RFB"}
    assert in_enum & known == api.enums.keys() & known


def test_flags_are_what_the_api_description_shifts(api: Api) -> None:
    shifted = {api.enums[name] for name in api.shifted}
    kinds = {each.enum: each.kind == "flags" for each in FAMILIES}
    # Two of one member each, whose value is the name of a flag in another enum.
    named = {"virDomainSaveImageXMLFlags", "virDomainSnapshotXMLFlags"}
    known = kinds.keys() & set(api.enums.values())
    assert {enum for enum in known if kinds[enum]} == (shifted | named) & known


# libvirt-python


def test_values_are_those_of_libvirt_python() -> None:
    wrong = {
        each.c_symbol: (each.value, getattr(libvirt, each.c_symbol))
        for each in CONSTANTS
        if getattr(libvirt, each.c_symbol, each.value) != each.value
    }
    assert wrong == {}


def test_libvirt_python_lacks_exactly_what_is_newer() -> None:
    # Whatever its own release, it was built from the description of the libvirt that is here.
    built_for = min(version(get_release()), version(installed_version("libvirt-python")))
    missing = {symbol for symbol in symbols() if not hasattr(libvirt, symbol)}
    assert missing == newer_than(".".join(map(str, built_for))) | NUMBER_MACROS


# Perl


def test_values_are_those_of_perl(perl: dict[str, Any]) -> None:
    differs = {}
    for each in CONSTANTS:
        there = perl["constants"].get(each.package, {}).get(each.name, each.value)
        if there != each.value or type(there) is not type(each.value):
            differs[full_name(each)] = (each.value, there)
    # All eight are older than the oldest libvirt that sysvirt runs on.
    assert differs == PERL_DIFFERS


def test_perl_lacks_exactly_what_is_newer(perl: dict[str, Any]) -> None:
    missing = {
        each.c_symbol
        for each in CONSTANTS
        if each.name not in perl["constants"].get(each.package, {})
    }
    assert missing == newer_than(perl["version"])


def test_every_constant_of_perl_is_in_the_table(perl: dict[str, Any]) -> None:
    there = {f"{package}::{name}" for package, names in perl["constants"].items() for name in names}
    assert len(there) > 1000
    assert there - set(map(full_name, CONSTANTS)) == set()


# What nobody should pay for


def test_importing_the_constants_loads_no_more_than_typing() -> None:
    # As a script: importing sysvirt itself would load libvirt.
    code = (
        "import __future__, sys, types, typing; before = set(sys.modules)\n"
        "package = types.ModuleType('sysvirt'); package.__path__ = [sys.argv[1]]\n"
        "sys.modules['sysvirt'] = package\n"
        "import sysvirt.constants\n"
        "print(*sorted(set(sys.modules) - before - {'sysvirt'}))\n"
    )
    root = str(Path(sysvirt.constants.__path__[0]).parent)
    command = [sys.executable, "-c", code, root]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    hints = ["sysvirt._hints", "sysvirt._hints.missing"]
    assert run.stdout.split() == [*hints, "sysvirt.constants"]
