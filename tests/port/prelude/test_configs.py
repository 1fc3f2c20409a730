"""Files of settings; test_configs.py of the tables compares them to Perl's."""

from __future__ import annotations

from tests.port.helpers import HELPERS


def test_sections_and_comments() -> None:
    text = "a=1\n[b]\nc = 2 ; said\n# not\n"
    assert HELPERS["perl_read_ini_text"](text) == {"_": {"a": "1"}, "b": {"c": "2"}}
    assert HELPERS["perl_read_ini_text"]("wrong") is None
    assert HELPERS["PerlIni"].error == "Syntax error at line 1: 'wrong'"


def test_blocks_are_dicts_in_dicts() -> None:
    text = "a 1\n<vm one>\n  mem = 2\n  mem 3\n</vm>\n"
    assert HELPERS["perl_general"]("-String", text) == {
        "a": "1",
        "vm": {"one": {"mem": ["2", "3"]}},
    }
