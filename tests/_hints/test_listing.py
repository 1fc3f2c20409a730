"""The rows of the table of names: which are found, and what they show."""

from __future__ import annotations

import pytest

import sysvirt
from constants.table import read_constants
from reference.data import read_methods
from sysvirt._hints.listing import find_rows, nearest, read_name, table
from sysvirt._hints.search import members

INFOS = ["Domain.get_info", "StoragePool.get_info", "StorageVol.get_info"]


def found(text: str) -> list[str]:
    return [f"{row.cls}.{row.name}" for row in find_rows(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("get_info", INFOS),
        ("get-info", INFOS),
        ("$pool->get_info()", INFOS),
        ("my $state = $dom->get_info->{state};", INFOS),
        ("if ($dom->get_info()->{state} == 1) {", INFOS),
        ('dom.get_info()["state"]', INFOS),
        ("Sys.Virt.Domain.get_info", ["Domain.get_info"]),
        ("Domain.get_info", ["Domain.get_info"]),
        ("$dom->get_state", ["Domain.get_state"]),
        ("my ($state, $reason) = $dom->get_state(0);", ["Domain.get_state"]),
        ("Sys::Virt->new(uri => $uri, readonly => 1)", ["Virt.new"]),
        ("Sys::Virt::Domain::STATE_RUNNING", ["Domain.STATE_RUNNING"]),
        ("Sys::Virt::Domain->STATE_RUNNING", ["Domain.STATE_RUNNING"]),
        ("Sys::Virt::StoragePool::STATE_B", ["StoragePool.STATE_BUILDING"]),
        ("EVENT_WATCHDOG_RES", ["Domain.EVENT_WATCHDOG_RESET"]),
        ("state_running", ["Domain.STATE_RUNNING", "StoragePool.STATE_RUNNING"]),
        ("VIR_DOMAIN_RUNNING", ["Domain.STATE_RUNNING"]),
        ("virDomainGetState", ["Domain.get_state"]),
        ("lookupByName", ["Virt.get_domain_by_name"]),
        ("domstate", ["Domain.get_state"]),
        ("virDomainInjectNM", ["Domain.inject_nmi"]),
        ("InjectNMI", ["Domain.inject_nmi"]),
        ("virDomainInjectN", ["Domain.inject_nmi"]),
        ("qqqq", []),
        ("", []),
        ("->", []),
    ],
)
def test_the_rows_that_are_meant(text: str, rows: list[str]) -> None:
    assert found(text) == rows


def test_a_part_of_a_name_finds_all_that_have_it() -> None:
    assert {"Virt.list_all_secrets", "Virt.num_of_secrets", "Virt.define_secret"} < {
        *found("secret")
    }


def test_every_method_and_constant_has_its_row() -> None:
    methods = [(each.package, each.name, each.since) for each in read_methods().values()]
    constants = [(each.package, each.name, each.since) for each in read_constants()]
    for package, name, since in (*methods, *constants):
        (row,) = find_rows(f"{package}::{name}")
        assert row.since == (since or "")
        assert hasattr(getattr(sysvirt, row.cls), row.name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('print $dom->get_xml_description(), "\\n";', "get_xml_description"),
        ("print $dom->get_name . '->x' . \"\\n\";", "get_name"),
        ("$vol->get_info->{'capacity'} / 1024", "get_info"),
        ("$dom->get_xml_description(Sys::Virt::Domain::XML_SECURE)", "get_xml_description"),
        ("use Sys::Virt::Domain;", "Domain"),
    ],
)
def test_the_name_in_a_line_of_perl(text: str, name: str) -> None:
    assert read_name(text)[1] == name


def test_the_nearest_are_named() -> None:
    assert nearest("$dom->get_sate")[0] == "get_state"
    assert nearest("") == []


def test_a_row_shows_perl_python_class_c_and_release() -> None:
    assert table(find_rows("get_version")[:1]).splitlines() == [
        "Perl                    Python                class  C                     libvirt",
        "Sys::Virt::get_version  Sys.Virt.get_version  Virt   virConnectGetVersion  0.0.3",
    ]


def test_what_rests_on_no_c_function_says_so() -> None:
    assert table(find_rows("Sys::Virt::Error::code")).splitlines()[1].split() == [
        "Sys::Virt::Error::code",
        "Sys.Virt.Error.code",
        "Error",
        "-",
        "-",
    ]


@pytest.mark.parametrize(
    ("text", "cls", "beginning"),
    [
        ("keys %Sys::Virt::Domain::", "Domain", ""),
        ("grep { /^STATE_/ } keys %Sys::Virt::Domain::", "Domain", ""),
        ('&{"Sys::Virt::Domain::$sym"}()', "Domain", ""),
        ('&{\\&{"Sys::Virt::Domain::STATE_$name"}}()', "Domain", "STATE_"),
        ('"Sys::Virt::StoragePool::${name}"', "StoragePool", ""),
        ("keys %Sys::Virt::", "Virt", ""),
    ],
)
def test_a_package_without_a_name_has_all_its_rows(text: str, cls: str, beginning: str) -> None:
    rows = find_rows(text)
    every = [row for row in members() if row.cls == cls and row.name.startswith(beginning)]
    assert rows == every
    assert len(rows) > 10


def test_a_package_that_is_none_has_no_rows() -> None:
    assert found("keys %Sys::Virt::Planet::") == []


def test_a_beginning_of_constants_is_no_method() -> None:
    names = [row.name for row in find_rows("Sys::Virt::Domain::STATE_")]
    assert "STATE_RUNNING" in names
    assert all(name.startswith("STATE_") for name in names)
    assert [row.name for row in find_rows("BLOCK_JOB_")] != ["get_block_job_info"]
