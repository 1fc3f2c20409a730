"""Handlers of ``send_all`` fill the data that they are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.port.draft import snippets

START = 'use Sys::Virt; my $v = Sys::Virt->new(uri => "test:///default"); my $st = $v->new_stream;'
#: Handlers called ``more``, which give what stands in a file.
HANDLERS = {
    "sysread into it": "my $st = $_[0]; my $got = sysread FILE, $_[1], $_[2]; return $got",
    "behind shift": "my $st = shift; return sysread FILE, $_[0], $_[1]",
    "beside names": "my ($st, $data, $size) = @_; $_[1] = 'from a'; return length $_[1]",
    "as the last value": "sysread FILE, $_[1], $_[2]",
}


def handler(tmp_path: Path, perl: str) -> Callable[..., Any]:
    """The function ``more`` of a draft that runs without its stream."""
    path = tmp_path / "data"
    path.write_bytes(b"from a file")
    draft = snippets.draft(f'{START} open FILE, "<", "{path}" or die; if (0) {{ {perl} }}')
    assert not draft.todos
    names: dict[str, Any] = {"__name__": "__main__", "__file__": "x.py"}
    exec(draft.text, names)
    more: Callable[..., Any] = names["more"]
    return more


@pytest.mark.parametrize("body", HANDLERS.values(), ids=HANDLERS.keys())
def test_the_bytearray_is_filled(tmp_path: Path, body: str) -> None:
    more = handler(tmp_path, f"$st->send_all(\\&more); }} sub more {{ {body}")
    data = bytearray()
    assert more(None, data, 6) == 6
    assert data == b"from a"


def test_code_without_a_name_is_one_as_well() -> None:
    text = snippets.code(
        f"{START} $st->sparse_send_all(sub {{ $_[1] = 'x'; 1 }}, sub {{}}, sub {{}});"
    )
    assert "perl_fill_data(arguments, 1, 'x')" in text.replace('"', "'")


def test_a_sub_that_is_used_otherwise_too_is_none() -> None:
    perl = f"{START} $st->send_all(\\&more); my $f = \\&more; sub more {{ $_[1] = 'x'; 1 }}"
    snippets.assert_loud(perl, "an argument that is changed by code that is handed on")
