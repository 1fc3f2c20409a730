"""A volume's transfers by streams, as in the synchronous API."""

from __future__ import annotations

from contextlib import suppress

import pytest

from sysvirt.aio import Error, Stream
from tests.aio.playing import in_loop
from tests.aio.storage import make_volume, opened_pool
from tests.hosts.daemon import Daemon


@in_loop
async def test_a_stream_carries_it_up_and_down(daemon: Daemon) -> None:
    content = b"0123456789" * 1000
    async with opened_pool(daemon, "streams") as (conn, pool, path):
        vol = await make_volume(pool, bytes(len(content)))
        async with await conn.new_stream() as stream:
            await vol.upload(stream, 0, len(content))
            sent = 0
            while sent < len(content):
                sent += await stream.send(content[sent:], len(content))
        assert (path / "disk.img").read_bytes() == content
        async with await conn.new_stream() as stream:
            await vol.download(stream, 0, 0)
            found = b""
            while data := await stream.recv(4096):
                assert isinstance(data, bytes)
                found += data
        assert found == content
        with pytest.raises(TypeError, match="st must be"):
            await vol.download("stream", 0, 0)  # type: ignore[arg-type]
        with suppress(KeyError):
            async with await conn.new_stream(Stream.NONBLOCK) as stream:
                await vol.download(stream, 0, 0)
                raise KeyError
        with pytest.raises(Error):
            await stream.recv(1)
