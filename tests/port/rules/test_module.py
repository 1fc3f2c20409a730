"""Modules that scripts use."""

from __future__ import annotations

from sysvirt.port.rules.modules import MODULES
from tests.port.rules.reading import find, said


def test_a_module_of_the_table() -> None:
    perl = "use Getopt::Long qw(GetOptions); require JSON; use strict; use My::Own;"
    assert said(perl, "module") == [MODULES["Getopt::Long"], MODULES["JSON"]]


def test_a_file_without_sys_virt() -> None:
    assert find("use JSON;", "module") == []
