"""The form of tables."""

from __future__ import annotations

import re

from sysvirt.port.program.modules import table
from sysvirt.port.program.modules.collected import CORE, MODULES
from sysvirt.port.program.modules.table import Form, Module
from tests.port.forms import several

#: The letters that the page of the form names.
LETTERS = frozenset(re.findall(r"``(\w)``", table.__doc__ or ""))


def test_a_form_knows_all_its_letters() -> None:
    assert "s" in LETTERS
    rows = [each for module in (*MODULES.values(), CORE) for each in module.functions.values()]
    used = {letter for row in rows for form in several(row) for letter in form.takes}
    assert used - LETTERS <= {"*"}


def test_a_row_may_hold_nothing() -> None:
    module = Module("X")
    assert (module.functions, module.methods, module.needs, module.todo) == ({}, {}, (), "")
    assert (Form("x").takes, Form("x").only, Form("x").todo) == ("", "", "")
