"""``pack``, ``unpack`` and ``vec``, beside Perl's."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.port.prelude import packing
from tests.port.prelude.perl_side import assert_same

#: They have no types.
ours: Any = packing

PACKED: list[tuple[str, list[Any]]] = [
    ("N", [0x01020304]),
    ("n2 C", [258, 513, 7]),
    ("v V", [1, 2]),
    ("C*", [1, 2, 255]),
    ("A5", ["abc"]),
    ("a5", ["abc"]),
    ("A2", ["abc"]),
    ("Z5", ["abc"]),
    ("Z*", ["abc"]),
    ("H4", ["4142"]),
    ("H3", ["414"]),
    ("h4", ["1424"]),
    ("b8", ["10100000"]),
    ("b*", ["1010000011"]),
    ("B8", ["10100000"]),
    ("x2 C", [1]),
    ("q Q", [-1, 5]),
    ("l s c", [-2, -3, -4]),
    ("N N", [1]),
]

UNPACKED: list[tuple[str, bytes]] = [
    ("C*", bytes([1, 2, 255])),
    ("n2 C", bytes([1, 2, 2, 1, 7])),
    ("N v", bytes([1, 2, 3, 4, 5, 6])),
    ("H*", b"AB"),
    ("h*", b"AB"),
    ("a3 x2 a2 a*", b"abc--deREST"),
    ("A5", b"abc  "),
    ("Z*", b"abc\0def"),
    ("b8", bytes([5])),
    ("B8", bytes([5])),
    ("b*", bytes([1, 2])),
    ("%32C*", b"checksum"),
    ("%32b*", bytes([255, 1])),
    ("N*", bytes(9)),
    ("q l s c", bytes([255]) * 15),
    ("n", b"\1"),
]


def quoted(data: bytes) -> str:
    return '"' + "".join(f"\\x{{{each:x}}}" for each in data) + '"'


def plain(value: Any) -> str:
    return '"' + value + '"' if isinstance(value, str) else str(value)


@pytest.mark.parametrize(("template", "given"), PACKED)
def test_packing(template: str, given: list[Any]) -> None:
    arguments = ", ".join(map(plain, given))
    made = ours.perl_pack(template, given)
    assert_same([(f"unpack('H*', pack('{template}', {arguments}))", [made.hex()])])


def test_unpacking() -> None:
    assert_same(
        [
            (f"unpack('{template}', {quoted(data)})", ours.perl_unpack(template, data))
            for template, data in UNPACKED
        ]
    )


@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16, 32])
def test_numbers_of_so_many_bits(bits: int) -> None:
    data = bytes([0b10110101, 3, 255, 0, 17])
    assert_same(
        [(f"vec({quoted(data)}, {at}, {bits})", [ours.perl_vec(data, at, bits)]) for at in range(9)]
    )
    for at in (0, 3, 9):
        made = ours.perl_set_vec(data, at, bits, 1)
        perl = f"my $x = {quoted(data)}; vec($x, {at}, {bits}) = 1; unpack('H*', $x)"
        assert_same([(perl, [made.hex()])])


def test_texts_are_bytes() -> None:
    assert ours.perl_unpack("C*", "aé") == [97, 233]
    assert ours.perl_unpack("C*", "\udcff") == [255]
