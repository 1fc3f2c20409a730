"""New streams on a connection."""

from __future__ import annotations

import pytest

from sysvirt import Stream, Virt


def test_each_is_a_new_one(conn: Virt) -> None:
    one, two = conn.new_stream(), conn.new_stream(Stream.NONBLOCK)
    assert (type(one), one.connection) == (Stream, conn)
    assert one != two


def test_flags_are_a_number(conn: Virt) -> None:
    with pytest.raises(TypeError, match="flags must be an int"):
        conn.new_stream("1")  # type: ignore[arg-type]
