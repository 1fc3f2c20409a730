"""Every docstring's example runs, on a fresh test driver, and prints what it says."""

from __future__ import annotations

import builtins
import doctest
import gc
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import sysvirt
from sysvirt import Sys

VOLUME = "<volume><name>example.img</name><capacity unit='MiB'>1</capacity></volume>"
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def modules() -> Iterator[Any]:
    """Every module of the library but the generated ones."""
    yield sysvirt
    for found in pkgutil.walk_packages(sysvirt.__path__, "sysvirt."):
        if not found.name.startswith("sysvirt.constants"):
            yield importlib.import_module(found.name)


def examples() -> list[doctest.DocTest]:
    """The docstrings that have an example."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for module in modules() for test in finder.find(module)]
    # Error calls sysvirt its home, so doctest takes its methods for somebody else's.
    methods = finder.find(sysvirt.Error, "sysvirt.Error", module=False)
    by_name = {test.name: test for test in (*found, *methods)}
    return [test for test in by_name.values() if test.examples]


def scene() -> dict[str, Any]:
    """What an example may use."""
    # The traceback of an expected error keeps the last example's connection, and so its world.
    gc.collect()
    conn = Sys.Virt.new(uri="test:///default")
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


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_example(example: doctest.DocTest) -> None:
    if all(doctest.SKIP in line.options for line in example.examples):
        pytest.skip("the test driver has nothing to show it with")
    world = scene()
    example.globs = {**example.globs, **world}
    complaints: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
    try:
        runner.run(example, out=complaints.append, clear_globs=False)
    finally:
        # A connection that an example keeps would keep its world for the next ones.
        example.globs.clear()
        vars(builtins).pop("_", None)
        world["conn"].close()
    assert runner.tries > 0
    assert not complaints, "".join(complaints)
