"""Methods in two forms: what comes by its place, what by its name, and what is refused."""

from __future__ import annotations

import asyncio
import doctest
import inspect
from typing import Any

import pytest

from sysvirt._core import forms
from sysvirt._core.forms import older_form

Taken = tuple[Any, ...]


class Mover:
    """Says what its method got."""

    @older_form("flags", "dname")
    def move(
        self, where: str, params: Any = None, flags: int | None = 0, *, dname: Any = None
    ) -> Taken:
        """Take it there."""
        return where, params, flags, dname


class Awaited:
    """The same, awaited."""

    @older_form("flags", "dname")
    async def move(
        self, where: str, params: Any = None, flags: int | None = 0, *, dname: Any = None
    ) -> Taken:
        """Take it there."""
        return where, params, flags, dname


CALLS: list[tuple[tuple[Any, ...], dict[str, Any], Taken]] = [
    (("x",), {}, ("x", None, 0, None)),
    (("x", {}), {}, ("x", {}, 0, None)),
    (("x", {}, 1), {}, ("x", {}, 1, None)),
    (("x", {}), {"flags": 1}, ("x", {}, 1, None)),
    (("x", 1), {}, ("x", None, 1, None)),
    (("x", None), {}, ("x", None, None, None)),
    (("x", 1, "n"), {}, ("x", None, 1, "n")),
    (("x", 1), {"dname": "n"}, ("x", None, 1, "n")),
    (("x",), {"flags": 1, "dname": "n"}, ("x", None, 1, "n")),
    ((), {"where": "x", "params": {}}, ("x", {}, 0, None)),
]


@pytest.mark.parametrize(("args", "named", "taken"), CALLS)
def test_both_forms(args: tuple[Any, ...], named: dict[str, Any], taken: Taken) -> None:
    move: Any = Mover().move
    assert move(*args, **named) == taken
    awaited: Any = Awaited().move
    assert asyncio.run(awaited(*args, **named)) == taken


@pytest.mark.parametrize(
    ("args", "named", "message"),
    [
        (("x", 1, "n", 2), {}, r"move\(\) takes up to 4 positional arguments but 5 were given"),
        (("x", {}, 1, "n"), {}, r"move\(\) takes from 2 to 4 positional arguments but 5"),
        (("x", 1), {"flags": 2}, r"move\(\) got multiple values for argument 'flags'"),
        (("x", 1, "n"), {"dname": "m"}, r"move\(\) got multiple values for argument 'dname'"),
        (("x",), {"name": 1}, r"move\(\) got an unexpected keyword argument 'name'"),
        ((), {}, r"move\(\) missing 1 required positional argument: 'where'"),
    ],
)
def test_what_is_in_neither_form(
    args: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    move: Any = Mover().move
    with pytest.raises(TypeError, match=message):
        move(*args, **named)
    awaited: Any = Awaited().move
    with pytest.raises(TypeError, match=message):
        asyncio.run(awaited(*args, **named))


@pytest.mark.parametrize("cls", [Mover, Awaited])
def test_it_looks_like_the_method(cls: type[Any]) -> None:
    wanted = "(self, where: str, params: Any = None, flags: int | None = 0, *, dname: Any = None)"
    assert str(inspect.signature(cls.move)).replace("'", "").startswith(wanted)
    assert (cls.move.__name__, cls.move.__doc__) == ("move", "Take it there.")
    assert inspect.iscoroutinefunction(cls.move) == (cls is Awaited)


def test_the_number_is_pythons() -> None:
    assert forms.COROUTINE == inspect.CO_COROUTINE


def test_the_example() -> None:
    assert doctest.testmod(forms) == (0, 2)
