"""Other programs, beside Perl."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest

from sysvirt.port.prelude.programs import (
    perl_backticks,
    perl_gethostbyname,
    perl_kill,
    perl_system,
    perl_waitpid,
)
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_same, literal
from tests.port.prelude.test_files import run_python

COMMANDS = [
    "echo one", "echo a; echo b", "true", "false", "exit 3", "kill -TERM $$", "printf 'no end'",
    "/no/such/program x", "/no/such/program x; exit 2", "echo to nobody >&2", "",
]  # fmt: skip


def test_what_programs_print_and_how_they_end(capfd: pytest.CaptureFixture[str]) -> None:
    cases: list[tuple[str, object]] = []
    for command in COMMANDS[:-1]:
        found = [perl_backticks(command), perl_status.child]
        cases.append((f"do {{ my $t = readpipe({literal(command)}); [$t, $?] }}", found))
        status = perl_system([command])
        assert status == perl_status.child
        cases.append((f"[system({literal(_quiet(command))}), $?]", [status, perl_status.child]))
    assert_same(cases)
    assert "to nobody" in capfd.readouterr().err


def _quiet(command: str) -> str:
    """The same command, whose output isn't in the way of the test's."""
    return command.replace("echo ", "true ").replace("printf", "true")


def test_any_bytes_come_from_programs() -> None:
    assert perl_backticks(r"printf '\303\244\377'") == "ä\udcff"


def test_a_program_in_the_place_of_this_one() -> None:
    done = run_python(
        """
        from sysvirt.port.prelude.programs import perl_exec
        from sysvirt.port.prelude.status import perl_status
        print("before")
        print(perl_exec(["/no/such/program"]), perl_status.error)
        perl_exec(["echo it; exit 7"])
        """
    )
    assert (done.stdout, done.returncode) == (b"before\n0 No such file or directory\nit\n", 7)


def test_children() -> None:
    done = run_python(
        """
        import os, sys
        from sysvirt.port.prelude.programs import perl_fork, perl_waitpid
        from sysvirt.port.prelude.status import perl_status
        print("once", end=" ")
        child = perl_fork()
        if child == 0:
            print("child", end=" ")
            sys.exit(5)
        print(perl_waitpid(child) == child, perl_status.child, perl_waitpid(-1), end=" ")
        print(perl_status.child, perl_status.error)
        """
    )
    assert done.stdout == b"once child True 1280 -1 -1 No child processes\n"


def test_a_child_that_is_still_there() -> None:
    process = subprocess.Popen(["sleep", "60"])
    assert perl_waitpid(process.pid, os.WNOHANG) == 0
    assert perl_kill("TERM", [process.pid, 2**22 + 1]) == 1
    assert perl_waitpid(process.pid) == process.pid
    assert perl_status.child == signal.SIGTERM
    process.returncode = -15


@pytest.mark.parametrize("name", [9, "9", "KILL", "SIGKILL"])
def test_signals_have_names_and_numbers(name: object) -> None:
    process = subprocess.Popen(["sleep", "60"])
    assert perl_kill(name, [process.pid]) == 1
    assert process.wait() == -9


def test_signals_to_groups() -> None:
    process = subprocess.Popen(["sleep", "60"], start_new_session=True)
    assert perl_kill("-TERM", [process.pid]) == 1
    assert process.wait() == -15
    assert perl_kill(0, [os.getpid()]) == 1


def test_ctrl_c_is_the_programs_own_while_it_runs() -> None:
    def heard(*_: object) -> None:
        raise AssertionError("the caller heard it")

    before = signal.signal(signal.SIGINT, heard)
    try:
        perl_system(["kill -INT $PPID; kill -INT $$"])
        assert perl_status.child == signal.SIGINT
        assert signal.getsignal(signal.SIGINT) is heard
    finally:
        signal.signal(signal.SIGINT, before)


def test_hosts() -> None:
    assert perl_gethostbyname("localhost")[4:] == ["\x7f\x00\x00\x01"]
    assert perl_gethostbyname("no-such-host.invalid") == []
