"""What Perl's modules for YAML read and write, and what stands for it: the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("yaml", reason="PyYAML isn't installed: drafts need it that read YAML")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules import yaml_texts
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(yaml_texts.MODULES)


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("YAML::XS ()", "YAML ()", "YAML::Tiny ()")
    yield process
    process.close()


TEXTS = [
    "a: 1\nb: two\nc: '3'\nd: \"f\\tg\"\ne: ~\nf:\ng: null\nh: true\ni: false\nj: yes\n",
    "- 1\n- [2, 3]\n- {a: b}\n-\n  - x\n",
    "---\na:\n  - b: 1\n    c: 2\n  - d\n",
    "--- text\n",
    "a: |\n  two\n  lines\nb: >\n  folded\n  text\n",
    "a: &x {b: 1}\nc: *x\n",
    "a: 0x1f\nb: 1.50\nc: 017\nd: 2020-01-01\ne: 1e3\nf: -1\n",
    "---\na: 1\n---\nb: 2\n",
    "a: 'x: y'\n? k\n: v\n# comment\n",
    "caf\u00e9: \u263a\n",
]


@pytest.mark.parametrize("name", ["YAML::XS", "YAML"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read(perl: PerlProcess, name: str, text: str) -> None:
    encode = f"utf8::encode($_[0]) if '{name}' eq 'YAML::XS';"
    answer = perl.run(f"{encode} {name}::Load($_[0])", text)
    if answer.died is not None:
        assert name == "YAML", "the old module doesn't read all of it"
        return
    call = forms.function(MODULES[name], "Load", "text")
    assert texts(forms.value_of(call, {**HELPERS, "text": text})) == answer.values


VALUES: list[Any] = [
    *("s", "", "1", 1, 1.5, "1.5", None, "~", "null", "true", "yes", "a: b", "# c", "a #b", " x"),
    *("x ", "two\nlines\n", "t\tb", "-", "- x", "'", '"', "0x1f", "@a", "%a", "!a", "&a", "*a"),
    *("a'b", "{a", "[a", "a]", "a,b", "?", "? a", ":", ":a", "a:", "|", ">", "`a", "1e3", "+1"),
    *("-1", "1_000", ".5", "1.", "=", "<<", "a\\b", "caf\u00e9"),
    *([], {}, [1, [2, []], {"a": {}}], {"a": [1, {"b": "c", "d": ["e"]}], "1": "2", "x y": None}),
    [[1, 2], [3]],
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_written(perl: PerlProcess, value: Any) -> None:
    code = "my $text = YAML::XS::Dump($_[0]); utf8::decode($text); $text"
    call = forms.function(MODULES["YAML::XS"], "Dump", "value")
    assert [forms.value_of(call, {**HELPERS, "value": value})] == perl.run(code, value).values


PLAIN = st.one_of(
    st.none(),
    st.integers(-5, 5000),
    st.sampled_from([each for each in VALUES if each != []][:20]),
    st.text("abc :-#'\"\n{},\u00e9", max_size=6),
)
NESTED = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(NESTED)
def test_what_was_written_is_read(perl: PerlProcess, value: Any) -> None:
    text = HELPERS["perl_yaml_dump"](value)
    code = "utf8::encode($_[0]); YAML::XS::Load($_[0])"
    assert perl.run(code, text).values == [texts(value)]
    assert texts(HELPERS["perl_yaml_load"](text)) == [texts(value)]


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1, "b": "true", "c": None, "d": [1, {"x": "y", "z": "w"}], "e": "text", "f": ""},
        ["a", {"d": "e", "f": ["b", "c"]}],
        {"k": "a: b", "q": "it's", "n": {"m": ["x"]}, "s": "# c"},
        {"empty": {}, "none": []},
    ],
    ids=repr,
)
def test_the_old_module_writes_lists_further_in(perl: PerlProcess, value: Any) -> None:
    call = forms.function(MODULES["YAML"], "Dump", "value")
    found = forms.value_of(call, {**HELPERS, "value": value})
    assert [found] == perl.run("YAML::Dump($_[0])", value).values


def test_several_documents(perl: PerlProcess) -> None:
    call = forms.function(MODULES["YAML::XS"], "Dump", "'s'", "[1]", "None", "{'a': 1}")
    wanted = perl.run("YAML::XS::Dump('s', [1], undef, {a => 1})").values
    assert [forms.value_of(call, HELPERS)] == wanted


def test_a_file(perl: PerlProcess, tmp_path: Path) -> None:
    names = {**HELPERS, "path": str(tmp_path / "x"), "value": {"a": ["caf\u00e9"]}}
    dump = forms.function(MODULES["YAML::XS"], "DumpFile", "path", "value")
    assert forms.value_of(dump, names) == 1
    load = forms.function(MODULES["YAML::XS"], "LoadFile", "path")
    assert forms.value_of(load, names) == [names["value"]]
    assert perl.run("YAML::XS::LoadFile($_[0])", names["path"]).values == [names["value"]]


def test_what_isnt_yaml_dies() -> None:
    with pytest.raises(Exception, match="."):
        HELPERS["perl_yaml_load"]("a: [")
