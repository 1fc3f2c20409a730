"""The reference: a page for each class, from its docstrings and the table of constants.

The two large classes have a page for each group of their methods, too.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import migrating
import sphinx
from method_entries import Writer
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain

import api
import pages
import sysvirt
from sysvirt.error_kinds import KINDS

#: Modules beside the classes, each with a page.
MODULES = ("bitmap", "cluster", "fleet", "logs", "names")
#: Keeps the class out of the index, which has its methods; older ones than 8.2 can't.
UNLISTED = "\n   :no-index-entry:" if sphinx.version_info >= (8, 2) else ""
#: Titles of rooms whose class name says less.
TITLES = {
    "Activatable": "Active or not",
    "Autostartable": "Autostart",
    "CPUModels": "CPU models",
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
#: Classes with a page for each group of methods, and one for the constants where these are many.
LARGE = ("Virt", "Domain")
MANY = 300

SHAPES = (
    *("virt", "domain", "domain_block", "domain_job", "domain_tuning", "guest"),
    *("network", "storage", "events"),
)
SHAPES_INTRODUCTION = (Path(__file__).parent / "shapes.rst.in").read_text()
if "type" not in PythonDomain.directives:
    # Debian 12's Sphinx has no word for them yet.
    SHAPES_INTRODUCTION = SHAPES_INTRODUCTION.replace("py:type::", "py:class::")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", _write_pages)
    return {"parallel_read_safe": True}


def _write_pages(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "reference"
    apart = ("Virt", "Sys", *KINDS)
    names = ["Virt", *(name for name in sysvirt.__all__ if name not in apart)]
    for name in names:
        for file, text in class_pages(getattr(sysvirt, name), Writer(app)).items():
            pages.write(folder / f"{file}.rst", text)
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
constant in its group; the two large classes have a page for each group. :doc:`/lookup/methods` and
:doc:`/lookup/constants` find a thing by its Perl or C name.

Each method says what its parameters take: flags and other constants, or a number in its unit. It
names the errors that tests have seen it raise, too, on libvirt's test driver and on real hosts.
:ref:`Any call <any-call>` may raise a few more.

.. toctree::
   :maxdepth: 1

{contents}
"""


def _module_page(name: str) -> str:
    module = f"sysvirt.{name}"
    return f"{pages.title(module, '=')}\n\n.. automodule:: {module}\n   :members:\n"


@attrs.define
class Section:
    """A group of methods: its title, what its room says of it, whether it has a page of its own."""

    title: str
    names: list[str]
    about: str = ""
    apart: bool = False

    @property
    def lead(self) -> str:
        """The first line of what is said."""
        return self.about.partition("\n")[0]

    @property
    def rest(self) -> str:
        """What is said beyond that."""
        return self.about.partition("\n\n")[2]

    def page(self, cls: type) -> str:
        """The name of its page."""
        return f"{cls.__name__.lower()}-{self.title.lower().replace(' ', '-')}"


def class_pages(cls: type, writer: Writer) -> dict[str, str]:
    """The text of each page of a class, by name."""
    sections = _sections(cls)
    constants = len([row for group in api.groups(api.package_of(cls)) for row in group.constants])
    apart = [section for section in sections if section.apart]
    found = {section.page(cls): _group_page(cls, section, writer) for section in apart}
    if constants > MANY:
        found[f"{cls.__name__.lower()}-constants"] = _constants_page(cls)
    links = [f"   {section.title} <{section.page(cls)}>" for section in apart]
    if constants > MANY:
        links.append(f"   Constants <{cls.__name__.lower()}-constants>")
    parts = list(_class_parts(cls, sections, writer))
    if 0 < constants <= MANY:
        parts.append(f"{pages.title('Constants', '-')}\n\n.. constants:: {cls.__name__}")
    if links:
        parts.append("\n".join([".. toctree::", "   :hidden:", "", *links]))
    found[cls.__name__.lower()] = "\n\n".join(parts) + "\n"
    return found


def _sections(cls: type) -> list[Section]:
    """The methods by what they are about."""
    found: dict[str, Section] = {}
    for room, names in api.public_names(cls):
        title = "Methods" if room is cls else _room_title(room)
        section = found.setdefault(title, Section(title, []))
        section.names.extend(names)
        if room is not cls and not section.about:
            section.about = inspect.getdoc(room) or ""
        own = room.__module__.startswith(f"sysvirt.{cls.__name__.lower()}.")
        section.apart = cls.__name__ in LARGE and own
    return list(found.values())


def _class_parts(cls: type, sections: list[Section], writer: Writer) -> Iterator[str]:
    directive = "autoexception" if issubclass(cls, Exception) else "autoclass"
    yield pages.title(api.perl_to_python(api.package_of(cls)), "=")
    yield f".. {directive}:: sysvirt.{cls.__name__}{UNLISTED}"
    if len(sections) > 1:
        yield _glance(cls, sections)
    for section in sections:
        if not section.apart:
            yield pages.title(section.title, "-")
            yield section.lead
            yield from writer.methods(cls, section.names)
    if cls is sysvirt.Error:
        yield _kinds()


def _group_page(cls: type, section: Section, writer: Writer) -> str:
    name = api.perl_to_python(api.package_of(cls))
    words = section.title[0].lower() + section.title[1:]
    title = f"{name}: {words if section.title[1].islower() else section.title}"
    parts = [pages.title(title, "="), f"Methods of :py:class:`{name} <sysvirt.{cls.__name__}>`."]
    if section.rest:
        parts.append(writer.linked(cls, section.rest))
    parts += writer.methods(cls, section.names)
    if (cls.__name__, section.title) == ("Domain", "Migration"):
        parts.append(migrating.table())
    return "\n\n".join(parts) + "\n"


def _constants_page(cls: type) -> str:
    name = api.perl_to_python(api.package_of(cls))
    lead = f"The constants of :py:class:`{name} <sysvirt.{cls.__name__}>`, by what they are about."
    return f"{pages.title(f'{name}: constants', '=')}\n\n{lead}\n\n.. constants:: {cls.__name__}\n"


def _kinds() -> str:
    """The subclasses of ``Error``, which have its methods."""
    title = pages.title("Kinds", "-")
    lead = "Subclasses of ``Error``. The guide to :doc:`/errors` has the codes of each."
    kinds = [f".. autoexception:: sysvirt.{name}\n   :show-inheritance:" for name in KINDS]
    return "\n\n".join([title, lead, *kinds])


def _glance(cls: type, sections: list[Section]) -> str:
    """All methods in a few lines, each a link."""
    lines = [".. list-table::", "   :class: glance", "   :widths: 1 4", ""]
    for section in sections:
        links = " ".join(f":name:`sysvirt.{cls.__name__}.{name}`" for name in section.names)
        title = f":doc:`{section.title} <{section.page(cls)}>`" if section.apart else section.title
        lines += [f"   * - {title}", f"     - {links}"]
    return "\n".join(lines)


def _room_title(room: type) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", room.__name__).split()
    return TITLES.get(room.__name__, " ".join([words[0], *(word.lower() for word in words[1:])]))


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
