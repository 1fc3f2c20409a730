"""XML tag by tag; test_xml_writer.py of the tables compares it to Perl's."""

from __future__ import annotations

import io

import pytest

from tests.port.helpers import HELPERS


def test_elements_are_indented() -> None:
    text = io.StringIO()
    writer = HELPERS["PerlXmlWriter"](OUTPUT=text, DATA_MODE=1, DATA_INDENT=2)
    writer.start_tag("a", "x", "1 < 2")
    writer.data_element("b", "c & d")
    writer.end_tag("a")
    writer.end()
    assert text.getvalue() == '<a x="1 &lt; 2">\n  <b>c &amp; d</b>\n</a>\n'


def test_a_wrong_end_dies() -> None:
    writer = HELPERS["PerlXmlWriter"](OUTPUT="self")
    writer.start_tag("a")
    with pytest.raises(ValueError, match='Attempt to end element "a" with "b" tag'):
        writer.end_tag("b")
