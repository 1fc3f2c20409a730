"""The rules: what is said of each place of a script.

``RULES`` has all of them by their ids, ``find`` applies them to one file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sysvirt.port.rules import (
    api_mistake,
    call,
    cannot_happen,
    closure,
    context,
    difference,
    errors,
    event,
    exit_code,
    flags,
    fork,
    hash_order,
    module,
    number,
    shape,
    stream,
    text_arguments,
    truth,
    version,
)
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from sysvirt.port.findings import Finding
    from sysvirt.port.units import Unit

__all__ = ["FAMILIES", "RULES", "Family", "Rule", "find"]

#: In this order they speak of a place: first the one with the Python line.
FAMILIES: tuple[Family, ...] = (
    call.FAMILY,
    shape.FAMILY,
    api_mistake.FAMILY,
    context.FAMILY,
    errors.FAMILY,
    cannot_happen.FAMILY,
    flags.FAMILY,
    truth.FAMILY,
    difference.FAMILY,
    version.FAMILY,
    text_arguments.FAMILY,
    closure.FAMILY,
    number.FAMILY,
    hash_order.FAMILY,
    event.FAMILY,
    stream.FAMILY,
    fork.FAMILY,
    exit_code.FAMILY,
    module.FAMILY,
)
#: All rules, by their ids.
RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for family in FAMILIES for rule in family.rules}
)


def find(
    unit: Unit, libvirt: str | None = None, families: Iterable[Family] = FAMILIES
) -> tuple[Finding, ...]:
    """What the rules say of a file, in the order of its places.

    With the release of a libvirt, ``"9.0"``, also what that libvirt lacks.
    """
    release = version.read_release(libvirt) if libvirt is not None else None
    script = Script(unit, release)
    found = [finding for family in families for finding in family.find(script)]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.span))
