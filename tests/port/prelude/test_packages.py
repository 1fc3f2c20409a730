"""Packages by their names, beside what Perl says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sysvirt import Sys
from sysvirt.port.prelude.errors import PerlDie
from sysvirt.port.prelude.packages import perl_package, perl_require


class Own:
    """A class of a draft."""

    perl_class = "My::Own"


def test_a_class_is_found_by_its_name() -> None:
    assert perl_package("My::Own", "new") is Own
    assert perl_package("Sys::Virt::Domain", "STATE_RUNNING") is Sys.Virt.Domain
    assert perl_package("Sys::Virt", "new") is Sys.Virt


@pytest.mark.parametrize("name", ["My::None", "Sys::Virt::None", ""])
def test_a_class_that_is_not_there(name: str) -> None:
    assert perl_package(name, "can") is None
    with pytest.raises(PerlDie, match=f'"new" via package "{name}" \\(perhaps you forgot'):
        perl_package(name, "new")


def test_a_module_is_read_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Checked"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "Guests.py").write_text("class Guests:\n    perl_class = 'Checked::Guests'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for path in (str(folder / "Guests.pm"), "Checked/Guests.pm"):
        assert perl_require(path, 1) == 1
    assert perl_package("Checked::Guests", "new") is sys.modules["Checked.Guests"].Guests
    with pytest.raises(PerlDie, match="^Can't locate Checked/None.pm in @INC"):
        perl_require("Checked/None.pm", 1)
