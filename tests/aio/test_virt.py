"""The package as a whole: its names, its weight, and the loops of other libraries."""

from __future__ import annotations

import asyncio

import pytest

import sysvirt
import sysvirt.aio
from sysvirt.aio import Sys
from tests.patience import LONG


def test_it_has_all_names_of_the_synchronous_package() -> None:
    assert {*sysvirt.__all__} <= {*sysvirt.aio.__all__}
    inside = {name for name in vars(sysvirt.Virt) if name[0].isupper()}
    assert inside - {"VERSION"} <= {name for name in vars(Sys.Virt) if name[0].isupper()}
    assert Sys.Virt.VERSION == sysvirt.Virt.VERSION


@pytest.mark.parametrize("name", [n for n in sysvirt.__all__ if n != "Sys"])
def test_constants_are_the_same(name: str) -> None:
    ours, theirs = getattr(sysvirt.aio, name), getattr(sysvirt, name)
    constants = {each for each in dir(theirs) if each.isupper() and not each.startswith("_")}
    assert {each: getattr(ours, each) for each in constants} == {
        each: getattr(theirs, each) for each in constants
    }


async def use() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn, conn.events() as events:
        dom = await conn.get_domain_by_name("test")
        await asyncio.gather(*(dom.get_info() for _ in range(100)))
        await dom.suspend()
        await events.get(timeout=LONG)


def test_uvloop_will_do_as_well() -> None:
    uvloop = pytest.importorskip("uvloop", reason="needs uvloop")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(use())


def test_asyncios_debug_mode_finds_nothing() -> None:
    with asyncio.Runner(debug=True) as runner:
        runner.run(use())
