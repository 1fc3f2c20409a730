"""A callback doesn't keep its connection."""

from __future__ import annotations

import gc
import weakref

import pytest

import sysvirt
from sysvirt.aio import Sys
from tests.aio.playing import in_loop, until

URI = "test:///default"


@in_loop
async def test_a_connection_with_callbacks_can_be_dropped() -> None:
    came: list[object] = []
    sysvirt.Event.register_default()
    sync = sysvirt.Virt(uri=URI)
    conn = Sys.Virt.of(sync)
    await conn.domain_event_register_any(None, 0, lambda *values: came.append(values))
    went = weakref.ref(conn)
    del conn
    gc.collect()
    assert went() is None
    sync.get_domain_by_name("test").suspend()
    sync.close()
    assert not came


@in_loop
async def test_one_that_was_opened_here_goes_with_its_callbacks() -> None:
    conn = await Sys.Virt.new(uri=URI)
    await conn.domain_event_register_any(None, 0, print)
    await conn.register_close_callback(print)
    sync = weakref.ref(conn.sync)
    opened = [conn]
    del conn
    with pytest.warns(ResourceWarning, match="was never closed"):
        opened.clear()
    await until(lambda: gc.collect() is not None and sync() is None)
