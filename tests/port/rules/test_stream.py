"""What streams fill."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said

STREAM = "my $st = $conn->new_stream;\n"


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("$st->recv(my $buf, 10);", "fills a bytearray: buf = bytearray() before it"),
        ("$st->recv($buf, 10);", "fills a bytearray: buf = bytearray() before it"),
        (
            "$st->send_all(sub { $_[1] = 'x'; 1 });",
            "the handler fills the bytearray that it gets: data[:] = …",
        ),
        ("$st->send_all(\\&fill);", "the handler fills the bytearray that it gets: data[:] = …"),
        ("$st->recv_all(\\&take);", "the handler gets bytes; what it raises aborts the stream"),
    ],
)
def test_a_stream_that_fills(perl: str, words: str) -> None:
    assert said(STREAM + perl, "stream") == [words]


def test_what_fills_nothing() -> None:
    assert said(STREAM + "$st->finish; $_[1] = 1; $_[0]->recv(1);", "stream") == []
