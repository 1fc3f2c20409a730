"""What the pages are made from: the reference's methods, the table of constants, libvirt's API."""

from __future__ import annotations

import inspect
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

import attrs

import sysvirt
from constants.table import Constant, read_constants, read_families
from reference.data import Method, read_methods

MANUAL = "https://libvirt.org/html/libvirt-{file}.html#{name}"


@cache
def perl_methods() -> dict[str, list[Method]]:
    """The methods of each Perl package."""
    found: dict[str, list[Method]] = {}
    for (package, _), method in read_methods().items():
        found.setdefault(package, []).append(method)
    return found


def class_of(package: str) -> type:
    """Our class for a Perl package."""
    found: type = getattr(sysvirt, package.rpartition("::")[2])
    return found


def package_of(cls: type) -> str:
    """The Perl package of a class."""
    return "Sys::Virt" if cls is sysvirt.Virt else f"Sys::Virt::{cls.__name__}"


def perl_to_python(package: str) -> str:
    """How a package is written in Python: Sys::Virt::Domain is Sys.Virt.Domain."""
    return package.replace("::", ".")


def public_names(cls: type) -> Iterator[tuple[type, list[str]]]:
    """The rooms of a class from its own to the floor, and the public names of each."""
    wanted = {method.name for method in perl_methods().get(package_of(cls), ())}
    seen: set[str] = set()
    for room in cls.__mro__:
        if not room.__module__.startswith("sysvirt") or room.__name__.endswith("Constants"):
            continue
        names = [name for name in vars(room) if _shown(room, name, wanted) and name not in seen]
        seen.update(names)
        if names:
            yield room, names


def _shown(room: type, name: str, wanted: set[str]) -> bool:
    if name.startswith("_") and name not in wanted:
        return False
    value = inspect.getattr_static(room, name)
    return isinstance(value, property) or inspect.isroutine(getattr(room, name))


@attrs.frozen
class Group:
    """The constants of one C enum, or of one row of C macros."""

    title: str
    #: What their names begin with, as docstrings say it before `*`.
    prefixes: tuple[str, ...]
    source: str
    constants: tuple[Constant, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page; two rows of macros may share a beginning."""
        return "constants-" + self.source.rstrip("_*").lower()


@cache
def groups(package: str) -> tuple[Group, ...]:
    """The groups of a package, in the order of Perl's source."""
    families = {family.enum: family for family in read_families() if family.package == package}
    found: dict[str, list[Constant]] = {}
    for constant in read_constants():
        if constant.package == package:
            found.setdefault(constant.group, []).append(constant)
    return tuple(
        _group(source, rows, families[source].prefixes if source in families else ())
        for source, rows in found.items()
    )


def _group(source: str, rows: list[Constant], prefixes: tuple[str, ...]) -> Group:
    if not prefixes:
        common = rows[0].name
        while not all(row.name.startswith(common) for row in rows):
            common = common[:-1]
        prefixes = (common[: common.rfind("_") + 1] or common,)
    title = ", ".join(f"{prefix}*" for prefix in prefixes) if len(rows) > 1 else rows[0].name
    return Group(title, prefixes, source, tuple(rows))


def group_for(package: str, beginning: str) -> Group | None:
    """The group that a docstring means by `BEGINNING*`."""
    for found in groups(package):
        if beginning in found.prefixes:
            return found
    for found in groups(package):
        if any(row.name.startswith(beginning) for row in found.constants):
            return found
    return None


@cache
def _files() -> dict[str, str]:
    """The page of libvirt's manual for each C function, as far as this libvirt knows."""
    asked = ["pkg-config", "--variable=libvirt_api", "libvirt"]
    try:
        path = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
        tree = ET.parse(path)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return {each.attrib["name"]: each.attrib["file"] for each in tree.iter("function")}


def manual(function: str) -> str | None:
    """Where libvirt describes a C function."""
    file = _files().get(function)
    return MANUAL.format(file=file, name=function) if file else None
