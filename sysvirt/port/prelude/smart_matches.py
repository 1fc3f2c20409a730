"""What ``when`` and ``~~`` ask."""

from __future__ import annotations

import re

from sysvirt.port.prelude.boxes import perl_one_given
from sysvirt.port.prelude.scalars import perl_number, perl_text, perl_truth


def perl_smart_match(value, wanted):
    """Whether a value is as another wants it: equal, one of a list, a key, as a pattern says."""
    if wanted is None:
        return value is None
    if isinstance(wanted, dict):
        return perl_text(value) in wanted
    if isinstance(wanted, list):
        return any(perl_smart_match(value, each) for each in wanted)
    if isinstance(wanted, re.Pattern):
        values = value if isinstance(value, list | dict) else [value]
        return any(wanted.search(perl_text(each)) for each in values)
    if callable(wanted):
        return perl_truth(perl_one_given(wanted(value)))
    if value is None:
        return False
    is_number = isinstance(wanted, int | float) or (
        isinstance(value, int | float) and re.fullmatch(r"\s*[+-]?\d+(\.\d*)?\s*", wanted)
    )
    if is_number:
        return perl_number(value) == perl_number(wanted)
    return perl_text(value) == perl_text(wanted)
