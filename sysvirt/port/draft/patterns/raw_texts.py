"""Texts with backslashes, written as a person writes them: ``r"\\d+"``."""

from __future__ import annotations

import ast

#: What a raw text can stand in, in the order in which it is tried.
_QUOTES = ('"', "'", '"""', "'''")


def raw_text(text: str) -> ast.expr:
    """A text; where it has backslashes, a raw one if that can hold it.

    ``ast`` has no form for raw texts, and writes a name as it is.
    """
    if "\\" not in text and "\n" not in text:
        return ast.Constant(text)
    shown = text.replace("\n", "").isprintable()
    quote = next((each for each in _QUOTES if _fits(text, each)), None)
    return ast.Name(f"r{quote}{text}{quote}") if quote and shown else ast.Constant(text)


def _fits(text: str, quote: str) -> bool:
    """Whether a raw text in these quotes is this text."""
    if "\n" in text and len(quote) == 1:
        return False
    backslashes = len(text) - len(text.rstrip("\\"))
    return quote not in text and not text.endswith(quote[0]) and backslashes % 2 == 0


def joined(parts: list[ast.expr]) -> ast.expr:
    """Texts behind each other."""
    if not parts:
        return ast.Constant("")
    made = parts[0]
    for each in parts[1:]:
        made = ast.BinOp(made, ast.Add(), each)
    return made
