"""Helpers that keep Perl's meaning: a draft gets those that it uses, as source.

Each is a function or class of its own whose name begins with ``perl_`` (a class: ``Perl``). It may
use others of them and Python's standard library. Nothing of a draft imports this package.
"""
