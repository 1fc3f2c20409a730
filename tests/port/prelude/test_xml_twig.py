"""A tree of its own; test_xml_twig.py of the tables compares it to Perl's."""

from __future__ import annotations

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ("a", True),
        ("b", False),
        ("*", True),
        ("a[@x]", True),
        ('a[@x="1"]', True),
        ('a[@x!="1"]', False),
        ('a[@x>"0" and @y]', False),
        ("a[@x=~/^\\d$/]", True),
        ('a[string()="t"]', True),
        ("b|a", True),
        (None, True),
    ],
)
def test_conditions(condition: str | None, fits: bool) -> None:
    root = HELPERS["PerlTwig"]().parse('<a x="1">t</a>').root
    assert bool(root.fits(condition)) is fits


def test_blanks_of_the_layout_are_left_out() -> None:
    twig = HELPERS["PerlTwig"]().parse("<a>\n  <b/> <c/>\n</a>")
    assert twig.sprint() == "<a><b/> <c/></a>"
