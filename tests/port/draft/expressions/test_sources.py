"""Handlers of ``send_all`` fill the data that they are given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


@pytest.mark.parametrize("body", HANDLERS.values(), ids=HANDLERS.keys())
def test_the_bytearray_is_filled(tmp_path: Path, body: str) -> None:
    data = tmp_path / "data"
    data.write_bytes(b"from a file")
    perl = f'{START} open FILE, "<", "{data}" or die; if (0) {{ $st->send_all(\\&more) }}'
    draft = snippets.draft(f"{perl} sub more {{ {body} }}")
    assert not draft.todos
    call = "data = bytearray()\nprint(more(None, data, 6), bytes(data))\n"
    done = subprocess.run(
        [sys.executable, "-c", draft.text + call], capture_output=True, text=True, check=True
    )
    assert done.stdout == "6 b'from a'\n"


def test_code_without_a_name_is_one_as_well() -> None:
    text = snippets.code(
        f"{START} $st->sparse_send_all(sub {{ $_[1] = 'x'; 1 }}, sub {{}}, sub {{}});"
    )
    assert "perl_fill_data(arguments, 1, 'x')" in text.replace('"', "'")


def test_a_sub_that_is_used_otherwise_too_is_none() -> None:
    perl = f"{START} $st->send_all(\\&more); my $f = \\&more; sub more {{ $_[1] = 'x'; 1 }}"
    snippets.assert_loud(perl, "an argument that is changed by code that is handed on")
