"""File::Copy by the table, beside Perl."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.draft.modules.file_copy import FILE_COPY
from sysvirt.port.prelude.files import perl_open
from sysvirt.port.prelude.handles import perl_close
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_same, called, literal
from tests.port.draft.modules.test_file_path import tree

STEPS: list[tuple[object, ...]] = [
    ("copy", "a", "b"), ("copy", "a", "d"), ("copy", "none", "c"), ("copy", "a", "none/x"),
    ("cp", "s", "t"), ("copy", "s", "u"), ("move", "b", "moved"), ("move", "moved", "d"),
    ("mv", "none", "x"), ("move", "d", "e"), ("copy", "a", "a"), ("copy", "link", "l"),
    ("copy", "a", "t", 1024), ("cp", "s", "e"),
]  # fmt: skip


def test_files_are_copied_and_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for side in ("perl", "python"):
        (tmp_path / side / "d").mkdir(parents=True)
        (tmp_path / side / "a").write_bytes(bytes(range(256)) * 100)
        (tmp_path / side / "s").write_text("#!/bin/sh\n")
        (tmp_path / side / "s").chmod(0o777)
        (tmp_path / side / "link").symlink_to("s")
    monkeypatch.chdir(tmp_path / "python")
    cases: list[tuple[str, object]] = []
    for name, *arguments in STEPS:
        perl_status.error = 0
        found = called(FILE_COPY, str(name), *arguments)
        call = f"File::Copy::{name}({', '.join(map(literal, arguments))})"
        if found or arguments == ["a", "a"]:
            # What $! says then is left of what Perl tried on its way.
            cases.append((call, found))
        else:
            cases.append((f"do {{ my $v = {call}; [$v, qq($!)] }}", [found, perl_status.error]))
    setup = f"no warnings; use File::Copy (); chdir {literal(str(tmp_path / 'perl'))};"
    assert_same(cases, setup)
    assert tree(tmp_path / "perl") == tree(tmp_path / "python")


def test_handles(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text")
    target = perl_open(">", str(tmp_path / "b"))
    assert called(FILE_COPY, "copy", str(tmp_path / "a"), target) == 1
    target.write(" and more")
    perl_close(target)
    assert (tmp_path / "b").read_text() == "text and more"
    source = perl_open("<", str(tmp_path / "b"))
    assert called(FILE_COPY, "copy", source, str(tmp_path / "c")) == 1
    assert (tmp_path / "c").read_text() == "text and more"
