"""Reads and checks ``methods.json``; README.md says what its fields mean."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import attrs

from constants.table import read_constants

HERE = Path(__file__).resolve().parent

#: What becomes of a method in ``sysvirt.aio``.
Await = Literal["async", "value", "hand", "sync"]

#: The words for a type; beside them there is ``object:`` with a package.
WORDS = ("int", "bool", "str", "bytes", "dict", "list", "callable", "any")


def _words(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _c_types(value: str) -> tuple[str, ...]:
    return tuple(value.split(", "))


def _matches(pattern: str) -> Any:
    return attrs.validators.matches_re(pattern)


def _type(_: Any, attribute: attrs.Attribute[Any], value: tuple[str, ...]) -> None:
    for word in value:
        if word not in WORDS and not word.startswith("object:Sys::Virt"):
            raise ValueError(f"{attribute.name}: there is no type {word!r}")


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter of a method."""

    name: str = attrs.field(validator=_matches(r"[A-Za-z]\w*"))
    #: Any of these will do.
    type: tuple[str, ...] = attrs.field(converter=_words, validator=_type)
    required: bool = False
    default: Any = None
    #: Whether ``undef`` and ``None`` mean that there is none.
    null: bool = False
    #: Of a dict whose keys are fixed: those that it may have, and the types of their values.
    keys: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    types: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Returns:
    """What a method returns."""

    #: A type, ``none``, ``tuple``, or ``list:`` with a type.
    shape: str
    null: bool = False
    #: The keys of a dict: those that it always has, and those that it may lack.
    keys: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    optional_keys: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    #: The names of a tuple's items.
    items: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    #: The types of the values of a dict or tuple; one with ``?`` at its end may be ``None``.
    types: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def has_keys(self) -> bool:
        """Whether the keys are known, other than those that the hypervisor chooses."""
        return bool(self.keys or self.optional_keys)


@attrs.frozen(kw_only=True)
class Argument:
    """An argument that a callback gets after the connection and the object."""

    name: str = attrs.field(validator=_matches(r"[A-Za-z]\w*"))
    type: tuple[str, ...] = attrs.field(converter=_words, validator=_type)
    #: The types of the C arguments that it is made from.
    c: tuple[str, ...] = attrs.field(converter=_c_types)
    #: What it is, for the manual.
    doc: str = attrs.field(validator=attrs.validators.min_len(1))
    null: bool = False
    #: Whether Perl passes it, too.
    perl: bool = True


@attrs.frozen(kw_only=True)
class Method:
    """A method of Perl's Sys::Virt."""

    package: str = attrs.field(validator=_matches(r"Sys::Virt(::[A-Z]\w+)?"))
    name: str = attrs.field(validator=_matches(r"[a-z_]\w*"))
    kind: str = attrs.field(validator=attrs.validators.in_(("method", "class_method", "function")))
    in_aio: Await = attrs.field(validator=attrs.validators.in_(("async", "value", "hand", "sync")))
    params: tuple[Parameter, ...]
    returns: Returns
    #: The C functions that it calls.
    c: tuple[str, ...] = attrs.field(converter=tuple)
    #: The libvirt release that it needs; ``None`` where it calls none.
    since: str | None = attrs.field(validator=attrs.validators.optional(_matches(r"\d+\.\d+\.\d+")))
    #: The parameters of its second form.
    alt_params: tuple[tuple[Parameter, ...], ...] = ()
    #: What a registered callback gets, by the name of the event's constant.
    callbacks: Mapping[str, tuple[Argument, ...]] = attrs.field(factory=dict)
    #: Whether it stands in Perl's manual only.
    documented_only: bool = False
    notes: str = ""


@attrs.frozen(kw_only=True)
class Event:
    """An event that a callback can be registered for."""

    #: Where ``EVENT_ID_*`` stands: the class of the objects that it is about.
    package: str
    #: The constant, without ``EVENT_ID_``.
    name: str
    number: int
    #: The method that registers a callback for it.
    method: Method
    #: What the callback gets after the connection and the object.
    arguments: tuple[Argument, ...]

    @property
    def cls(self) -> str:
        """The class of the objects that it is about, as libvirt names it.

        >>> next(read_events()).cls
        'Domain'
        """
        return self.package.rpartition("::")[2]


@cache
def read_methods(path: Path = HERE / "methods.json") -> dict[tuple[str, str], Method]:
    """Every method by package and name, in the order of Perl's manual."""
    found: dict[tuple[str, str], Method] = {}
    for package, rows in json.loads(path.read_text("utf-8")).items():
        for row in rows:
            name = row.get("name")
            try:
                if (package, name) in found:
                    raise ValueError("stands there twice")  # noqa: TRY301 - named like the rest
                found[package, name] = _method(package, row)
            except (ValueError, KeyError, TypeError) as err:
                # The first argument only: attrs hands over its own objects as well.
                what = f"{type(err).__name__}: {err.args[0]}"
                raise ValueError(f"{path.name}: {package}::{name}: {what}") from err
    return found


def _method(package: str, row: dict[str, Any]) -> Method:
    return Method(
        **_without(row, "await", "params", "alt_params", "returns", "callbacks"),
        package=package,
        # "await" can't be the name of an attribute.
        in_aio=row["await"],
        params=tuple(map(_parameter, row["params"])),
        alt_params=tuple(tuple(map(_parameter, form)) for form in row.get("alt_params", ())),
        returns=Returns(**row["returns"]),
        callbacks={
            event: tuple(Argument(**each) for each in arguments)
            for event, arguments in row.get("callbacks", {}).items()
        },
    )


def _without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _parameter(row: dict[str, Any]) -> Parameter:
    if ("required" in row) == ("default" in row):
        raise ValueError(f"{row['name']}: it is required, or it has a default")
    return Parameter(**row)


def read_events() -> Iterator[Event]:
    """Every event, by the methods that register a callback and by number."""
    numbers = {(each.package, each.name): each.value for each in read_constants()}
    for method in read_methods().values():
        if method.callbacks:
            package = method.params[0].type[0].removeprefix("object:")
            events = [
                Event(
                    package=package,
                    name=constant.removeprefix("EVENT_ID_"),
                    number=int(numbers[package, constant]),
                    method=method,
                    arguments=arguments,
                )
                for constant, arguments in method.callbacks.items()
            ]
            yield from sorted(events, key=lambda event: event.number)
