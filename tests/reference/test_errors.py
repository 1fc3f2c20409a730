"""The errors of each method: every one has some or a reason, and how the table is made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reference.data import read_methods
from reference.errors import (
    COMMON,
    TABLE,
    Note,
    class_of,
    codes,
    expected,
    is_newer,
    main,
    make_rows,
    read_errors,
    read_without,
    write,
)
from reference.words import read_words
from sysvirt import Error

ROOT = Path(__file__).parents[2]


def keys() -> dict[tuple[str, str], Any]:
    """Every method, by class and name."""
    return {(class_of(package), name): row for (package, name), row in read_methods().items()}


def test_every_method_has_errors_or_a_reason() -> None:
    left = {
        key
        for key, method in keys().items()
        if key not in read_errors() and key not in read_without() and not is_newer(method)
    }
    assert left == set()


def test_a_reason_is_for_a_method_without_errors() -> None:
    assert read_without().keys() & read_errors().keys() == set()
    assert read_without().keys() <= keys().keys()
    assert [key for key, reason in read_without().items() if not reason.strip()] == []
    newer = {key for key, method in keys().items() if is_newer(method)}
    assert read_without().keys() & newer == set()


def test_what_asks_the_daemon_rarely_has_none() -> None:
    """Most of them name some: a reason is the exception."""
    asking = [key for key, method in keys().items() if method.in_aio == "async"]
    assert sum(key in read_errors() for key in asking) > 0.85 * len(asking)


def test_every_row_is_of_a_method_and_a_code() -> None:
    assert read_errors().keys() <= keys().keys()
    for key, each in read_errors().items():
        names = [seen.code for seen in each]
        assert len(set(names)) == len(names), key
        assert not set(names) & set(COMMON), key
        places = {place for seen in each for place in seen.places}
        assert places <= {"test", "host", "any", "manual"}, key
    assert {name: getattr(Error, name) for name in codes()} == codes()


def test_every_code_says_something() -> None:
    """In libvirt's words, or in ours."""
    silent = {
        seen.code
        for each in read_errors().values()
        for seen in each
        if not seen.says and seen.code not in read_words()
    }
    assert silent == set()
    assert read_words().keys() <= codes().keys()


def test_both_drivers_and_the_manual_have_their_share() -> None:
    places = Counter(
        place for each in read_errors().values() for seen in each for place in seen.places
    )
    assert places["host"] > 500
    assert places["test"] > 200
    assert places["manual"] > 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sys::Virt::get_domain_by_name", "ERR_NO_DOMAIN"),
        ("Sys::Virt::Domain::destroy", "ERR_OPERATIONED_DENIED"),
        ("Sys::Virt::Domain::shutdown", "ERR_OPERATION_INVALID"),
        ("Sys::Virt::Domain::get_guest_info", "ERR_AGENT_UNRESPONSIVE"),
        ("Sys::Virt::Domain::abort_block_job", "ERR_BLOCK_COPY_ACTIVE"),
        ("Sys::Virt::StoragePool::create_volume", "ERR_STORAGE_VOL_EXIST"),
        ("Sys::Virt::Network::create_port", "ERR_NETWORK_PORT_EXIST"),
        ("Sys::Virt::new", "ERR_AUTH_FAILED"),
        ("Sys::Virt::Event::run_default", "ERR_OPERATION_INVALID"),
        ("Sys::Virt::Domain::graphics_reload", "ERR_NO_SUPPORT"),
        ("Sys::Virt::Domain::get_name", "ERR_RPC"),
    ],
)
def test_what_scripts_look_for_is_among_them(name: str, code: str) -> None:
    assert getattr(Error, code) in expected(name)


def test_what_a_method_never_says_is_not_among_them() -> None:
    assert Error.ERR_NO_DOMAIN not in expected("Sys::Virt::get_network_by_name")


# How the table is made ----------------------------------------------------------------------------

PLACE = "tests/domain/test_state.py::test_it (call)"


def note(**changed: Any) -> str:
    """A line of a recording."""
    row = {
        "method": "Sys::Virt::Domain::resume",
        "uri": "test:///default",
        "code": Error.ERR_OPERATION_INVALID,
        "domain": Error.FROM_DOM,
        "kind": "InvalidStateError",
        "origin": "virDomainResume() failed",
        "message": "Requested operation is not valid: Domain 'a' is not paused",
        "test": PLACE,
    }
    return json.dumps(list((row | changed).values()))


def made(*lines: str) -> list[tuple[str, str, str, tuple[str, ...], str]]:
    """The rows that were seen, without the manual's."""
    rows = make_rows(map(Note.read, lines))
    return [
        (each.cls, each.method, each.code, each.places, each.says)
        for each in rows
        if each.places != ("manual",)
    ]


def test_an_error_makes_a_row() -> None:
    assert made(note()) == [
        ("Domain", "resume", "ERR_OPERATION_INVALID", ("test",), "Domain '…' is not paused")
    ]


def test_the_same_error_elsewhere_makes_no_second_row() -> None:
    host = note(uri="qemu+unix:///system?socket=/tmp/x", message="domain is not running")
    again = note(message="domain is not running")
    assert made(note(), host, again) == [
        ("Domain", "resume", "ERR_OPERATION_INVALID", ("test", "host"), "domain is not running")
    ]


def test_without_a_uri_the_test_tells_where_it_was() -> None:
    (row,) = made(note(uri="", test="tests/hypervisor/test_jobs.py::test_it (call)"))
    assert row[3] == ("host",)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "ConnectionLostError", "code": Error.ERR_SYSTEM_ERROR},
        {"message": "unsupported flags (0x1) in function f", "code": Error.ERR_INVALID_ARG},
        {"message": "not supported: x needs libvirt 11.2.0, here is 9.0.0"},
        {"code": Error.ERR_RPC},
        # Of which libvirt has told nothing.
        {"code": Error.ERR_OK},
        {"code": Error.ERR_ACCESS_DENIED},
    ],
)
def test_what_any_call_may_end_with_makes_no_row(changed: dict[str, Any]) -> None:
    assert made(note(**changed)) == []


def test_a_connection_that_cannot_be_made_is_new_s_own() -> None:
    lost = {"kind": "ConnectionLostError", "code": Error.ERR_SYSTEM_ERROR}
    opened = note(method="Sys::Virt::new", message="Failed to connect: No such file", **lost)
    assert made(opened) == [("Virt", "new", "ERR_SYSTEM_ERROR", ("any",), "No such file")]


def test_what_scripts_look_for_comes_first() -> None:
    rows = made(
        note(code=Error.ERR_INTERNAL_ERROR),
        note(code=Error.ERR_INVALID_ARG),
        note(),
        note(code=Error.ERR_NO_DOMAIN),
    )
    assert [row[2] for row in rows] == [
        "ERR_NO_DOMAIN",
        "ERR_OPERATION_INVALID",
        "ERR_INVALID_ARG",
        "ERR_INTERNAL_ERROR",
    ]


def test_the_manual_adds_what_was_not_seen() -> None:
    rows = {(each.cls, each.method, each.code): each.places for each in make_rows([])}
    if not rows:
        pytest.skip("libvirt's API description (libvirt-dev) is not installed")
    assert rows["Virt", "get_domain_by_name", "ERR_NO_DOMAIN"] == ("manual",)
    # Perl looks up what it lists; sysvirt asks for the list.
    assert ("Virt", "list_networks", "ERR_NO_NETWORK") not in rows


def test_the_table_is_read_as_it_is_written(tmp_path: Path) -> None:
    rows = [seen for each in read_errors().values() for seen in each]
    write(rows, tmp_path / "errors.csv")
    assert (tmp_path / "errors.csv").read_text() == TABLE.read_text()


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "errors.csv"
    path.write_text("class,method,code,seen,says\nDomain,create,ERR_CRUSHED,test,\n")
    with pytest.raises(ValueError, match=r"errors\.csv: there is no ERR_CRUSHED"):
        read_errors(path)


def test_it_wants_a_recording(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([])
    assert "recordings" in capsys.readouterr().err


# The recording ------------------------------------------------------------------------------------

SCRIPT = """
from tests import recorder
recorder.start()
from sysvirt import Error, Sys
def callback(conn, dom, event, detail):
    try:
        conn.get_network_by_name("nobody")
    except Error:
        pass
Sys.Virt.Event.register_default()
conn = Sys.Virt.new(uri="test:///default")
dom = conn.get_domain_by_name("test")
conn.domain_event_register(callback)
for call in (
    lambda: conn.get_domain_by_name("nobody"),
    lambda: dom.resume(),
    lambda: Sys.Virt.new(uri="nowhere"),
    lambda: Sys.Virt(uri="nowhere"),
):
    try:
        call()
    except Error:
        pass
dom.suspend()
Sys.Virt.Event.run_default()
conn.close()
try:
    dom.resume()
except Error:
    pass
"""


def record(arguments: list[str], path: Path) -> list[Note]:
    """What a process has noted."""
    environment = {**os.environ, "SYSVIRT_RECORD_ERRORS": str(path)}
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return [Note.read(line) for line in path.read_text().splitlines()]


def test_the_recorder_notes_which_method_it_was(tmp_path: Path) -> None:
    notes = record(["-c", SCRIPT], tmp_path / "seen.jsonl")
    found = Counter((each.method, each.code, each.uri) for each in notes)
    assert found == {
        ("Sys::Virt::get_domain_by_name", Error.ERR_NO_DOMAIN, "test:///default"): 1,
        ("Sys::Virt::Domain::resume", Error.ERR_INTERNAL_ERROR, "test:///default"): 1,
        # In a callback: it is no error of what turned the loop.
        ("Sys::Virt::get_network_by_name", Error.ERR_NO_NETWORK, "test:///default"): 1,
        # With and without `new`.
        ("Sys::Virt::new", Error.ERR_NO_CONNECT, ""): 2,
    }


def test_the_suite_records_and_leaves_out_what_it_makes_up(tmp_path: Path) -> None:
    tests = ["tests/domain/test_migration.py", "tests/test_network.py"]
    arguments = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    notes = record(arguments, tmp_path / "seen.jsonl")
    methods = {each.method for each in notes}
    assert (
        "Sys::Virt::Network::list_all_ports" in methods or "Sys::Virt::Network::create" in methods
    )
    # Those on a proxy.
    assert "Sys::Virt::Domain::migrate" not in methods
    # A getter that fails on the test driver.
    assert "Sys::Virt::Domain::migrate_get_max_speed" in methods


def test_without_an_event_loop() -> None:
    command = [sys.executable, "-m", "tests.loopless"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = dict(line.split() for line in done.stdout.splitlines())
    wrong = {name: code for name, code in told.items() if int(code) not in {0} | expected(name)}
    assert wrong == {}
    assert int(told["Sys::Virt::Event::add_timeout"]) == Error.ERR_OPERATION_INVALID
