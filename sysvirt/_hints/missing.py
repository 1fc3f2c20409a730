"""Names that aren't there: Python's own error, with the name that was probably meant.

``dom.lookupByName`` fails as in any class. Only what the error says when it is printed is longer,
so a name that exists pays nothing for the search, and ``hasattr`` doesn't either:
the search begins when somebody reads the message.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from typing import TYPE_CHECKING, Any, NoReturn

_PACKAGE = __name__.partition(".")[0]


class _Text(str):
    """A message that is complete: Python's own guess isn't added at the end of a traceback.

    From Python 3.12 on ``traceback`` does so with ``+``, for every error that has a name.
    """

    __slots__ = ()

    def __add__(self, other: str) -> str:
        return str(self) if other.startswith(". Did you mean") else str(self) + other


class _Missing(AttributeError):
    """An ``AttributeError`` that looks for the name that was meant when it is printed."""

    def __str__(self) -> str:
        plain = super().__str__()
        try:
            from sysvirt._hints.search import find_near
        except ImportError:  # Python is about to end, or has imported half of it.
            return plain
        near = ", ".join(map(repr, find_near(self.obj, self.name or "")))
        return _Text(f"{plain}. Did you mean: {near}?") if near else plain

    def __reduce__(self) -> tuple[Any, ...]:
        # Who unpickles it may have no sysvirt, and the object can't be pickled.
        return AttributeError, (str(self),)


# Users are to see, in tracebacks and elsewhere, what they know.
_Missing.__name__ = _Missing.__qualname__ = "AttributeError"
_Missing.__module__ = "builtins"


def of_instance(self: Any, name: str) -> Any:
    """What a class of sysvirt has as ``__getattr__``."""
    cls = type(self)
    # Names such as __deepcopy__ are asked for by copy, pickle, inspect and others; nobody
    # mistypes them. And what is there and fails, such as a property, has an error of its own.
    if name[:1] == "_" or _is_there(cls, name):
        return object.__getattribute__(self, name)
    raise _Missing(f"{cls.__name__!r} object has no attribute {name!r}", name=name, obj=self)


def _is_there(cls: type, name: str) -> bool:
    """Whether a class has the name."""
    try:
        type.__getattribute__(cls, name)
    except AttributeError:
        return False
    return True


def of_module(module: str, name: str) -> NoReturn:
    """The same for a module, where a function ``__getattr__`` calls it."""
    message = f"module {module!r} has no attribute {name!r}"
    kind = AttributeError if name.startswith("_") else _Missing
    raise kind(message, name=name, obj=sys.modules[module])


class _NoName:
    """A name of the metaclass that the classes haven't got."""

    __slots__ = ("_name",)

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, cls: type, kind: type) -> NoReturn:
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {self._name!r}")


class Hinting(ABCMeta):
    """The class of the classes that carry constants: ``Sys.Virt.Domain.STATE_CRUSHED``.

    It rests on ``ABCMeta`` since a user's subclass may be an abstract class as well. sysvirt's
    own have nothing of that.
    """

    def __new__(
        cls, name: str, bases: tuple[type, ...], inside: dict[str, Any], **more: Any
    ) -> Any:
        if inside.get("__module__", "").partition(".")[0] == _PACKAGE:
            return type.__new__(cls, name, bases, inside, **more)
        made = _OfUser if cls is Hinting else cls
        return ABCMeta.__new__(made, name, bases, inside, **more)

    if not TYPE_CHECKING:
        __instancecheck__ = type.__instancecheck__
        __subclasscheck__ = type.__subclasscheck__
        register = _NoName()

        def __getattr__(cls, name: str) -> Any:
            message = f"type object {cls.__name__!r} has no attribute {name!r}"
            try:
                return type.__getattribute__(cls, name)
            except AttributeError as error:
                if name[:1] == "_" or str(error) != message:
                    raise
            raise _Missing(message, name=name, obj=cls)


class _OfUser(Hinting):
    """The class of a user's subclasses, which may be abstract."""

    if not TYPE_CHECKING:
        __instancecheck__ = ABCMeta.__instancecheck__
        __subclasscheck__ = ABCMeta.__subclasscheck__
        register = ABCMeta.register
