"""``pack``, ``unpack`` and ``vec``, beside Perl."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude.packing import perl_pack, perl_set_vec, perl_unpack, perl_vec
from tests.port.both_sides import assert_same, literal

#: Templates with what they pack.
PACKED: list[tuple[str, list[object]]] = [
    ("A3", ["abcdef"]), ("A5", ["ab"]), ("a5", ["ab"]), ("Z5", ["abcdefg"]), ("Z*", ["ab"]),
    ("A*", ["abc"]), ("a", ["xyz"]), ("A", [""]), ("A2 x2 A2", ["ab", "cd"]), ("x", []),
    ("C", [65]), ("C*", [1, 2, 255]), ("c", [-1]), ("n", [258]), ("N", [16909060]), ("v", [258]),
    ("V", [16909060]), ("n2 C", [1, 2, 3]), ("s", [-2]), ("S", [65535]), ("l", [-5]), ("L", [7]),
    ("q", [-1]), ("Q", [2**40]), ("H4", ["1aF0"]), ("H*", ["abc"]), ("h4", ["12ab"]),
    ("B8", ["10110001"]), ("b8", ["10110001"]), ("B*", ["101"]), ("N n", [1]), ("A[3]", ["wxyz"]),
    ("C3", ["7", "8.9", "x"]), ("n", [70000]),
]  # fmt: skip
#: Templates with the bytes that they take apart.
UNPACKED = [
    ("A5", b"ab  \n"), ("a5", b"ab\0\0\0"), ("Z5", b"ab\0cd"), ("A*", b"text \0"),
    ("C*", b"\1\2\xff"),
    ("c2", b"\xff\1"), ("n", b"\1\2"), ("N", b"\1\2\3\4"), ("v", b"\1\2"), ("V", b"\1\2\3\4"),
    ("n2", b"\0\1\0\2\0\3"), ("n*", b"\0\1\0\2\0"), ("A2 x A2", b"ab-cd"), ("H*", b"\x1a\xf0"),
    ("h4", b"\x1a\xf0"), ("B8", b"\xb1"), ("b8", b"\xb1"), ("B12", b"\xb1\x80"),
    ("q", b"\xff" * 8),
    ("%32C*", b"abc"), ("%8C*", b"\xff\xff"), ("%32b*", b"\x07\x01"), ("N", b"\1"),
    ("s l", b"\1\0\2\0\0\0"),
]  # fmt: skip


def shown(data: bytes) -> str:
    """Bytes as a text of the same numbers, as Perl has them."""
    return data.decode("latin-1")


def test_what_is_packed() -> None:
    cases = [
        (
            f"pack({literal(template)}, {', '.join(map(literal, values))})",
            shown(perl_pack(template, values)),
        )
        for template, values in PACKED
    ]
    assert_same(cases, "no warnings;")


def test_what_is_unpacked() -> None:
    cases: list[tuple[str, object]] = [
        (f"[unpack({literal(template)}, {literal(shown(data))})]", perl_unpack(template, data))
        for template, data in UNPACKED
    ]
    assert_same(cases, "no warnings;")


@settings(max_examples=50)
@given(st.lists(st.integers(0, 2**32 - 1), max_size=5), st.sampled_from("NVL"))
def test_what_is_packed_is_unpacked(numbers: list[int], letter: str) -> None:
    assert perl_unpack(f"{letter}*", perl_pack(f"{letter}*", numbers)) == numbers


def test_texts_are_the_bytes_of_their_characters() -> None:
    assert perl_unpack("C*", "aé") == [97, 233]


VECTORS = [(b"\xb1\x02\x03\x04", at, bits) for bits in (1, 2, 4, 8, 16, 32) for at in range(4)]


def test_numbers_of_so_many_bits() -> None:
    cases = [
        (f"vec({literal(shown(data))}, {at}, {bits})", perl_vec(data, at, bits))
        for data, at, bits in VECTORS
    ]
    assert_same(cases)


def test_a_number_is_put_there() -> None:
    cases = [
        (
            f"do {{ my $v = {literal(shown(data))}; vec($v, {at}, {bits}) = 1; $v }}",
            shown(perl_set_vec(data, at, bits, 1)),
        )
        for data, at, bits in VECTORS
    ]
    assert_same(cases)
    assert_same([("do { my $v = ''; vec($v, 9, 1) = 1; $v }", shown(perl_set_vec("", 9, 1, 1)))])
