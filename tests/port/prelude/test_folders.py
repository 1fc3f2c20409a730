"""Files by their paths, where the table doesn't lead to them; the others are tried by it."""

from __future__ import annotations

import os
from pathlib import Path

from sysvirt.port.prelude.files import perl_open, perl_stdin
from sysvirt.port.prelude.folders import (
    perl_braces,
    perl_closedir,
    perl_field,
    perl_file_test,
    perl_readdir,
    perl_readdir_rest,
    perl_stat,
    perl_umask,
)


def test_handles_are_tested_as_paths_are(tmp_path: Path) -> None:
    path = str(tmp_path / "file")
    Path(path).write_text("text")
    handle = perl_open("<", path)
    assert perl_stat(handle) == perl_stat(path)
    letters = "efdszrwT"
    found = [perl_file_test(each, handle) for each in letters]
    assert found == [perl_file_test(each, path) for each in letters] == [1, 1, "", 4, "", 1, 1, 1]
    assert perl_file_test("t", perl_stdin) == ("" if not os.isatty(0) else 1)


def test_a_folder_that_is_closed_or_was_never_open() -> None:
    assert (perl_readdir(None), perl_readdir_rest(None), perl_closedir(None)) == (None, [], 0)


def test_words_with_braces() -> None:
    assert perl_braces("a{b,c{d,e}}f") == ["abf", "acdf", "acef"]
    assert perl_braces("plain") == ["plain"]


def test_the_mask_stays() -> None:
    assert perl_umask() == perl_umask()


def test_fields() -> None:
    assert (perl_field([1, 2], 1), perl_field([], 0)) == (2, None)
