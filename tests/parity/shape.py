"""The reference's word on what a method returns, held against what it did return."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parent.parent / "reference" / "methods.json"

#: The Python type for each of the reference's words.
TYPES = {"int": int, "str": str, "bytes": bytes, "bool": bool, "dict": dict, "list": list}


@cache
def methods() -> dict[tuple[str, str], dict[str, Any]]:
    """Every method of the reference by package and name."""
    data = json.loads(REFERENCE.read_text())
    return {(package, m["name"]): m for package, ms in data.items() for m in ms}


def reference(package: str, name: str) -> dict[str, Any]:
    """What the reference says about a method; constructors and helpers outside it say nothing."""
    return methods().get((package, name), {"returns": {"shape": "any"}})


def problems(value: Any, returns: dict[str, Any]) -> list[str]:
    """What is wrong with the Python form of a result."""
    shape = returns["shape"]
    if shape in ("any", "scalar"):
        return []
    if value is None:
        return [] if shape == "none" or returns.get("null") else ["None"]
    if shape == "none":
        return [f"{type(value).__name__} instead of None"]
    if shape == "tuple":
        return _tuple(value, returns)
    if shape.startswith("list"):
        inner = {**returns, "shape": shape.partition(":")[2] or "any"}
        return _exact(value, list) or [p for item in value for p in problems(item, inner)]
    if shape.startswith("object:"):
        return [] if type(value).__name__ == shape.rpartition(":")[2] else [type(value).__name__]
    if shape == "dict":
        return _dict(value, returns)
    return _exact(value, TYPES[shape])


def _exact(value: Any, wanted: type) -> list[str]:
    return [] if type(value) is wanted else [f"{type(value).__name__} instead of {wanted.__name__}"]


def _tuple(value: Any, returns: dict[str, Any]) -> list[str]:
    wrong = _exact(value, tuple)
    if wrong or len(value) != len(returns["items"]):
        return wrong or [f"{len(value)} items"]
    types = returns.get("types", {})
    return [
        p
        for name, item in zip(returns["items"], value, strict=True)
        for p in _item(item, types.get(name))
    ]


def _dict(value: Any, returns: dict[str, Any]) -> list[str]:
    wrong = _exact(value, dict)
    if wrong:
        return wrong
    types = returns.get("types", {})
    missing = [f"no key {key}" for key in returns.get("keys", []) if key not in value]
    return missing + [p for key, item in value.items() for p in _item(item, types.get(key))]


def _item(value: Any, word: str | None) -> list[str]:
    """A value inside a dict or tuple; a word that is no plain type says nothing here."""
    if word is None or (value is None and word.endswith("?")):
        return []
    wanted = TYPES.get(word.rstrip("?"))
    return _exact(value, wanted) if wanted else []
