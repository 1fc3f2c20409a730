"""Typed parameters as dicts, whose keys only the hypervisor knows, and dicts of options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.binding import libvirtmod
from sysvirt._libvirt.errors import failed
from sysvirt._libvirt.parameter_types import (
    BOOLEAN,
    DOUBLE,
    INT,
    LLONG,
    STRING,
    UINT,
    ULLONG,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: How a value of each type is checked.
_CHECKS: dict[int, Callable[[Any, str], Any]] = {
    INT: arguments.cint,
    UINT: arguments.uint,
    LLONG: arguments.llong,
    ULLONG: arguments.ullong,
    DOUBLE: arguments.real,
    BOOLEAN: arguments.truth,
    STRING: arguments.text,
}


#: What may be below zero. libvirt-python takes each unsigned number of 32 bits for a signed one.
_SIGNED = ("_quota",)


def read(name: str, handle: Any, *before: Any, flags: int | None = 0) -> dict[str, Any]:
    """The parameters of a getter that fills an array; ``flags`` are ``None`` for one without.

    libvirt-python's C module reads them, but for what it can't: texts that aren't UTF-8 (a
    ``SystemError`` for the host's), parameters that libvirt leaves empty, large unsigned numbers.
    """
    last = () if flags is None else (flags,)
    try:
        found: dict[str, Any] | None = getattr(libvirtmod, name)(handle._o, *before, *last)
    except (UnicodeDecodeError, LookupError, SystemError):
        return _libvirt.parameters.fill(name, handle, *before, flags=flags)
    if found is None:
        raise failed(f"{name}() failed")
    for key, value in found.items():
        if type(value) is int and value < 0 and not key.endswith(_SIGNED):
            return _libvirt.parameters.fill(name, handle, *before, flags=flags)
    return found


def allocate(name: str, handle: Any, *before: Any, flags: int) -> dict[str, Any]:
    """The parameters of a getter that allocates its array."""
    return _libvirt.parameters.allocate(name, handle, *before, flags=flags)


def change(
    getter: str,
    setter: str,
    handle: Any,
    *device: str,
    params: Mapping[str, Any],
    flags: int | None,
    current: int | None,
) -> None:
    """Set some of the parameters that a getter shows with the flags ``current``.

    The getter tells which there are, and their types.
    """
    wanted = arguments.mapping(params, "params")
    types = _libvirt.parameters.fill_types(getter, handle, *device, flags=current)
    write(setter, handle, *device, params=wanted, types=types, flags=flags)


def write(
    setter: str,
    handle: Any,
    *device: str,
    params: Mapping[str, Any],
    types: Mapping[str, int],
    flags: int | None,
) -> None:
    """Hand parameters to a setter, ``types`` being those that there are.

    Any other key and a value that its type can't hold are refused by name before the call.
    """
    checked = []
    for key, value in arguments.mapping(params, "params").items():
        if key not in types:
            raise ValueError(f"params has an unknown key {key!r}; known here: {sorted(types)}")
        checked.append((key, types[key], _CHECKS[types[key]](value, f"params[{key!r}]")))
    _libvirt.parameters.write(setter, handle, *device, parameters=checked, flags=flags)


def check_options(
    params: Mapping[str, Any], checks: Mapping[str, Callable[[Any, str], Any]], name: str = "params"
) -> dict[str, Any]:
    """The options to hand over, each checked as its key wants it.

    A key that isn't in ``checks`` is refused by name; Perl drops it without a word.
    """
    wanted = arguments.mapping(params, name)
    for key, value in wanted.items():
        if key not in checks:
            raise ValueError(f"{name} has an unknown key {key!r}; known are: {sorted(checks)}")
        wanted[key] = checks[key](value, f"{name}[{key!r}]")
    return wanted
