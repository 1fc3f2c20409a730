"""Lists, as List::Util and List::MoreUtils go through them; code gets ``$_``, or ``$a, $b``."""

from __future__ import annotations

import functools
import itertools

from sysvirt.port.prelude.chance import perl_shuffle
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text, perl_truth


def perl_first(code, values):
    """The first value that code is true of, None if there is none."""
    return next((each for each in values if perl_truth(code(each))), None)


def perl_last_value(code, values):
    """The last value that code is true of, None if there is none."""
    return perl_first(code, values[::-1])


def perl_any(code, values):
    """Whether code is true of a value."""
    return any(perl_truth(code(each)) for each in values)


def perl_all(code, values):
    """Whether code is true of all values."""
    return all(perl_truth(code(each)) for each in values)


def perl_count_true(code, values):
    """Of how many values code is true."""
    return sum(perl_truth(code(each)) for each in values)


def perl_indexes(code, values):
    """The places of the values that code is true of."""
    return [at for at, each in enumerate(values) if perl_truth(code(each))]


def perl_first_index(code, values):
    """The place of the first value that code is true of, -1 if there is none."""
    return next((at for at, each in enumerate(values) if perl_truth(code(each))), -1)


def perl_last_index(code, values):
    """The place of the last value that code is true of, -1 if there is none."""
    return max(perl_indexes(code, values), default=-1)


def perl_only_index(code, values):
    """The place of the only value that code is true of, -1 if there are more or none."""
    found = perl_indexes(code, values)
    return found[0] if len(found) == 1 else -1


def perl_reduce(code, values):
    """All values made to one, two at a time; of no values None."""
    return functools.reduce(code, values) if values else None


def perl_reductions(code, values):
    """What becomes of the first values, one more each time."""
    return list(itertools.accumulate(values, code))


def perl_sum(numbers):
    """The sum, None without numbers."""
    return perl_sum0(numbers) if numbers else None


def perl_sum0(numbers):
    """The sum, 0 without numbers."""
    # Python's sum() keeps digits of floats that Perl's loses.
    return perl_as_computed(functools.reduce(lambda one, other: one + other, numbers, 0))


def perl_product(numbers):
    """The product, 1 without numbers."""
    return perl_as_computed(functools.reduce(lambda one, other: one * other, numbers, 1))


def perl_as_computed(number):
    """A whole number of more than 63 bits has a point, as List::Util computes."""
    return number if -(1 << 63) <= number < 1 << 63 else float(number)


def perl_uniq(values):
    """The values without those that were there before, by their texts."""
    found = {}
    for each in values:
        found.setdefault(None if each is None else perl_text(each), each)
    return list(found.values())


def perl_uniqnum(values):
    """The values without those that were there before, by their numbers."""
    found = {}
    for each in values:
        found.setdefault(perl_number(each), each)
    return list(found.values())


def perl_times_in(values):
    """How often each value is there, by its text."""
    counts = {}
    for each in values:
        counts[perl_text(each)] = counts.get(perl_text(each), 0) + 1
    return counts


def perl_occurring(values, is_wanted):
    """The values whose number is wanted: those that are there once, or more often."""
    counts = perl_times_in(values)
    return [each for each in perl_uniq(values) if is_wanted(counts[perl_text(each)])]


def perl_head(size, values):
    """The first values; a negative size leaves as many out at the end."""
    return values[:size]


def perl_tail(size, values):
    """The last values; a negative size leaves as many out at the beginning."""
    if size < 0:
        return values[-size:]
    return values[max(len(values) - size, 0) :]


def perl_sample(size, values):
    """Some of the values, by chance."""
    return perl_shuffle(values)[:size]


def perl_in_pairs(values):
    """The values two by two; the last one has None beside it if it is alone."""
    padded = [*values, None] if len(values) % 2 else values
    return [[padded[at], padded[at + 1]] for at in range(0, len(padded), 2)]


def perl_pair_map(code, values):
    """What code gives for each pair, one behind the other."""
    found = []
    for one, other in perl_in_pairs(values):
        given = code(one, other)
        found.extend(given if isinstance(given, list | tuple) else [given])
    return found


def perl_pair_grep(code, values):
    """The pairs that code is true of, flat."""
    kept = [pair for pair in perl_in_pairs(values) if perl_truth(code(*pair))]
    return [each for pair in kept for each in pair]


def perl_pair_first(code, values):
    """The first pair that code is true of, or nothing."""
    return next((pair for pair in perl_in_pairs(values) if perl_truth(code(*pair))), [])


def perl_zip(lists):
    """Lists of the first values, the second ones, and so on."""
    return [list(each) for each in itertools.zip_longest(*lists)]


def perl_mesh(lists):
    """The first values of all lists, then the second ones, and so on."""
    return [each for row in perl_zip(lists) for each in row]


def perl_pairwise(code, one, other):
    """What code gives for the first values of two lists, the second ones, and so on."""
    return [code(*pair) for pair in itertools.zip_longest(one, other)]


def perl_after(code, values, is_with=False):
    """The values behind the first that code is true of, or from it on."""
    at = perl_first_index(code, values)
    return [] if at < 0 else values[at + (not is_with) :]


def perl_before(code, values, is_with=False):
    """The values before the first that code is true of, or up to it."""
    at = perl_first_index(code, values)
    return list(values) if at < 0 else values[: at + is_with]


def perl_part(code, values):
    """The values in lists, by the number that code gives; None where there are none."""
    found = []
    for each in values:
        number = code(each)
        if number is None:
            continue
        number = perl_integer(number)
        found.extend([None] * (number + 1 - len(found)))
        found[number] = [*(found[number] or []), each]
    return found


def perl_min(values):
    """The value that is the smallest number, None of no values."""
    return min(values, key=perl_number, default=None)


def perl_max(values):
    """The value that is the largest number, None of no values; of equal ones the last."""
    return max(reversed(values), key=perl_number, default=None)


def perl_min_max(values):
    """The values that are the smallest and the largest number, or nothing."""
    return [perl_min(values), max(values, key=perl_number)] if values else []


def perl_natatime(size, values):
    """A function that gives the next values, so many each time, and nothing behind the last."""
    left = list(values)

    def following():
        taken = left[:size]
        del left[:size]
        return taken

    return following


def perl_sort_by(code, values, is_number=False):
    """The values, sorted by what code gives for each."""
    as_key = perl_number if is_number else perl_text
    return sorted(values, key=lambda each: as_key(code(each)))


def perl_one(code, values):
    """Whether code is true of exactly one value."""
    return perl_count_true(code, values) == 1


def perl_rounds(values, count):
    """The values, some in each round; what the last one lacks is None."""
    values = [*values]
    for start in range(0, len(values), count):
        part = values[start : start + count]
        yield (*part, *[None] * (count - len(part)))
