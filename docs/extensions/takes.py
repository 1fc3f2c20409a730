"""On each method's entry what its parameters take, and the errors that a script has to expect.

Both come from the reference's data, so they stand in no docstring.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

import api
from reference.data import Method, read_methods
from reference.errors import Seen, class_of, is_newer, read_errors, read_without
from reference.parameters import Given, of_method
from reference.words import read_words

#: Where the keys of the dict that migrating takes stand.
KEYS = ":ref:`MIGRATE_PARAM_* <migrate-params>`"
MIGRATING = ("migrate", "migrate2", "migrate_to_uri", "migrate_to_uri2")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_role("name", Name())
    # After the links in the docstring, before how it is awaited.
    app.connect("autodoc-process-docstring", _add, priority=510)
    return {"parallel_read_safe": True}


class Name(SphinxRole):
    """A link to a constant, in plain letters: pages have thousands of them."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name = self.text.rpartition(".")[2]
        target = pending_xref(
            "",
            nodes.inline("", name, classes=["name"]),
            refdomain="py",
            reftype="attr",
            reftarget=self.text,
            refwarn=True,
        )
        return [target], []


def _add(_app: Sphinx, what: str, name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
    parts = name.split(".")
    if what != "method" or len(parts) != 3 or parts[0] != "sysvirt":
        return
    said = [
        line
        for text in _texts(parts[1], parts[2])
        for line in (".. rst-class:: takes", "", text, "")
    ]
    if said:
        at = _last(lines)
        lines[at:at] = ["", *said]


def _last(lines: list[str]) -> int:
    """Where the line stands that names the C function, which is the last one."""
    found = [at for at, line in enumerate(lines) if line.startswith("Rests on: ")]
    return found[-1] if found else len(lines)


def _texts(cls: str, method: str) -> Iterator[str]:
    if taken := list(_taken(cls, method)):
        yield f"Takes {', '.join(taken)}."
    if raised := _raised(cls, method):
        yield raised


def _taken(cls: str, method: str) -> Iterator[str]:
    for given in of_method(cls, method):
        if said := _said(given):
            yield said
    if cls == "Domain" and method in MIGRATING:
        yield f"keys of ``params``: {KEYS}"


def _said(given: Given) -> str:
    if given.takes_nothing:
        return f"``{given.name}``: none yet"
    parts = [_group(group) for group in given.groups]
    if measure := given.measure:
        first, found, flag = measure.partition(" with ")
        parts.append(
            f"in {first} with :name:`sysvirt.{given.cls}.{flag}`" if found else f"in {measure}"
        )
    links = ", ".join(parts).replace("; ", ", or in ")
    if not links:
        return ""
    return f"``{given.name}`` {links}" if not given.groups else f"``{given.name}``: {links}"


def _group(source: str) -> str:
    cls, group = _groups()[source]
    return f":ref:`{group.title} <{cls.lower()}-{group.anchor}>`"


@cache
def _groups() -> dict[str, tuple[str, api.Group]]:
    """The groups of all classes by their C enum, each with its class."""
    packages = {package for package, _ in read_methods()}
    return {
        group.source: (class_of(package), group)
        for package in packages
        for group in api.groups(package)
    }


# Errors -------------------------------------------------------------------------------------------


def _raised(cls: str, method: str) -> str:
    seen = read_errors().get((cls, method), ())
    parts = [_error(each) for each in seen]
    row = _row(cls, method)
    if row and row.since and is_newer(row):
        release = row.since.removesuffix(".0")
        parts.append(f":name:`sysvirt.Error.ERR_NO_SUPPORT` before libvirt {release}")
    if parts:
        return f"Errors: {'; '.join(parts)}."
    reason = read_without().get((cls, method))
    return f"Errors: none of its own: {reason}." if reason else ""


def _row(cls: str, method: str) -> Method | None:
    package = "Sys::Virt" if cls == "Virt" else f"Sys::Virt::{cls}"
    return read_methods().get((package, method))


def _error(seen: Seen) -> str:
    says = seen.says or read_words().get(seen.code, "")
    words = [_escaped(says)] if says else []
    if seen.places == ("test",):
        words.append("(test driver)")
    return " ".join([f":name:`sysvirt.Error.{seen.code}`", *words])


def _escaped(text: str) -> str:
    """Nothing in libvirt's words is markup."""
    return "".join(f"\\{letter}" if letter in "*`|\\_<>:" else letter for letter in text)
