"""All tables: each form can be read, and what it names is there."""

from __future__ import annotations

import ast
import builtins
import pkgutil
import re
from collections.abc import Iterator

import pytest

from sysvirt.port.draft import modules
from sysvirt.port.draft.modules.collected import CORE, MODULES, TOPIC
from sysvirt.port.draft.modules.table import Form, Forms, Module
from sysvirt.port.draft.pasting import MODULES as PYTHON
from sysvirt.port.draft.pasting import pieces

ALL = [CORE, *MODULES.values()]
#: What becomes of these depends on all of the script: no form could say it.
WITHOUT_FORM = {"GetOptions", "getopts", "getopt", "pod2usage"}


def forms(module: Module) -> Iterator[tuple[str, Form]]:
    """All forms of a table, with what they are for."""
    tables: list[tuple[str, dict[str, Forms]]] = [
        ("", dict(module.functions)),
        ("->", dict(module.class_methods)),
        *((f"{owner}->", dict(methods)) for owner, methods in module.methods.items()),
    ]
    for before, table in tables:
        for name, found in table.items():
            for form in found if isinstance(found, tuple) else (found,):
                yield f"{module.name} {before}{name}", form


def filled(text: str) -> ast.Expression:
    """A form with names in its places."""
    text = re.sub(r"\{\*\*\}", "**place_", text)
    return ast.parse(re.sub(r"\{(\*|self|\d)\}", "place_", text), mode="eval")


def unknown(text: str) -> set[str]:
    """The names in a form that nothing stands behind."""
    tree = filled(text)
    nodes = list(ast.walk(tree))
    places = [each for each in nodes if isinstance(each, ast.Name)]
    own = {each.id for each in places if isinstance(each.ctx, ast.Store)}
    own |= {each.arg for each in nodes if isinstance(each, ast.arg)}
    names = {each.id for each in places} - own - {"place_", "Sys"}
    packages = {"lxml", "yaml"}
    return {
        name for name in names - pieces().keys() - PYTHON - packages if not hasattr(builtins, name)
    }


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.name)
def test_every_form_can_be_read_and_names_what_is_there(module: Module) -> None:
    texts = [(name, text) for name, form in forms(module) for text in (form.python, form.scalar)]
    texts += [*module.constants.items(), *module.variables.items()]
    lost = {name: unknown(text) for name, text in texts if text}
    assert {name: names for name, names in lost.items() if names} == {}


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.name)
def test_every_place_has_its_argument(module: Module) -> None:
    problems = []
    for name, form in forms(module):
        plain, star, rest = form.takes.partition("*")
        if set(plain + rest) - set("snivtahcfpu*") or len(rest) != bool(star):
            problems.append(f"{name} takes {form.takes}")
        for text in filter(None, (form.python, form.scalar)):
            places = {int(each) for each in re.findall(r"\{(\d)\}", text)}
            if places and max(places) >= len(plain):
                problems.append(f"{name}: {text}")
            if "{*}" in text and not star:
                problems.append(f"{name}: {text}")
    assert problems == []


def test_what_use_brings_is_there() -> None:
    for module in ALL:
        known = {*module.functions, *module.constants, *module.variables}
        assert set(module.exports) - known - WITHOUT_FORM == set(), module.name


def test_each_table_stands_by_its_name() -> None:
    assert {name: module.name for name, module in MODULES.items()} == {
        name: name for name in MODULES
    }
    assert set(CORE.functions) >= TOPIC
    rooms = {each.name for each in pkgutil.iter_modules(modules.__path__)}
    assert {"collected", "core", "table"} <= rooms
