"""Expressions of Perl as nodes of ``ast``."""
