"""An example that is copied from the site alone runs, with what the line below it says it needs."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from tests.docs.copied import Job, run_alone
from tests.docs.pages import Snippet, every

nodes = pytest.importorskip("docutils.nodes", reason="docutils is not installed")

#: What the page "Where examples start" makes.
WORLD = {"Sys", "conn", "dom", "net", "pool", "vol", "iface", "dev"}
#: What such lines speak of beside names and examples; where they are, others run the example.
PLACES = ("a real host with a guest", "a daemon of its own", "a Dask cluster", "asyncio")
START = "starting"


@define
class Copy:
    """An example as it is copied, and what stands below it."""

    page: str
    text: str
    ids: list[str]
    said: str = ""
    names: list[str] = field(factory=list)
    examples: list[str] = field(factory=list)

    @property
    def place(self) -> str:
        """Where it runs, if that isn't the test driver."""
        return next((place for place in PLACES if self.said.endswith(place)), "")


def is_python(node: Any) -> bool:
    if isinstance(node, nodes.doctest_block):
        return True
    return isinstance(node, nodes.literal_block) and (
        node.get("language") in ("python", "pycon") or node.astext().startswith(">>> ")
    )


def line_below(block: Any) -> Any:
    """The line of an example, below what it prints."""
    siblings = block.parent.children
    for node in siblings[block.parent.index(block) + 1 :][:2]:
        if isinstance(node, nodes.paragraph) and "needs" in node["classes"]:
            return node
    return None


def copies(page: str, tree: Any) -> Iterator[Copy]:
    for block in tree.findall(nodes.Element):
        if is_python(block):
            copy = Copy(page, block.astext(), block["ids"])
            if (line := line_below(block)) is not None:
                copy.said = line.astext()
                copy.names = [each.astext() for each in line.findall(nodes.literal)]
                links = [each.get("refid", "") for each in line.findall(nodes.reference)]
                copy.examples = [each for each in links if each.startswith("example-")]
            yield copy


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, list[Copy]]:
    """The examples of each page of the built site, but for programs, which are whole."""
    trees = site.parent / "doctrees"
    pages: dict[str, list[Copy]] = {}
    for file in sorted(trees.rglob("*.doctree")):
        name = str(file.relative_to(trees).with_suffix(""))
        if not name.startswith("examples/"):
            pages[name] = list(copies(name, pickle.loads(file.read_bytes())))
    return pages


@pytest.fixture(scope="module")
def start(found: dict[str, list[Copy]]) -> str:
    """What is copied first."""
    return found[START][0].text


def snippets() -> dict[str, Snippet]:
    """The fences of the pages by their text."""
    return {each.text.strip(): each for page in every() for each in page.snippets}


WRITTEN = snippets()


def is_apart(copy: Copy) -> bool:
    """Whether it is a program, a file of tests, or nothing that runs."""
    written = WRITTEN.get(copy.text.strip())
    apart = {"program", "typed", "pytest", "mypy", "not run"}
    return written is not None and bool(written.marks.keys() & apart)


def before(copy: Copy, start: str, page: list[Copy], done: list[str]) -> Iterator[str]:
    """What its line says is to be copied before it, each once."""
    yield from (name for name in copy.names if " " in name)
    if WORLD & {*copy.names} and start not in done:
        done.append(start)
        yield start
    for wanted in copy.examples:
        (giver,) = (each for each in page if wanted in each.ids)
        if giver.text not in done:
            yield from before(giver, start, page, done)
            done.append(giver.text)
            yield giver.text


def job(copy: Copy, start: str, page: list[Copy]) -> Job:
    """An example with all that its line says, and with nothing else."""
    written = WRITTEN.get(copy.text.strip())
    parts = [*before(copy, start, page, []), copy.text]
    return {"parts": parts, "prints": written.prints if written else None}


def runnable(pages: dict[str, list[Copy]]) -> list[Copy]:
    """The examples that the test driver plays."""
    return [
        copy
        for name, page in pages.items()
        for copy in page
        if name != START and not copy.place and not is_apart(copy)
    ]


def test_every_example_runs_alone_with_what_its_line_says(
    found: dict[str, list[Copy]], start: str, tmp_path: Path
) -> None:
    copied = runnable(found)
    assert len(copied) > 400
    complaints = run_alone([job(copy, start, found[copy.page]) for copy in copied], tmp_path)
    faults = {
        (copy.page, copy.text[:60], copy.said): complaint
        for copy, complaint in zip(copied, complaints, strict=True)
        if complaint
    }
    assert faults == {}


def test_the_lines_name_only_what_can_be_had(found: dict[str, list[Copy]]) -> None:
    """On the test driver and with asyncio: names of the start, and imports."""
    said = [
        (copy.page, name)
        for page in found.values()
        for copy in page
        if copy.place in ("", "asyncio")
        for name in copy.names
    ]
    assert len(said) > 500
    odd = [(page, name) for page, name in said if name not in WORLD and " " not in name]
    assert odd == []


def test_what_needs_a_host_or_a_daemon_says_so(found: dict[str, list[Copy]]) -> None:
    for name, page in found.items():
        # There it is said above.
        for copy in page if name != START else []:
            written = WRITTEN.get(copy.text.strip())
            needed = written.marks.get("needs") if written and not is_apart(copy) else None
            if needed:
                assert copy.place == PLACES[("host", "daemon", "cluster").index(needed)], copy.text


@pytest.mark.parametrize(
    ("text", "prints", "complaint"),
    [
        (">>> dom.get_name()\n'test'", None, "NameError: name 'dom' is not defined"),
        ("print(dom.get_name())", None, "NameError: name 'dom' is not defined"),
        ("print(1)", "2\n", "prints\n1\ninstead of\n2"),
        (">>> 1\n2", None, "Expected:\n    2\nGot:\n    1"),
        ("import os; os._exit(3)", None, "ends with 3"),
    ],
)
def test_an_example_that_lacks_something_is_found(
    start: str, tmp_path: Path, text: str, prints: str | None, complaint: str
) -> None:
    (found,) = run_alone([{"parts": [text], "prints": prints}], tmp_path)
    assert complaint in found
    assert run_alone(
        [{"parts": [start, ">>> dom.get_name()\n'test'"], "prints": None}], tmp_path
    ) == [""]
