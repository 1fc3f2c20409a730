"""File::Basename by the table, beside Perl."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.file_basename import FILE_BASENAME
from tests.port.both_sides import assert_calls, assert_same, called

PATHS = [
    "/a/b/c.txt", "a/b", "a", "a/", "/a/", "/", "//", "", ".", "..", "./a", "../a/..", "/a//b//",
    "/a/b.tar.gz", "a.b.c", ".hidden", "/a/.hidden", "dir.d/file", "a/.", "a b/c d.e f", "/a",
    "\n/x\n",
]  # fmt: skip
SETUP = "use File::Basename ();"


def test_parts_of_paths() -> None:
    calls: list[tuple[object, ...]] = []
    for path in PATHS:
        calls += [("basename", path), ("dirname", path), ("fileparse", path)]
        for suffixes in ([".txt"], [".gz", ".tar"], [".c", "c"], ["hidden", "."]):
            calls.append(("basename", path, *suffixes))
        for patterns in ([r"\.[^.]*"], [r"\..*"], [r"\.gz", r"\.tar"], [".txt"]):
            calls.append(("fileparse", path, *patterns))
    assert_calls(FILE_BASENAME, calls, SETUP, package="File::Basename::")
    assert_calls(FILE_BASENAME, calls[::3], SETUP, scalar=True, package="File::Basename::")


def test_patterns_that_are_compiled() -> None:
    pattern = re.compile(r"\.T(xt|ar)", re.IGNORECASE)
    found = called(FILE_BASENAME, "fileparse", "/a/b.txt", pattern)
    assert_same([("[File::Basename::fileparse('/a/b.txt', qr/\\.T(xt|ar)/i)]", found)], SETUP)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text("ab./", max_size=8), min_size=30, max_size=30))
def test_any_paths(paths: list[str]) -> None:
    calls: list[tuple[object, ...]] = []
    for path in paths:
        calls += [("basename", path), ("dirname", path), ("fileparse", path, r"\.[^.]*")]
        calls.append(("basename", path, ".a", "b"))
    assert_calls(FILE_BASENAME, calls, SETUP, package="File::Basename::")
