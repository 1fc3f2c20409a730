"""What runs campaigns: a crash, a hang and a lost exception are faults, and the report has all."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from tests.campaign import LENGTH
from tests.torture import counts, report, valgrind
from tests.torture.__main__ import main
from tests.torture.campaigns import CAMPAIGNS
from tests.torture.child import in_process
from tests.torture.counts import Counts
from tests.torture.result import Result

# What is done in processes of their own ------------------------------------------------------


def work(number: int) -> Result:
    result = Result(tries=number)
    with result.watch("meant", ValueError):
        raise ValueError
    return result


def crash() -> Result:
    ctypes.string_at(0)
    return Result()


def hang() -> Result:
    time.sleep(3600)
    return Result()


def end() -> Result:
    sys.exit(3)


def lose() -> Result:
    class Broken:
        def __del__(self) -> None:
            raise ValueError

    Broken()
    return Result(tries=1)


def fail() -> Result:
    result = Result(tries=1)
    with result.watch("this one"):
        raise KeyError("why")
    with result.watch("that one", most=0):
        pass
    return result


def leak() -> Result:
    result = Result()
    # A minute would be waited for what is left.
    counts.PATIENCE = 0.0
    before = Counts.take()
    os.open("/dev/null", os.O_RDONLY)
    result.check(not before.describe_left(), "left")
    return result


def test_what_goes_well_is_counted() -> None:
    result = in_process(work, 5)
    assert (result.tries, result.faults) == (5, [])


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (crash, "ended with SIGSEGV"),
        (end, "ended with status 3"),
        (lose, "Exception ignored"),
        (fail, "this one: KeyError: 'why'"),
        (leak, "left"),
    ],
)
def test_what_goes_wrong_is_a_fault(function: object, words: str) -> None:
    result = in_process(function)  # type: ignore[arg-type]
    assert words in result.faults[0]


def test_a_hang_shows_where_it_is() -> None:
    fault = ""
    # A busy machine takes its time until it comes there.
    for patience in (10, 60, 360):
        (fault,) = in_process(hang, patience=patience).faults
        assert "hang(): hangs" in fault
        if "in hang" in fault:
            break
    assert "in hang" in fault


def test_what_takes_too_long_is_a_fault() -> None:
    assert in_process(fail).faults[1].startswith("that one: took ")


STACK = """\
==1== Invalid read of size 8
==1==    at 0x7ACC390: {} (libvirt-override.c:3807)
==1==    by 0x49F8CC0: cfunction_call (methodobject.c:553)
==1==  Address 0x6bcc278 is 0 bytes after a block of size 8 alloc'd
==1==    at 0x48465EF: libvirt_virOther (in libvirt.so.0)
"""


def test_an_invalid_access_is_libvirts_or_not() -> None:
    theirs = STACK.format("libvirt_virStoragePoolListAllVolumes")
    assert valgrind.is_libvirts(theirs)
    assert valgrind.name_place(theirs) == "virStoragePoolListAllVolumes"
    assert not valgrind.is_libvirts(STACK.format("memmove (in _ctypes.so)"))
    assert not valgrind.is_libvirts(STACK.format("list_dealloc"))


# The command line ----------------------------------------------------------------------------


@pytest.fixture
def campaign(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One campaign alone, that does nothing yet."""
    module = ModuleType("nothing", "It does nothing.\n\nAt all.")
    module.RELY = "Nothing."  # type: ignore[attr-defined]
    monkeypatch.setitem(CAMPAIGNS, "nothing", module)
    return module


def give(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LENGTH, "")
    monkeypatch.setattr("tests.torture.__main__.attack_all", lambda *_: iter([result]))


@pytest.mark.usefixtures("campaign")
def test_a_line_and_a_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    result = Result("nothing", 1200, slowest=1.5, wall=3, lacking=["a thing"], figures={"a": "b"})
    give(result, monkeypatch)
    page = tmp_path / "page.md"
    assert main(["--only", "nothing", "--seed", "7", "--quick", "--report", str(page)]) == 0
    printed = capsys.readouterr().out
    assert "nothing: 1200 tries, 0 faults; slowest answer 1.50 s; 3 s in all, seed 7\n" in printed
    assert "lacking: a thing" in printed
    text = page.read_text()
    assert "| [nothing](#nothing) | 1,200 | 0 | 1.50 s |" in text
    assert "It does nothing." in text
    assert "**To be relied on:** Nothing." in text
    assert "- a: b\n- not tried here: a thing" in text
    assert ", seed 7: libvirt " in text


@pytest.mark.usefixtures("campaign")
def test_a_fault_is_shown_and_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(Result("nothing", 1, faults=["this\nis wrong"], theirs=["a crash"]), monkeypatch)
    assert main(["--only", "nothing", "--quick"]) == 1
    printed = capsys.readouterr().out
    assert "1 tries, 1 faults" in printed
    assert "FAULT this\n        is wrong" in printed
    assert "libvirt's own: a crash" in printed


def test_all_campaigns_have_what_the_report_takes() -> None:
    assert len(CAMPAIGNS) == 9
    for module in CAMPAIGNS.values():
        summary, _, text = (module.__doc__ or "").partition("\n\n")
        assert summary.endswith(".")
        assert text
        assert module.RELY.endswith(".")


def test_a_heading_is_linked_to() -> None:
    assert report.anchor("two words") == "two-words"
