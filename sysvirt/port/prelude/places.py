"""One of a list, which may not be there."""

from __future__ import annotations


def perl_xml_first(found):
    """The first of a list, or nothing."""
    return found[0] if found else None


def perl_nth(found, number):
    """One of a list, counted from 1, or nothing."""
    return found[number - 1] if 0 < number <= len(found) else None
