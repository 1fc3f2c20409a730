"""Perl's sprintf, beside Perl."""

from __future__ import annotations

import itertools

from sysvirt.port.prelude.formats import perl_sprintf
from tests.port.both_sides import assert_same, literal

FORMS = """
%s|%5s|%-5s|%05s|%.2s|%.0s|%+s|%7.3s|%d|%i|%5d|%-5d|%05d|%+d|% d|%+05d|%-05d|%.3d|%8.3d|%08.3d
%-8.3d|%.0d|%u|%5u|%+u|%x|%X|%#x|%#X|%08x|%#010x|%-#8x|%#8x|%.4x|%o|%#o|%#.3o|%b|%B|%#b|%08b|%#B|%e|%E|%.2e
%12.3e|%f|%.0f|%.1f|%8.2f|%-8.2f|%08.2f|%+.2f|% .3f|%F|%g|%G|%.3g|%#g|%.15g|%10g|%a|%ld|%lld|%hd|%lu
%lx|%qd|%Lf|%D|%U|%O|%%|%5%|%-5%|%y|%|%5|%z|%.-3d|%vd|%vX|%v02x|%v3d|%ll|%-|%*v
"""
VALUES = [
    0, 1, -1, 5, 255, 70000, -300, 2**31, 2**63 - 1, -(2**63), 2**64 - 1, 0.5, 1.5, -2.5, 1e-5, 0.1,
    123456.789, 1e15, 1e16, 1e20, -1e20, 3.0, "", "abc", "12abc", "1e3", " 7 ", "0x1f", "1.22.333",
    "äß€", None, "inf", "nan", "-inf",
]  # fmt: skip


def test_each_conversion_of_each_value() -> None:
    forms = [each for line in FORMS.split("\n") for each in line.split("|") if each]
    cases = [
        (f"sprintf({literal(form)}, {literal(value)})", perl_sprintf(form, [value]))
        for form, value in itertools.product(forms, VALUES)
    ]
    assert_same(cases)


def test_widths_and_values_by_their_place() -> None:
    calls: list[tuple[object, ...]] = [
        ("%*d|%-*d|%*d", 5, 3, 5, 3, -5, 3),
        ("%.*f|%.*f|%*.*f", 2, 3.14159, -1, 3.14159, 8, 3, 2.71828),
        ("%2$s %1$s", "a", "b"),
        ("%s %1$s %s", "a", "b"),
        ("%1$s%1$s%2$d", "a", 7),
        ("%3$s", "a", "b"),
        ("%2$*1$d|", 6, 5),
        ("%1$.*2$f|", 2.5, 3),
        ("%0*d|%+*d|%-+ 05d|", 5, 3, 4, 2, 3),
        ("%*vX|%*vd", ":", "abc", "-", "1.2"),
        ("%s %s %d|", "a"),
        ("%c%c%03c|%-3c|", 65, 256, 65, 66),
        ("%s and 100%% of %5.1f%%", "x", 99.44),
        ("%-20s%8.2f%5d%s", "name", 3.14159, 42, "\n"),
        ("no conversion",),
        ("%s",),
        ("%d items", "3 apples"),
        ("%02d:%02d:%02d", 1, 2, 3),
        ("%s", 1e15), ("%s", 1e100), ("%s", -0.0), ("%s", 0.1 + 0.2), ("%s", 1 / 3),
        ("%d", 3.999), ("%d", -3.999), ("%d", "-0"), ("%s-%s", None, 0),
    ]  # fmt: skip
    assert_same(
        [
            (f"sprintf({', '.join(map(literal, call))})", perl_sprintf(str(call[0]), call[1:]))
            for call in calls
        ]
    )
