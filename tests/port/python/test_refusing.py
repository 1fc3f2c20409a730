"""What is said of Perl that has no certain Python."""

from __future__ import annotations

import pytest

from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.values import number


def test_it_says_what_it_is_about() -> None:
    with pytest.raises(Untranslatable, match="12abc"):
        number("12abc")
