"""The page on the differences: the names in the first column lead to what they are names of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

import api
import sysvirt

PAGE = "differences"
#: What stands for any part of a name.
_ANY = re.compile(r"[*…]")
#: Words that several classes have, and whose it is where a row names no class.
_OWNERS = {"new": "Virt", "migrate*": "Domain"}


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-read", _link_names)
    return {"parallel_read_safe": True}


def _link_names(app: Sphinx, tree: nodes.document) -> None:
    if app.env.docname != PAGE:
        return
    for table in tree.findall(nodes.table):
        table["classes"].append("differences")
        for body in table.findall(nodes.tbody):
            for row in body.findall(nodes.row):
                _link_row(row)


def _link_row(row: nodes.row) -> None:
    for name in list(row[0].findall(nodes.literal)):
        if linked := _linked(name):
            name.replace_self(linked)


def _linked(literal: nodes.literal) -> nodes.Node | None:
    """The link for a name; for a word that is no name of sysvirt's, none."""
    written = literal.astext().partition("(")[0].removeprefix("Sys.Virt.")
    if _ANY.search(written) and written not in _OWNERS:
        return _to_lookup(max(_ANY.split(written), key=len).strip("_"), literal)
    found = list(_meant(written))
    if len(found) == 1:
        return _to_name(found[0], literal)
    return _to_lookup(written, literal) if found else None


def _meant(written: str) -> Iterator[str]:
    """The full names that it may stand for."""
    owner, _, name = written.rpartition(".")
    owner = owner or _OWNERS.get(name, "")
    name = _ANY.sub("", name)
    if not owner and isinstance(getattr(sysvirt, name, None), type):
        yield f"sysvirt.{name}"
        return
    for package in api.perl_methods():
        cls = api.class_of(package)
        if owner in ("", cls.__name__) and hasattr(cls, name):
            yield f"sysvirt.{cls.__name__}.{name}"


def _to_name(full: str, literal: nodes.literal) -> nodes.Node:
    link = pending_xref(
        "", literal.deepcopy(), refdomain="py", reftype="obj", reftarget=full, refexplicit=True
    )
    link["refwarn"] = True
    return link


def _to_lookup(text: str, literal: nodes.literal) -> nodes.Node:
    """All methods, or constants, that have it in their name."""
    page = "constants" if text.isupper() else "methods"
    address = f"lookup/{page}.html#?{text}"
    return nodes.reference("", "", literal.deepcopy(), refuri=address, internal=True)
