"""What other tools call the same things: libvirt-python's names, and virsh's commands.

``python -m reference.bindings [libvirt.py]`` reads the names out of libvirt-python's module, the
installed one or another, into ``libvirt_python.csv``. That is done by hand, with the newest: what
is generated mustn't depend on what is installed. ``virsh.csv`` is written by hand.
"""

from __future__ import annotations

import ast
import csv
import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reference.data import HERE, Method

NAMES = HERE / "libvirt_python.csv"
COMMANDS = HERE / "virsh.csv"

OPEN = "virConnectOpenAuth"

_FUNCTION = re.compile("vir[A-Z][A-Za-z0-9]*")

HEAD = """\
# Made by `python -m reference.generate` from reference/: change that, not this.
\"\"\"Every method, and what others call it, for hints and the table in the terminal alone.\"\"\"

#: The class, the method, libvirt's release, the C functions, libvirt-python's names and virsh's.
METHODS = ("""


class Name(NamedTuple):
    """A function or method of libvirt-python, and the C function that it calls."""

    #: The class, empty for a function of the module.
    cls: str
    name: str
    function: str


class Command(NamedTuple):
    """A command of virsh, and the method for the same task.

    That is ``get_xml_description`` for ``domblklist`` and the like: virsh reads the XML, too.
    """

    command: str
    cls: str
    method: str


def names_in(source: str) -> Iterator[Name]:
    """The public names in the source of libvirt-python's module.

    >>> source = "def open(name): return libvirtmod.virConnectOpen(name)"
    >>> next(names_in(source))
    Name(cls='', name='open', function='virConnectOpen')
    """
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                yield from _names_of(inner, node.name)
        else:
            yield from _names_of(node, "")


def _names_of(node: ast.stmt, cls: str) -> Iterator[Name]:
    if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
        return
    called = (each for each in ast.walk(node) if isinstance(each, ast.Attribute))
    for each in called:
        # What else it calls gives the address of the C object, or belongs to libvirt-python alone.
        if ast.unparse(each.value) == "libvirtmod" and _FUNCTION.fullmatch(each.attr):
            yield Name(cls, node.name, each.attr)


def read_names(path: Path = NAMES) -> list[Name]:
    """The names of libvirt-python."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Name(**row) for row in csv.DictReader(file, strict=True)]


def read_commands(path: Path = COMMANDS) -> list[Command]:
    """The commands of virsh."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Command(**row) for row in csv.DictReader(file, strict=True)]


def method_for(name: Name, methods: Iterable[Method]) -> Method | None:
    """The method that stands for a name: it calls the same C function, and as few others as can be.

    Of several it is the one whose name is most alike.
    """
    # ``new`` opens in all ways, by the last of three C functions.
    function = OPEN if name.function.startswith("virConnectOpen") else name.function
    found = [method for method in methods if function in method.c]

    words = {word.lower() for word in re.findall("[A-Z]*[a-z]*", name.name)}

    def rank(method: Method) -> tuple[int, int, float]:
        alike = difflib.SequenceMatcher(None, method.name.replace("_", ""), name.name.lower())
        return len(method.c), -len(words.intersection(method.name.split("_"))), -alike.ratio()

    return min(found, key=rank, default=None)


def names_table(methods: Iterable[Method]) -> str:
    """The Python module with what each method is called elsewhere.

    A row has the class, the method, libvirt's release, the C functions, and the names that
    libvirt-python and virsh have for it.
    """
    methods = list(methods)
    elsewhere: dict[tuple[str, str], list[str]] = {}
    for name in read_names():
        if method := method_for(name, methods):
            elsewhere.setdefault((class_of(method), method.name), []).append(name.name)
    for command, cls, method_name in read_commands():
        elsewhere.setdefault((cls, method_name), []).append(command)

    def lines() -> Iterator[str]:
        yield HEAD
        for method in methods:
            others = dict.fromkeys(elsewhere.pop((class_of(method), method.name), []))
            words = (method.since or "", " ".join(method.c), " ".join(others))
            row = (class_of(method), method.name, *words)
            quoted = ", ".join(f'"{word}"' for word in row)
            yield f"    ({quoted}),"
        yield ")"

    text = "\n".join(lines()) + "\n"
    if elsewhere:
        raise ValueError(
            f"{COMMANDS.name} names no method by {', '.join(map('.'.join, elsewhere))}"
        )
    return text


def class_of(method: Method) -> str:
    """The class of a method: ``Domain``, and ``Virt`` for Perl's ``Sys::Virt``."""
    return method.package.rpartition("::")[2]


def main(arguments: list[str]) -> int:
    """Write the table of libvirt-python's names."""
    if not arguments:
        import libvirt

        arguments = [str(libvirt.__file__)]
    rows = sorted(set(names_in(Path(arguments[0]).read_text("utf-8"))))
    with NAMES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Name._fields)
        writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
