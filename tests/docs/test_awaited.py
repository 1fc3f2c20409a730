"""The examples of `sysvirt.aio`'s docstrings run, and print what they say."""

from __future__ import annotations

import asyncio
import doctest
import gc
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

import sysvirt.aio
from sysvirt.aio import EventsLost, Fleet, Hole, HostDown, HostState, HostUp, Result, Sys, Virt
from sysvirt.aio._virt.versions import _Version
from tests.aio.conftest import still_loop  # noqa: F401 - a fixture
from tests.clusters import REASON, in_process
from tests.docs.awaiting import Runner
from tests.docs.docstrings import (
    AWAITED_SCENES,
    NEWER,
    awaited_examples,
    awaited_on_a_host,
    is_at,
    is_marked,
    on_the_test_driver,
    unmark,
)
from tests.docs.test_docstrings import VOLUME

GENERATED = "sysvirt.aio._generated."


def original_of(name: str) -> str:
    """The synchronous example that a generated one is made from."""
    inside = name.removeprefix(GENERATED)
    room = "_core." if inside.startswith("properties.") else ""
    return f"sysvirt.{room}{inside}"


def release_of(name: str) -> int:
    """From which libvirt on the test driver has what the example shows."""
    return NEWER.get(original_of(name), 0)


def to_play() -> list[doctest.DocTest]:
    """The examples with lines that the test driver plays; newer ones as a whole.

    The others are played on hosts, synchronously, and by the tests of `tests/aio`.
    """
    found = (unmark(each) if release_of(each.name) else each for each in awaited_examples())
    return [
        example
        for example in found
        if any(doctest.SKIP not in line.options for line in example.examples)
    ]


PLAYED = to_play()


async def scene(conn: Virt) -> dict[str, Any]:
    """What an example may use."""
    pool = await conn.get_storage_pool_by_name("default-pool")
    return {
        "Sys": Sys,
        "EventsLost": EventsLost,
        "Hole": Hole,
        "Domain": Sys.Virt.Domain,
        **{each.__name__: each for each in (Fleet, HostDown, HostState, HostUp, Result)},
        "asyncio": asyncio,
        "conn": conn,
        "dom": await conn.get_domain_by_name("test"),
        "net": await conn.get_network_by_name("default"),
        "pool": pool,
        "vol": await pool.create_volume(VOLUME),
        "iface": await conn.get_interface_by_name("eth1"),
        "dev": await conn.get_node_device_by_name("computer"),
    }


async def join() -> Any:
    """The client of a cluster of this process."""
    return await in_process(asynchronous=True)


def play(example: doctest.DocTest) -> str:
    """Run an example on a fresh test driver; the complaints about what it printed."""
    # The traceback of an expected error keeps the last example's connection, and so its world.
    gc.collect()
    with asyncio.Runner() as loop:
        conn = loop.run(Sys.Virt.new(uri="test:///default"))
        fleet = Fleet({"here": "test:///default"})
        client = loop.run(join()) if is_at(example.name, "sysvirt.aio.cluster") else None
        try:
            example.globs = {**example.globs, **loop.run(scene(conn)), "client": client}
            if ".Fleet" in example.name:
                example.globs["fleet"] = loop.run(fleet.__aenter__())
            return Runner(loop).play(example)
        finally:
            loop.run(fleet.__aexit__(None, None, None))
            if client is not None:
                loop.run(client.close())
            # A connection that an example keeps would keep its world for the next ones.
            example.globs.clear()
            loop.run(conn.close())


@pytest.mark.parametrize("example", PLAYED, ids=lambda example: example.name)
def test_an_awaited_example(example: doctest.DocTest) -> None:
    release = release_of(example.name)
    if libvirt.getVersion() < release:
        pytest.skip(f"needs libvirt {release // 1_000_000}.{release // 1000 % 1000}")
    if is_at(example.name, "sysvirt.aio.cluster"):
        pytest.importorskip("distributed", reason=REASON)
    complaints = play(example)
    assert not complaints, complaints


def lines_of(example: doctest.DocTest) -> int:
    """How many of its lines are played."""
    return sum(doctest.SKIP not in line.options for line in example.examples)


def test_what_the_test_driver_plays_is_played_awaited() -> None:
    """As many lines of each; what is written by hand has examples of its own."""
    originals = {example.name: lines_of(example) for example in on_the_test_driver()}
    played = {
        original_of(example.name): lines_of(example)
        for example in PLAYED
        if example.name.startswith(GENERATED)
    }
    generated = {original_of(each.name) for each in awaited_examples() if GENERATED in each.name}
    assert len(played) > 250
    assert played == {name: lines for name, lines in originals.items() if name in generated}


def test_what_is_written_by_hand_and_skipped_here_runs_on_a_host() -> None:
    """What is generated runs there as the synchronous method that it is made from."""
    marked = [each.name for each in awaited_examples() if is_marked(each)]
    by_hand = [name for name in marked if not name.startswith(GENERATED)]
    names = [example.name for _, example in awaited_on_a_host()]
    assert sorted(by_hand) == sorted(names)
    places = [place for each in AWAITED_SCENES.values() for place in each]
    assert [place for place in places if not any(is_at(name, place) for name in names)] == []


def test_no_awaited_example_only_shows_an_error() -> None:
    only = {
        example.name
        for example in awaited_examples()
        if any(line.exc_msg for line in example.examples)
        and not any(line.want and not line.exc_msg for line in example.examples)
    }
    assert only == set()


WRONG = """
>>> await dom.get_name()
'test'
"""
FORGOTTEN = """
>>> (dom.get_info())["state"]
1
"""
OTHERWISE = """
>>> (await dom.get_info())["nrVirtCpu"]
3
"""
RIGHT = """
>>> (await dom.get_info())["nrVirtCpu"]
2
>>> async with asyncio.timeout(10):
...     await dom.suspend()
...     print(await dom.is_active())
True
>>> await conn.get_domain_by_name("nobody")
Traceback (most recent call last):
sysvirt.NotFoundError: libvirt error code: 42, message: Domain not found
"""


# A coroutine that nobody awaits is what one of them is about.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (WRONG, "TypeError"),
        (FORGOTTEN, "'coroutine' object is not subscriptable"),
        (OTHERWISE, "Expected:\n    3\nGot:\n    2"),
        (RIGHT, ""),
    ],
)
def test_the_runner_finds_what_is_wrong(text: str, complaint: str) -> None:
    example = doctest.DocTestParser().get_doctest(text, {}, "example", None, 0)
    complaints = play(example)
    assert complaint in complaints
    assert bool(complaints) == bool(complaint), complaints


def by_hand() -> Iterator[tuple[str, str]]:
    """What is public and written by hand in each class, and what is said of it."""
    public = (value for value in vars(sysvirt.aio).values() if isinstance(value, type))
    classes = {each for value in public for each in value.__mro__}
    for cls in classes:
        where = inspect.getsourcefile(cls) if cls.__module__.startswith("sysvirt.aio") else None
        if where is None or "_generated" in where or cls is Sys:
            continue
        for name, value in vars(cls).items():
            # The names of classes have a text of their own elsewhere.
            is_method = inspect.isroutine(value) or isinstance(value, (property, _Version))
            # `end` is what the connection calls, not the program.
            if is_method and not name.startswith("_") and name != "end":
                yield f"{cls.__qualname__}.{name}", inspect.getdoc(value) or ""


def test_what_is_written_by_hand_has_an_example_and_its_ground() -> None:
    said = dict(by_hand())
    assert len(said) > 50
    assert {name for name, text in said.items() if ">>> " not in text} == set()
    assert {name for name, text in said.items() if "Rests on: " not in text} == set()
    assert {name for name, text in said.items() if "Perl: " not in text} == set()


def test_no_awaited_example_is_overlooked() -> None:
    files = Path(sysvirt.aio.__file__).parent.rglob("*.py")
    sources = "".join(file.read_text("utf-8") for file in files)
    written = len(re.findall(r"^ *>>> ", sources, re.MULTILINE))
    assert sum(len(example.examples) for example in awaited_examples()) == written
