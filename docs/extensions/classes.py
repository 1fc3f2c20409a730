"""The reference: a page for each class, from its docstrings and the table of constants."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from typing import Any, cast

import sphinx
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain
from sphinx.domains.std import StandardDomain
from sphinx.util.docutils import SphinxDirective

import api
import pages
import sysvirt
from sysvirt.error_kinds import KINDS

#: Modules beside the classes, each with a page.
MODULES = ("bitmap", "fleet", "logs", "names")
#: Keeps the class out of the index, which has its methods; older ones than 8.2 can't.
UNLISTED = "\n   :no-index-entry:" if sphinx.version_info >= (8, 2) else ""
#: Titles of rooms whose class name says less.
TITLES = {
    "Activatable": "Active or not",
    "Autostartable": "Autostart",
    "Connection": "The object itself",
    "Described": "XML description",
    "Handle": "The object itself",
    "Identified": "UUID",
    "IOThreads": "IO threads",
    "Named": "Name",
    "Persistable": "Persistent or not",
    "Resource": "The object itself",
    "Vcpus": "Virtual CPUs",
}
SHAPES = (
    *("virt", "domain", "domain_block", "domain_job", "domain_tuning", "guest"),
    *("network", "storage", "events"),
)
SHAPES_INTRODUCTION = (Path(__file__).parent / "shapes.rst.in").read_text()
if "type" not in PythonDomain.directives:
    # Debian 12's Sphinx has no word for them yet.
    SHAPES_INTRODUCTION = SHAPES_INTRODUCTION.replace("py:type::", "py:class::")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("constants", Constants)
    app.connect("builder-inited", _write_pages)
    return {"parallel_read_safe": True}


def _write_pages(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "reference"
    apart = ("Virt", "Sys", *KINDS)
    names = ["Virt", *(name for name in sysvirt.__all__ if name not in apart)]
    for name in names:
        pages.write(folder / f"{name.lower()}.rst", _class_page(getattr(sysvirt, name)))
    for name in MODULES:
        pages.write(folder / f"{name}.rst", _module_page(name))
    pages.write(folder / "shapes.rst", _shapes_page())
    listed = (*(name.lower() for name in names), *MODULES, "shapes", "aio")
    contents = "\n".join(f"   {name}" for name in listed)
    title = pages.title("Reference", "=")
    pages.write(folder / "index.rst", _INDEX.format(title=title, contents=contents))


_INDEX = """\
{title}

One page for each class of Sys::Virt. A page has the methods by what they are about, and then every
constant in its group. :doc:`/lookup/methods` and :doc:`/lookup/constants` find a thing by its Perl
or C name.

.. toctree::
   :maxdepth: 1

{contents}
"""


def _module_page(name: str) -> str:
    module = f"sysvirt.{name}"
    return f"{pages.title(module, '=')}\n\n.. automodule:: {module}\n   :members:\n"


def _class_page(cls: type) -> str:
    package = api.package_of(cls)
    directive = "autoexception" if issubclass(cls, Exception) else "autoclass"
    parts = [
        pages.title(api.perl_to_python(package), "="),
        f".. {directive}:: sysvirt.{cls.__name__}{UNLISTED}",
    ]
    sections: dict[str, list[str]] = {}
    leads: dict[str, str] = {}
    for room, names in api.public_names(cls):
        title = "Methods" if room is cls else _room_title(room)
        sections.setdefault(title, []).extend(names)
        if room is not cls:
            leads.setdefault(title, (inspect.getdoc(room) or "").partition("\n")[0])
    if len(sections) > 1:
        parts.append(_glance(cls, sections))
    parts += [_section(cls, title, names, leads.get(title)) for title, names in sections.items()]
    if cls is sysvirt.Error:
        parts.append(_kinds())
    if api.groups(package):
        parts.append(f"{pages.title('Constants', '-')}\n\n.. constants:: {cls.__name__}")
    return "\n\n".join(parts) + "\n"


def _kinds() -> str:
    """The subclasses of ``Error``, which have its methods."""
    title = pages.title("Kinds", "-")
    lead = "Subclasses of ``Error``. The guide to :doc:`/errors` has the codes of each."
    kinds = [f".. autoexception:: sysvirt.{name}\n   :show-inheritance:" for name in KINDS]
    return "\n\n".join([title, lead, *kinds])


def _glance(cls: type, sections: dict[str, list[str]]) -> str:
    """All methods in a few lines, each a link."""
    lines = [".. list-table::", "   :class: glance", "   :widths: 1 4", ""]
    for title, names in sections.items():
        links = " ".join(f":py:obj:`{name} <sysvirt.{cls.__name__}.{name}>`" for name in names)
        lines += [f"   * - {title}", f"     - {links}"]
    return "\n".join(lines)


def _room_title(room: type) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", room.__name__).split()
    return TITLES.get(room.__name__, " ".join([words[0], *(word.lower() for word in words[1:])]))


def _section(cls: type, title: str, names: list[str], lead: str | None) -> str:
    parts = [pages.title(title, "-"), lead]
    for name in names:
        static = inspect.getattr_static(cls, name)
        kind = "autoproperty" if isinstance(static, property) else "automethod"
        parts.append(f".. {kind}:: sysvirt.{cls.__name__}.{name}")
    return "\n\n".join(filter(None, parts))


def _shapes_page() -> str:
    modules = [importlib.import_module(f"sysvirt.shapes.{name}") for name in SHAPES]
    return SHAPES_INTRODUCTION + "\n\n".join(map(_shapes, modules)) + "\n"


def _shapes(module: Any) -> str:
    title = (inspect.getdoc(module) or "").partition("\n")[0].rstrip(".")
    shapes = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and not value.__name__.startswith("_")
    ]
    return "\n\n".join([pages.title(title, "-"), *map(_shape, shapes)])


def _shape(shape: type) -> str:
    """A TypedDict with its keys; one that is not total may lack some."""
    keys = [
        f"   ``{key}``\n      :py:class:`{_plain(hint)}`"
        if _plain(hint).isidentifier()
        else f"   ``{key}``\n      ``{_plain(hint)}``"
        for key, hint in shape.__annotations__.items()
    ]
    name = f"{shape.__module__}.{shape.__name__}"
    return "\n\n".join([f".. autoclass:: {name}()", "\n\n".join(keys)])


def _plain(hint: Any) -> str:
    """An annotation as it was written."""
    return str(getattr(hint, "__forward_arg__", None) or getattr(hint, "__name__", hint))


class Constants(SphinxDirective):
    """A table for each group of a class's constants; each of them can be linked to."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        cls = getattr(sysvirt, self.arguments[0])
        found: list[nodes.Node] = []
        for group in api.groups(api.package_of(cls)):
            found += self._group(cls, group)
        return found

    def _group(self, cls: type, group: api.Group) -> list[nodes.Node]:
        name = f"{cls.__name__.lower()}-{group.anchor}"
        title = nodes.rubric("", "", nodes.literal("", group.title), ids=[name])
        std = cast(StandardDomain, self.env.get_domain("std"))
        std.anonlabels[name] = self.env.docname, name
        std.labels[name] = self.env.docname, name, group.title
        source = nodes.paragraph("", "", nodes.literal("", group.source))
        head = ("Constant", "Value", "C", "Since libvirt")
        rows = [self._row(cls, constant) for constant in group.constants]
        return [title, source, _table(head, rows)]

    def _row(self, cls: type, constant: Any) -> list[nodes.Node]:
        full = f"sysvirt.{cls.__name__}.{constant.name}"
        python = cast(PythonDomain, self.env.get_domain("py"))
        python.note_object(full, "attribute", full, location=self.state_machine)
        name = nodes.literal("", constant.name, ids=[full])
        return [
            name,
            nodes.literal("", repr(constant.value)),
            nodes.literal("", constant.c_symbol),
            nodes.inline("", constant.since),
        ]


def _table(head: tuple[str, ...], rows: list[list[nodes.Node]]) -> nodes.table:
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=1) for _ in head), cols=len(head))
    group += nodes.thead("", _row([nodes.inline("", text) for text in head]))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["constants"])


def _row(cells: list[Any]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))
