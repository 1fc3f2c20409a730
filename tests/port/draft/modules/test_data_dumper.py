"""Data::Dumper by the table, beside Perl."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.data_dumper import DATA_DUMPER
from sysvirt.port.prelude.dumper import PerlDumper, perl_dumping
from tests.port.both_sides import assert_same, called, literal, made, method

VALUES: list[object] = [
    None, 0, 1, -5, 1234567890, 12345678901, -123456789, -1234567890, 2.5, 3.0, "", "a", "12",
    "012", "it's", "back\\slash", "1.5", "two\nlines", "$x @y \"q\"", [], {}, [1, "a", None],
    {"a": 1},
    {"key": [1, [2, 3], {"deep": {"er": None}}], "other key": {}, "12": "x", "a-b": [], "01": 1},
    [[], {}, [[]], [{"a": []}]], {"b": 2, "a": {"d": 4, "c": 3}},
]  # fmt: skip
SETUP = "use Data::Dumper; $Data::Dumper::Sortkeys = 1; sub d { Data::Dumper->new(@_) }"


@pytest.fixture(autouse=True)
def fresh() -> None:
    renewed()


def renewed() -> None:
    """All settings as they are at first, but for the order of keys."""
    vars(perl_dumping).clear()
    vars(perl_dumping).update(vars(PerlDumper({"Sortkeys": 1})))


def test_each_value_at_each_indentation() -> None:
    cases: list[tuple[str, object]] = []
    for indent, terse in itertools.product(range(4), (0, 1)):
        vars(perl_dumping).update(Indent=indent, Terse=terse)
        for value in VALUES:
            perl = f"local $Data::Dumper::Indent = {indent}; local $Data::Dumper::Terse = {terse};"
            perl = f"do {{ {perl} Dumper({literal(value)}) }}"
            cases.append((perl, called(DATA_DUMPER, "Dumper", value)))
    assert_same(cases, SETUP)


def test_several_values() -> None:
    values = [1, [2], {"a": "b"}]
    shown = ", ".join(map(literal, values))
    assert_same([(f"scalar(Dumper({shown}))", called(DATA_DUMPER, "Dumper", *values))], SETUP)


NAMES: list[list[object]] = [["x"], ["*x"], ["$x"], [None], ["x", "*y"], ["*name with long text"]]


def test_names() -> None:
    cases: list[tuple[str, object]] = []
    for names, value in itertools.product(NAMES, [5, [1, [2]], {"a": {"b": 1}}, None]):
        perl = f"scalar(Data::Dumper->Dump([{literal(value)}, [1]], {literal(names)}))"
        cases.append((perl, made(DATA_DUMPER, "Dump", [value, [1]], names)))
    cases.append(("scalar(Data::Dumper->Dump([[1], 2]))", made(DATA_DUMPER, "Dump", [[1], 2])))
    assert_same(cases, SETUP)


SETTINGS: list[tuple[str, object]] = [
    ("Indent", 1), ("Indent", 0), ("Terse", 1), ("Useqq", 1), ("Quotekeys", 0), ("Pad", "# "),
    ("Pair", ": "), ("Varname", "foo"), ("Maxdepth", 5), ("Deepcopy", 1), ("Trailingcomma", 1),
    ("Sortkeys", 1),
]  # fmt: skip


def test_settings_of_an_object() -> None:
    cases: list[tuple[str, object]] = []
    for (name, setting), value in itertools.product(SETTINGS, VALUES):
        perl = f"d([{literal(value)}])->{name}({literal(setting)})->Dump"
        dumper = made(DATA_DUMPER, "new", [value])
        changed = method(DATA_DUMPER, "Data::Dumper", name, dumper, setting)
        assert method(DATA_DUMPER, "Data::Dumper", name, dumper) == setting
        cases.append((perl, method(DATA_DUMPER, "Data::Dumper", "Dump", changed)))
    assert_same(cases, SETUP)


def test_patterns_bytes_and_what_is_too_deep() -> None:
    patterns = [re.compile("a.b"), re.compile("x y", re.IGNORECASE | re.VERBOSE)]
    cases: list[tuple[str, object]] = [
        ("scalar(Dumper([qr/a.b/, qr/x y/ix]))", called(DATA_DUMPER, "Dumper", patterns))
    ]
    dumper = method(
        DATA_DUMPER, "Data::Dumper", "Useqq", made(DATA_DUMPER, "new", ["äß€", "\x01" + "1"]), 1
    )
    perl = "do { my $t = 'äß€'; utf8::encode($t); scalar(d([$t, qq(\\x011)])->Useqq(1)->Dump) }"
    cases.append((perl, method(DATA_DUMPER, "Data::Dumper", "Dump", dumper)))
    assert_same(cases, SETUP)
    deep = method(
        DATA_DUMPER, "Data::Dumper", "Maxdepth", made(DATA_DUMPER, "new", [{"a": {"b": 1}}]), 1
    )
    shown = method(DATA_DUMPER, "Data::Dumper", "Dump", deep)
    assert re.fullmatch(r"\$VAR1 = \{\n +'a' => 'HASH\(0x[0-9a-f]+\)'\n +\};\n", shown)


def test_the_order_of_keys_by_code() -> None:
    dumper = made(DATA_DUMPER, "new", [{"b": 1, "c": 2, "a": 3}], ["x"])
    method(DATA_DUMPER, "Data::Dumper", "Sortkeys", dumper, lambda _: ["c", "a"])
    perl = "d([{b => 1, c => 2, a => 3}], ['x'])->Sortkeys(sub { ['c', 'a'] })->Dump"
    assert_same([(perl, method(DATA_DUMPER, "Data::Dumper", "Dump", dumper))], SETUP)


def test_what_is_there_twice() -> None:
    shared = [1]
    values: list[object] = [[shared, shared], {"a": shared, "b": [shared]}]
    circle: dict[str, object] = {"name": "x"}
    circle["self"] = circle
    found = [called(DATA_DUMPER, "Dumper", each) for each in [*values, circle]]
    perl = """[
        do { my $s = [1]; Dumper([$s, $s]) }, do { my $s = [1]; Dumper({a => $s, b => [$s]}) },
        do { my $c = {name => 'x'}; $c->{self} = $c; Dumper($c) }
    ]"""
    named = made(DATA_DUMPER, "Dump", [[shared, shared], circle], ["*list", "*hash"])
    other = """do { my $s = [1]; my $c = {name => 'x'}; $c->{self} = $c;
        scalar(Data::Dumper->Dump([[$s, $s], $c], ['*list', '*hash'])) }"""
    assert_same([(perl.replace("\n", " "), found), (other.replace("\n", " "), named)], SETUP)


def test_objects_code_and_deep_values() -> None:
    kind = type("Guest", (), {})
    guest = kind()
    vars(guest).update(name="web", disks=["a", {"b": 1}])
    cases: list[tuple[str, object]] = []
    for indent in range(3):
        vars(perl_dumping).update(Indent=indent)
        for perl, value in (
            ("[bless({name => 'web', disks => ['a', {b => 1}]}, 'Guest')]", [guest]),
            ("{code => sub { 1 }}", {"code": lambda: 1}),
        ):
            setting = f"local $Data::Dumper::Indent = {indent};"
            cases.append(
                (f"do {{ {setting} Dumper({perl}) }}", called(DATA_DUMPER, "Dumper", value))
            )
    assert_same(cases, SETUP)


values = st.recursive(
    st.none() | st.integers(-(10**12), 10**12) | st.text("ab'\\ 1$\n\"", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab1'-", max_size=3), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=10, deadline=None)
@given(st.lists(values, min_size=15, max_size=15))
def test_any_values(found: list[object]) -> None:
    renewed()
    cases: list[tuple[str, object]] = []
    for value in found:
        cases.append((f"Dumper({literal(value)})", called(DATA_DUMPER, "Dumper", value)))
        dumper = made(DATA_DUMPER, "new", [value])
        vars(dumper).update(Useqq=1, Indent=1)
        cases.append((f"d([{literal(value)}])->Useqq(1)->Indent(1)->Dump", dumper.dump()))
    assert_same(cases, SETUP)
