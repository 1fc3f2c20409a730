"""What is given to each parameter that is a number: constants, or a number in a unit."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from constants.table import read_constants
from reference.data import HERE, read_methods
from reference.parameters import (
    NONE,
    PLAIN,
    Given,
    of_method,
    read_migrate_params,
    read_parameters,
)
from sysvirt import Domain
from sysvirt._core import arguments
from sysvirt.domain.migration import PARAMS
from tests.reference.test_completeness import api_description, public

#: An annotation that has a number in it.
NUMBER = re.compile(r"\b(int|float|Flags|SupportsIndex)\b")
#: Parameters that may be a number and have no row, and why.
WITHOUT = {
    ("Domain", "save", "params"): "flags in older releases",
    ("Virt", "restore_domain", "params"): "flags in older releases",
}


def numbers() -> Iterator[tuple[str, str, str]]:
    """Class, method and parameter of each number that a public method takes."""
    for full, value in public():
        cls, _, method = full.partition(".")
        if not method or cls == "Sys" or cls.endswith("Error"):
            continue
        for parameter in inspect.signature(value).parameters.values():
            annotation = str(parameter.annotation)
            if NUMBER.search(annotation) and "Callable" not in annotation:
                yield cls, method, parameter.name


def rows() -> set[tuple[str, str, str]]:
    return {(each.cls, each.method, each.name) for each in read_parameters()}


def test_every_number_has_a_row() -> None:
    found = set(numbers())
    assert found - rows() - WITHOUT.keys() == set()
    assert len(found) > 370


def test_every_row_is_of_a_parameter() -> None:
    named = dict(public())
    wrong = {
        row
        for row in read_parameters()
        if row.name not in inspect.signature(named[f"{row.cls}.{row.method}"]).parameters
    }
    assert wrong == set()


def flags() -> list[Given]:
    return [each for each in read_parameters() if each.name == "flags"]


def test_flags_have_constants_or_are_none_yet() -> None:
    assert [each for each in flags() if not each.groups] == []
    assert sum(each.takes_nothing for each in flags()) < sum(
        not each.takes_nothing for each in flags()
    )


#: Where libvirt's own description names no enum, or another one; and why ours has it.
OTHERWISE = {
    ("Domain", "migrate_to_uri2"): "the manual's form, which calls another function",
    ("Domain", "set_vcpu"): "older releases take AFFECT_*, newer ones SETVCPU_*",
    ("Interface", "get_xml_description"): "the description has a list of bits",
    ("NodeDevice", "get_xml_description"): "since libvirt 10.1",
    ("Virt", "get_domain_capabilities"): "since libvirt 11.0",
    ("Stream", "new"): "it is new_stream",
}


def described(method: Any) -> set[str]:
    """The enums that libvirt's description of the C functions has for the flags."""
    infos = [
        argument.attrib["info"]
        for function in api_description().iter("function")
        if function.attrib["name"] in method.c
        for argument in function.findall("arg")
        if argument.attrib["name"] == "flags"
    ]
    # The flags of typed parameters are libvirt's own business.
    return set(re.findall(r"\bvir[A-Z]\w+", " ".join(infos))) - {"virTypedParameterFlags"}


def test_flags_are_those_of_libvirts_description() -> None:
    known = {function.attrib["name"] for function in api_description().iter("function")}
    wrong = {}
    compared = 0
    for each in flags():
        package = "Sys::Virt" if each.cls == "Virt" else f"Sys::Virt::{each.cls}"
        method = read_methods().get((package, each.method))
        if method is None or not known & set(method.c) or "flags" not in dict(named_params(method)):
            continue
        compared += 1
        ours = set(each.groups) - {NONE}
        if ours != described(method) and (each.cls, each.method) not in OTHERWISE:
            wrong[each.cls, each.method] = ours, described(method)
    assert wrong == {}
    assert compared > 210


def named_params(method: Any) -> Iterator[tuple[str, Any]]:
    return ((each.name, each) for each in method.params)


def test_a_unit_with_a_flag_names_one_of_its_flags() -> None:
    groups = {each.name: each.group for each in read_constants()}
    wrong = []
    for each in read_parameters():
        flag = (each.unit or "").partition(" with ")[2]
        taken = {group for other in of_method(each.cls, each.method) for group in other.groups}
        if flag and groups.get(flag) not in taken:
            wrong.append(each)
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("bandwidth", "MiB/s"),
        ("downtime", "ms"),
        ("offset", "bytes"),
        ("size", "bytes"),
        ("mem", "KiB"),
        ("timeout", "s"),
        ("duration", "s"),
        ("frequency", "ms"),
    ],
)
def test_what_is_called_the_same_has_the_same_unit(name: str, unit: str) -> None:
    units = {each.unit for each in read_parameters() if each.name == name}
    assert units
    assert all((each or "").startswith(unit) for each in units)


def test_what_measures_nothing_has_no_measure() -> None:
    for each in read_parameters():
        assert (each.measure is None) == (each.unit is None or each.unit in PLAIN)


# The keys of migrating ----------------------------------------------------------------------------


def test_every_key_of_migrating_is_there_with_its_type() -> None:
    types = {
        arguments.text: "str",
        arguments.texts: "list[str]",
        arguments.cint: "int",
        arguments.ullong: "int",
    }
    wanted = {key: types[check] for key, check in PARAMS.items()}
    found = {getattr(Domain, each.constant): each.type for each in read_migrate_params()}
    assert found == wanted
    assert len(read_migrate_params()) == len(wanted) == 25


def test_every_number_among_them_has_a_unit() -> None:
    assert [each for each in read_migrate_params() if (each.type == "int") != bool(each.unit)] == []


def test_bandwidths_are_as_libvirts_description_has_them() -> None:
    infos = {
        macro.attrib["name"]: " ".join((macro.findtext("info") or "").split())
        for macro in api_description().iter("macro")
    }
    compared = 0
    for each in read_migrate_params():
        symbol = "VIR_" + each.constant.replace("DISK_PORT", "DISKS_PORT")
        if found := re.search(r"\(in (\w+/\w)\)", infos.get(symbol, "")):
            compared += 1
            assert each.unit == found[1], each.constant
    assert compared >= 2


# Faults -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("virDomainXMLFlags", "virDomainYMLFlags", "flags: there is no enum virDomainYMLFlags"),
        (",mem,,KiB", ",mem,,KiF", "mem: there is no unit 'KiF'"),
        (",mem,,KiB", ",mem,,", "mem takes neither constants nor a unit"),
    ],
)
def test_a_fault_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "parameters.csv"
    text = (HERE / "parameters.csv").read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=re.escape(message)):
        read_parameters(path)
