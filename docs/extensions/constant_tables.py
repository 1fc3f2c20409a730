"""The directive ``constants``: a table for each group of a class's constants, in few letters.

A page may have a thousand of them, so a row is plain HTML without what themes add to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain
from sphinx.domains.std import StandardDomain
from sphinx.util.docutils import SphinxDirective

import api
import long_names
import sysvirt
from constants.table import Constant

HEAD = """\
<div class="table-wrapper docutils container">
<table class="constants docutils align-default">
<thead><tr><th>Constant</th> <th>Value</th> <th>C</th> <th>Since libvirt</th></tr></thead>
<tbody>"""
FOOT = "</tbody></table></div>"


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("constants", Constants)
    return {"parallel_read_safe": True}


class Constants(SphinxDirective):
    """The tables; each group and each constant can be linked to."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        cls = getattr(sysvirt, self.arguments[0])
        groups = api.groups(api.package_of(cls))
        index = [_index(cls, groups)] if len(groups) > 1 else []
        return [*index, *(node for group in groups for node in self._group(cls, group))]

    def _group(self, cls: type, group: api.Group) -> Iterator[nodes.Node]:
        name = f"{cls.__name__.lower()}-{group.anchor}"
        std = cast(StandardDomain, self.env.get_domain("std"))
        std.anonlabels[name] = self.env.docname, name
        std.labels[name] = self.env.docname, name, group.title
        yield nodes.rubric("", "", nodes.literal("", group.title), ids=[name])
        yield nodes.paragraph("", "", nodes.literal("", group.source))
        python = cast(PythonDomain, self.env.get_domain("py"))
        for constant in group.constants:
            full = _full_name(cls, constant)
            python.note_object(full, "attribute", full, location=self.state_machine)
        rows = "\n".join(_row(cls, constant) for constant in group.constants)
        yield nodes.raw("", f"{HEAD}\n{rows}\n{FOOT}", format="html")


def _full_name(cls: type, constant: Constant) -> str:
    return f"sysvirt.{cls.__name__}.{constant.name}"


def _index(cls: type, groups: tuple[api.Group, ...]) -> nodes.raw:
    """All groups in a few lines, each a link."""
    links = (
        f'<a href="#{cls.__name__.lower()}-{group.anchor}">{escape(group.title)}</a>'
        for group in groups
    )
    return nodes.raw("", f'<p class="groups">{" ".join(links)}</p>', format="html")


def _row(cls: type, constant: Constant) -> str:
    """The cells of a constant: HTML lets them end by themselves, a search wants spaces."""
    name = f'<code id="{_full_name(cls, constant)}">{constant.name}</code>'
    symbol = long_names.html(constant.c_symbol)
    cells = (name, escape(repr(constant.value)), symbol, constant.since)
    return f"<tr>{' '.join(f'<td>{cell}' for cell in cells)}"
