"""What all twins have: equality, identity, what they show, and the synchronous object."""

from __future__ import annotations

import copy
import pickle

import pytest

from sysvirt import Domain as SyncDomain
from sysvirt.aio import Domain, Sys
from tests.aio.playing import in_loop

URI = "test:///default"


@in_loop
async def test_twins_of_one_object_are_equal() -> None:
    async with Sys.Virt.new(uri=URI) as conn, Sys.Virt.new(uri=URI) as other:
        first = await conn.get_domain_by_name("test")
        again = await conn.get_domain_by_name("test")
        assert first == again
        assert len({first, again}) == 1
        assert first != await other.get_domain_by_name("test")
        assert first != first.sync
        assert await Sys.Virt.of(conn.sync).get_domain_by_name("test") == first
        assert Sys.Virt.of(conn.sync) == conn


@in_loop
async def test_a_twin_shows_what_it_stands_for() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        assert repr(dom) == "<sysvirt.aio.Domain 'test'>"
        assert repr(conn) == f"<sysvirt.aio.Virt {URI!r}>"
        assert dom.connection is conn
        assert type(dom.sync) is SyncDomain
        assert dom.get_name() == "test"
    assert repr(dom) == "<sysvirt.aio.Domain (closed)>"


@in_loop
async def test_a_twin_is_neither_pickled_nor_copied() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        for function in (pickle.dumps, copy.copy):
            with pytest.raises(TypeError, match="cannot pickle or copy a sysvirt.aio.Domain"):
                function(dom)


@in_loop
async def test_objects_go_in_as_twins_and_as_synchronous_ones() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        dom = await conn.get_domain_by_name("test")
        stats = Sys.Virt.Domain.STATS_STATE
        for doms in ([dom], (dom.sync,), iter([dom])):
            (row,) = await conn.get_all_domain_stats(stats, doms)
            assert row["dom"] == dom
            assert type(row["dom"]) is Domain
        with pytest.raises(TypeError, match="doms"):
            await conn.get_all_domain_stats(stats, 1)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"doms\[0\]"):
            await conn.get_all_domain_stats(stats, ["test"])  # type: ignore[list-item]


@in_loop
async def test_arguments_are_judged_by_the_await() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        call = conn.get_domain_by_name(1)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="name must be a str"):
            await call
