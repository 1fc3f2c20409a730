"""Typed parameters: dicts whose keys only the hypervisor knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import arguments
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def told(function: Callable[..., Any], handle: Any, *arguments: Any) -> dict[str, Any] | None:
    """What libvirt-python's C module tells by a getter, or ``None`` where it may be spoiled.

    It takes an unsigned number of 32 bits for a signed one, and fails on a parameter that libvirt
    left empty: :mod:`sysvirt.typed` reads them as they are, which takes longer.
    """
    try:
        found: dict[str, Any] | None = function(handle._o, *arguments)
    except LookupError:
        return None
    if found is None:
        raise Error(f"{function.__name__}() failed")
    for value in found.values():
        if type(value) is int and value < 0:
            return None
    return found


def subset(
    params: Mapping[str, Any], current: Mapping[str, Any], name: str = "params"
) -> dict[str, Any]:
    """The parameters to set, held against those that the hypervisor reports now.

    A key that it doesn't report, and a value of another type than the one it has, are refused
    by name before anything is changed; Perl drops the former without a word.
    """
    wanted = arguments.mapping(params, name)
    for key, value in wanted.items():
        if key not in current:
            raise ValueError(f"{name} has an unknown key {key!r}; known here: {sorted(current)}")
        wanted[key] = _like(value, current[key], f"{name}[{key!r}]")
    return wanted


def known(
    params: Mapping[str, Any], checks: Mapping[str, Callable[[Any, str], Any]], name: str = "params"
) -> dict[str, Any]:
    """The parameters to hand over, each held against its key's check.

    A key that isn't in ``checks`` is refused by name; Perl drops it without a word.
    """
    wanted = arguments.mapping(params, name)
    for key, value in wanted.items():
        if key not in checks:
            raise ValueError(f"{name} has an unknown key {key!r}; known are: {sorted(checks)}")
        wanted[key] = checks[key](value, f"{name}[{key!r}]")
    return wanted


def _like(value: Any, now: Any, name: str) -> Any:
    """The value, if it can stand where ``now`` stands."""
    if isinstance(now, str):
        return arguments.text(value, name)
    if isinstance(now, bool):
        return bool(arguments.truth(value, name))
    if isinstance(now, float):
        return _number(value, name)
    return _integer(value, name)


def _number(value: Any, name: str) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    raise arguments.wrong_type(value, name, "a number")


def _integer(value: Any, name: str) -> int:
    # libvirt knows the width of each; this bound only keeps what no width can hold away.
    check: Callable[[Any, str], int] = arguments.llong
    if isinstance(value, int) and value > 0:
        check = arguments.ullong
    return check(value, name)
