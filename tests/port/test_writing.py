"""Files are written as a whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from sysvirt.port import writing
from sysvirt.port.writing import Output, write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_files_are_written_with_their_modes(tmp_path: Path) -> None:
    write([Output(tmp_path / "a.py", "é\n", 0o755), Output(tmp_path / "deep/er/b.py", "", 0o600)])
    assert (tmp_path / "a.py").read_bytes() == "é\n".encode()
    modes = [stat.S_IMODE((tmp_path / each).stat().st_mode) for each in ("a.py", "deep/er/b.py")]
    assert modes == [0o755, 0o600]
    assert names(tmp_path) == ["a.py", "b.py"]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("old")
    with file.open() as reader:
        write([Output(file, "new")])
        # Whoever reads the old one has all of it.
        assert reader.read() == "old"
    assert file.read_text() == "new"


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text("old")
    (tmp_path / "link.py").symlink_to("real.py")
    write([Output(tmp_path / "link.py", "new")])
    assert (tmp_path / "link.py").is_symlink()
    assert (tmp_path / "real.py").read_text() == "new"


def test_nothing_is_written_if_one_of_them_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write([Output(tmp_path / "a.py", "new"), Output(tmp_path / "folder", "new")])
    assert (tmp_path / "a.py").read_text() == "old"
    assert names(tmp_path) == ["a.py"]


def test_nothing_is_left_of_a_text_that_cannot_be_encoded(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write([Output(tmp_path / "a.py", "new"), Output(tmp_path / "b.py", "\udc80")])
    assert names(tmp_path) == []


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    output = Output(pipe, "text")
    assert output.is_stream
    write([output])
    reader.join(60)
    assert read == ["text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_only_what_is_not_kept_is_a_stream(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Output(Path(os.devnull), "").is_stream
    for name in ("file", "nothing", "."):
        assert not Output(tmp_path / name, "").is_stream


def test_the_mode_is_that_of_the_model(tmp_path: Path) -> None:
    script = tmp_path / "a.pl"
    script.write_text("")
    script.chmod(0o4750)
    assert writing.mode_of(script) == 0o750
    for other in (tmp_path / "nothing", tmp_path, Path("a\0b")):
        assert writing.mode_of(other) == 0o644
