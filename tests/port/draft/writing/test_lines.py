"""Lines further in."""

from __future__ import annotations

from sysvirt.port.draft.writing.lines import further_in


def test_lines_stand_four_columns_further_in() -> None:
    assert further_in(["if x:", "    y()", "", "z()"]) == [
        "    if x:",
        "        y()",
        "",
        "    z()",
    ]


def test_a_block_without_statements_passes() -> None:
    assert further_in([]) == ["    pass"]
    assert further_in(["# nothing"]) == ["    # nothing", "    pass"]
