"""The verb ``draft``: which files it writes, and what it says of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sysvirt.port import drafting
from sysvirt.port.draft.drafts import Draft
from sysvirt.port.drafting import Drafted
from sysvirt.port.options import DraftOptions, UsageError
from sysvirt.port.source import Source
from sysvirt.port.writing import Output
from tests.port.running import GOOD, ODD, port

DRAFT = Draft("vm.pl", "print(1)\n", todos=(), notes=(), needs=())


def drafted(*paths: Path, text: str = DRAFT.text) -> Drafted:
    return Drafted(
        tuple(Draft(f"{path.stem}.pl", text, (), (), ()) for path in paths),
        tuple(Output(path, text) for path in paths),
        is_partly=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scripts: one without fault, one with a line that nobody understands."""
    for name, text in (("good.pl", GOOD), ("odd.pl", ODD)):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A script and its module."""
    folder = tmp_path / "guests"
    (folder / "lib/My").mkdir(parents=True)
    (folder / "vmctl").write_text(
        '#!/usr/bin/perl\nuse FindBin;\nuse lib "$FindBin::Bin/lib";\nuse My::Host;\n'
        'print My::Host->new->name, "\\n";\n'
    )
    (folder / "vmctl").chmod(0o755)
    (folder / "lib/My/Host.pm").write_text(
        "package My::Host;\nsub new { return bless {}, shift }\nsub name { return 'here' }\n1;\n"
    )
    (folder / "README").write_text("text\n")
    return folder


# What is written ---------------------------------------------------------------------------------


def test_the_draft_goes_to_standard_output(folder: Path) -> None:
    done = port("draft", "good.pl", folder=folder)
    assert done.returncode == 0, done.stderr
    compile(done.stdout, "good.py", "exec")
    assert "get_name()" in done.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["good.pl", "odd.pl"]


def test_a_script_of_standard_input(folder: Path) -> None:
    with (folder / "good.pl").open() as script:
        done = port("draft", "-", folder=folder, stdin=script)
    assert done.returncode == 0, done.stderr
    compile(done.stdout, "good.py", "exec")


def test_the_draft_goes_into_a_file_with_the_scripts_mode(folder: Path) -> None:
    (folder / "good.pl").chmod(0o750)
    done = port("draft", "good.pl", "-o", "good.py", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")
    shown = port("draft", "good.pl", folder=folder).stdout
    assert (folder / "good.py").read_text() == shown
    assert stat.S_IMODE((folder / "good.py").stat().st_mode) == 0o750


def test_a_file_is_not_overwritten_unless_forced(folder: Path) -> None:
    (folder / "good.py").write_text("mine\n")
    done = port("draft", "good.pl", "-o", "good.py", folder=folder)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "good.py: is there already; --force overwrites" in line
    assert (folder / "good.py").read_text() == "mine\n"
    assert port("draft", "good.pl", "-o", "good.py", "--force", folder=folder).returncode == 0
    assert "get_name()" in (folder / "good.py").read_text()


def test_a_project_is_drafted_at_once(project: Path) -> None:
    done = port("draft", "--project", "guests", "-o", "out", folder=project.parent)
    assert done.returncode == 0, done.stderr
    out = project.parent / "out"
    written = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert written == {"vmctl.py", "lib/My/Host.py"}
    assert os.access(out / "vmctl.py", os.X_OK)
    assert "in 2 files." in done.stderr
    # One that is there holds all of them back.
    (out / "vmctl.py").unlink()
    done = port("draft", "--project", "guests", "-o", "out", folder=project.parent)
    assert done.returncode == 2
    assert "out/lib/My/Host.py: is there already" in done.stderr
    assert not (out / "vmctl.py").exists()


def test_a_project_on_standard_output_has_a_line_above_each_file(project: Path) -> None:
    done = port("draft", "--project", "guests", folder=project.parent)
    assert done.returncode == 0, done.stderr
    heads = [line for line in done.stdout.splitlines() if line.startswith("# ==> ")]
    assert heads == ["# ==> guests/vmctl.py <==", "# ==> guests/lib/My/Host.py <=="]
    compile(done.stdout, "all.py", "exec")


def test_the_diff_shows_what_would_change_and_writes_nothing(folder: Path) -> None:
    assert port("draft", "good.pl", "-o", "good.py", folder=folder).returncode == 0
    same = port("draft", "good.pl", "--diff", folder=folder)
    assert (same.returncode, same.stdout) == (0, "")
    drafted = (folder / "good.py").read_text()
    (folder / "good.py").write_text(drafted + "mine()")
    done = port("draft", "good.pl", "--diff", folder=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("--- good.py\n+++ good.py\n@@ ")
    assert done.stdout.endswith("\n-mine()\n\\ No newline at end of file\n")
    assert (folder / "good.py").read_text() == drafted + "mine()"
    other = port("draft", "good.pl", "-o", "new.py", "--diff", folder=folder)
    assert other.stdout.startswith("--- /dev/null\n+++ new.py\n")
    assert not (folder / "new.py").exists()


# What it refuses ---------------------------------------------------------------------------------


def test_a_script_is_never_overwritten(tmp_path: Path) -> None:
    script = tmp_path / "vm"
    script.write_text("1;\n")
    (tmp_path / "link").symlink_to("vm")
    sources = [Source.read(script)]
    for name in ("vm", "link"):
        with pytest.raises(UsageError, match="is the script itself"):
            drafting.save(drafted(tmp_path / name), sources, force=True)
    assert script.read_text() == "1;\n"


def test_a_folder_is_no_place_for_a_draft(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        drafting.save(drafted(tmp_path), [], force=True)


def test_a_link_that_leads_nowhere_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.py").symlink_to("nothing")
    with pytest.raises(UsageError, match="is there already"):
        drafting.save(drafted(tmp_path / "a.py"), [], force=False)


def test_all_that_are_there_are_counted(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.py", "b.py", "c.py", "d.py")]
    for each in paths[:3]:
        each.write_text("")
    with pytest.raises(UsageError, match=r"a\.py, and 2 others: is there already"):
        drafting.save(drafted(*paths), [], force=False)
    assert not paths[3].exists()


def test_what_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="file: (Not a directory|File exists)"):
        drafting.save(drafted(tmp_path / "file/a.py"), [], force=False)


def test_no_file_is_there_where_a_stream_is() -> None:
    drafting.save(drafted(Path(os.devnull)), [], force=False)
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (DraftOptions(path="{}"), "is a folder: --project"),
        (DraftOptions(path="{}/a.pl", is_project=True), "is a file; --project takes a folder"),
        (DraftOptions(path="{}/b", is_project=True), "there is no such folder"),
    ],
)
def test_a_folder_is_a_project_and_a_file_is_not(
    asked: DraftOptions, said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pl").write_text("")
    path = asked.path.format(tmp_path)
    with pytest.raises(UsageError, match=said):
        drafting.check_path(DraftOptions(path=path, is_project=asked.is_project))


# What it says ------------------------------------------------------------------------------------


def test_places_needs_and_the_sum_are_said() -> None:
    one = Draft("a\n.pl", "", ((12, "a format"), (3, "select")), ((5, "dates"),), ("lxml",))
    two = Draft("b.pl", "", (), (), ("lxml", "PyYAML"))
    assert [*drafting.said(Drafted((one, two), (), is_partly=False))] == [
        "a\\n.pl:3: TODO select",
        "a\\n.pl:5: note dates",
        "a\\n.pl:12: TODO a format",
        "needs PyYAML and lxml: pip install PyYAML lxml",
        "2 TODOs and 1 note in 2 files.",
    ]


def test_a_draft_without_any_says_so(folder: Path) -> None:
    assert port("draft", "good.pl", folder=folder).stderr == "0 TODOs and 0 notes in 1 file.\n"


def test_a_line_that_nobody_understands_is_a_todo(folder: Path) -> None:
    done = port("draft", "odd.pl", folder=folder)
    assert done.returncode == 3
    compile(done.stdout, "odd.py", "exec")
    assert 'NotImplementedError("odd.pl:' in done.stdout.replace("'", '"')
    assert "odd.pl:4: TODO " in done.stderr or "odd.pl:3: TODO " in done.stderr
    assert "0 TODOs" not in done.stderr


def test_strict_ends_with_1_where_there_is_a_todo(folder: Path) -> None:
    assert port("draft", "odd.pl", "--strict", folder=folder).returncode == 1
    assert port("draft", "good.pl", "--strict", folder=folder).returncode == 0
