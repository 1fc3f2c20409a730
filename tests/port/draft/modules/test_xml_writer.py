"""What XML::Writer writes, and what stands for it: the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules import xml_writer
from tests.port import forms
from tests.port.helpers import HELPERS
from tests.port.perl_process import PerlProcess

(MODULE,) = xml_writer.MODULES
_CODE = """
    my ($options, @calls) = @_;
    my $writer = XML::Writer->new(OUTPUT => 'self', %$options);
    my @gave;
    for my $call (@calls) {
        my ($method, @arguments) = @$call;
        my $ok = eval { push @gave, scalar $writer->$method(@arguments) if $method =~ /_/;
                        $writer->$method(@arguments) unless $method =~ /_/; 1 };
        push @gave, 'died' if !$ok;
    }
    return ($writer->to_string, \\@gave);
"""


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("XML::Writer")
    yield process
    process.close()


def compare(perl: PerlProcess, options: dict[str, Any], calls: list[list[str]]) -> None:
    """Write with both."""
    answer = perl.run(_CODE, options, *calls)
    assert answer.died is None, answer.died
    new = forms.class_method(MODULE, "new", "'OUTPUT'", "'self'", *_told(options))
    found: dict[str, Any] = {**HELPERS}
    found["writer"] = forms.value_of(new, found)
    gave: list[Any] = []
    for method, *arguments in calls:
        call = forms.method(MODULE, "XML::Writer", method, "writer", *map(repr, arguments))
        try:
            value = forms.value_of(call, found)
        except ValueError:
            gave.append("died")
            continue
        if "_" in method:
            gave.append(("1" if value else answer_false(method)) if _is_truth(call) else value)
    assert [found["writer"].to_string(), gave] == answer.values, calls


def answer_false(method: str) -> str:
    """What Perl gives for what isn't so."""
    return "" if method == "in_element" else "0"


def _is_truth(call: forms.Call) -> bool:
    return call.form.gives == "bool"


def _told(options: dict[str, Any]) -> list[str]:
    return [repr(each) for pair in options.items() for each in pair]


DOCUMENT = [
    ["xmlDecl", "UTF-8"],
    ["comment", "made by hand"],
    ["startTag", "domain", "type", "kvm", "id", "<&>\"'\n\t"],
    ["dataElement", "name", "vm & 1"],
    ["dataElement", "memory", "1024", "unit", "KiB"],
    ["startTag", "devices"],
    ["emptyTag", "disk", "type", "file"],
    ["comment", "inside"],
    ["startTag", "console"],
    ["endTag", "console"],
    ["endTag"],
    ["cdataElement", "script", "a < b ]]> c"],
    ["endTag", "domain"],
    ["end"],
]
OPTIONS: list[dict[str, Any]] = [
    {},
    {"DATA_MODE": 1},
    {"DATA_MODE": 1, "DATA_INDENT": 2},
    {"DATA_MODE": 1, "DATA_INDENT": "\t"},
    {"NEWLINES": 1},
    {"NEWLINES": 1, "DATA_MODE": 1, "DATA_INDENT": 4},
    {"UNSAFE": 1},
    {"UNSAFE": 1, "DATA_MODE": 1, "DATA_INDENT": 1},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_a_document(perl: PerlProcess, options: dict[str, Any]) -> None:
    compare(perl, options, DOCUMENT)
    compare(perl, options, DOCUMENT[2:])


CALLS = st.sampled_from(
    [
        *([name] for name in ("xmlDecl", "endTag", "endTag", "endTag", "end")),
        *(["startTag", name] for name in ("a", "b")),
        ["xmlDecl", "UTF-8", "yes"],
        ["doctype", "a"],
        ["doctype", "a", "p", "s"],
        ["startTag", "a", "x", "1 < 2"],
        ["emptyTag", "c"],
        ["endTag", "a"],
        ["characters", "t<>&\"'"],
        ["cdata", "x]]>y"],
        ["comment", "c"],
        ["pi", "p"],
        ["pi", "p", "d"],
        ["raw", "<r/>"],
        ["dataElement", "d", "e"],
        ["in_element", "a"],
        ["within_element", "a"],
        ["current_element"],
    ]
)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(OPTIONS), st.lists(CALLS, max_size=12))
def test_anything(perl: PerlProcess, options: dict[str, Any], calls: list[list[str]]) -> None:
    depth, seen = 0, False
    kept: list[list[str]] = []
    for call in calls:
        depth += {"startTag": 1, "endTag": -1}.get(call[0], 0)
        if depth < 0 or (call[0] == "doctype" and seen):
            return
        seen = seen or call[0] in ("doctype", "startTag", "emptyTag", "dataElement")
        # Perl has no element to compare with.
        if depth or not call[0].endswith("_element"):
            kept.append(call)
    compare(perl, options, kept)


def test_it_writes_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    writer = HELPERS["PerlXmlWriter"]()
    writer.empty_tag("a")
    writer.end()
    assert capsys.readouterr().out == "<a />\n"


def test_namespaces_are_refused() -> None:
    with pytest.raises(ValueError, match="namespaces"):
        HELPERS["PerlXmlWriter"](NAMESPACES=1)
