"""Versions: the library's on the class, the hypervisor's on a connection."""

from __future__ import annotations

import inspect

import pytest

import sysvirt
from sysvirt.aio import Sys
from tests.aio.playing import in_loop

NAMES = ("get_version", "get_major_version", "get_minor_version", "get_micro_version")


@pytest.mark.parametrize("name", NAMES)
@in_loop
async def test_the_class_has_the_librarys_and_the_object_the_hypervisors(name: str) -> None:
    assert getattr(Sys.Virt, name)() == getattr(sysvirt.Virt, name)()
    async with Sys.Virt.new(uri="test:///default") as conn:
        assert inspect.iscoroutinefunction(getattr(conn, name))
        assert await getattr(conn, name)() == getattr(conn.sync, name)()
