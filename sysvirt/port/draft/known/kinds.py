"""Kinds of values, as texts: ``str``, ``int?``, ``list:str``, ``object:Sys::Virt::Domain``.

``bool`` is a truth value of Sys::Virt, which Perl shows as 1 or 0; ``truth`` one that a
comparison gave, which Perl shows as 1 or as nothing. A ``?`` behind a kind says that the value
may be ``None``, and an empty text that nothing is known. ``dict@Domain.get_info`` is what that
method gives.
"""

from __future__ import annotations

from collections.abc import Iterable

from sysvirt.port.api import Method, read_api

NUMBERS = frozenset({"int", "float", "num"})
#: The keys of what a method gives have kinds of their own.
OF_METHOD = "@"


def sure(kind: str) -> str:
    """A kind of a value that is there.

    >>> sure("int?"), sure("str")
    ('int', 'str')
    """
    return kind.removesuffix("?")


def maybe(kind: str) -> str:
    """A kind of a value that may not be there.

    >>> maybe("int"), maybe("")
    ('int?', '')
    """
    return f"{sure(kind)}?" if kind else ""


def base(kind: str) -> str:
    """A kind without what it is of.

    >>> base("list:str"), base("object:My::Host?"), base("dict@Domain.get_info")
    ('list', 'object', 'dict')
    """
    return sure(kind).partition(":")[0].partition(OF_METHOD)[0]


def inside(kind: str) -> str:
    """The kind of what a list or a dict holds.

    >>> inside("list:str"), inside("dict:int?"), inside("list")
    ('str', 'int', '')
    """
    kind = sure(kind)
    return kind.partition(":")[2] if base(kind) in ("list", "dict") else ""


def joined(kinds: Iterable[str]) -> str:
    """The kind of what is one of several.

    >>> joined(["int", "float"]), joined(["str", "none"]), joined(["str", "int"]), joined([])
    ('num', 'str?', '', '')
    """
    all_ = set(kinds)
    is_maybe = any(each.endswith("?") or each == "none" for each in all_)
    rest = {sure(each) for each in all_} - {"none"}
    if rest and rest <= NUMBERS and len(rest) > 1:
        rest = {"num"}
    if len(rest) > 1 and {base(each) for each in rest} in ({"list"}, {"dict"}):
        rest = {base(next(iter(rest)))}
    if len(rest) != 1:
        return ""
    (one,) = rest
    return maybe(one) if is_maybe else one


def of_shape(method: Method, shape: str) -> str:
    """The kind of what a method gives, by the API's word for it."""
    is_maybe = shape.endswith("?")
    shape = sure(shape)
    if shape == "dict":
        shape = f"dict{OF_METHOD}{method.cls}.{method.name}"
    elif shape == "list:dict":
        shape = f"list:dict{OF_METHOD}{method.cls}.{method.name}"
    elif shape in ("tuple", "any"):
        return ""
    return maybe(shape) if is_maybe else shape


def returned(method: Method) -> str:
    """The kind of what a method gives as one value."""
    kind = of_shape(method, method.returns.shape)
    return maybe(kind) if method.returns.null else kind


def of_key(kind: str, key: str) -> str | None:
    """The kind of one key of what a method gives; None where it may lack it, or isn't one."""
    _, sign, name = sure(kind).partition(OF_METHOD)
    if not sign:
        return None
    cls, _, method = name.partition(".")
    found = read_api().classes[cls].methods[method]
    if key not in found.returns.keys:
        return None
    return of_shape(found, found.returns.types.get(key, ""))
