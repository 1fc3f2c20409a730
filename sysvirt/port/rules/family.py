"""A family of rules: those that look at the same thing, and what finds their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from sysvirt.port.findings import Finding
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script


@attrs.frozen
class Family:
    """Some rules, and the function that finds where they apply."""

    name: str
    rules: tuple[Rule, ...]
    find: Callable[[Script], Iterable[Finding]]
