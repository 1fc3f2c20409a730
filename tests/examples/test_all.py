"""What holds for every program of `examples/`."""

from __future__ import annotations

import pytest

from tests.examples.programs import EXAMPLES, port

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_help(name: str) -> None:
    text = port(name, "--help")
    assert text.startswith(f"usage: {name}.py")
    assert len(text.splitlines()) > 4
