"""Texts with backslashes, as a person writes them."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysvirt.port.draft.patterns.raw_texts import joined, raw_text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("abc", "'abc'"),
        (r"\d+", r'r"\d+"'),
        (r'"\d"', "r'\"\\d\"'"),
        ("\\d\"'x", 'r"""\\d"\'x"""'),
        ('\\d"""\'x', "r'''\\d\"\"\"'x'''"),
        ("\\d\n", 'r"""\\d\n"""'),
        ("a\\", r"'a\\'"),
        ("\\d\t", r"'\\d\t'"),
        ('\\"\'\'\'"""', "'\\\\\"\\'\\'\\'\"\"\"'"),
    ],
)
def test_a_text_is_raw_where_that_helps(text: str, written: str) -> None:
    assert ast.unparse(raw_text(text)) == written


@given(st.text(st.sampled_from("a\\\"'\n\t{é\x00"), max_size=8))
def test_the_text_is_the_same(text: str) -> None:
    assert ast.literal_eval(ast.unparse(raw_text(text))) == text


def test_texts_behind_each_other() -> None:
    assert ast.unparse(joined([])) == "''"
    assert ast.unparse(joined([raw_text("a")])) == "'a'"
    parts = [raw_text("a"), ast.Name("b"), raw_text(r"\c")]
    assert ast.unparse(joined(parts)) == "'a' + b + r\"\\c\""
