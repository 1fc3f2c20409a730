"""Methods of objects whose class isn't known."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.modules import assumed
from sysvirt.port.draft.modules.collected import MODULES
from sysvirt.port.draft.modules.table import Form, Module

ONE = Module(
    "One",
    methods={"One::A": {"f": Form("a", "s"), "close": Form("b")}, "One::B": {"f": Form("c")}},
    assumed=("One::B", "One::A"),
)
OTHER = Module("Other", methods={"Other": {"f": Form("d"), "g": Form("e")}}, assumed=("Other",))


def test_all_classes_of_a_module_have_their_forms() -> None:
    assert assumed.forms([ONE], "f") == (Form("c"), Form("a", "s"))


def test_two_modules_leave_it_open() -> None:
    assert assumed.forms([ONE, OTHER], "f") is None
    assert assumed.forms([ONE, OTHER], "g") == (Form("e"),)


def test_what_files_have_isnt_assumed() -> None:
    assert assumed.forms([ONE], "close") is None


def test_nothing_is_assumed_of_others() -> None:
    assert assumed.forms([ONE], "none") is None
    assert assumed.forms([Module("Two", methods={"Two": {"f": Form("a")}})], "f") is None


@pytest.mark.parametrize(
    ("module", "method"),
    [
        ("XML::LibXML", "getAttribute"),
        ("XML::LibXML", "findnodes"),
        ("XML::XPath", "findvalue"),
        ("XML::Twig", "att"),
        ("DBI", "fetchrow_array"),
        ("LWP::UserAgent", "is_success"),
    ],
)
def test_what_scripts_call(module: str, method: str) -> None:
    assert assumed.forms([MODULES[module]], method)


@pytest.mark.parametrize("module", MODULES.values(), ids=lambda module: module.name)
def test_what_is_assumed_is_there(module: Module) -> None:
    assert set(module.assumed) <= set(module.methods)
