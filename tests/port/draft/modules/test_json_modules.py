"""JSON by the tables, beside Perl."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.json_modules import (
    CPANEL_JSON_XS,
    JSON,
    JSON_MAYBE_XS,
    JSON_PP,
    JSON_XS,
)
from sysvirt.port.draft.modules.table import Module
from tests.port.both_sides import assert_same, called, constant, literal, made, method, needs

VALUES: list[object] = [
    {}, [], [[]], [{}], {"a": 1}, [1, "1", 2.5, -3, None, "", "text"], [1e20, 0.1],
    ["quote \" backslash \\ slash / tab \t newline \n bell \x07 nul \x00 \r\f\b"],
    ["ä € 😀"], {"k": {"deep": [1, [2, {"x": None}]]}}, ["<a href='x'>&amp;</a>"],
]  # fmt: skip
SORTED = {"b": 1, "a": [1, 2], "C": {"y": 1, "x": 2}, "10": 0, "9": 0}
MODULES = [JSON, JSON_PP, JSON_XS, CPANEL_JSON_XS, JSON_MAYBE_XS]
OPTIONS = [
    (), ("canonical",), ("pretty", "canonical"), ("indent", "canonical"), ("space_before",),
    ("space_after", "canonical"), ("ascii",), ("latin1",), ("pretty",), ("allow_nonref",),
]  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_values_are_written_as_perl_writes_them(module: Module) -> None:
    needs(module.name)
    cases: list[tuple[str, object]] = []
    for options, value in itertools.product(OPTIONS, VALUES):
        coder = made(module, "new")
        for each in options:
            coder = method(module, module.name, each, coder)
        chain = "".join(f"->{each}" for each in options)
        perl = f"{module.name}->new{chain}->encode({literal(value)})"
        cases.append((perl, method(module, module.name, "encode", coder, value)))
    coder = method(module, module.name, "canonical", made(module, "new"), 1)
    coder = method(module, module.name, "pretty", coder)
    perl = f"{module.name}->new->canonical(1)->pretty->encode({literal(SORTED)})"
    cases.append((perl, method(module, module.name, "encode", coder, SORTED)))
    assert method(module, module.name, "get_canonical", coder) == 1
    assert method(module, module.name, "get_ascii", coder) == ""
    assert_same(cases, f"use {module.name};")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_functions(module: Module) -> None:
    needs(module.name)
    cases: list[tuple[str, object]] = []
    for value in VALUES:
        perl = f"do {{ my $t = encode_json({literal(value)}); utf8::decode($t); $t }}"
        cases.append((perl, called(module, "encode_json", value)))
    texts = [json.dumps(each, ensure_ascii=False) for each in VALUES[1:]] + TEXTS
    for text in texts:
        perl = f"do {{ my $t = {literal(text)}; utf8::encode($t); decode_json($t) }}"
        cases.append((perl, _later(module, text)))
    assert_same(cases, f"use {module.name};")


TEXTS = [
    "[1, 2.0, -0, 1e3, 1.5e-2]", '{"a": null, "b": "\\u00e4\\ud83d\\ude00\\n"}', "[1,]", "{",
    "[1 2]", '{"a" 1}', "nonsense", " [ ] ", '["a\tb"]', "[01]", "[1]x", "['a']",
]  # fmt: skip


def _later(module: Module, text: str) -> object:
    def decode() -> object:
        return called(module, "decode_json", text)

    return decode


def test_truth_values() -> None:
    needs("JSON")
    value = called(JSON, "decode_json", "[true, false]")
    assert value == [True, False]
    given = [constant(JSON, each) for each in ("true", "false", "null")]
    found = called(JSON, "to_json", given)
    assert_same(
        [
            ("to_json([JSON::true, JSON::false, JSON::null])", found),
            ("do { my $v = decode_json('[true, false]'); qq($v->[0] $v->[1]) }", "1 0"),
        ],
        "use JSON;",
    )
    assert [made(JSON, each) for each in ("true", "false", "null")] == [True, False, None]


def test_options_in_a_dict() -> None:
    needs("JSON")
    options = {"pretty": 1, "canonical": 1}
    found = [called(JSON, "to_json", SORTED, options), called(JSON, "to_json", [1])]
    found.append(called(JSON, "from_json", "[1, 2]", {"utf8": 1}))
    perl = f"[to_json({literal(SORTED)}, {{pretty => 1, canonical => 1}}), to_json([1]),"
    assert_same([(f"{perl} from_json('[1, 2]', {{utf8 => 1}})]", found)], "use JSON;")


def test_relaxed_texts() -> None:
    text = '[1, "a#b", # comment\n {"x": 1,}, "c,]",]'
    coder = method(JSON_PP, "JSON::PP", "relaxed", made(JSON_PP, "new"))
    found = method(JSON_PP, "JSON::PP", "decode", coder, text)
    assert_same([(f"JSON::PP->new->relaxed->decode({literal(text)})", found)], "use JSON::PP;")


class Guest:
    def TO_JSON(self) -> object:  # noqa: N802 - Perl's name
        return {"name": "web"}


def test_objects() -> None:
    cases: list[tuple[str, object]] = [
        ("encode_json([3.0])", called(JSON_PP, "encode_json", [3.0]))
    ]
    setup = "use JSON::PP; sub Guest::TO_JSON { {name => 'web'} } my $g = [bless({}, 'Guest')];"
    for option in ("convert_blessed", "allow_blessed", "utf8"):
        coder = method(JSON_PP, "JSON::PP", option, made(JSON_PP, "new"))

        def encode(coder: object = coder) -> object:
            return method(JSON_PP, "JSON::PP", "encode", coder, [Guest()])

        cases.append((f"JSON::PP->new->{option}->encode($g)", encode))
    assert_same(cases, setup)


values = st.recursive(
    st.none() | st.integers(-(10**12), 10**12) | st.text('ab"\\/ 1\nä€', max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('ab1"-', max_size=3), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(values, max_size=4), min_size=15, max_size=15))
def test_any_values(found: list[list[object]]) -> None:
    cases: list[tuple[str, object]] = []
    for value in found:
        coder = method(JSON_PP, "JSON::PP", "canonical", made(JSON_PP, "new"))
        coder = method(JSON_PP, "JSON::PP", "pretty", coder)
        text = method(JSON_PP, "JSON::PP", "encode", coder, value)
        cases.append((f"JSON::PP->new->canonical->pretty->encode({literal(value)})", text))
        cases.append((f"JSON::PP->new->decode({literal(text)})", value))
    assert_same(cases, "use JSON::PP;")


#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "blanks of a level": r"""
use JSON::PP; print JSON::PP->new->canonical->pretty->indent_length(2)->encode({ a => [1, {}] });
""",
}
