"""Numbers by chance: after the same srand they are Perl's own."""

from __future__ import annotations

import os

from sysvirt.port.prelude.scalars import perl_integer


class PerlChance:
    """Perl's generator: 48 bits, as drand48 of C has them."""

    def __init__(self):
        self.state = int.from_bytes(os.urandom(6), "big")

    def seed(self, number):
        """Begin anew; the numbers that follow depend on this one alone."""
        self.state = ((number & 0xFFFFFFFF) << 16) + 0x330E

    def next(self):
        """The next number, at least 0 and below 1."""
        self.state = (self.state * 0x5DEECE66D + 0xB) & 0xFFFFFFFFFFFF
        return self.state / (1 << 48)


perl_chance = PerlChance()


def perl_rand(limit=1):
    """A number by chance, at least 0 and below limit."""
    return perl_chance.next() * (limit or 1)


def perl_srand(seed=None):
    """Begin the numbers by chance anew; gives what they begin from."""
    seed = int.from_bytes(os.urandom(4), "big") if seed is None else abs(perl_integer(seed))
    perl_chance.seed(seed)
    return seed


def perl_shuffle(values):
    """The values in an order by chance, that of List::Util after the same srand."""
    left = list(values)
    for size in range(len(left), 1, -1):
        at = int(perl_chance.next() * size)
        left[at], left[size - 1] = left[size - 1], left[at]
    return left
