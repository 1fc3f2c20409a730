"""The lines of a format."""

from __future__ import annotations

from sysvirt.port.draft.known import pictures


def test_a_line_with_fields_has_a_line_of_values() -> None:
    content = "\nName @<<\n$name\n# a comment\nplain\n@>> @#.#\n$x, $y\n.\nbehind"
    assert list(pictures.lines(content)) == [
        ("Name @<<", "$name"),
        ("plain", ""),
        ("@>> @#.#", "$x, $y"),
    ]


def test_a_line_of_values_may_be_missing_at_the_end() -> None:
    assert list(pictures.lines("\n@<<")) == [("@<<", "")]
