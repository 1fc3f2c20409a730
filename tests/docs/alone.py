"""``python -m tests.docs.alone NAME...``: plays examples of docstrings in a process of their own.

They are played in order, with the names that those before them made; what is wrong is printed.
"""

from __future__ import annotations

import sys
from typing import Any

from sysvirt import Sys
from tests.docs.docstrings import examples, unmark
from tests.docs.running import play


def main(names: list[str]) -> int:
    """The exit status is 1 if an example prints something else than it says."""
    known = {example.name: example for example in examples()}
    world: dict[str, Any] = {"Sys": Sys}
    wrong = ""
    for name in names:
        example = unmark(known[name])
        example.globs = world
        wrong += play(example)
    sys.stdout.write(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
