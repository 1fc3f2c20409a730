"""What checkers are told of a dict is what the shape says, and only where keys vary it is open."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import Any, is_typeddict

import pytest

import sysvirt.shapes
from reference.data import read_methods
from reference.shape_stubs import GIVEN, Shape, read_shapes
from tests.reference.test_completeness import target
from tests.reference.test_shapes import shape

MODULES = [each.name for each in pkgutil.iter_modules(sysvirt.shapes.__path__)]


def source(module: str, suffix: str = ".py") -> Path:
    return Path(sysvirt.shapes.__path__[0], module).with_suffix(suffix)


def read(module: str) -> list[Shape]:
    return read_shapes(source(module).read_text("utf-8"))


@pytest.mark.parametrize("module", MODULES)
def test_all_shapes_are_read(module: str) -> None:
    loaded = importlib.import_module(f"sysvirt.shapes.{module}")
    known = dict(inspect.getmembers(loaded, is_typeddict))
    found = {each.name: each for each in read(module)}
    assert found.keys() == known.keys()
    for name, each in found.items():
        # One that rests on another has the keys of that as well.
        assert each.keys.keys() <= known[name].__annotations__.keys()
        if each.is_open:
            assert each.keys.keys() == known[name].__optional_keys__


def test_a_dict_that_is_given_is_open_where_no_key_is_always_there() -> None:
    given: dict[str, Any] = {}
    for (package, name), method in read_methods().items():
        annotation = getattr(target(package), name).__annotations__.get("return")
        if "dict" in method.returns.shape and "Any" not in str(annotation):
            found = shape(annotation)
            given[found.__name__] = found
    wanted = {name for name, found in given.items() if not found.__required_keys__}
    found = {each.name for module in MODULES for each in read(module) if each.is_open}
    # The statistics of a job stand in a tuple.
    assert found == wanted | {"JobStats"}
    assert not found & GIVEN


@pytest.mark.parametrize("module", MODULES)
def test_a_module_with_an_open_shape_has_a_stub_with_all_names(module: str) -> None:
    stub = source(module, ".pyi")
    shapes = read(module)
    assert stub.exists() == any(each.is_open for each in shapes)
    if stub.exists():
        names = re.findall(r"^(?:class )?(\w+)", stub.read_text("utf-8"), re.MULTILINE)
        assert {each.name for each in shapes} <= {*names}
