"""Cwd by the table, beside Perl."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.draft.modules.cwd import CWD
from tests.port.both_sides import assert_calls, literal


def test_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to("a")
    monkeypatch.chdir(tmp_path)
    names = ["cwd", "getcwd", "fastcwd", "abs_path", "realpath", "fast_abs_path"]
    calls: list[tuple[object, ...]] = [(name,) for name in names]
    paths = ["a", "link", "none", "none/x", "/", ".", "..", "link/..", "a/../link"]
    calls += [(name, path) for name in names[3:] for path in paths]
    # Of a file that isn't there only realpath and abs_path say where it would be.
    calls.remove(("fast_abs_path", "none"))
    calls += [("chdir", "a"), ("cwd",), ("chdir", "/none"), ("fastgetcwd",)]
    assert_calls(CWD, calls, f"use Cwd (); chdir {literal(str(tmp_path))};", package="Cwd::")
