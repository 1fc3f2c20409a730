"""Pod::Usage: the texts that a script may print of itself, and the call that prints one.

The texts are constants of the draft, which ``sysvirt.port.draft.pod.text`` writes.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

import attrs

from sysvirt.port.draft.modules.table import Module
from sysvirt.port.python.refusing import Untranslatable

#: The constants, by how much they tell.
USAGE, USAGE_AND_OPTIONS, MANUAL = "USAGE", "USAGE_AND_OPTIONS", "MANUAL"
_BY_LEVEL = (USAGE, USAGE_AND_OPTIONS, MANUAL)
_SECTIONS = "SECTIONS"


@attrs.frozen
class Call:
    """What stands for a call of pod2usage."""

    python: str
    #: The constants that it needs: the arguments of ``pod.usage`` behind the POD.
    texts: Mapping[str, tuple[int, tuple[str, ...]]]


def pod2usage(given: Mapping[str, str]) -> Call:
    """A call with options, whose values are Python.

    >>> pod2usage({"-verbose": "1", "-exitval": "0"}).python
    'perl_usage(USAGE_AND_OPTIONS, 0)'
    """
    options = {_name(key): value for key, value in given.items() if not _is_nothing(value)}
    for name in options:
        if name not in ("verbose", "exitval", "message", "output", "sections", "noperldoc"):
            raise Untranslatable(f"pod2usage with -{name}")
    verbose = _verbose(options["verbose"]) if "verbose" in options else None
    status = options.get("exitval") or ("1" if verbose else "2")
    rest = [options[name] for name in ("message",) if name in options]
    rest += [f"stream={options['output']}"] if "output" in options else []
    if verbose == 99:
        sections = _sections(options.get("sections", "None"))
        return Call(_call(_SECTIONS, status, rest), {_SECTIONS: (99, sections)})
    if verbose is None and "exitval" in options:
        return _by_status(status, rest)
    level = min(max(verbose or 0, 0), 2)
    return Call(_call(_BY_LEVEL[level], status, rest), {_BY_LEVEL[level]: (level, ())})


def pod2usage_with(value: str | None = None, number: bool = False) -> Call:
    """A call with one value, which is a status if it is a number, else a message; or with none."""
    if value is None or _is_nothing(value):
        return pod2usage({})
    known = _constant(value)
    if number or isinstance(known, int) or re.fullmatch(r"[-+]?\d+", str(known)):
        return pod2usage({"-exitval": value})
    return pod2usage({"-message": value})


def _name(key: str) -> str:
    """The name of an option, which may be written in several ways."""
    name = key.lstrip("-").lower()
    return "message" if name.startswith("msg") else "exitval" if name.startswith("exit") else name


def _verbose(python: str) -> int:
    value = _constant(python)
    if not isinstance(value, int):
        raise Untranslatable("pod2usage with -verbose that isn't a number")
    return value


def _constant(python: str) -> object:
    """The value of a constant; None for all else."""
    try:
        value: object = ast.literal_eval(python)
    except ValueError:
        return None
    return int(value) if isinstance(value, str) and re.fullmatch(r"\d+", value) else value


def _is_nothing(python: str) -> bool:
    return python == "None"


def _sections(python: str) -> tuple[str, ...]:
    tree = ast.parse(python, mode="eval").body
    values = [_constant(ast.unparse(each)) for each in getattr(tree, "elts", [tree])]
    if not all(isinstance(each, str) for each in values):
        raise Untranslatable("pod2usage with -sections that aren't constants")
    return tuple(map(str, values))


def _by_status(status: str, rest: Sequence[str]) -> Call:
    """Without -verbose: the options are shown as well where the status tells of no mistake."""
    known = _constant(status)
    if isinstance(known, str) and known.lower() == "noexit":
        known = 0
    if isinstance(known, int):
        level = int(known < 2)
        return Call(_call(_BY_LEVEL[level], status, rest), {_BY_LEVEL[level]: (level, ())})
    chosen = f"{USAGE_AND_OPTIONS} if int({status}) < 2 else {USAGE}"
    return Call(_call(chosen, status, rest), {USAGE: (0, ()), USAGE_AND_OPTIONS: (1, ())})


def _call(text: str, status: str, rest: Sequence[str]) -> str:
    return f"perl_usage({', '.join([text, status, *rest])})"


#: Its function is ``pod2usage`` above.
MODULES: tuple[Module, ...] = (Module("Pod::Usage", exports=frozenset({"pod2usage"})),)
