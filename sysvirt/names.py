"""Names for libvirt's numbers.

A number gets its meaning from its family: the constants of one C enum, given by what their
names begin with. Only that enum counts, however many other names begin alike:

>>> from sysvirt.constants import DomainConstants
>>> constant_name(DomainConstants, "EVENT_", 0)
'EVENT_DEFINED'
>>> constant_name(DomainConstants, "EVENT_ID_", 0)
'EVENT_ID_LIFECYCLE'

A name is itself the family of what it is divided into: the reasons of a state, the details of
an event.

>>> state, reason = 3, 5
>>> constant_name(DomainConstants, "STATE_", state)
'STATE_PAUSED'
>>> constant_name(DomainConstants, "STATE_PAUSED", reason)
'STATE_PAUSED_IOERROR'

The name of the C enum may be given as well. That matters for ``VCPU_`` alone, where Perl's
names mix the states of a virtual CPU (``virVcpuState``) with flags (``virDomainVcpuFlags``):
there ``constant_name`` means the states and ``flag_names`` the flags.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sysvirt._core.arguments import llong, uint, wrong_type

if TYPE_CHECKING:
    from typing import SupportsIndex


def constant_name(owner: type, family: str, value: SupportsIndex) -> str:
    """The name of the constant that has a value.

    ``owner`` is a class that carries constants, such as ``Domain``; ``family`` what the names
    begin with, its last underscore may be left out. Where two constants have the value, the
    result is always the same one: of ``KEYCODE_SET_RFB`` and ``_QNUM`` the newer ``_QNUM``, of
    ``LIST_ROOTS`` and ``_DESCENDANTS`` of snapshots and checkpoints ``LIST_ROOTS``.

    ``ValueError`` if the family is unknown, or none of its constants has the value, as with one
    from a libvirt that is newer than this table. ``TypeError`` for an argument of a wrong type;
    a ``bool`` is one, for a truth value is never a state.

    >>> from sysvirt.constants import ErrorConstants
    >>> constant_name(ErrorConstants, "ERR_", 42)
    'ERR_NO_DOMAIN'
    >>> constant_name(ErrorConstants, "ERR_", 4200)
    Traceback (most recent call last):
    ValueError: no constant of ErrorConstants ERR_ has the value 4200
    """
    found = _find(owner, family, flags=False)
    number = llong(_no_bool(value, "value"), "value")
    try:
        return found.names[number]
    except KeyError:
        hint = ": they are flags, flag_names takes several at once" if found.flags else ""
        message = f"no constant of {owner.__name__} {found.prefixes[0]} has the value {number}"
        raise ValueError(message + hint) from None


def flag_names(owner: type, family: str, flags: SupportsIndex) -> set[str]:
    """The names of the flags that are set.

    ``owner`` and ``family`` are as in ``constant_name``. 0 gives the name that the family has
    for it, or the empty set. Nothing is lost: the constants so named make up ``flags`` again,
    and a bit without a name is a ``ValueError`` that shows it, as are an unknown family and one
    whose constants are no flags. ``TypeError`` for an argument of a wrong type.

    >>> from sysvirt.constants import DomainConstants
    >>> sorted(flag_names(DomainConstants, "AFFECT_", 3))
    ['AFFECT_CONFIG', 'AFFECT_LIVE']
    >>> flag_names(DomainConstants, "AFFECT_", 0)
    {'AFFECT_CURRENT'}
    >>> flag_names(DomainConstants, "AFFECT_", 9)
    Traceback (most recent call last):
    ValueError: no constant of DomainConstants AFFECT_ stands for 0x8 in flags 0x9
    """
    found = _find(owner, family, flags=True)
    number = uint(_no_bool(flags, "flags"), "flags")
    where = f"{owner.__name__} {found.prefixes[0]}"
    if not found.flags:
        raise ValueError(f"{where} holds single values, no flags: use constant_name")
    bits = {1 << at for at in range(number.bit_length()) if number >> at & 1} or {0}
    unknown = bits - found.names.keys() - {0}
    if unknown:
        shown = ", ".join(map(hex, sorted(unknown)))
        raise ValueError(f"no constant of {where} stands for {shown} in flags {number:#x}")
    return {found.names[bit] for bit in bits if bit in found.names}


class _Family(NamedTuple):
    enum: str
    flags: bool
    prefixes: list[str]
    #: The name for each value.
    names: dict[int, str]


@cache
def _families() -> dict[type, dict[str, list[_Family]]]:
    """The families of each class of ``sysvirt.constants`` by all that they may be called.

    Read when first asked for, as most programs never do.
    """
    from sysvirt import constants
    from sysvirt.constants._families import FAMILIES

    classes: dict[type, dict[str, list[_Family]]] = {}
    for class_name, rows in FAMILIES.items():
        cls = getattr(constants, class_name)
        called = classes.setdefault(cls, {})
        for enum, kind, prefixes, names in rows:
            # Reversed, so that of two names for a value the first remains.
            values = {getattr(cls, name): name for name in reversed(names.split())}
            family = _Family(enum, kind == "flags", prefixes.split(), values)
            for key in (enum, *family.prefixes):
                called.setdefault(key.rstrip("_"), []).append(family)
    return classes


def _find(owner: type, family: str, *, flags: bool) -> _Family:
    """The family that is meant; of two with one prefix the one that holds flags, or doesn't."""
    if not isinstance(owner, type):
        raise wrong_type(owner, "owner", "a class")
    carried = [_families()[cls] for cls in owner.__mro__ if cls in _families()]
    if not carried:
        raise TypeError(f"owner must be a class that carries constants, not {owner.__name__}")
    if not isinstance(family, str):
        raise wrong_type(family, "family", "a str")
    key = family.rstrip("_")
    for called in carried:
        if found := called.get(key):
            return next((each for each in found if each.flags == flags), found[0])
    known = [each for called in carried for found in called.values() for each in found]
    raise _unknown(owner, family, known)


def _unknown(owner: type, family: str, known: list[_Family]) -> ValueError:
    """The error for a family that there isn't: it shows those that may have been meant."""
    import difflib  # for this error alone

    names = {name.upper(): name for each in known for name in (*each.prefixes, each.enum)}
    wanted = family.upper()
    near = sorted((name for name in names if wanted and name.startswith(wanted)), key=len)
    near = near or difflib.get_close_matches(wanted, names)
    hint = f": did you mean {', '.join(names[name] for name in near[:5])}?" if near else ""
    return ValueError(f"{owner.__name__} has no family {family!r} of numbers{hint}")


def _no_bool(value: SupportsIndex, name: str) -> SupportsIndex:
    if isinstance(value, bool):
        raise wrong_type(value, name, "an int")
    return value
