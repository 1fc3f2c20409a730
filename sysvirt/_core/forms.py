"""Methods that Perl calls in two forms: with a dict of parameters, or with all of them in a row.

The signature of such a method is that of the form with a dict; what else the older form has is
given by name. So one signature says what there is, and ``help()`` shows it.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    # What callers see are the forms that stand above the method, with `overload`.
    Method = Callable[..., Any]

#: What `inspect` calls CO_COROUTINE; to import that takes longer than all of this.
COROUTINE = 0x80


def older_form(*names: str) -> Callable[[Method], Method]:
    """Let a method also be called without a dict, with ``names`` after its first argument.

    >>> @older_form("flags", "dname")
    ... def move(self, where, params=None, flags=0, *, dname=None):
    ...     return where, params, flags, dname
    >>> move(None, "there", {"bandwidth": 5}, 1), move(None, "there", 1, "new")
    (('there', {'bandwidth': 5}, 1, None), ('there', None, 1, 'new'))
    """

    def decorate(method: Method) -> Method:
        def sort(args: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
            """Put what comes by its place in the older form under its name; the rest stays."""
            if len(args) < 2 or hasattr(args[1], "keys"):
                return args
            _put(method.__name__, names, args[1:], named)
            return args[:1]

        def call(self: Any, *args: Any, **named: Any) -> Any:
            return method(self, *sort(args, named), **named)

        async def call_awaited(self: Any, *args: Any, **named: Any) -> Any:
            return await method(self, *sort(args, named), **named)

        awaited = method.__code__.co_flags & COROUTINE
        return wraps(method)(call_awaited if awaited else call)

    return decorate


def _put(
    method: str, names: tuple[str, ...], values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    # What Python says of a function that is called so.
    if len(values) > len(names):
        most, given = len(names) + 2, len(values) + 2
        raise TypeError(
            f"{method}() takes up to {most} positional arguments but {given} were given"
        )
    for name, value in zip(names, values, strict=False):
        if name in named:
            raise TypeError(f"{method}() got multiple values for argument {name!r}")
        named[name] = value
