"""Below each example of Python a line with what it needs: names, earlier examples, a host."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

import free_names
import sysvirt.aio
import sysvirt.bitmap
import sysvirt.cluster
import sysvirt.fleet
import sysvirt.logs
import sysvirt.names

PYTHON = ("python", "pycon")
#: Where all examples start, and the names that it makes.
START = "starting"
#: A page where all examples have asyncio's objects.
AWAITED = "reference/aio"
#: A page where all examples have the client of a cluster.
CLUSTER = "reference/cluster"
WORLD = frozenset({"Sys", "conn", "dom", "net", "pool", "vol", "iface", "dev"})
#: Comments above a fence that make it something of its own: nothing is said of it.
APART = ("program", "typed", "pytest", "mypy", "not run")
HOSTS = {
    "host": ("a real host with a guest", "on-a-real-host"),
    "daemon": ("a daemon of its own", "with-a-daemon"),
    "cluster": ("a Dask cluster", "with-a-cluster"),
    "await": ("asyncio", "with-asyncio"),
}

#: What the pages on modules are about.
MODULES: dict[str, tuple[ModuleType, ...]] = {
    f"reference/{module.__name__.rpartition('.')[2]}": (module,)
    for module in (
        sysvirt.bitmap,
        sysvirt.cluster,
        sysvirt.fleet,
        sysvirt.logs,
        sysvirt.names,
    )
}

_MARK = re.compile(r"(?:<!-- )?([a-z ]+):\s*(.*?)(?: -->)?\s*")


@attrs.define(eq=False)
class Example:
    """A block of Python, and what it needs."""

    block: nodes.Element
    marks: dict[str, str]
    names: free_names.Names


def setup(app: Sphinx) -> dict[str, Any]:
    # The comments above the fences are still there; what is shown as a pair already is one later.
    app.connect("doctree-read", _remember, priority=300)
    app.connect("doctree-read", _say, priority=600)
    return {"parallel_read_safe": True}


def _remember(_app: Sphinx, tree: nodes.document) -> None:
    """Keep with each example what the comments above it say."""
    for block in _examples(tree):
        block["marks"] = _marks(block)


def _examples(tree: nodes.document) -> list[nodes.Element]:
    return [each for each in tree.findall(nodes.Element) if _is_python(each)]


def _is_python(node: nodes.Element) -> bool:
    if isinstance(node, nodes.doctest_block):
        return True
    return isinstance(node, nodes.literal_block) and (
        node.get("language") in PYTHON or node.astext().startswith(">>> ")
    )


def _marks(block: nodes.Element) -> dict[str, str]:
    marks: dict[str, str] = {}
    siblings = block.parent.children
    at = block.parent.index(block)
    while at and isinstance(siblings[at - 1], (nodes.comment, nodes.raw)):
        at -= 1
        for line in siblings[at].astext().splitlines():
            if found := _MARK.fullmatch(line):
                marks[found[1]] = found[2]
    return marks


def _say(app: Sphinx, tree: nodes.document) -> None:
    earlier: list[Example] = []
    if app.env.docname.startswith("examples/"):
        return
    for block in _examples(tree):
        marks = block.attributes.pop("marks", {})
        example = Example(block, marks, free_names.find(block.astext()))
        if not marks.keys() & {*APART} and app.env.docname != START:
            if said := _line(app.env.docname, example, earlier):
                _put(block, said)
            earlier.append(example)


def _line(page: str, example: Example, earlier: list[Example]) -> list[nodes.Node]:
    """What is said: imports, the names of the start, earlier examples, and where it runs."""
    givers = _givers(example, earlier)
    made = {name for giver in givers for name in giver.names.bound}
    wanted = [name for name in example.names.free if name not in made]
    imports = {name: line for name in wanted if name not in WORLD and (line := _import(page, name))}
    own = [name for name in wanted if name not in imports]
    parts: list[list[nodes.Node]] = [[nodes.literal("", line)] for line in imports.values()]
    if own:
        parts.append([_to_start(_names(own), "where-examples-start")])
    parts += [[_to_example(giver, earlier)] for giver in givers]
    if place := _place(page, example):
        text, anchor = HOSTS[place]
        parts.append([_to_start([nodes.Text(text)], anchor)])
    return [each for at, part in enumerate(parts) for each in (*_comma(at), *part)]


def _import(page: str, name: str) -> str | None:
    """How a name of sysvirt is imported that a page about a module takes for granted."""
    if name == "asyncio":
        return "import asyncio"
    for module in (sysvirt.aio if page == AWAITED else sysvirt, *MODULES.get(page, ())):
        if hasattr(module, name):
            return f"from {module.__name__} import {name}"
    return None


def _givers(example: Example, earlier: list[Example]) -> list[Example]:
    """The earlier examples that make names which this one needs, or that it goes on from."""
    found: list[Example] = []
    if "after" in example.marks and earlier:
        found.append(earlier[-1])
    for name in example.names.free:
        makers = [each for each in earlier if name in each.names.bound]
        if makers and (name not in WORLD or "after" in example.marks):
            found.append(makers[-1])
    return sorted(dict.fromkeys(found), key=earlier.index)


def _place(page: str, example: Example) -> str | None:
    if "needs" in example.marks:
        return example.marks["needs"]
    if is_skipped(example.block.astext()):
        return "host"
    if page == CLUSTER:
        return "cluster"
    return "await" if example.names.awaits or page == AWAITED else None


def is_skipped(text: str) -> bool:
    """Whether the test driver can't play it; Sphinx takes the words away later."""
    return "doctest: +SKIP" in text


def _names(names: list[str]) -> list[nodes.Node]:
    return [
        each for at, name in enumerate(names) for each in (*_comma(at), nodes.literal("", name))
    ]


def _comma(at: int) -> list[nodes.Node]:
    return [nodes.Text(", ")] if at else []


def _to_start(children: list[nodes.Node], anchor: str) -> nodes.Node:
    inside = nodes.inline("", "", *children)
    return pending_xref(
        "", inside, refdomain="std", reftype="ref", reftarget=anchor, refexplicit=True, refwarn=True
    )


def _to_example(giver: Example, earlier: list[Example]) -> nodes.Node:
    name = f"example-{earlier.index(giver) + 1}"
    if name not in giver.block["ids"]:
        giver.block["ids"].append(name)
    text = "the example above" if giver is earlier[-1] else "an earlier example"
    return nodes.reference("", text, refid=name, internal=True)


def _put(block: nodes.Element, said: list[nodes.Node]) -> None:
    """Below the example, and below what it prints."""
    parent, place = block.parent, block.parent.index(block) + 1
    for after in parent.children[place : place + 1]:
        if isinstance(after, nodes.literal_block) and after.get("language") == "text":
            place += 1
    parent.insert(place, nodes.paragraph("", "", nodes.Text("needs: "), *said, classes=["needs"]))
