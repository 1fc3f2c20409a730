"""The reference's word on what a method returns, held against what it did return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from reference.data import Returns, read_methods

#: The Python type for each of the reference's words.
TYPES = {"int": int, "str": str, "bytes": bytes, "bool": bool, "dict": dict, "list": list}


def returned(package: str, name: str) -> Returns:
    """What the reference says of a result; constructors and helpers outside it say nothing."""
    method = read_methods().get((package, name))
    return method.returns if method else Returns(shape="any")


def problems(value: Any, returns: Returns) -> list[str]:
    """What is wrong with the Python form of a result."""
    shape = returns.shape
    if shape in ("any", "scalar"):
        return []
    if value is None:
        return [] if shape == "none" or returns.null else ["None"]
    if shape == "none":
        return [f"{type(value).__name__} instead of None"]
    if shape == "tuple":
        return _tuple(value, returns)
    if shape.startswith("list"):
        inner = attrs.evolve(returns, shape=shape.partition(":")[2] or "any")
        return _exact(value, list) or [p for item in value for p in problems(item, inner)]
    if shape.startswith("object:"):
        return [] if type(value).__name__ == shape.rpartition(":")[2] else [type(value).__name__]
    if shape == "dict":
        return _dict(value, returns)
    return _exact(value, TYPES[shape])


def _exact(value: Any, wanted: type) -> list[str]:
    return [] if type(value) is wanted else [f"{type(value).__name__} instead of {wanted.__name__}"]


def _tuple(value: Any, returns: Returns) -> list[str]:
    wrong = _exact(value, tuple)
    if wrong or len(value) != len(returns.items):
        return wrong or [f"{len(value)} items"]
    named = zip(returns.items, value, strict=True)
    return [p for name, item in named for p in _item(item, returns.types, name)]


def _dict(value: Any, returns: Returns) -> list[str]:
    wrong = _exact(value, dict)
    if wrong:
        return wrong
    missing = [f"no key {key}" for key in returns.keys if key not in value]
    return missing + [p for key, item in value.items() for p in _item(item, returns.types, key)]


def _item(value: Any, types: Mapping[str, str], name: str) -> list[str]:
    """A value inside a dict or tuple; a word that is no plain type says nothing here."""
    word = types.get(name, "")
    if value is None and word.endswith("?"):
        return []
    wanted = TYPES.get(word.rstrip("?"))
    return _exact(value, wanted) if wanted else []
