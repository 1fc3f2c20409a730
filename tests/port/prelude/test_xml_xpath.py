"""XML::XPath's own ways; test_xml_xpath.py of the tables compares them to Perl's."""

from __future__ import annotations

import pytest

pytest.importorskip("lxml.etree", reason="lxml isn't installed: drafts need it that read XML")

from tests.port.helpers import HELPERS


def test_an_empty_element_has_a_blank() -> None:
    document = HELPERS["perl_load_xpath"]("<a><b c='1&gt;'/><!--d--><?e f?></a>")
    assert HELPERS["perl_xpath_source"](document) == '<a><b c="1&gt;" /><!--d--><?e f?></a>'


def test_a_name_of_a_file_is_no_text(tmp_path: object) -> None:
    path = f"{tmp_path}/x.xml"
    HELPERS["perl_write_xml"](HELPERS["perl_parse_xml"]("<a/>"), path)
    assert HELPERS["perl_xpath_source"](HELPERS["perl_load_xpath"](path)) == "<a />"


def test_truth_values_are_numbers() -> None:
    assert [HELPERS["perl_xpath_value"](each) for each in (True, False, 2.0)] == ["1", "0", "2"]
