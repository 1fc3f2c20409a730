"""The Python line of each use."""

from __future__ import annotations

from sysvirt.port.findings import Kind
from tests.port.rules.reading import BEGIN, find


def test_a_use_has_its_python_line() -> None:
    found = find(BEGIN + "$dom->suspend;\n", "call")
    assert all(finding.python for finding in found)
    assert (found[-1].cls, found[-1].name, found[-1].perl) == (
        "Domain",
        "suspend",
        "$dom->suspend;",
    )
    assert {finding.kind for finding in found} == {Kind.IMPORT, Kind.NEW, Kind.METHOD}


def test_the_statement_is_shown_without_its_block() -> None:
    (found,) = (
        f for f in find(BEGIN + "if ($dom->is_active) {\n    1;\n}\n", "call") if f.span.line == 4
    )
    assert found.perl == "if ($dom->is_active)"


def test_a_long_statement_is_cut() -> None:
    found = find(BEGIN + f"$conn->define_domain('{'x' * 500}');\n", "call")
    assert len(found[-1].perl) == 200
    assert found[-1].perl.endswith("…")
