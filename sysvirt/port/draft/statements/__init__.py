"""Statements of Perl as lines of Python."""
