"""Turns what docstrings name into links: C functions, groups of constants, types."""

from __future__ import annotations

import re
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

import api
import sysvirt

_FUNCTION = re.compile(r"``(vir[A-Z]\w+)``")
_FAMILY = re.compile(r"``(?:(?P<owner>[A-Z]\w+)\.)?(?P<beginning>[A-Z][A-Z0-9_]*_)\*``")
#: A type variable stands for the class that the method is called on.
_VARIABLE = re.compile(r"\b_[A-Z]\b")
#: Names in signatures that are explained nowhere but in Python's own manual.
_FOREIGN = frozenset(dir(__builtins__)) | {
    "AbstractContextManager",
    "Any",
    "Callable",
    "Client",
    "Logger",
    "Self",
    "SupportsIndex",
    # The variables of sysvirt.aio's signatures.
    *("P", "R", "T", "V", "args", "kwargs"),
}
#: All others are what methods return; their constructors are nobody's business.
_MADE_BY_USERS = ("sysvirt.Virt", "sysvirt.Stream", "sysvirt.fleet.Fleet")
#: Classes that users know by another name.
_HIDDEN = {
    "sysvirt._core.objects.Connection": "Virt",
    "Connection": "Virt",
    "Opener": "Virt",
    "os.PathLike": "FileName",
}


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("autodoc-process-docstring", _link)
    app.connect("autodoc-process-signature", _sign)
    app.connect("missing-reference", _resolve)
    return {"parallel_read_safe": True}


def _link(_app: Sphinx, _what: str, name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
    owner = name.split(".")[1] if name.count(".") else ""
    for at, line in enumerate(lines):
        linked = _FAMILY.sub(lambda found: _family(found, owner), line)
        lines[at] = _FUNCTION.sub(_function, linked)


def _sign(
    _app: Sphinx, what: str, name: str, _obj: Any, _options: Any, signature: str, returns: str
) -> tuple[str, str | None] | None:
    if what in ("class", "exception") and name not in _MADE_BY_USERS:
        return "", None
    cls = name.split(".")[1] if name.count(".") > 1 else name
    if not returns or not _VARIABLE.search(returns):
        return None
    return signature, _VARIABLE.sub(cls, returns)


def _function(found: re.Match[str]) -> str:
    url = api.manual(found[1])
    return f"`{found[1]} <{url}>`__" if url else found[0]


def _family(found: re.Match[str], owner: str) -> str:
    cls = getattr(sysvirt, found["owner"] or owner, None)
    if not isinstance(cls, type):
        return found[0]
    group = api.group_for(api.package_of(cls), found["beginning"])
    if group is None:
        return found[0]
    text = found[0].strip("`")
    return f":ref:`{text} <{cls.__name__.lower()}-{group.anchor}>`"


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contents: nodes.TextElement
) -> nodes.reference | nodes.TextElement | None:
    """A class that an annotation names without its module: there is one of that name."""
    if node["refdomain"] != "py":
        return None
    name = _HIDDEN.get(node["reftarget"], node["reftarget"].rpartition(".")[2])
    objects = cast(PythonDomain, env.get_domain("py")).objects
    for full, entry in objects.items():
        if full.rpartition(".")[2] == name and entry.objtype in ("class", "exception", "type"):
            return make_refnode(
                app.builder, node["refdoc"], entry.docname, entry.node_id, contents, name
            )
    return contents if name in _FOREIGN else None
