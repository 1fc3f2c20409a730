"""The entry of each method on a page, and those with several forms with each of them."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.inspect import stringify_signature

#: What autodoc would say of the options of an entry that isn't its own.
OPTIONS: dict[str, Any] = {}


class Writer:
    """Writes what stands on pages about methods; the extensions have their say as with autodoc."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app

    def methods(self, cls: type, names: list[str]) -> Iterator[str]:
        """The entry of each."""
        for name in names:
            static = inspect.getattr_static(cls, name)
            if forms := typing.get_overloads(static) if callable(static) else ():
                yield self._with_forms(cls, name, forms)
            else:
                kind = "autoproperty" if isinstance(static, property) else "automethod"
                yield f".. {kind}:: sysvirt.{cls.__name__}.{name}"

    def linked(self, cls: type, text: str) -> str:
        """Some text with links, as in a docstring of the class."""
        lines = text.splitlines()
        self._process("class", f"sysvirt.{cls.__name__}", cls, lines)
        return "\n".join(lines)

    def _with_forms(self, cls: type, name: str, forms: typing.Sequence[Callable[..., Any]]) -> str:
        full = f"{cls.__name__}.{name}"
        method = getattr(cls, name)
        lines = (inspect.getdoc(method) or "").splitlines()
        self._process("method", f"sysvirt.{full}", method, lines)
        head = ".. py:method:: "
        signatures = [f"{full}{_signature(cls, form)}" for form in forms]
        body = "\n".join(f"   {line}".rstrip() for line in ["", *lines])
        rows = [head + signatures[0], *(" " * len(head) + each for each in signatures[1:])]
        return "\n".join([*rows, "   :module: sysvirt", body])

    def _process(self, what: str, name: str, about: object, lines: list[str]) -> None:
        self._app.emit("autodoc-process-docstring", what, name, about, OPTIONS, lines)


def _signature(cls: type, form: Callable[..., Any]) -> str:
    """A form as it is written, but for the object itself."""
    signature = inspect.signature(form)
    first, *others = signature.parameters.values()
    # What the object itself is, or a type variable for it, is what comes back.
    own = first.annotation if first.annotation is not inspect.Parameter.empty else "Self"
    returns = cls.__name__ if signature.return_annotation == own else signature.return_annotation
    return stringify_signature(signature.replace(parameters=others, return_annotation=returns))
