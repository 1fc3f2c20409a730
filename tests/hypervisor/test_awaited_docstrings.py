"""The awaited examples that are written by hand and that the test driver can't play, on a host."""

from __future__ import annotations

import asyncio
import doctest
from typing import Any

import pytest

from sysvirt.aio import Sys
from tests.aio.conftest import still_loop  # noqa: F401 - a fixture
from tests.docs.awaiting import Runner
from tests.docs.docstrings import awaited_on_a_host
from tests.hypervisor.guest_scenes import guest_with_agent, talking_guest  # noqa: F401 - fixtures
from tests.hypervisor.guests import World
from tests.hypervisor.host_scenes import plain_host, volume_of_a_pool  # noqa: F401 - fixtures
from tests.hypervisor.test_docstrings import lab, laboratory  # noqa: F401 - fixtures


async def awaited(world: World) -> dict[str, Any]:
    """The twins of a scene's objects, on a connection of their own."""
    thing: Any = next(world[name] for name in ("dom", "vol", "conn") if name in world)
    uri = getattr(thing, "connection", thing).get_uri()
    names: dict[str, Any] = {"Sys": Sys, "asyncio": asyncio}
    names["conn"] = conn = await Sys.Virt.new(uri=uri)
    if "dom" in world:
        names["dom"] = await conn.get_domain_by_name(world["dom"].get_name())
    if "vol" in world:
        names["vol"] = await conn.get_storage_volume_by_path(world["vol"].get_path())
    return names


@pytest.mark.parametrize(
    ("scene", "example"),
    [pytest.param(scene, example, id=example.name) for scene, example in awaited_on_a_host()],
)
def test_an_awaited_example(
    scene: str, example: doctest.DocTest, request: pytest.FixtureRequest
) -> None:
    world: World = request.getfixturevalue(scene)
    with asyncio.Runner() as loop:
        names = loop.run(awaited(world))
        example.globs = {**example.globs, **names}
        try:
            complaints = Runner(loop).play(example)
        finally:
            example.globs.clear()
            loop.run(names["conn"].close())
    assert not complaints, complaints
