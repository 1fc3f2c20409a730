"""What is copied of a script's folder."""

from __future__ import annotations

from pathlib import Path

from sysvirt.port.check import folders


def fill(folder: Path) -> None:
    """A folder with a script, data and a subfolder."""
    (folder / "lib").mkdir()
    (folder / ".git").mkdir()
    for name in ("a.pl", "a.py", "data.xml", "lib/M.pm", ".git/config"):
        (folder / name).write_text(name)


def names(choice: folders.Choice) -> set[str]:
    """The files of a choice."""
    return {path.name for path in choice.files}


def test_all_of_it(tmp_path: Path) -> None:
    fill(tmp_path)
    choice = folders.choose(tmp_path)
    assert names(choice) == {"a.pl", "a.py", "data.xml", "M.pm"}
    assert not choice.notice


def test_without_subfolders(tmp_path: Path) -> None:
    fill(tmp_path)
    choice = folders.choose(tmp_path, most_files=3)
    assert names(choice) == {"a.pl", "a.py", "data.xml"}
    assert "subfolders are not copied" in choice.notice


def test_scripts_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    choice = folders.choose(tmp_path, most_files=2)
    assert names(choice) == {"a.pl", "a.py"}
    assert "only the scripts" in choice.notice


def test_a_copy_is_independent_and_goes(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    fill(source)
    folders.copy(folders.choose(source), source / "a.pl", source / "a.py", target)
    assert (target / "lib/M.pm").read_text() == "lib/M.pm"
    (target / "a.pl").write_text("changed")
    assert (source / "a.pl").read_text() == "a.pl"
    (target / "lib").chmod(0)
    folders.remove(target)
    assert not target.exists()
