"""Checks of what callers hand in, before libvirt sees it.

Each takes a value and the name of its parameter, and gives back what libvirt-python wants, or
raises ``TypeError`` or ``ValueError`` with that name in it. They exist because libvirt-python
would cut a number that is too large, take -1 for flags, and never say which parameter it was.
"""

from __future__ import annotations

import operator
import os
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import SupportsIndex
    from uuid import UUID

    from _typeshed import ReadableBuffer

    _C = TypeVar("_C", bound=Callable[..., Any])

    #: A flags parameter: ``None`` means none, as ``undef`` does in Perl.
    Flags = SupportsIndex | None
    #: A truth value as scripts write it.
    Truth = bool | int
    #: Binary data: ``bytes`` and whatever else has its bytes in a row.
    Data = ReadableBuffer
    #: A UUID: 16 bytes, 32 or 36 hexadecimal digits, or the standard library's.
    UUIDLike = ReadableBuffer | str | UUID

UINT_MAX = 2**32 - 1
INT_MAX = 2**31 - 1
ULLONG_MAX = 2**64 - 1
LLONG_MAX = 2**63 - 1


def wrong_type(value: object, name: str, wanted: str) -> TypeError:
    """The error for a value of a type that can't be meant."""
    return TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def _integer(value: object, name: str, low: int, high: int, wanted: str = "an int") -> int:
    # The common case first: nearly every number is one already.
    if type(value) is int and low <= value <= high:
        return value
    try:
        number = operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise wrong_type(value, name, wanted) from None
    if low <= number <= high:
        return number
    # Python refuses to write thousands of digits.
    shown = number if number.bit_length() < 128 else f"a number of {number.bit_length()} bits"
    raise ValueError(f"{name} must be between {low} and {high}, not {shown}")


def flag_bits(value: Flags, name: str = "flags") -> int:
    """An ``unsigned int`` of flags; ``None`` is 0."""
    # The common case first: nearly every call passes here.
    if type(value) is int and not value >> 32:
        return value
    return 0 if value is None else _integer(value, name, 0, UINT_MAX)


def uint(value: SupportsIndex, name: str) -> int:
    """A C ``unsigned int``."""
    return _integer(value, name, 0, UINT_MAX)


def cint(value: SupportsIndex, name: str) -> int:
    """A C ``int``."""
    return _integer(value, name, -INT_MAX - 1, INT_MAX)


def count(value: SupportsIndex, name: str) -> int:
    """A C ``int`` that counts something, so it can't be negative."""
    return _integer(value, name, 0, INT_MAX)


def at_least_one(value: SupportsIndex, name: str) -> int:
    """A C ``int`` that counts something of which there has to be some."""
    number = count(value, name)
    if not number:
        raise ValueError(f"{name} must be at least 1, not 0")
    return number


def ullong(value: SupportsIndex, name: str) -> int:
    """A C ``unsigned long long``, or ``unsigned long`` on the machines of today."""
    return _integer(value, name, 0, ULLONG_MAX)


def llong(value: SupportsIndex, name: str) -> int:
    """A C ``long long``."""
    return _integer(value, name, -LLONG_MAX - 1, LLONG_MAX)


def ulong(value: SupportsIndex, name: str) -> int:
    """A C ``unsigned long`` of 64 bits where libvirt-python takes it as a signed one."""
    # Sizes and speeds fit in as they are.
    if type(value) is int and 0 <= value <= LLONG_MAX:
        return value
    return signed(ullong(value, name), 64)


def real(value: float, name: str) -> float:
    """A C ``double``."""
    if not isinstance(value, (int, float)):
        raise wrong_type(value, name, "a number")
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError(f"{name} is too large: {error}") from None


def optional_real(value: float | None, name: str) -> float | None:
    """A C ``double``, or ``None``."""
    return None if value is None else real(value, name)


def signed(number: int, bits: int) -> int:
    """The same bits as a signed number: how libvirt-python takes some unsigned ones."""
    return number - (1 << bits) if number >> (bits - 1) else number


def truth(value: Truth, name: str) -> int:
    """A truth value, as C's 0 or 1."""
    if value is True:
        return 1
    if type(value) is int and not value >> 1:
        return value
    if value is False:
        return 0
    return int(_integer(value, name, 0, 1, "a bool"))


def optional_truth(value: Truth | None, name: str) -> int:
    """A truth value, or ``None`` for false: what a script's option is that nobody gave."""
    return 0 if value is None else truth(value, name)


def text(value: str, name: str) -> str:
    """A text that C can hold: a ``str`` without NUL that UTF-8 can encode."""
    if not isinstance(value, str):
        raise wrong_type(value, name, "a str")
    if "\0" in value:
        raise ValueError(f"{name} must not contain NUL")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as err:
            raise ValueError(f"{name} can't be encoded as UTF-8: {err.reason}") from None
    return value


def optional_text(value: str | None, name: str) -> Any:
    """A text, or ``None`` for C's NULL, of which libvirt-python's annotations know nothing."""
    return None if value is None else text(value, name)


def path(value: str | os.PathLike[str], name: str) -> str:
    """A file name: a text or anything with ``__fspath__``."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    return text(value, name)


def texts(value: Iterable[str], name: str) -> list[str]:
    """A list of texts."""
    return [text(item, f"{name}[{at}]") for at, item in enumerate(items(value, name))]


def integers(
    value: Iterable[SupportsIndex],
    name: str,
    check: Callable[[SupportsIndex, str], int] = uint,
) -> list[int]:
    """A list of numbers, each held against ``check``."""
    return [check(item, f"{name}[{at}]") for at, item in enumerate(items(value, name))]


def items(value: Iterable[Any], name: str) -> list[Any]:
    """A list (or tuple, set, generator, …) of anything; a text, bytes or dict is none."""
    if isinstance(value, (str, bytes, bytearray, memoryview, dict)):
        raise wrong_type(value, name, "a list")
    try:
        iterator = iter(value)
    except TypeError:
        raise wrong_type(value, name, "a list") from None
    # What a generator raises while it runs is its own.
    return list(iterator)


def mapping(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A dict whose keys are texts; a copy, so that nobody's dict is changed."""
    if not hasattr(type(value), "keys"):
        raise wrong_type(value, name, "a dict")
    # What was checked is what is used, whatever the mapping does next.
    copy = dict(value)
    for key in copy:
        text(key, f"a key of {name}")
    return copy


def data(value: Data, name: str, wanted: str = "bytes") -> bytes:
    """Binary data, from anything bytes-like."""
    if type(value) is bytes:
        return value
    try:
        with memoryview(value) as view:
            return view.tobytes()
    except TypeError:
        raise wrong_type(value, name, wanted) from None
    except (ValueError, BufferError) as error:
        # A view that was released, a map that was closed.
        raise ValueError(f"{name} can't be read: {error}") from None


def buffer(value: bytearray, name: str) -> bytearray:
    """A ``bytearray`` that the called method fills."""
    if not isinstance(value, bytearray):
        raise wrong_type(value, name, "a bytearray")
    return value


def uuid(value: UUIDLike, name: str = "uuid") -> bytes | str:
    """A UUID as libvirt-python takes it: 16 bytes, or a text of 36 characters."""
    if isinstance(value, str):
        digits = text(value, name)
        if len(digits) in (32, 36):
            return digits
        raise ValueError(f"{name} must have 32 or 36 hexadecimal digits, not {len(digits)}")
    # A uuid.UUID is known by its attribute: nobody needs the module for having got one.
    inside = getattr(value, "bytes", None)
    if isinstance(inside, bytes) and len(inside) == 16:
        return inside
    raw = data(value, name, "bytes, a str or a uuid.UUID")  # type: ignore[arg-type]
    if len(raw) == 16:
        return raw
    raise ValueError(f"{name} must have 16 bytes, not {len(raw)}")


def callback(value: _C, name: str) -> _C:
    """Anything that can be called."""
    if not callable(value):
        raise wrong_type(value, name, "callable")
    return value


def handle(value: object, cls: type[Any], name: str) -> Any:
    """The libvirt-python object inside a sysvirt object of class ``cls``."""
    if not isinstance(value, cls):
        raise wrong_type(value, name, f"a {cls.__name__}")
    return value._handle


def optional_handle(value: object, cls: type[Any], name: str) -> Any:
    """The libvirt-python object inside a sysvirt object, or ``None``."""
    return None if value is None else handle(value, cls, name)
