"""Perl beside Python: two fences in a row, which a code host shows below each other."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

PYTHON = ("python", "pycon")


def setup(app: Sphinx) -> dict[str, Any]:
    # Before what is said below the panes is added.
    app.connect("doctree-read", _pair, priority=400)
    return {"parallel_read_safe": True}


def _pair(_app: Sphinx, tree: nodes.document) -> None:
    for note in list(tree.findall(_is_note)):
        note.parent.remove(note)
    for perl in list(tree.findall(nodes.literal_block)):
        python = _next(perl)
        if _is(perl, "perl") and _is(python, *PYTHON):
            right = [python, after] if _is(after := _next(python), "text") else [python]
            parent, place = perl.parent, perl.parent.index(perl)
            for each in (perl, *right):
                parent.remove(each)
            sides = [_container("side", perl), _container("side", *right)]
            parent.insert(place, _container("pair", _container("panes", *sides)))


def _is_note(node: nodes.Node) -> bool:
    """How the tests run a fence, in a comment above it, is of no interest to readers."""
    return isinstance(node, nodes.comment) or (
        isinstance(node, nodes.raw) and node.astext().startswith("<!--")
    )


def _next(node: nodes.Element) -> Any:
    return node.next_node(descend=False, siblings=True)


def _is(node: Any, *languages: str) -> bool:
    return isinstance(node, nodes.literal_block) and node.get("language") in languages


def _container(name: str, *children: nodes.Node) -> nodes.container:
    return nodes.container("", *children, classes=[name])
