"""The checks name the parameter, and let through exactly what C can hold."""

from __future__ import annotations

import array
import mmap
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Virt
from sysvirt._core import arguments


@pytest.mark.parametrize(
    ("check", "low", "high"),
    [
        (arguments.uint, 0, 2**32 - 1),
        (arguments.cint, -(2**31), 2**31 - 1),
        (arguments.count, 0, 2**31 - 1),
        (arguments.ullong, 0, 2**64 - 1),
        (arguments.llong, -(2**63), 2**63 - 1),
        (arguments.flag_bits, 0, 2**32 - 1),
        (arguments.truth, 0, 1),
    ],
)
def test_a_number_has_the_bounds_of_its_c_type(check: Any, low: int, high: int) -> None:
    assert check(low, "this") == low
    assert check(high, "this") == high
    for beyond in (low - 1, high + 1):
        with pytest.raises(ValueError, match="^this must be between"):
            check(beyond, "this")


@pytest.mark.parametrize("value", [1.0, "1", b"1", [1], {}, object()])
def test_a_number_is_no_other_type(value: Any) -> None:
    with pytest.raises(TypeError, match=f"^this must be an int, not {type(value).__name__}$"):
        arguments.uint(value, "this")


def test_a_number_of_thousands_of_digits_is_named_too() -> None:
    wanted = "^this must be between 0 and 4294967295, not a number of 16610 bits$"
    with pytest.raises(ValueError, match=wanted):
        arguments.uint(10**5000, "this")
    with pytest.raises(ValueError, match=f"not {2**64}$"):
        arguments.uint(2**64, "this")


def test_a_real_number() -> None:
    number = arguments.real(3, "this")
    assert (type(number), number) == (float, 3.0)
    with pytest.raises(TypeError, match="^this must be a number, not str"):
        arguments.real("3", "this")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="^this is too large"):
        arguments.real(10**400, "this")


def test_none_is_no_number_but_no_flags() -> None:
    with pytest.raises(TypeError, match="^this must be an int"):
        arguments.uint(None, "this")  # type: ignore[arg-type]
    assert arguments.flag_bits(None) == 0


def test_a_text_has_no_nul_and_can_be_encoded() -> None:
    assert arguments.text("größe", "this") == "größe"
    with pytest.raises(ValueError, match="^this must not contain NUL"):
        arguments.text("a\0b", "this")
    with pytest.raises(ValueError, match="^this can't be encoded"):
        arguments.text("\udc80", "this")
    with pytest.raises(TypeError, match="^this must be a str, not bytes"):
        arguments.text(b"a", "this")  # type: ignore[arg-type]


def test_a_path_may_be_a_path_object() -> None:
    assert arguments.path(Path("/tmp") / "x", "this") == "/tmp/x"
    with pytest.raises(TypeError, match="^this must be a str"):
        arguments.path(3, "this")  # type: ignore[arg-type]


def test_a_list_is_no_text() -> None:
    assert arguments.texts(("a", "b"), "this") == ["a", "b"]
    with pytest.raises(TypeError, match="^this must be a list, not str"):
        arguments.texts("ab", "this")
    with pytest.raises(TypeError, match=r"^this\[1\] must be a str, not int"):
        arguments.texts(["a", 1], "this")  # type: ignore[list-item]
    with pytest.raises(TypeError, match="^this must be a list, not NoneType"):
        arguments.items(None, "this")  # type: ignore[arg-type]


def test_what_a_generator_raises_is_its_own() -> None:
    def broken() -> Iterator[str]:
        yield "a"
        raise TypeError("of the generator")

    with pytest.raises(TypeError, match="^of the generator$"):
        arguments.texts(broken(), "this")


def test_a_uuid_comes_in_four_forms() -> None:
    one = uuid.uuid4()
    assert arguments.uuid(one) == one.bytes
    assert arguments.uuid(one.bytes) == one.bytes
    assert arguments.uuid(bytearray(one.bytes)) == one.bytes
    assert arguments.uuid(array.array("B", one.bytes)) == one.bytes
    assert arguments.uuid(str(one)) == str(one)
    assert arguments.uuid(one.hex) == one.hex


@pytest.mark.parametrize("value", ["", "6695eb01", b"", b"x" * 15, b"x" * 17])
def test_a_uuid_of_the_wrong_length_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="^uuid must have"):
        arguments.uuid(value)


@pytest.mark.parametrize("value", [None, 7, [], object()])
def test_a_uuid_of_a_wrong_type_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="^uuid must be"):
        arguments.uuid(value)


def test_a_mapping_is_copied() -> None:
    mine = {"a": 1}
    copy = arguments.mapping(mine, "this")
    copy["b"] = 2
    assert mine == {"a": 1}
    with pytest.raises(TypeError, match="^this must be a dict, not list"):
        arguments.mapping([], "this")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="^a key of this must be a str"):
        arguments.mapping({1: 2}, "this")  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="^this must be a dict, not type"):
        arguments.mapping(dict, "this")  # type: ignore[arg-type]


def test_the_keys_that_are_checked_are_those_that_are_used() -> None:
    class Changing(dict[Any, Any]):
        def keys(self) -> Any:
            self.update({3: 4})
            return super().keys()

        def __iter__(self) -> Iterator[Any]:
            return iter(["a"])

    with pytest.raises(TypeError, match="^a key of this must be a str, not int"):
        arguments.mapping(Changing(a=1), "this")


def test_an_object_has_to_be_of_its_class(conn: Virt) -> None:
    assert arguments.handle(conn, Virt, "this") is conn.handle
    with pytest.raises(TypeError, match="^this must be a Virt, not str"):
        arguments.handle("conn", Virt, "this")
    assert arguments.optional_handle(None, Virt, "this") is None


def test_a_buffer_has_to_be_one_that_can_be_filled() -> None:
    with pytest.raises(TypeError, match="^this must be a bytearray, not bytes"):
        arguments.buffer(b"", "this")  # type: ignore[arg-type]


def test_binary_data_is_bytes_like() -> None:
    for form in (bytes, bytearray, memoryview, lambda raw: array.array("B", raw)):
        content = arguments.data(form(b"ab"), "this")
        assert (type(content), content) == (bytes, b"ab")
    assert arguments.data(memoryview(b"abcd")[::-2], "this") == b"db"
    with mmap.mmap(-1, 4) as there:
        there[:] = b"abcd"
        assert arguments.data(there, "this") == b"abcd"
    with pytest.raises(ValueError, match="^this can't be read: "):
        arguments.data(there, "this")
    with pytest.raises(TypeError, match="^this must be bytes, not str"):
        arguments.data("ab", "this")  # type: ignore[arg-type]


def test_a_callback_can_be_called() -> None:
    with pytest.raises(TypeError, match="^this must be callable, not int"):
        arguments.callback(3, "this")  # type: ignore[type-var]


def test_what_counts_something_that_has_to_be_there_is_above_zero() -> None:
    assert arguments.at_least_one(1, "this") == 1
    with pytest.raises(ValueError, match="^this must be at least 1, not 0$"):
        arguments.at_least_one(0, "this")
    with pytest.raises(TypeError, match="^this must be an int, not str$"):
        arguments.at_least_one("1", "this")  # type: ignore[arg-type]


def test_a_real_number_may_be_left_out() -> None:
    assert arguments.optional_real(None, "this") is None
    assert arguments.optional_real(2, "this") == 2.0
    with pytest.raises(TypeError, match="^this must be a number, not str$"):
        arguments.optional_real("2", "this")  # type: ignore[arg-type]
