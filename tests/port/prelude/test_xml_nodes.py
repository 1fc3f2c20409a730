"""Nodes on top of lxml; test_xml_libxml.py compares them to Perl's."""

from __future__ import annotations

import pytest

pytest.importorskip("lxml.etree", reason="lxml isn't installed: drafts need it that read XML")

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/a/b", "/a/b"),
        ("a/b", "/a/b"),
        (".", "/"),
        (".//a", "//a"),
        ("./a", "/a"),
        ("@a", "/@a"),
        ("a | b[c]", "/a | /b[c]"),
        ("count(a)", "count(/a)"),
        ("concat(a, 'b c', //d)", "concat(/a, 'b c', //d)"),
        ("text()", "/text()"),
        ("a and b", "/a and /b"),
        ("1 + 2", "1 + 2"),
        ("descendant::a", "/descendant::a"),
    ],
)
def test_a_path_begins_at_the_document(path: str, written: str) -> None:
    assert HELPERS["perl_from_top"](path) == written


def test_text_behind_a_node_stays() -> None:
    document = HELPERS["perl_parse_xml"]("<a>1<b/>2<c/>3</a>")
    HELPERS["perl_remove"](document.xpath("//b")[0])
    HELPERS["perl_append"](document.xpath("//c")[0], "x")
    assert document.source() == '<?xml version="1.0"?>\n<a>12<c>x</c>3</a>\n'


def test_namespaces_from_above_are_not_repeated() -> None:
    document = HELPERS["perl_parse_xml"]("<a xmlns:x='urn:x'><x:b><x:c/></x:b></a>")
    (node,) = HELPERS["perl_xml_find"](document, "//x:b")
    assert HELPERS["perl_xml_source"](node) == "<x:b><x:c/></x:b>"


def test_a_file_is_written_and_read(tmp_path: object) -> None:
    path = f"{tmp_path}/x.xml"
    document = HELPERS["perl_parse_xml"]("<?xml version='1.0' encoding='UTF-8'?><a>\u00e9</a>")
    assert HELPERS["perl_write_xml"](document, path)
    assert HELPERS["perl_load_xml"](location=path).source() == document.source()
