"""The helpers that drafts get, and what they import."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.draft import pasting


def test_a_helper_comes_with_all_that_it_needs() -> None:
    pieces = {each.name: each for each in pasting.needed(["perl_text"])}
    assert {"perl_text", "perl_float_text"} <= pieces.keys()
    assert "perl_split" not in pieces


@pytest.mark.parametrize("name", sorted(pasting.pieces()))
def test_each_helper_runs_by_itself(name: str) -> None:
    """What is pasted for it, with its imports, is a program."""
    pieces = pasting.needed([name])
    text = "\n\n".join(each.source for each in pieces)
    names = pasting.modules(text)
    lines = [each for each in pasting.imports(names) if "lxml" not in each]
    compiled = compile("\n".join([*lines, text]), name, "exec")
    assert name in {each.id for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Name)} | {
        each.name for each in pieces
    }
    if len(lines) == len(pasting.imports(names)):
        exec(compiled, {"__name__": "helpers"})


def test_functions_come_before_what_calls_them_while_it_is_made() -> None:
    sources = [each.source for each in pasting.needed(["perl_status"])]
    made = next(at for at, each in enumerate(sources) if each.startswith("perl_status ="))
    assert all(not each.startswith("def ") for each in sources[made:])


def test_modules_are_those_that_are_looked_into() -> None:
    text = "import nothing\ntime = 1\nprint(re.escape(x), os.path.join(y), etree.XML(z), time)\n"
    assert pasting.modules(text) == {"re", "os", "etree"}
    assert pasting.imports({"re", "os", "etree"}) == [
        "import os",
        "import re",
        "from lxml import etree",
    ]
