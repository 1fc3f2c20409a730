"""What Log::Log4perl writes, and what stands for it: the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules import logs
from tests.port import forms
from tests.port.helpers import HELPERS, level_names  # noqa: F401 - a fixture
from tests.port.perl_process import PerlProcess

(MODULE,) = logs.MODULES

LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Log::Log4perl qw(:easy)")
    yield process
    process.close()


def compare(perl: PerlProcess, path: Path, options: str, calls: list[forms.Call]) -> None:
    """Write with both to a file, and compare what is in it."""
    where = [path / "perl.log", path / "python.log"]
    code = "my $file = shift; my $log = get_logger('A::B');"
    code += f'Log::Log4perl->easy_init({{{options}, file => ">$file"}});'
    answer = perl.run(code + "".join(f"{call.perl};" for call in calls) + "1", str(where[0]))
    assert answer.died is None, answer.died
    found: dict[str, Any] = {**HELPERS}
    told = re.sub(r"(\w+) => ", r"'\1': ", options)
    told = re.sub(r"\$([A-Z]+)", lambda name: MODULE.variables[name[0]], told)
    found["file"] = f">{where[1]}"
    found["told"] = eval(f"{{{told}, 'file': file}}", found)
    found["log"] = HELPERS["PerlLog"]("A::B")
    forms.value_of(forms.class_method(MODULE, "easy_init", "told"), found)
    for call in calls:
        forms.value_of(call, found)
    HELPERS["perl_log_init"]()
    written = [re.sub(r"\d\d:\d\d:\d\d", "T", each.read_text()) for each in where]
    assert written[1] == written[0]


def function(name: str, *arguments: str) -> forms.Call:
    """A call of an easy function."""
    return forms.function(MODULE, name, *arguments)


def method(name: str, *arguments: str) -> forms.Call:
    """A call of a logger's method."""
    return forms.method(MODULE, "Log::Log4perl::Logger", name, "log", *arguments)


@pytest.mark.parametrize("level", [*LEVELS, "OFF", "ALL"])
def test_levels(perl: PerlProcess, tmp_path: Path, level: str) -> None:
    calls = [function(name, f"'{name}'", "' two'", "3") for name in [*LEVELS, "ALWAYS"]]
    calls += [method(name.lower(), f"'{name}'") for name in LEVELS]
    compare(perl, tmp_path, f"level => ${level}", calls)


@pytest.mark.parametrize(
    "layout",
    [
        *("%m%n", "%p %m%n", "[%-5p] %m%n", "%5p|%.1p|%-7.3p|%m%n", "%c: %m%n", "%m{chomp}|%n"),
        *("%d{yyyy/MM/dd} %m%n", "%d{yy-MM-dd EEE MMM} %m%n", "%% %C %H %x %m%n", "%m", "plain%n"),
    ],
)
def test_layouts(perl: PerlProcess, tmp_path: Path, layout: str) -> None:
    calls = [function("INFO", "'one'"), method("warn", '"two\\n"'), function("FATAL", "''")]
    compare(perl, tmp_path, f"level => $DEBUG, layout => '{layout}'", calls)


def test_a_logger_has_its_level(perl: PerlProcess, tmp_path: Path) -> None:
    calls = [
        method("info", "'not yet'"),
        method("level", "10000"),
        method("info", "'now'"),
        function("INFO", "'others not'"),
    ]
    compare(perl, tmp_path, "level => $ERROR", calls)


def test_a_logger_tells_its_level(perl: PerlProcess) -> None:
    code = """
        Log::Log4perl->easy_init($INFO); my $log = get_logger('A::B');
        ($log->level, $log->is_debug ? 1 : 0, $log->is_info ? 1 : 0, $log->is_fatal ? 1 : 0)
    """
    found: dict[str, Any] = {**HELPERS, "log": HELPERS["PerlLog"]("A::B")}
    HELPERS["perl_log_init"](HELPERS["PerlLog"].levels["INFO"])
    calls = [method(name) for name in ("level", "is_debug", "is_info", "is_fatal")]
    assert [str(int(forms.value_of(each, found))) for each in calls] == perl.run(code).values


def test_levels_are_numbers(perl: PerlProcess) -> None:
    wanted = perl.run("($ALL, $TRACE, $DEBUG, $INFO, $WARN, $ERROR, $FATAL, $OFF)").values
    names = ["ALL", *LEVELS, "OFF"]
    assert [str(eval(MODULE.variables[f"${name}"], HELPERS)) for name in names] == wanted


def test_a_message_may_be_code(tmp_path: Path) -> None:
    HELPERS["perl_log_init"]({"level": 10000, "file": f">{tmp_path}/x", "layout": "%m %M %F{1}"})

    def call() -> None:
        HELPERS["perl_log"]("INFO", lambda: "made")

    call()
    HELPERS["perl_log_init"]()
    assert (tmp_path / "x").read_text() == "made main::call test_logs.py"


def test_it_dies_with_its_message(tmp_path: Path) -> None:
    HELPERS["perl_log_init"]({"level": 10000, "file": f">{tmp_path}/x", "layout": "%p %m%n"})
    with pytest.raises(RuntimeError, match="no more"):
        HELPERS["PerlLog"]().die("no ", "more")
    HELPERS["perl_log_init"]()
    assert (tmp_path / "x").read_text() == "FATAL no more\n"
