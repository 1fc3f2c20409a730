"""Every docstring's example runs, most on a fresh test driver, and prints what it says."""

from __future__ import annotations

import doctest
import gc
import itertools
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import libvirt
import pytest

import sysvirt
from sysvirt import Domain, Sys, Virt
from sysvirt.aio._events.loop_thread import turn
from tests import worlds
from tests.clusters import in_process
from tests.docs.docstrings import (
    ALONE,
    ANSWERED,
    NEWER,
    NOWHERE,
    SCENES,
    examples,
    is_at,
    is_marked,
    on_a_host,
    on_the_test_driver,
    unmark,
)
from tests.docs.pages import ROOT
from tests.docs.running import play
from tests.hosts.proxy import Proxy
from tests.reference.test_completeness import functions, public

VOLUME = "<volume><name>example.img</name><capacity unit='MiB'>1</capacity></volume>"


def scene(conn: Virt) -> dict[str, Any]:
    """What an example may use."""
    pool = conn.get_storage_pool_by_name("default-pool")
    return {
        "Sys": Sys,
        "conn": conn,
        "dom": conn.get_domain_by_name("test"),
        "net": conn.get_network_by_name("default"),
        "pool": pool,
        "vol": pool.create_volume(VOLUME),
        "iface": conn.get_interface_by_name("eth1"),
        "dev": conn.get_node_device_by_name("computer"),
    }


def lines_to_play(example: doctest.DocTest) -> int:
    return sum(doctest.SKIP not in line.options for line in example.examples)


@pytest.mark.parametrize("example", on_the_test_driver(), ids=lambda example: example.name)
def test_example(example: doctest.DocTest, record_property: Callable[[str, object], None]) -> None:
    release = NEWER.get(example.name, 0)
    if libvirt.getVersion() < release:
        pytest.skip(f"needs libvirt {release // 1_000_000}.{release // 1000 % 1000}")
    # The traceback of an expected error keeps the last example's connection, and so its world.
    gc.collect()
    with Sys.Virt.new(uri="test:///default") as conn:
        try:
            example.globs = {**example.globs, **scene(conn)}
            with ExitStack() as stack:
                if is_at(example.name, "sysvirt.cluster"):
                    example.globs["client"] = stack.enter_context(in_process())
                complaints = play(example)
        finally:
            # A connection that an example keeps would keep its world for the next ones.
            example.globs.clear()
            # A fleet has libvirt's event loop turn; others turn it themselves.
            turn.stop()
    if example.name.startswith(("sysvirt.cluster", "sysvirt.fleet")):
        worlds.settle()
    assert not complaints, complaints
    record_property("example lines", lines_to_play(example))


@pytest.mark.parametrize("name", ALONE)
def test_an_example_about_the_event_loop(name: str) -> None:
    """In a process of its own, which has no event loop yet."""
    names = list(dict.fromkeys((ALONE[0], name)))
    command = [sys.executable, "-m", "tests.docs.alone", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize("name", ANSWERED)
def test_an_example_that_a_daemon_answers(
    name: str, far: Virt, far_dom: Domain, proxy: Proxy
) -> None:
    (example,) = (unmark(each) for each in examples() if each.name == name)
    example.globs = {**example.globs, "Sys": Sys, "conn": far, "dom": far_dom}
    function, form, answer = ANSWERED[name]
    # Some are asked for their size first.
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer(function, form, *answer)
    complaints = play(example)
    assert not complaints, complaints
    assert function in [call[0] for call in proxy.calls]


def test_what_is_skipped_here_runs_elsewhere() -> None:
    marked = [example.name for example in examples() if is_marked(example)]
    elsewhere = (example.name for _, example in on_a_host())
    assert sorted(marked) == sorted([*NEWER, *elsewhere, *ALONE, *ANSWERED, *NOWHERE])


#: Examples in which an error is the point, and nothing else.
ABOUT_ERRORS = ("sysvirt.port.",)


def test_no_example_only_shows_an_error() -> None:
    """A reader wants to see it work; what may go wrong stands in the reference's data."""
    only = {
        example.name
        for example in examples()
        if any(line.exc_msg for line in example.examples)
        and not any(line.want and not line.exc_msg for line in example.examples)
        and not example.name.startswith(ABOUT_ERRORS)
    }
    assert only == set()


def test_every_place_of_a_scene_has_an_example() -> None:
    names = [example.name for _, example in on_a_host()]
    places = itertools.chain.from_iterable(SCENES.values())
    assert [place for place in places if not any(is_at(name, place) for name in names)] == []


def lines_that_run() -> dict[str, int]:
    """How many lines of each example run, here or on a host."""
    elsewhere = {*ALONE, *ANSWERED, *NOWHERE}
    whole = {example.name: len(example.examples) for _, example in on_a_host()}
    whole |= {each.name: len(each.examples) for each in examples() if each.name in elsewhere}
    return {example.name: lines_to_play(example) for example in on_the_test_driver()} | whole


def test_every_public_name_has_an_example_that_runs() -> None:
    lines = lines_that_run()
    names = {
        name: f"{value.__module__}.{value.__qualname__}"
        for name, value in [*public(), *functions()]
        if name != "Sys"
    }
    assert [name for name, place in names.items() if not lines.get(place)] == []
    assert sum(lines[place] for place in set(names.values())) >= len(names)


def test_no_example_is_overlooked() -> None:
    """The finder passes over what it takes for another module's, as `Error` says of itself."""
    root = Path(sysvirt.__file__).parent
    files = (file for file in root.rglob("*.py") if root / "aio" not in file.parents)
    sources = "".join(file.read_text("utf-8") for file in files)
    written = len(re.findall(r"^ *>>> ", sources, re.MULTILINE))
    assert sum(len(example.examples) for example in examples()) == written
