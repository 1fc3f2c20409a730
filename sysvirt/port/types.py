"""What an expression can be, as far as the inference knows."""

from __future__ import annotations

import attrs


@attrs.frozen
class Object:
    """An object of a class of Sys::Virt, by its short name."""

    cls: str


@attrs.frozen
class Package:
    """The name of a package as a value: ``"Sys::Virt::Domain"``, or a class of the project."""

    name: str


@attrs.frozen
class Foreign:
    """An object of another class: of the project or of a module."""

    package: str


@attrs.frozen
class Result:
    """What a method of the API returned, other than objects: a text, a number, a hash reference."""

    cls: str
    method: str
    #: Of a tuple the item, of a hash the key that it was read from, of an element of a list
    #: ``ITEM``; empty for the whole.
    part: str = ""


#: The part of a ``Result`` that is one element of a list.
ITEM = "[]"


@attrs.frozen
class List:
    """A list, an array or a reference to one, by the cell that holds its elements."""

    cell: int


@attrs.frozen
class Hash:
    """A hash or a reference to one, by the cell that holds its values."""

    cell: int


@attrs.frozen
class Code:
    """A sub, by the cell of its results and those of its parameters."""

    cell: int


@attrs.frozen
class Text:
    """A text that is known, if it can be a name: of a method, a key, a package."""

    value: str


Type = Object | Package | Foreign | Result | List | Hash | Code | Text
