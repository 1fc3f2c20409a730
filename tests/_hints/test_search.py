"""The name that was meant: sysvirt's own, and those of libvirt-python, virsh, C and Perl."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

import sysvirt
import sysvirt.aio
from constants.table import read_constants
from reference.bindings import read_names
from reference.data import read_methods
from sysvirt import Domain, Error, Event, Network, StoragePool, Virt
from sysvirt._hints import listing, search
from sysvirt._hints.search import find_near, fold, members, words_of


@pytest.mark.parametrize(
    ("owner", "name", "near"),
    [
        # Its own, written otherwise.
        (Virt, "listAllDomains", ["list_all_domains"]),
        (Domain, "isActive", ["is_active"]),
        (Domain, "GET_INFO", ["get_info"]),
        (Domain, "state_running", ["STATE_RUNNING"]),
        (Error, "get_code", ["code"]),
        # In another order.
        (Domain, "info_block", ["get_block_info"]),
        # Mistyped.
        (Domain, "get_nmae", ["get_name"]),
        (Domain, "STATE_CRUSHED", ["STATE_CRASHED"]),
        (Virt, "Domian", ["Domain"]),
        (Event, "registr_default", ["register_default"]),
        # libvirt-python's, in its own spelling and in Python's.
        (Virt, "lookupByName", ["get_domain_by_name"]),
        (Virt, "lookup_by_name", ["get_domain_by_name"]),
        (Domain, "XMLDesc", ["get_xml_description"]),
        (Network, "XMLDesc", ["get_xml_description"]),
        (Domain, "blockJobAbort", ["abort_block_job"]),
        (Domain, "block_job_abort", ["abort_block_job"]),
        (Domain, "blockJobAbrt", ["abort_block_job"]),
        (Domain, "info", ["get_info"]),
        (Domain, "name", ["get_name"]),
        (Virt, "getInfo", ["get_node_info"]),
        (Virt, "openReadOnly", ["new"]),
        (Virt, "interfaceDefineXML", ["define_interface"]),
        # virsh's.
        (Domain, "dumpxml", ["get_xml_description"]),
        (Domain, "domstate", ["get_state"]),
        (Domain, "domblklist", ["get_xml_description"]),
        (Virt, "net_list", ["list_all_networks"]),
        (StoragePool, "pool_refresh", ["refresh"]),
        # C's.
        (Domain, "VIR_DOMAIN_RUNNING", ["STATE_RUNNING"]),
        (Virt, "VIR_DOMAIN_RUNNING", ["Domain.STATE_RUNNING"]),
        (Domain, "virDomainGetInfo", ["get_info"]),
        # Those of another class.
        (Domain, "ERR_NO_DOMAIN", ["Error.ERR_NO_DOMAIN"]),
        (Virt, "STATE_RUNNING", ["Domain.STATE_RUNNING", "StoragePool.STATE_RUNNING"]),
        (Domain, "list_all_networks", ["Virt.list_all_networks"]),
        (Virt, "dumpxml", ["Domain.get_xml_description"]),
        # A module's.
        (sysvirt, "Domian", ["Domain"]),
        (sysvirt, "virt", ["Virt"]),
        (sysvirt, "open", ["Virt.new"]),
        (sysvirt, "VIR_ERR_NO_DOMAIN", ["Error.ERR_NO_DOMAIN"]),
        (sysvirt.aio, "Consol", ["Console"]),
        (sysvirt.aio.Virt, "listAllDomains", ["list_all_domains"]),
        (sysvirt.aio.Virt, "runDefault", ["Event.run_default"]),
        (sysvirt.aio.Domain, "openConsole", ["open_console"]),
        # None at all.
        (Domain, "qqqq", []),
        (Domain, "", []),
        (sysvirt, "nope", []),
    ],
)
def test_what_was_meant(owner: object, name: str, near: list[str]) -> None:
    assert find_near(owner, name) == near


def test_an_object_is_asked_as_its_class(dom: Domain) -> None:
    assert find_near(dom, "blockJobAbort") == ["abort_block_job"]


def test_no_more_than_three_are_named() -> None:
    assert find_near(Virt, "get_name") == [
        "Domain.get_name",
        "DomainCheckpoint.get_name",
        "DomainSnapshot.get_name",
    ]


@pytest.mark.long  # some thousand searches
@pytest.mark.parametrize("cls", [getattr(sysvirt, each) for each in sysvirt.__all__])
def test_each_name_in_another_spelling_is_found(cls: type) -> None:
    """Of every class every public name: with capitals in Perl's way and with small letters."""
    own = {each for each in dir(cls) if not each.startswith("_")}
    for name in own:
        camel = "".join(part[:1].upper() + part[1:] for part in name.split("_"))
        for other in {camel, name.swapcase()} - own:
            assert name in find_near(cls, other), other


def test_every_name_of_libvirt_python_leads_to_a_method() -> None:
    lost = []
    for cls, name, _ in read_names():
        if not name.startswith("vir") and not find_near(sysvirt, name):
            own = getattr(sysvirt, cls.removeprefix("vir").replace("Connect", "Virt"), Virt)
            if not hasattr(own, name) and not find_near(own, name):
                lost.append(name)
    # It is asked for a function of Python's; Error has all fields.
    assert lost == ["registerErrorHandler"]


def test_every_c_symbol_leads_to_its_constant() -> None:
    for each in read_constants():
        cls = getattr(sysvirt, each.package.rpartition("::")[2])
        assert each.name in find_near(cls, each.c_symbol)


def test_the_tables_have_all_methods_and_constants() -> None:
    found = {(member.cls, member.name) for member in members()}
    wanted = [(package, name) for package, name in read_methods()]
    wanted += [(each.package, each.name) for each in read_constants()]
    assert found == {(package.rpartition("::")[2], name) for package, name in wanted}
    assert len(members()) == len(wanted)


def test_what_a_method_rests_on_is_the_references() -> None:
    rows = {(each.cls, each.name): each for each in members()}
    for (package, name), method in read_methods().items():
        row = rows[package.rpartition("::")[2], name]
        assert (row.c, row.since or None) == (method.c, method.since)


def test_names_are_folded() -> None:
    assert {fold("getInfo"), fold("get_info"), fold("get-info")} == {"getinfo"}


def test_words_have_no_order() -> None:
    assert words_of("getXMLDesc") == ("desc", "xml")
    assert words_of("migrate_to_uri2") == ("2", "migrate", "to", "uri")
    assert words_of("get") == ()


@pytest.mark.parametrize("module", [search, listing])
def test_its_own_examples_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
