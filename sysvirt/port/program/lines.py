"""Lines of Python, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterable

INDENT = "    "


def further_in(lines: Iterable[str]) -> list[str]:
    """The same as the inside of a block; ``pass`` if there are none.

    >>> further_in(["x = 1"]), further_in([])
    (['    x = 1'], ['    pass'])
    """
    made = [f"{INDENT}{line}" if line else line for line in lines]
    if all(not line.strip() or line.lstrip().startswith("#") for line in made):
        made.append(f"{INDENT}pass")
    return made
