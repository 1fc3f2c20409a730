"""File::Spec by the table, beside Perl."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.file_spec import FILE_SPEC, FILE_SPEC_FUNCTIONS
from tests.port.both_sides import assert_calls, assert_same, made
from tests.port.draft.modules.test_file_basename import PATHS

SETUP = "use File::Spec::Functions qw(:ALL); chdir '/usr/share';"
PACKAGE = "File::Spec::Functions::"


@pytest.fixture(autouse=True)
def same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/usr/share")


def test_paths() -> None:
    calls: list[tuple[object, ...]] = []
    for path in PATHS:
        calls += [(name, path) for name in ("canonpath", "rel2abs", "abs2rel", "splitdir")]
        calls += [("splitpath", path), ("splitpath", path, 1), ("file_name_is_absolute", path)]
    for one, other in itertools.product(PATHS, PATHS[:14]):
        calls += [(name, one, other) for name in ("catdir", "catfile", "abs2rel", "rel2abs")]
        calls.append(("catpath", "", one, other))
    calls += [
        ("catdir",),
        ("no_upwards", ".", "a", "..", "..b"),
    ]
    calls += [
        (name,) for name in ("curdir", "updir", "rootdir", "devnull", "path", "case_tolerant")
    ]
    assert_calls(FILE_SPEC_FUNCTIONS, calls, SETUP, package=PACKAGE)


def test_methods_of_the_class() -> None:
    found = [made(FILE_SPEC, name, "a", "b", "c") for name in ("catfile", "join")]
    perl = "[File::Spec->catfile('a', 'b', 'c'), File::Spec->join('a', 'b', 'c')]"
    assert_same([(perl, found)], SETUP + " use File::Spec;")


@pytest.mark.parametrize("folder", ["", "/var/tmp/", "/none"])
def test_the_folder_for_a_short_time(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", folder)
    assert_calls(FILE_SPEC_FUNCTIONS, [("tmpdir",)], SETUP, package=PACKAGE)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.text("ab./", max_size=9), st.text("a./", max_size=6)), min_size=30))
def test_any_paths(paths: list[tuple[str, str]]) -> None:
    calls: list[tuple[object, ...]] = []
    for one, other in paths:
        calls += [("canonpath", one), ("splitpath", one), ("catpath", "", one, other)]
        calls += [(name, one, other) for name in ("catdir", "catfile", "abs2rel", "rel2abs")]
    assert_calls(FILE_SPEC_FUNCTIONS, calls, SETUP, package=PACKAGE)


def test_what_use_alone_brings() -> None:
    names = sorted(FILE_SPEC_FUNCTIONS.exports)
    cases: list[tuple[str, object]] = [(f"defined(&main::{each}) ? 1 : 0", 1) for each in names]
    assert_same(cases, "use File::Spec::Functions;")
