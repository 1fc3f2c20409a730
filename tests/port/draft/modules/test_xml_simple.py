"""What XML::Simple gives, and what stands for it: the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules import xml_simple
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

(MODULE,) = xml_simple.MODULES

#: Patterns are told as ``/…/``: JSON has none.
_IN = """
    my ($xml, $options) = @_;
    for my $list (grep { ref $_ eq 'ARRAY' } values %$options) {
        s{^/(.*)/$}{} and $_ = qr/$1/ for @$list;
    }
    utf8::encode($xml) if $xml =~ /[^\\0-\\x7f]/;
    return XMLin($xml, %$options);
"""
_OUT = "my ($value, $options) = @_; return XMLout($value, %$options)"


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("XML::Simple")
    yield process
    process.close()


def with_patterns(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options as Python has them."""
    found = dict(options)
    for name, value in options.items():
        if isinstance(value, list):
            several: list[str] = [*value]
            found[name] = [
                HELPERS["re"].compile(each[1:-1]) if each.startswith("/") else each
                for each in several
            ]
    return found


def compare_in(perl: PerlProcess, xml: str, options: Mapping[str, Any]) -> None:
    """Read with both."""
    answer = perl.run(_IN, xml, options)
    assert answer.died is None, answer.died
    value = texts(HELPERS["perl_xml_in"](xml, **with_patterns(options)))
    assert [value] == answer.values, f"{xml}\n{options}"


DOMAIN = """\
<domain type='kvm' id='7'>
  <name>vm &amp; 1</name>
  <uuid/>
  <memory unit='KiB'>1024</memory>
  <vcpu>2</vcpu>
  <os><type arch='x86_64'>hvm</type><boot dev='hd'/><boot dev='network'/></os>
  <devices>
    <disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk>
    <disk type='block' device='cdrom'><target dev='hdc'/></disk>
    <interface type='bridge'><mac address='52:54:00:00:00:01'/><alias name='net0'/></interface>
    <input name='mouse' bus='ps2'/>
    <input name='tablet' bus='usb'/>
    <graphics> <listen/> text <!-- note --> more </graphics>
    <console id='a'>x</console><console id='b'>y</console>
  </devices>
  <description>  two
    lines   </description>
  <empty> </empty>
  <list><item>1</item><item>2</item></list>
  <one><item>1</item></one>
  <nested><anon>1</anon><anon><anon>2</anon><anon>3</anon></anon></nested>
  <v value='x'/>
  <cd><![CDATA[a<b]]></cd>
  <q:x xmlns:q='urn:q' q:y='1'/>
</domain>
"""
OPTIONS: list[dict[str, Any]] = [
    {},
    {"ForceArray": 1},
    {"ForceArray": 0},
    {"ForceArray": ["disk", "item"]},
    {"ForceArray": []},
    {"ForceArray": ["/^(disk|inter)/", "name"]},
    {"forcearray": 1, "keyattr": []},
    {"force_array": 1, "key_attr": {}},
    {"KeyAttr": []},
    {"KeyAttr": {}},
    {"KeyAttr": "type"},
    {"KeyAttr": ["device", "bus"]},
    {"KeyAttr": {"disk": "device", "input": "+name", "console": "-id"}},
    {"KeyAttr": {"disk": "type"}, "ForceArray": ["disk", "interface"]},
    {"KeyAttr": {"interface": "type"}, "ForceArray": 1},
    {"KeepRoot": 1},
    {"KeepRoot": 1, "ForceArray": 1},
    {"ForceContent": 1},
    {"ContentKey": "text"},
    {"ContentKey": "-content"},
    {"ContentKey": "-text", "KeyAttr": {"console": "id"}},
    {"NoAttr": 1},
    {"SuppressEmpty": None},
    {"SuppressEmpty": ""},
    {"SuppressEmpty": 1},
    {"NormaliseSpace": 1},
    {"NormaliseSpace": 2},
    {"NormalizeSpace": 2},
    {"GroupTags": {"list": "item", "one": "item"}},
    {"GroupTags": {"list": "item", "one": "item"}, "ForceArray": ["item"]},
    {"ValueAttr": ["value", "dev"]},
    {"ValueAttr": {"v": "value", "target": "dev"}},
    {"Variables": {"a": "b"}},
]


@pytest.mark.parametrize("options", OPTIONS, ids=json.dumps)
def test_a_domain_is_read(perl: PerlProcess, options: dict[str, Any]) -> None:
    compare_in(perl, DOMAIN, options)


@pytest.mark.parametrize(
    ("xml", "options"),
    [
        ("<a/>", {}),
        ("<a>x</a>", {}),
        ("<a>x</a>", {"KeepRoot": 1}),
        ("<a>x</a>", {"ForceContent": 1}),
        ("<a b='1'>x</a>", {}),
        ("<a>\u00e9</a>", {}),
        ("<a><b/></a>", {"SuppressEmpty": 1}),
        ("<a><b/><b/></a>", {"SuppressEmpty": None}),
        ("<a v='${x}'>${x}${y}</a>", {"Variables": {"x": "1"}}),
        ("<a><dir name='p'>/x</dir><f>${p}/y</f></a>", {"VarAttr": "name"}),
        ("<a><b name='x'>1</b><b name='y'>2</b></a>", {"ContentKey": "-content"}),
        ("<a><b name='x'>1</b><b name='y' z='1'>2</b></a>", {"ContentKey": "-content"}),
        ("<a><b name='x'/><b name='x' c='2'/></a>", {}),
        ("<a><b name='x'/><b key='y'/><b id='z'/></a>", {}),
        ("<a><b name='x'/><b/></a>", {}),
        ("<a><b name='x'/><b>t</b></a>", {}),
        ("<a><b><name>x</name></b><b><name>y</name></b></a>", {}),
        ("<a><b><name>x</name><name>z</name></b><b><name>y</name></b></a>", {}),
        ("<a b='attr'><b>element</b></a>", {}),
        ("<a content='attr'>text</a>", {}),
        ("<a>x<b/>y</a>", {}),
        ("<a>x<b/>y<c/>z</a>", {}),
        ("<a><anon>1</anon><anon>2</anon></a>", {}),
        ("<a><anon>1</anon></a>", {}),
        ("<a><anon>1</anon></a>", {"ForceArray": 1}),
    ],
)
def test_a_small_text_is_read(perl: PerlProcess, xml: str, options: dict[str, Any]) -> None:
    compare_in(perl, xml, options)


NAMES = st.sampled_from(["a", "b", "name", "key", "id", "item", "content", "anon", "value"])
WORDS = st.sampled_from(["x", "y", "", " ", "1", " z  z "])


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    """Any element."""
    name = draw(NAMES)
    attributes = draw(st.dictionaries(NAMES, WORDS, max_size=2))
    start = name + "".join(f" {key}='{value}'" for key, value in attributes.items())
    pieces = [WORDS, elements(depth - 1)] if depth else [WORDS]
    inside = "".join(draw(st.lists(st.one_of(*pieces), max_size=4)))
    return f"<{start}>{inside}</{name}>"


SOME: list[dict[str, Any]] = [
    *({"ForceArray": each} for each in (1, 0, ["a", "item"], ["/^a/"])),
    *({"KeyAttr": each} for each in ([], "id", ["value"], {"a": "name", "b": "+id", "item": "-a"})),
    *({"SuppressEmpty": each} for each in (None, "", 1)),
    *({"ContentKey": each} for each in ("-content", "value")),
    *({"NormaliseSpace": each} for each in (1, 2)),
    {"ForceContent": 1},
    {"KeepRoot": 1},
    {"NoAttr": 1},
    {"GroupTags": {"a": "item", "b": "a"}},
    {"ValueAttr": ["value", "id"]},
    {"ValueAttr": {"a": "value", "b": "id"}},
]


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(elements(), st.lists(st.sampled_from(SOME), max_size=3))
def test_anything_is_read(perl: PerlProcess, xml: str, told: list[dict[str, Any]]) -> None:
    options: dict[str, Any] = {}
    for each in told:
        options |= each
    answer = perl.run(_IN, xml, options)
    if answer.died is None:
        compare_in(perl, xml, options)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"RootName": "domain"},
        {"RootName": ""},
        {"RootName": None},
        {"KeepRoot": 1},
        {"NoAttr": 1},
        {"NoAttr": 1, "RootName": "a"},
        {"XMLDecl": 1},
        {"XMLDecl": "<?xml version='1.0'?>"},
        {"KeyAttr": []},
        {"KeyAttr": {"disk": "dev"}},
        {"KeyAttr": "dev"},
        {"NoIndent": 1},
        {"AttrIndent": 1},
        {"NoEscape": 1},
        {"SuppressEmpty": 1},
        {"SuppressEmpty": None},
        {"GroupTags": {"list": "item"}},
        {"ValueAttr": {"vcpu": "value"}},
        {"ContentKey": "text"},
        {"NumericEscape": 2},
        {"NumericEscape": 1},
    ],
    ids=json.dumps,
)
@pytest.mark.parametrize(
    "value",
    [
        {},
        {"a": 1},
        {"a": "x<&>\"'", "b": ["1", "2"], "c": {"d": "e"}},
        {"domain": {"type": "kvm", "name": ["vm"], "memory": {"unit": "KiB", "content": 1024}}},
        {"disk": {"vda": {"file": "/a"}, "vdb": {"file": "/b"}}, "list": ["1", "2"]},
        {"disk": [{"dev": "vda", "name": "x"}, {"dev": "vdb"}], "vcpu": 2, "text": "t"},
        {"content": "t", "a": {"b": {}}, "id": "7", "name": "n"},
        {"a": None, "b": [None, "x"], "c": ""},
        {"a": [["1", "2"], ["3"]], "-b": "left out"},
        ["1", "2", {"a": "b"}],
        [["1", "2"], ["3"]],
        {"a": {"b": {"c": {"d": "1"}}}, "x": {"content": "y", "z": {"w": "1"}}},
        {"u": "\u00e9\u263a", "n": 1.5},
    ],
    ids=json.dumps,
)
def test_a_value_is_written(perl: PerlProcess, value: Any, options: dict[str, Any]) -> None:
    answer = perl.run(_OUT, value, options)
    assert answer.died is None, answer.died
    assert [HELPERS["perl_xml_out"](value, **options)] == answer.values


def test_what_was_read_is_written(perl: PerlProcess) -> None:
    code = "XMLout(XMLin(shift, KeepRoot => 1), KeepRoot => 1)"
    read = HELPERS["perl_xml_in"](DOMAIN, KeepRoot=1)
    assert [HELPERS["perl_xml_out"](read, KeepRoot=1)] == perl.run(code, DOMAIN).values


def test_options_may_be_told_once(perl: PerlProcess) -> None:
    code = """
        my $xs = XML::Simple->new(ForceArray => 1, KeyAttr => []);
        ($xs->XMLin($_[0]), $xs->XMLin($_[0], ForceArray => 0), $xs->XMLout({a => ['b']}))
    """
    found: dict[str, Any] = {**HELPERS, "xml": DOMAIN}
    new = forms.class_method(MODULE, "new", "'ForceArray'", "1", "'KeyAttr'", "[]")
    found["xs"] = forms.value_of(new, found)
    calls = [
        forms.method(MODULE, "XML::Simple", "XMLin", "xs", "xml"),
        forms.method(MODULE, "XML::Simple", "XMLin", "xs", "xml", "'ForceArray'", "0"),
        forms.method(MODULE, "XML::Simple", "XMLout", "xs", "{'a': ['b']}"),
    ]
    assert [texts(forms.value_of(each, found)) for each in calls] == perl.run(code, DOMAIN).values


def test_a_file_is_read_and_written(perl: PerlProcess, tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    written = HELPERS["perl_xml_out"]({"a": "\u00e9"}, OutputFile=str(path), XMLDecl=1)
    assert written == 1
    read = perl.run("XMLin(shift)", str(path)).values
    assert [HELPERS["perl_xml_in"](str(path))] == read == [{"a": "\u00e9"}]
    with path.open("rb") as file:
        assert HELPERS["perl_xml_in"](file) == {"a": "\u00e9"}


def test_the_forms_are_those_of_functions() -> None:
    found: dict[str, Any] = {**HELPERS, "xml": DOMAIN}
    call = forms.function(MODULE, "XMLin", "xml", "'KeyAttr'", "[]")
    assert forms.value_of(call, found) == HELPERS["perl_xml_in"](DOMAIN, KeyAttr=[])
    out = forms.function(MODULE, "XMLout", "{'a': 1}", "'RootName'", "'b'")
    assert forms.value_of(out, found) == '<b a="1" />\n'


@pytest.mark.parametrize("text", ["<a", "nothing.xml"])
def test_what_isnt_xml_dies(perl: PerlProcess, text: str) -> None:
    assert perl.run("XMLin(shift); 1", text).died
    with pytest.raises(Exception, match="."):
        HELPERS["perl_xml_in"](text)
