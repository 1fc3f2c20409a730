"""Variables and their elements."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("$dom->set_memory($x);", "dom.set_memory(x)"),
        ("$dom->set_memory($x[1]);", "dom.set_memory(x[1])"),
        ("$dom->set_memory($h{a}{b}[0]);", 'dom.set_memory(h["a"]["b"][0])'),
        ("$dom->set_memory($$h{a});", 'dom.set_memory(h["a"])'),
        ("$dom->set_memory($self->{size});", "dom.set_memory(self.size)"),
        ("$dom->set_memory($ENV{SIZE});", 'dom.set_memory(os.environ.get("SIZE"))'),
        ("$dom->set_memory($ARGV[1]);", "dom.set_memory(sys.argv[2])"),
        ("$dom->set_memory(scalar(@l));", "dom.set_memory(len(l))"),
        ("$dom->set_memory($#l);", "dom.set_memory(len(l) - 1)"),
        ("$dom->set_memory($1);", "dom.set_memory(...)"),
        ("$dom->set_memory($_[0]);", "dom.set_memory(...)"),
    ],
)
def test_variables(perl: str, python: str) -> None:
    assert line_of(perl) == python
