"""What is said of Perl that has no certain Python."""

from __future__ import annotations


class Untranslatable(Exception):
    """This piece of Perl can't be written in Python with certainty."""
