"""File::Path by the table, beside Perl."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.draft.modules.file_path import FILE_PATH
from tests.port.both_sides import assert_same, called, literal

STEPS: list[tuple[object, ...]] = [
    ("make_path", "a/b/c", "a/d"), ("make_path", "a/b/c"),
    ("make_path", "x/", "y", {"mode": 0o700}), ("mkpath", "m/n"), ("mkpath", ["o/p", "o/q"]),
    ("mkpath", ["o/r"], 0, 0o750), ("mkpath", "z", 0), ("remove_tree", "a/b", "none"),
    ("rmtree", "a"), ("rmtree", ["m", "o/p"], 0), ("rmtree", "file"),
    ("remove_tree", "o", {"keep_root": 1}), ("remove_tree", "link"), ("make_path", "file2/x"),
]  # fmt: skip


def test_folders_are_made_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for side in ("perl", "python"):
        (tmp_path / side).mkdir()
        for name in ("file", "file2"):
            (tmp_path / side / name).touch()
        (tmp_path / side / "link").symlink_to("y")
    monkeypatch.chdir(tmp_path / "python")
    cases: list[tuple[str, object]] = []
    for step, *arguments in STEPS:
        name = str(step)
        call = f"File::Path::{name}({', '.join(map(literal, arguments))})"
        try:
            found = called(FILE_PATH, name, *arguments)
        except OSError as error:
            cases.append((call, _failing(error)))
            continue
        cases.append((f"[{call}]", found if isinstance(found, list) else [found]))
    assert_same(cases, f"no warnings; use File::Path (); chdir {literal(str(tmp_path / 'perl'))};")
    assert tree(tmp_path / "perl") == tree(tmp_path / "python")


def _failing(error: OSError) -> object:
    def fail() -> object:
        raise error

    return fail


def tree(root: Path) -> list[tuple[str, int]]:
    """All below a folder, with the rights."""
    return sorted((str(p.relative_to(root)), p.lstat().st_mode) for p in root.rglob("*"))


def test_one_value_is_the_count(tmp_path: Path) -> None:
    assert called(FILE_PATH, "make_path", str(tmp_path / "a" / "b"), scalar=True) == 2
    assert called(FILE_PATH, "mkpath", str(tmp_path / "c"), scalar=True) == 1


def test_it_says_what_it_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "a")
    called(FILE_PATH, "mkpath", path, 1)
    called(FILE_PATH, "rmtree", path, 1)
    assert capsys.readouterr().out == f"mkdir {path}\nrmdir {path}\n"
