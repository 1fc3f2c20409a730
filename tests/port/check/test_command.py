"""The verb from its command line: exit statuses, what it says, and that nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt.port.check import command
from tests.port.check import rooms

PERL = """
use strict; use warnings; use Sys::Virt;
my $conn = Sys::Virt->new(uri => "qemu:///system");
print $_->get_name, "\\n" for $conn->list_domains;
print join(",", @ARGV), "\\n";
"""
PYTHON = """
import sys
from sysvirt import Sys
conn = Sys.Virt.new(uri="qemu:///system")
for dom in conn.list_domains():
    print(dom.get_name())
print(",".join(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def _perl() -> None:
    rooms.need_perl()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where private folders are made; it must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def work(tmp_path: Path, temporary: Path) -> Path:
    """The user's folder."""
    assert temporary.exists()
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def write(work: Path, perl: str = PERL, python: str | None = PYTHON) -> str:
    """Write a script and its draft."""
    (work / "vm.pl").write_text(perl)
    if python is not None:
        (work / "vm.py").write_text(textwrap.dedent(python))
    return str(work / "vm.pl")


def test_the_same(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work)
    assert command.run([script, "--", "-v", "x y"]) == command.SAME
    assert capsys.readouterr().out == "same: 2 lines, both end well\n"


def test_arguments_reach_both(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, 'print "@ARGV\\n";', "print('-v')")
    assert command.run([script, "--", "-v"]) == command.SAME
    assert command.run([script, "--", "-w"]) == command.DIFFERENT
    assert "-w" in capsys.readouterr().out


def test_outputs_differ(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(
        work, PERL + "print $conn->is_alive, qq{\\n};", PYTHON + "print(conn.is_alive())"
    )
    assert command.run([script]) == command.DIFFERENT
    said = capsys.readouterr().out
    assert "    -1\n    +True\n" in said
    assert "known difference: a truth value" in said


def test_errors_are_the_same(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(
        work,
        PERL + '$conn->get_domain_by_name("none");',
        PYTHON + 'conn.get_domain_by_name("none")',
    )
    assert command.run([script]) == command.SAME
    said = capsys.readouterr().out
    assert said.startswith("same: 2 lines, ")
    assert "Perl ends with " in said
    assert ", Python with 1\n" in said


def test_errors_differ(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, 'die "one\\n";', "raise SystemExit('two')")
    assert command.run([script]) == command.DIFFERENT
    assert "'one' and 'two'" in capsys.readouterr().out


def test_exits_differ(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, 'die "oops";', "pass")
    assert command.run([script]) == command.DIFFERENT
    said = capsys.readouterr().out
    assert "vm.pl ends with" in said
    assert "    oops at vm.pl line 1." in said


@pytest.mark.parametrize("words", [["none.pl"], ["--uri", "qemu:///system"], ["--nonsense"], []])
def test_wrong_usage(work: Path, words: list[str]) -> None:
    script = write(work)
    try:
        status = command.run([script, *words] if words[:1] != ["none.pl"] and words else words)
    except SystemExit as end:
        status = int(str(end.code))
    assert status == command.UNUSABLE


def test_no_draft(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, python=None)
    assert command.run([script]) == command.UNUSABLE
    assert "vm.py: name the draft" in capsys.readouterr().err


def test_no_perl(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work)
    assert command.run([script, "--perl", "/none/perl"]) == command.IMPOSSIBLE
    assert "install perl" in capsys.readouterr().err


def test_no_sys_virt(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (work / "Sys").mkdir()
    (work / "Sys/Virt.pm").write_text("die 'not this one';")
    monkeypatch.setenv("PERL5LIB", str(work))
    assert command.run([write(work)]) == command.IMPOSSIBLE
    assert "libsys-virt-perl" in capsys.readouterr().err


def test_each_has_the_first_files(work: Path) -> None:
    (work / "data").write_text("first")
    script = write(
        work,
        'open my $f, "+<", "data" or die; print <$f>; seek $f, 0, 0; print $f "other"; close $f;'
        'open my $n, ">", "new"; print -e "new" ? 1 : 0;',
        """
        from pathlib import Path
        assert not Path("new").exists()
        print(Path("data").read_text(), 1, sep="", end="")
        """,
    )
    assert command.run([script]) == command.SAME
    assert (work / "data").read_text() == "first"
    assert sorted(path.name for path in work.iterdir()) == ["data", "vm.pl", "vm.py"]


def test_no_standard_input_and_private_places(work: Path) -> None:
    script = write(
        work,
        'print defined(<STDIN>) ? 1 : 0, $ENV{HOME} =~ /sysvirt-check/ ? 1 : 0, "\\n";',
        "import os, sys\nprint(int(bool(sys.stdin.read())),"
        "int('sysvirt-check' in os.environ['HOME']), sep='')",
    )
    assert command.run([script]) == command.SAME


def test_order_and_times_on_request(work: Path) -> None:
    script = write(work, 'print "a 12:00:01\\nb\\n";', "print('b\\na 13:14:15')")
    assert command.run([script]) == command.DIFFERENT
    assert command.run([script, "--ignore-order"]) == command.DIFFERENT
    assert command.run([script, "--ignore-times"]) == command.DIFFERENT
    assert command.run([script, "--ignore-order", "--ignore-times"]) == command.SAME


def test_the_limit_of_time(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, "fork; sleep 1 while 1;", "print(1)")
    assert command.run([script, "--timeout", "1"]) == command.DIFFERENT
    assert "limit of time" in capsys.readouterr().out


def test_commands_on_request(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = write(work, "print `echo 1`;", "import os\nos.system('echo 1')")
    # Both end there in the same way: that is no answer to whether they do the same.
    assert command.run([script]) == command.IMPOSSIBLE
    assert "what comes behind it isn't compared" in capsys.readouterr().err
    assert command.run([script, "--allow-commands"]) == command.SAME


def test_what_differs_before_a_command_is_told(work: Path) -> None:
    script = write(work, "print 'a'; print `echo 1`;", "import os\nprint('b')\nos.system('echo 1')")
    assert command.run([script]) == command.DIFFERENT


def alive(marker: str) -> list[str]:
    """The processes whose environment has a word."""
    found: list[str] = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if marker.encode() in (folder / "environ").read_bytes():
                found.append(folder.name)
        except OSError:
            continue
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_after_a_signal(work: Path, temporary: Path, number: int) -> None:
    marker = f"CHECK_MARKER_{os.getpid()}_{number}"
    perl = "use POSIX; if (!fork) { POSIX::setsid(); fork; } sleep 1 while 1;"
    script = write(work, perl, "pass")
    code = "import sys; from sysvirt.port.check import command; sys.exit(command.run(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, script],
        env={**os.environ, "TMPDIR": str(temporary), "MARK": marker},
    )
    end = time.monotonic() + 60
    # Perl, its child, and the child of that one; besides this program and those that watch.
    while time.monotonic() < end and not list(temporary.glob("*/private-perl")):
        time.sleep(0.05)
    while time.monotonic() < end and len(alive(marker)) < 4:
        time.sleep(0.05)
    assert len(alive(marker)) >= 4
    process.send_signal(number)
    assert process.wait(60) == command.INTERRUPTED
    assert alive(marker) == []


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("use Not::There::At::All;\n", "Perl has no module Not::There::At::All"),
        ("use strict;\n$undeclared = 1;\n", "Global symbol"),
        ("print 1 +;\n", "syntax error"),
    ],
)
def test_a_script_that_cannot_start(
    work: Path, capsys: pytest.CaptureFixture[str], perl: str, words: str
) -> None:
    assert command.run([write(work, perl, "print(1)\n")]) == command.IMPOSSIBLE
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_a_module_that_is_missing_later_is_an_end_like_others(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = write(work, "print 1;\nrequire Not::There;\n", "print(1)\n")
    assert command.run([script]) == command.DIFFERENT
    assert "Python" in capsys.readouterr().out
