"""Perl's modules, and Perl's own functions, as tables: what becomes of each function and method."""
