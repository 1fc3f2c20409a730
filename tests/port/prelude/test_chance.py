"""Numbers by chance, beside Perl."""

from __future__ import annotations

from sysvirt.port.prelude.chance import PerlChance, perl_rand, perl_shuffle, perl_srand
from tests.port.both_sides import assert_same


def test_after_srand_the_numbers_are_perls() -> None:
    perl_srand(2026)
    mine = [perl_rand(each) for each in (1, 10, 0, 0.5, -3)]
    assert_same([("do { srand(2026); [map { rand($_) } 1, 10, 0, 0.5, -3] }", mine)])


def test_a_shuffled_list_is_perls() -> None:
    cases: list[tuple[str, object]] = []
    for size in (0, 1, 2, 10, 100):
        perl_srand(size)
        cases.append(
            (f"do {{ srand({size}); [shuffle 1..{size}] }}", perl_shuffle(range(1, size + 1)))
        )
    assert_same(cases, "use List::Util 'shuffle';")


def test_without_srand_they_differ() -> None:
    assert PerlChance().next() != PerlChance().next()
    assert perl_srand() != perl_srand()
    assert 0 <= perl_rand() < 1
