"""What Sys::Virt has: its classes, methods, constants and differences, as data.

Classes have sysvirt's short names, ``Virt`` and ``Domain``, where Perl has packages:

>>> domain = read_api().classes["Domain"]
>>> domain.package
'Sys::Virt::Domain'
>>> domain.methods["get_state"].returns.items
('state', 'reason')
>>> domain.constants["STATE_RUNNING"].value
1
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

#: The package of the connection, and the beginning of all others.
ROOT = "Sys::Virt"


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter of a method."""

    name: str
    #: ``int``, ``bool``, ``str``, ``bytes``, ``dict``, ``list``, ``callable``, ``any`` or
    #: ``object:`` with a package; any of these will do.
    types: tuple[str, ...]
    required: bool = False
    default: Any = None
    #: Whether ``undef`` and ``None`` stand for "none".
    null: bool = False
    #: Of a dict whose keys are fixed: these.
    keys: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Returns:
    """What a method returns."""

    #: A type, ``none``, ``tuple``, or ``list:`` with a type.
    shape: str
    null: bool = False
    #: The keys of a dict: those that it always has, and those that it may lack.
    keys: tuple[str, ...] = ()
    optional_keys: tuple[str, ...] = ()
    #: The names of a tuple's items.
    items: tuple[str, ...] = ()
    #: The types of the values of a dict or tuple; one with ``?`` at its end may be ``None``.
    types: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether Perl returns a list, and Python one list."""
        return self.shape.startswith("list")


@attrs.frozen(kw_only=True)
class Method:
    """A method, class method (``new``) or function (of ``Event``)."""

    cls: str
    name: str
    kind: str
    params: tuple[Parameter, ...]
    #: Its second forms.
    alt_params: tuple[tuple[Parameter, ...], ...] = ()
    returns: Returns
    #: What a callback gets after the connection and the object, by the event's constant: types.
    callbacks: Mapping[str, tuple[tuple[str, ...], ...]] = attrs.field(factory=dict)
    #: The libvirt release that it needs.
    since: str | None = None

    @property
    def counts(self) -> bool:
        """Whether Perl's method gives the number of elements in a scalar context.

        Those that Sys::Virt writes in Perl return an array. Those in C push their results, of
        which Perl takes the last.
        """
        is_of_objects = self.returns.shape.startswith("list:object:")
        return is_of_objects and not self.name.startswith("list_all_")

    @property
    def is_reference(self) -> bool:
        """Whether Perl gives its several results as one reference."""
        return (self.cls, self.name) == ("Domain", "get_time")


@attrs.frozen(kw_only=True)
class Constant:
    """A constant."""

    cls: str
    name: str
    value: int | str
    since: str
    #: The C enum.
    group: str


@attrs.frozen(kw_only=True)
class Class:
    """A class with its own methods and constants."""

    name: str
    package: str
    methods: Mapping[str, Method]
    constants: Mapping[str, Constant]

    @property
    def python(self) -> str:
        """How a ported script writes it.

        >>> read_api().classes["Domain"].python, read_api().classes["Virt"].python
        ('Sys.Virt.Domain', 'Sys.Virt')
        """
        return self.package.replace("::", ".")


@attrs.frozen(kw_only=True)
class Difference:
    """A row of the page on the differences between Sys::Virt and sysvirt."""

    table: str
    #: The names that the row is about, as it writes them.
    names: tuple[str, ...]
    what: str
    perl: str
    python: str
    why: str


@attrs.frozen
class API:
    """All of it."""

    #: By their short names.
    classes: Mapping[str, Class]
    differences: tuple[Difference, ...]

    def find_package(self, package: str) -> Class | None:
        """The class that a Perl package is.

        >>> read_api().find_package("Sys::Virt").name
        'Virt'
        """
        name = class_name(package)
        return self.classes.get(name) if name else None

    def having(self, method: str) -> tuple[str, ...]:
        """The classes that have a method.

        >>> read_api().having("get_max_vcpus")
        ('Virt', 'Domain')
        """
        return tuple(name for name, cls in self.classes.items() if method in cls.methods)

    def nearest(self, name: str, among: Iterable[str], cutoff: float = 0.7) -> str | None:
        """The name among some that is most like another, if it is as like as the cutoff says.

        >>> read_api().nearest("STATE_RUNING", read_api().classes["Domain"].constants)
        'STATE_RUNNING'
        """
        return next(iter(difflib.get_close_matches(name, list(among), n=1, cutoff=cutoff)), None)


def class_name(package: str) -> str | None:
    """The short name of a package of Sys::Virt; of any other, none.

    >>> class_name("Sys::Virt::Domain"), class_name("Sys::VirtX")
    ('Domain', None)
    """
    if package == ROOT:
        return "Virt"
    head, _, name = package.rpartition("::")
    return name if head == ROOT else None


@cache
def read_api() -> API:
    """The API as data."""
    text = resources.files("sysvirt.port").joinpath("data", "api.json").read_text("utf-8")
    data = json.loads(text)
    classes = [_class(package, rows) for package, rows in data["packages"].items()]
    return API(
        {cls.name: cls for cls in classes},
        tuple(_difference(row) for row in data["differences"]),
    )


def _class(package: str, rows: Mapping[str, Any]) -> Class:
    name = class_name(package) or package
    return Class(
        name=name,
        package=package,
        methods={each: _method(name, each, row) for each, row in rows["methods"].items()},
        constants={
            each: Constant(cls=name, name=each, **row) for each, row in rows["constants"].items()
        },
    )


def _method(cls: str, name: str, row: Mapping[str, Any]) -> Method:
    return Method(
        cls=cls,
        name=name,
        kind=row["kind"],
        params=tuple(_parameters(row["params"])),
        alt_params=tuple(tuple(_parameters(form)) for form in row.get("alt_params", ())),
        returns=_returns(row["returns"]),
        callbacks={
            event: tuple(_words(each["type"]) for each in arguments if each.get("perl", True))
            for event, arguments in row.get("callbacks", {}).items()
        },
        since=row["since"],
    )


def _parameters(rows: Iterable[Mapping[str, Any]]) -> Iterator[Parameter]:
    for row in rows:
        yield Parameter(
            name=row["name"],
            types=_words(row["type"]),
            required=row.get("required", False),
            default=row.get("default"),
            null=row.get("null", False),
            keys=tuple(row.get("keys", ())),
        )


def _returns(row: Mapping[str, Any]) -> Returns:
    return Returns(
        shape=row["shape"],
        null=row.get("null", False),
        keys=tuple(row.get("keys", ())),
        optional_keys=tuple(row.get("optional_keys", ())),
        items=tuple(row.get("items", ())),
        types=row.get("types", {}),
    )


def _difference(row: Mapping[str, Any]) -> Difference:
    return Difference(**{**row, "names": tuple(row["names"])})


def _words(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
