"""New streams on an awaited connection."""

from __future__ import annotations

import pytest

import sysvirt
from sysvirt.aio import Stream, Sys
from tests.aio.playing import in_loop

URI = "test:///default"


@in_loop
async def test_a_stream_is_a_twin() -> None:
    async with Sys.Virt.new(uri=URI) as conn:
        stream = await conn.new_stream(Stream.NONBLOCK)
        assert type(stream) is Stream
        assert type(stream.sync) is sysvirt.Stream
        assert stream.connection is conn
        assert type(await Stream.new(conn)) is Stream
        with pytest.raises(TypeError, match="conn must be a sysvirt.aio.Virt"):
            await Stream.new(conn.sync)
        with pytest.raises(ValueError, match="flags"):
            await conn.new_stream(-1)
