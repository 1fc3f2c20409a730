"""File::Temp by the table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sysvirt.port.draft.modules.file_temp import FILE_TEMP
from tests.port.both_sides import called, made, method
from tests.port.prelude.test_files import run_python


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files(folder: Path) -> None:
    handle, path = called(FILE_TEMP, "tempfile", "nameXXXX", "SUFFIX", ".txt")
    assert re.fullmatch(r"name\w{4}\.txt", path)
    handle.write("text")
    handle.flush()
    assert (folder / path).read_text() == "text"
    assert (folder / path).stat().st_mode & 0o777 == 0o600
    _, other = called(FILE_TEMP, "tempfile", "DIR", str(folder))
    assert re.fullmatch(rf"{folder}/\w{{10}}", other)
    _, third = called(FILE_TEMP, "tempfile")
    assert Path(third).is_absolute()
    Path(third).unlink()
    alone = called(FILE_TEMP, "tempfile", "DIR", str(folder), scalar=True)
    assert str(alone).startswith(str(folder))


def test_folders(folder: Path) -> None:
    path = called(FILE_TEMP, "tempdir", "DIR", str(folder))
    assert Path(str(path)).stat().st_mode & 0o777 == 0o700
    assert re.fullmatch(r"x\w{5}", str(called(FILE_TEMP, "tempdir", "xXXXXX")))


def test_objects_take_their_file_with_them(folder: Path) -> None:
    handle = made(FILE_TEMP, "new", "DIR", str(folder), "SUFFIX", ".dat")
    path = Path(str(handle))
    assert str(method(FILE_TEMP, "File::Temp", "filename", handle)) == str(path)
    assert path.exists()
    assert path.suffix == ".dat"
    del handle
    assert not path.exists()
    kept = made(FILE_TEMP, "new", "TEMPLATE", "keptXXXX", "UNLINK", 0)
    path = Path(str(kept))
    del kept
    assert path.exists()
    changed = made(FILE_TEMP, "new", "DIR", str(folder))
    path = Path(str(changed))
    method(FILE_TEMP, "File::Temp", "unlink_on_destroy", changed, 0)
    del changed
    assert path.exists()
    inside = made(FILE_TEMP, "newdir", "DIR", str(folder))
    path = Path(str(method(FILE_TEMP, "File::Temp::Dir", "dirname", inside)))
    (path / "file").touch()
    assert str(inside) == str(path)
    del inside
    assert not path.exists()


def test_a_child_leaves_the_files_of_its_parent() -> None:
    done = run_python(
        """
        import os, sys
        from sysvirt.port.prelude.temporary import perl_new_temporary, perl_tempdir
        kept = [perl_tempdir(["bXXXX", "CLEANUP", 1]), perl_new_temporary(["cXXXX"])]
        if os.fork() == 0:
            sys.exit(0)
        os.wait()
        print(*(os.path.exists(str(each)) for each in kept))
        """
    )
    assert done.stdout == b"True True\n"


def test_what_is_removed_at_the_end(folder: Path) -> None:
    done = run_python(
        """
        from sysvirt.port.prelude.temporary import perl_tempdir, perl_tempfile
        print(perl_tempfile(["aXXXX", "UNLINK", 1])[1], perl_tempdir(["bXXXX", "CLEANUP", 1]))
        print(perl_tempfile(["cXXXX"])[1])
        """
    )
    gone, folder_gone, kept = done.stdout.decode().split()
    assert [(folder / each).exists() for each in (gone, folder_gone, kept)] == [False, False, True]
