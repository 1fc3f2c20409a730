"""What nothing stands for says what to use; and no table has a module twice."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt.port.draft import modules
from sysvirt.port.draft.modules import refused
from sysvirt.port.draft.modules.table import Form, Module
from tests.port import forms as trying
from tests.port.helpers import HELPERS


def all_modules() -> Iterator[Module]:
    """All rows of all tables, each once."""
    seen: list[Module] = []
    for room in pkgutil.iter_modules(modules.__path__):
        table = importlib.import_module(f"{modules.__name__}.{room.name}")
        for value in vars(table).values():
            several: list[Any] = [*value] if isinstance(value, tuple) else [value]
            for each in several:
                if isinstance(each, Module) and not any(each is one for one in seen):
                    seen.append(each)
    yield from seen


def all_forms() -> Iterator[tuple[str, Form]]:
    """All forms, each with the name of its row."""
    for module in all_modules():
        rows = [*module.functions.items(), *module.class_methods.items()]
        rows += [each for methods in module.methods.values() for each in methods.items()]
        for name, forms in rows:
            for form in trying.several(forms):
                yield f"{module.name} {name}", form


@pytest.mark.parametrize("module", refused.MODULES, ids=lambda module: module.name)
def test_each_says_what_to_use(module: Module) -> None:
    assert module.todo
    assert not module.functions
    assert not module.methods


def test_no_module_has_two_rows() -> None:
    found = Counter(module.name for module in all_modules())
    assert [name for name, number in found.items() if number > 1] == []


def test_each_form_is_an_expression_or_says_why_not() -> None:
    wrong: list[str] = []
    for name, form in all_forms():
        text = re.sub(r"\{\*\*\}", "**{'a': 1}", form.python)
        text = re.sub(r"\{\*\}", "[1]", re.sub(r"\{(self|\d+)\}", "x", text))
        try:
            compile(text, name, "eval")
        except SyntaxError:
            wrong += [] if form.todo else [name]
    assert wrong == []


def test_each_place_has_its_letter() -> None:
    wrong: list[str] = []
    for name, form in all_forms():
        own = form.takes.partition("*")[0]
        places = {int(each) for each in re.findall(r"\{(\d+)\}", form.python + form.scalar)}
        if places - set(range(len(own))):
            wrong.append(name)
        if "{*}" in form.python and "*" not in form.takes:
            wrong.append(name)
        if ("{**}" in form.python) and not form.takes.endswith("**"):
            wrong.append(name)
    assert wrong == []


def test_each_helper_is_there() -> None:
    if "PerlDocument" not in HELPERS or "PerlYamlDumper" not in HELPERS:
        pytest.skip("lxml or PyYAML isn't installed: their helpers aren't there")
    missing = {
        helper
        for _, form in all_forms()
        for helper in re.findall(r"\b(?:perl_\w+|Perl[A-Z]\w*)", form.python + form.scalar)
        if helper not in HELPERS
    }
    assert missing == set()


def test_what_a_row_inherits_is_there() -> None:
    known = {name for module in all_modules() for name in module.methods}
    assert {each for module in all_modules() for each in module.parents.values()} <= known
