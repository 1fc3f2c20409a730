"""The gates: nothing of Sys::Virt is missing, named otherwise, or undocumented."""

from __future__ import annotations

import csv
import inspect
import re
import subprocess
import xml.etree.ElementTree as ET
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sysvirt
from reference.data import read_methods
from sysvirt import Sys, bitmap, logs, names

HERE = Path(__file__).parent

#: Methods whose signature says more than the reference's first form, and why.
SIGNATURES = {
    "Sys::Virt::Domain::migrate": "the dict form and the positional form share their places",
    "Sys::Virt::Domain::migrate2": "the dict form and the positional form share their places",
    "Sys::Virt::Domain::migrate_to_uri": "the dict form and the positional form share their places",
    "Sys::Virt::Domain::migrate_to_uri2": "Perl's own can't be called; this is its manual's order",
    "Sys::Virt::get_version": "on the class it is the library's, on an object the hypervisor's",
}


#: Parameters that Perl insists on and its manual calls optional; here they are.
OPTIONAL = {
    ("Sys::Virt::Domain::backup_begin", "checkpointxml"),
    ("Sys::Virt::Domain::list_snapshot_names", "maxnames"),
    ("Sys::Virt::DomainSnapshot::list_child_snapshot_names", "maxnames"),
    ("Sys::Virt::NodeDevice::dettach", "driver"),
}


#: Parameters beyond Perl's, by name alone.
BEYOND = {("Sys::Virt::new", "time_limit")}


def target(package: str) -> Any:
    """The class for a Perl package."""
    cls: Any = Sys
    for part in package.split("::")[1:]:
        cls = getattr(cls, part)
    return cls


def named() -> list[tuple[str, str]]:
    """Package and method of the whole reference."""
    return list(read_methods())


def show(pair: tuple[str, str]) -> str:
    return "::".join(pair)


@pytest.mark.parametrize("pair", named(), ids=show)
def test_a_method_is_there_with_its_parameters(pair: tuple[str, str]) -> None:
    package, name = pair
    method = getattr(target(package), name)
    if show(pair) in SIGNATURES:
        return
    ours = [
        parameter
        for parameter in inspect.signature(method).parameters.values()
        if parameter.name != "self"
    ]
    theirs = read_methods()[pair].params
    if all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in ours):
        # A Perl hash of named arguments has no order.
        our_names = {parameter.name for parameter in ours}
        more = {name for name in our_names if (show(pair), name) in BEYOND}
        assert our_names - more == {wanted.name for wanted in theirs}
        return
    assert [parameter.name for parameter in ours][: len(theirs)] == [p.name for p in theirs]
    for parameter, wanted in zip(ours, theirs, strict=False):
        if (show(pair), wanted.name) in OPTIONAL:
            assert parameter.default is None, parameter.name
        elif wanted.required:
            assert parameter.default is inspect.Parameter.empty, parameter.name
        else:
            assert parameter.default == wanted.default, parameter.name
    for extra in ours[len(theirs) :]:
        assert extra.default is not inspect.Parameter.empty, f"{extra.name} must be optional"


def public() -> list[tuple[str, Any]]:
    """Every public class and what a user can call or look at there."""
    found: list[tuple[str, Any]] = []
    for name in sysvirt.__all__:
        cls = getattr(sysvirt, name)
        found.append((name, cls))
        # Perl's manual has methods for an event loop's use whose names begin with a dash.
        wanted = {method for package, method in read_methods() if target(package) is cls}
        for attribute, member in inspect.getmembers(cls):
            value = member.fget if isinstance(member, property) else member
            if attribute.startswith("_") and attribute not in wanted:
                continue
            if not callable(value) or inspect.isclass(value):
                continue
            if (getattr(value, "__module__", None) or "").startswith("sysvirt"):
                found.append((f"{name}.{attribute}", value))
    return found


def functions() -> list[tuple[str, Any]]:
    """Every public function of the modules that Perl has no package for."""
    return [
        (f"{module.__name__}.{name}", value)
        for module in (bitmap, logs, names)
        for name, value in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and value.__module__ == module.__name__
    ]


@pytest.mark.parametrize("item", public(), ids=lambda item: item[0])
def test_a_public_name_is_documented(item: tuple[str, Any]) -> None:
    name, value = item
    text = inspect.getdoc(value) or ""
    assert ">>> " in text or name == "Sys", "no example"
    if inspect.isclass(value):
        return
    assert "Rests on: " in text, "no line that names the C function"
    assert "Perl: " in text, "no line that names the Perl method"


@pytest.mark.parametrize("pair", named(), ids=show)
def test_a_docstring_names_its_perl_method(pair: tuple[str, str]) -> None:
    package, name = pair
    assert f"Perl: ``{name}``" in (inspect.getdoc(getattr(target(package), name)) or "")


@pytest.mark.parametrize("item", functions(), ids=lambda item: item[0])
def test_a_function_is_documented(item: tuple[str, Any]) -> None:
    assert ">>> " in (inspect.getdoc(item[1]) or ""), "no example"


#: A constant, or what several begin with, as prose names them: ``Domain.STATE_*``.
CONSTANT = re.compile(r"``(?:[A-Za-z.]+\.)?([A-Z][A-Z0-9]*_[A-Z0-9_]*\*?)``")


def constants() -> set[str]:
    """The names of all constants."""
    classes = (getattr(sysvirt, name) for name in sysvirt.__all__)
    return {name for cls in classes for name in dir(cls) if name.isupper()}


def test_what_a_docstring_calls_a_constant_is_one() -> None:
    known = constants()
    # A list of events leaves their common beginning out.
    known |= {name.removeprefix("EVENT_ID_") for name in known}
    wrong = {
        (name, named)
        for name, value in public()
        for named in CONSTANT.findall(inspect.getdoc(value) or "")
        if not any(fnmatchcase(each, named) for each in known)
    }
    assert wrong == set()


@cache
def api_description() -> ET.ElementTree[ET.Element]:
    """The installed libvirt's description of its API."""
    found = subprocess.run(
        ["pkg-config", "--variable=libvirt_api", "libvirt"], capture_output=True, text=True
    )
    if found.returncode:
        pytest.skip("libvirt's API description (libvirt-dev) is not installed")
    return ET.parse(found.stdout.strip())


def api() -> set[str]:
    """The C functions of the installed libvirt."""
    return {function.attrib["name"] for function in api_description().iter("function")}


def exceptions() -> dict[str, str]:
    """C functions that no method stands for, and why."""
    with (HERE / "uncovered.csv").open(newline="") as file:
        return {row["function"]: row["reason"] for row in csv.DictReader(file)}


def test_every_c_function_is_covered_or_excepted() -> None:
    covered = {function for method in read_methods().values() for function in method.c}
    docs = " ".join(inspect.getdoc(value) or "" for _, value in public())
    left = {name for name in api() - covered - exceptions().keys() if f"``{name}``" not in docs}
    assert left == set()


def test_an_exception_is_one() -> None:
    covered = {function for method in read_methods().values() for function in method.c}
    assert covered & exceptions().keys() == set()
    assert all(exceptions().values())
