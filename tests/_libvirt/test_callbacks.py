"""What a user's callback raises: where it is reported, where it comes out."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import Any

import pytest

from sysvirt._libvirt.callbacks import LoopTurn, call_back
from sysvirt._libvirt.callbacks import report as send_report


class Broken(Exception):
    """What a callback raises here."""


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What ``sys.unraisablehook`` is called with."""
    found: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    return found


def breaking(error: BaseException) -> Any:
    def callback(*_: object) -> None:
        raise error

    return callback


def test_the_result_comes_back(reports: list[Any]) -> None:
    assert call_back(lambda *values: values, 1, "a") == (1, "a")
    assert reports == []


def test_an_exception_is_reported_with_its_callback(reports: list[Any]) -> None:
    error = Broken("why")
    callback = breaking(error)
    assert call_back(callback, 1) is None
    (report,) = reports
    assert report.exc_value is error
    assert report.exc_type is Broken
    assert report.exc_traceback is error.__traceback__
    assert report.object is callback
    assert report.err_msg == "Exception ignored in a callback"


def test_a_report_may_blame_another_object_even_an_empty_one(reports: list[Any]) -> None:
    blamed: list[int] = []
    call_back(breaking(Broken()), blame=blamed)
    assert reports[0].object is blamed


def test_pythons_own_hook_prints_the_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    send_report(Broken("why"), "that one")
    assert capsys.readouterr().err == (
        "Exception ignored in a callback: 'that one'\ntests._libvirt.test_callbacks.Broken: why\n"
    )


def test_a_hook_that_breaks_harms_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", breaking(ValueError()))
    call_back(breaking(Broken("why")))
    assert "Broken: why" in capsys.readouterr().err


def turn_with(*errors: BaseException) -> None:
    """A turn with callbacks that raise; each of them is called."""
    called = 0
    try:
        with LoopTurn():
            for error in errors:
                call_back(breaking(error))
                called += 1
    finally:
        assert called == len(errors)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_ends_a_program_comes_out_of_the_turn(
    kind: type[BaseException], reports: list[Any]
) -> None:
    error = kind()
    with pytest.raises(kind) as caught:
        turn_with(error)
    assert caught.value is error
    assert reports == []


def test_a_hook_may_end_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", breaking(SystemExit(4)))
    with pytest.raises(SystemExit) as caught:
        turn_with(Broken("why"))
    assert caught.value.code == 4
    call_back(breaking(Broken("nowhere")))
    assert capsys.readouterr().err.endswith("Broken: nowhere\n")


def test_only_the_first_of_a_turn_comes_out(reports: list[Any]) -> None:
    second = SystemExit(2)
    with pytest.raises(KeyboardInterrupt):
        turn_with(KeyboardInterrupt(), second)
    assert [report.exc_value for report in reports] == [second]


def test_it_comes_out_of_the_innermost_turn(reports: list[Any]) -> None:
    with LoopTurn():
        with pytest.raises(KeyboardInterrupt):
            turn_with(KeyboardInterrupt())
        call_back(breaking(Broken()))
    assert len(reports) == 1


def test_without_a_turn_it_is_reported(reports: list[Any]) -> None:
    with LoopTurn():
        pass
    call_back(breaking(SystemExit(3)))
    assert reports[0].exc_type is SystemExit


def test_a_turn_is_its_threads_own(reports: list[Any]) -> None:
    def elsewhere() -> None:
        call_back(breaking(SystemExit(1)))

    with LoopTurn():
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert reports[0].exc_type is SystemExit


def test_what_came_out_leaves_no_circle() -> None:
    class Local:
        pass

    local = Local()
    gone = weakref.ref(local)
    gc.disable()
    try:
        _turn_with(local)
        del local
        assert gone() is None
    finally:
        gc.enable()


def _turn_with(local: object) -> None:
    def callback() -> None:
        assert local
        raise KeyboardInterrupt

    try:
        with LoopTurn():
            call_back(callback)
    except KeyboardInterrupt:
        pass
