"""The look-up tables: from each Perl name to the Python name and the C name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

import api
import long_names
import pages
from constants.table import read_constants
from sysvirt import constants
from sysvirt._hints.search import Member, members

FOLDER = "lookup/"

_PAGE = """\
{title}

{lead}

.. list-table::
   :header-rows: 1
   :class: lookup
   :widths: {widths}

{rows}
"""


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", _write_pages)
    app.connect("doctree-read", _part_names)
    app.connect("html-page-context", _add_field)
    return {"parallel_read_safe": True}


def _add_field(app: Sphinx, page: str, _template: str, _context: Any, _tree: Any) -> None:
    """The field of a look-up page, and all names that it searches."""
    if page.startswith(FOLDER):
        names = {
            "methods": _lines(each for each in members() if not each.name.isupper()),
            "constants": _lines(each for each in members() if each.name.isupper()),
        }
        app.add_js_file(None, body=f"const sysvirtNames = {json.dumps(names)};")
        app.add_js_file("names.js")
        app.add_js_file("lookup.js")


def _part_names(app: Sphinx, tree: nodes.document) -> None:
    if app.env.docname.startswith(FOLDER):
        for literal in list(tree.findall(nodes.literal)):
            if literal.astext().startswith("VIR_"):
                long_names.part(literal)


def _lines(rows: Iterable[Member]) -> str:
    return "\n".join(map(_line, rows))


def _line(each: Member) -> str:
    return "\t".join((each.cls, each.name, " ".join(each.c), " ".join(each.others), _value(each)))


def _value(each: Member) -> str:
    """The number that a constant is; of a text and of a method, nothing."""
    cls = getattr(constants, f"{each.cls}Constants", None)
    value = getattr(cls, each.name) if each.name.isupper() else ""
    return str(value) if isinstance(value, int) else ""


def _write_pages(app: Sphinx) -> None:
    folder = Path(app.srcdir) / FOLDER
    _write(folder / "methods.rst", "Every method", "36 36 28", _methods())
    _write(folder / "constants.rst", "Every constant", "32 32 10 26", _constants())


def _write(path: Path, title: str, widths: str, rows: list[tuple[str, ...]]) -> None:
    head, *body = rows
    lead = (
        f"{len(body)} of them, by their Perl names. Type a name of Perl, Python, C, libvirt-python "
        "or virsh, a part of one, or a line of your script. A number finds the constants that have "
        "it. In a terminal ``python -m sysvirt names`` answers the same."
    )
    lines = "\n".join(_row(row) for row in (head, *body))
    heading = pages.title(title, "=")
    pages.write(path, _PAGE.format(title=heading, lead=lead, widths=widths, rows=lines))


def _row(cells: tuple[str, ...]) -> str:
    return "\n".join(f"   {'  ' if at else '* '}- {cell}" for at, cell in enumerate(cells))


def _methods() -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("Perl", "Python", "C")]
    for package, methods in api.perl_methods().items():
        cls = api.class_of(package).__name__
        for method in methods:
            name = method.name
            functions = [
                f"`{function} <{url}>`__" if (url := api.manual(function)) else f"``{function}``"
                for function in method.c
            ]
            python = f":py:meth:`{api.perl_to_python(package)}.{name} <sysvirt.{cls}.{name}>`"
            rows.append((f"``{package}::{name}``", python, ", ".join(functions)))
    return rows


def _constants() -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("Perl", "Python", "Value", "C")]
    for each in read_constants():
        cls = api.class_of(each.package).__name__
        shown = f"{api.perl_to_python(each.package)}.{each.name}"
        python = f":py:attr:`{shown} <sysvirt.{cls}.{each.name}>`"
        perl = f"``{each.package}::{each.name}``"
        rows.append((perl, python, f"``{each.value!r}``", f"``{each.c_symbol}``"))
    return rows
