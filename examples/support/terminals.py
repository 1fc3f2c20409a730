"""What standard output is."""

from __future__ import annotations

import os
import sys


def can_draw() -> bool:
    """Whether standard output is a terminal that can be drawn on, and there is what draws."""
    if not sys.stdout.isatty() or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    try:
        import rich  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True
