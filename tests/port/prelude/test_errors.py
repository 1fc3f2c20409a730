"""What ``die`` and ``warn`` say, and what ``$@`` is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Sys
from sysvirt.port.prelude import errors

#: They have no types.
ours: Any = errors


def caught(function: Any) -> Any:
    try:
        function()
    except Exception as err:  # noqa: BLE001 - whatever it is
        return ours.perl_error(err)
    raise AssertionError("nothing was raised")


def test_a_text_without_an_end_gets_its_place() -> None:
    place = f" at {sys.argv[0]} line 7.\n"
    assert caught(lambda: ours.perl_die("no", 7)) == f"no{place}"
    assert caught(lambda: ours.perl_die("no\n", 7)) == "no\n"
    assert caught(lambda: ours.perl_die(3, 7)) == f"3{place}"


def test_other_values_stay_as_they_are() -> None:
    value = {"code": 57}
    assert caught(lambda: ours.perl_die(value, 7)) is value
    assert ours.perl_error_part(value, "code") == 57


def test_an_error_of_sys_virt_is_itself() -> None:
    conn = Sys.Virt.new(uri="test:///default")
    error = caught(lambda: conn.get_domain_by_name("nobody"))
    assert isinstance(error, Sys.Virt.Error)
    assert ours.perl_error_part(error, "code") == Sys.Virt.Error.ERR_NO_DOMAIN
    assert ours.perl_again(error) is error


def test_another_error_is_its_text_with_its_place() -> None:
    assert caught(lambda: dict[str, int]()["x"]).startswith(f"'x' at {sys.argv[0]} line ")


def test_a_text_that_is_raised_again_stays() -> None:
    assert caught(lambda: _raise(ours.perl_again("old\n"))) == "old\n"


def _raise(error: Exception) -> None:
    raise error


def test_a_warning_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    ours.perl_warn("careful\n", 3)
    ours.perl_warn("careful", 3)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"careful\ncareful at {sys.argv[0]} line 3.\n"


@pytest.mark.parametrize(
    ("raised", "said", "status"),
    [
        ("PerlDie('the end\\n')", "the end\n", 255),
        ("KeyError('x')", "'x' at ", 255),
        ("SystemExit(3)", "", 3),
        ("NotImplementedError('vm.pl:3')", "NotImplementedError: vm.pl:3", 1),
    ],
)
def test_what_nobody_catches(raised: str, said: str, status: int, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys\nfrom sysvirt.port.prelude.errors import *\n"
        f"sys.excepthook = perl_uncaught\nraise {raised}\n"
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert said in done.stderr
    assert ("Traceback" in done.stderr) == ("NotImplementedError" in raised)
    assert done.returncode == status
