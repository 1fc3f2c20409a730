"""Migration: what libvirt is told in each form of the methods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Error, Sys, Virt
from sysvirt.domain.migration import PARAMS
from tests.fakes import Fake, Recorder

#: A value of each parameter's type.
EVERY: dict[str, Any] = {
    "migrate_uri": "tcp://b",
    "destination_name": "new",
    "destination_xml": "<domain/>",
    "graphics_uri": "vnc://b",
    "bandwidth": 2**64 - 1,
    "listen_address": "::",
    "disks_port": 2**31 - 1,
    "compression": "mt",
    "compression.mt.dthreads": 1,
    "compression.mt.level": 9,
    "compression.mt.threads": 2,
    "compression.xbzrle.cache": 2**64 - 1,
    "persistent_xml": "<domain/>",
    "auto_converge.initial": 20,
    "auto_converge.increment": 10,
    "bandwidth.postcopy": 2**64 - 1,
    "parallel.connections": 4,
    "tls.destination": "b",
    "disks_uri": "tcp://b",
    "compression.zlib.level": 9,
    "compression.zstd.level": 20,
    "bandwidth.avail.switchover": 2**64 - 1,
    "migrate_disks": ["vda", "vdb"],
    "migrate_disks_detect_zeroes": ["vda"],
    "migrate_disks_target_zero": [],
}


@pytest.fixture
def handle() -> Recorder:
    return Recorder(Fake())


@pytest.fixture
def moving(conn: Virt, handle: Recorder) -> Domain:
    """A domain that notes what libvirt is told."""
    return Domain(conn, handle)


@pytest.fixture
def there() -> Virt:
    return Sys.Virt.new(uri="test:///default")


def told(handle: Recorder) -> tuple[dict[str, Any], int]:
    """The parameters and flags of the only call."""
    ((_, _, params, flags),) = handle.calls
    return params, flags


def test_every_parameter_of_the_constants_is_known() -> None:
    names = {
        value
        for name, value in vars(Sys.Virt.Domain.__mro__[-2]).items()
        if name.startswith("MIGRATE_PARAM_")
    }
    assert names == PARAMS.keys() == EVERY.keys()


def test_migrate_with_a_dict(moving: Domain, handle: Recorder, there: Virt) -> None:
    moving.migrate(there, EVERY, Domain.MIGRATE_LIVE)
    assert handle.calls == [("migrate3", there.handle, EVERY, 1)]


@pytest.mark.parametrize(
    ("args", "named", "params", "flags"),
    [
        ((), {}, {}, 0),
        ((None,), {}, {}, 0),
        ((1,), {}, {}, 1),
        ((1, "n"), {}, {"destination_name": "n"}, 1),
        ((1, None, "u"), {}, {"migrate_uri": "u"}, 1),
        (
            (1, "n", "u", 5),
            {},
            {"destination_name": "n", "migrate_uri": "u", "bandwidth": 5},
            1,
        ),
        ((1,), {"bandwidth": 0}, {"bandwidth": 0}, 1),
        ((), {"flags": 2, "dname": "n"}, {"destination_name": "n"}, 2),
        (({"bandwidth": 5},), {}, {"bandwidth": 5}, 0),
        (({}, 1), {}, {}, 1),
        (({},), {"flags": 1}, {}, 1),
        ((), {"params": {"bandwidth": 5}, "flags": 1}, {"bandwidth": 5}, 1),
        (({}, None), {}, {}, 0),
    ],
)
@pytest.mark.parametrize("method", ["migrate", "migrate_to_uri"])
def test_the_forms_that_two_methods_share(
    moving: Domain,
    handle: Recorder,
    there: Virt,
    method: str,
    args: tuple[Any, ...],
    named: dict[str, Any],
    params: dict[str, Any],
    flags: int,
) -> None:
    getattr(moving, method)(there if method == "migrate" else "qemu://b", *args, **named)
    assert told(handle) == (params, flags)


def test_all_by_name(moving: Domain, handle: Recorder, there: Virt) -> None:
    moving.migrate(destcon=there, params={})
    moving.migrate2(destcon=there, dxml="x", bandwidth=5)
    moving.migrate_to_uri(desturi="qemu://b", params={})
    moving.migrate_to_uri2(dconnuri="qemu://b", miguri="tcp://b")
    assert handle.calls == [
        ("migrate3", there.handle, {}, 0),
        ("migrate3", there.handle, {"destination_xml": "x", "bandwidth": 5}, 0),
        ("migrateToURI3", "qemu://b", {}, 0),
        ("migrateToURI3", "qemu://b", {"migrate_uri": "tcp://b"}, 0),
    ]


def test_migrate2(moving: Domain, handle: Recorder, there: Virt) -> None:
    moving.migrate2(there, "x", 1, "n", "u", 5)
    assert told(handle) == (
        {
            "destination_xml": "x",
            "destination_name": "n",
            "migrate_uri": "u",
            "bandwidth": 5,
        },
        1,
    )


def test_migrate2_takes_a_dict_as_well(moving: Domain, handle: Recorder, there: Virt) -> None:
    moving.migrate2(there, EVERY, 1)
    assert told(handle) == (EVERY, 1)
    with pytest.raises(TypeError, match="bandwidth is one of the keys where params is given"):
        moving.migrate2(there, {}, 1, None, None, 5)


def test_migrate_to_uri_as_its_manual_has_it(moving: Domain, handle: Recorder) -> None:
    moving.migrate_to_uri("qemu://b", 1, "n", 5)
    assert told(handle) == ({"destination_name": "n", "bandwidth": 5}, 1)


def test_migrate_to_uri_wants_a_text_for_the_uri(moving: Domain) -> None:
    with pytest.raises(TypeError, match="uri must be a str, not int"):
        moving.migrate_to_uri("qemu://b", 1, "n", 5, 6)


def test_migrate_to_uri2(moving: Domain, handle: Recorder) -> None:
    moving.migrate_to_uri2("qemu://b", "u", "x", 1, "n", 5)
    assert handle.calls == [
        (
            "migrateToURI3",
            "qemu://b",
            {"migrate_uri": "u", "destination_xml": "x", "destination_name": "n", "bandwidth": 5},
            1,
        )
    ]


def test_migrate_to_uri2_takes_a_dict_as_well(moving: Domain, handle: Recorder) -> None:
    moving.migrate_to_uri2("qemu://b", {"bandwidth": 5}, 3)
    assert told(handle) == ({"bandwidth": 5}, 3)


def test_a_uri_may_be_none(moving: Domain, handle: Recorder) -> None:
    moving.migrate_to_uri(None, {})
    moving.migrate_to_uri2(None)
    assert [call[1] for call in handle.calls] == [None, None]


def test_the_domain_belongs_to_the_other_connection(
    moving: Domain, handle: Recorder, there: Virt
) -> None:
    moved = moving.migrate(there, {})
    assert type(moved) is Domain
    assert moved.connection is there
    # libvirt-python gives it the connection that it came from.
    assert moved.handle is handle.answer
    assert moved.handle._conn is there.handle


@pytest.mark.parametrize(
    ("params", "error", "message"),
    [
        ({"speed": 5}, ValueError, "params has an unknown key 'speed'"),
        ({"bandwidth": "5"}, TypeError, r"params\['bandwidth'\] must be an int"),
        ({"bandwidth": -5}, ValueError, r"params\['bandwidth'\] must be between 0"),
        ({"disks_port": 2**31}, ValueError, r"params\['disks_port'\] must be between"),
        ({"destination_name": None}, TypeError, r"params\['destination_name'\] must be a str"),
        ({"migrate_disks": "vda"}, TypeError, r"params\['migrate_disks'\] must be a list"),
        ({"migrate_disks": ["vda", 5]}, TypeError, r"params\['migrate_disks'\]\[1\] must be a str"),
        ({1: 5}, TypeError, "a key of params must be a str"),
    ],
)
def test_parameters_that_are_refused(
    moving: Domain,
    handle: Recorder,
    there: Virt,
    params: Any,
    error: type[Exception],
    message: str,
) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: moving.migrate(there, params),
        lambda: moving.migrate2(there, params),
        lambda: moving.migrate_to_uri("qemu://b", params),
        lambda: moving.migrate_to_uri2("qemu://b", params),
    ]
    for call in calls:
        with pytest.raises(error, match=message):
            call()
    assert handle.calls == []


@pytest.mark.parametrize(
    ("method", "args", "named", "error", "message"),
    [
        ("migrate", (1, "n", "u", 5, 6), {}, TypeError, "positional arguments"),
        ("migrate", ({}, 1, "n"), {}, TypeError, "positional arguments"),
        ("migrate", (1,), {"flags": 2}, TypeError, "multiple values for argument 'flags'"),
        (
            "migrate",
            (),
            {"dxml": "x"},
            TypeError,
            r"^migrate\(\) got an unexpected keyword argument 'dxml'",
        ),
        (
            "migrate",
            ({},),
            {"dname": "x"},
            TypeError,
            r"^migrate\(\) got an unexpected keyword argument 'dname'",
        ),
        ("migrate", ("1",), {}, TypeError, "flags must be an int"),
        ("migrate", (-1,), {}, ValueError, "flags must be between"),
        ("migrate", (1, 5), {}, TypeError, "dname must be a str"),
        ("migrate", (1, "n", 5), {}, TypeError, "uri must be a str"),
        ("migrate", (1, "n", "u", "5"), {}, TypeError, "bandwidth must be an int"),
        ("migrate", ([],), {}, TypeError, "flags must be an int, not list"),
        ("migrate", (), {"params": []}, TypeError, "params must be a dict"),
        ("migrate2", (5,), {}, TypeError, "dxml must be a str"),
        ("migrate2", (None, -1), {}, ValueError, "flags must be between"),
        ("migrate2", (None, 0, None, None, -5), {}, ValueError, "bandwidth must be between 0"),
    ],
)
def test_arguments_that_are_refused(
    moving: Domain,
    handle: Recorder,
    there: Virt,
    method: str,
    args: tuple[Any, ...],
    named: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        getattr(moving, method)(there, *args, **named)
    assert handle.calls == []


@pytest.mark.parametrize("destcon", [None, "qemu://b", 5])
def test_a_connection_is_wanted(moving: Domain, handle: Recorder, destcon: Any) -> None:
    with pytest.raises(TypeError, match="destcon must be a Virt, not"):
        moving.migrate(destcon, {})
    with pytest.raises(TypeError, match="destcon must be a Virt, not"):
        moving.migrate2(destcon)
    assert handle.calls == []


def test_a_text_is_wanted_for_the_uri(moving: Domain) -> None:
    with pytest.raises(TypeError, match="desturi must be a str, not Domain"):
        moving.migrate_to_uri(moving, {})  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="dconnuri must be a str, not int"):
        moving.migrate_to_uri2(5, {})  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="miguri must be a str, not int"):
        moving.migrate_to_uri2("qemu://b", 5)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("migrate_set_max_downtime", (5,), ("migrateSetMaxDowntime", 5, 0)),
        ("migrate_set_max_downtime", (2**64 - 1, 1), ("migrateSetMaxDowntime", -1, 1)),
        ("migrate_set_max_speed", (5,), ("migrateSetMaxSpeed", 5, 0)),
        ("migrate_set_max_speed", (2**63, 1), ("migrateSetMaxSpeed", -(2**63), 1)),
        ("migrate_set_compression_cache", (5,), ("migrateSetCompressionCache", 5, 0)),
        ("migrate_set_compression_cache", (2**64 - 1,), ("migrateSetCompressionCache", -1, 0)),
        ("migrate_start_post_copy", (), ("migrateStartPostCopy", 0)),
        ("migrate_get_max_downtime", (1,), ("migrateGetMaxDowntime", 1)),
        ("migrate_get_max_speed", (1,), ("migrateGetMaxSpeed", 1)),
        ("migrate_get_compression_cache", (1,), ("migrateGetCompressionCache", 1)),
    ],
)
def test_settings(
    conn: Virt, method: str, arguments: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    handle = Recorder(7)
    answer = getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == [expected]
    assert answer == (7 if "_get_" in method else None)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("migrate_set_max_downtime", "downtime"),
        ("migrate_set_max_speed", "bandwidth"),
        ("migrate_set_compression_cache", "cacheSize"),
    ],
)
def test_settings_that_are_refused(moving: Domain, method: str, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be between 0 and"):
        getattr(moving, method)(-1)
    with pytest.raises(TypeError, match=f"{name} must be an int, not str"):
        getattr(moving, method)("5")


@pytest.mark.parametrize(
    ("method", "function"),
    [
        ("migrate_get_max_downtime", "virDomainMigrateGetMaxDowntime"),
        ("migrate_get_max_speed", "virDomainMigrateGetMaxSpeed"),
        ("migrate_get_compression_cache", "virDomainMigrateGetCompressionCache"),
    ],
)
def test_a_getter_that_fails_raises(dom: Domain, method: str, function: str) -> None:
    # libvirt-python gives None for two of them.
    with pytest.raises(Error, match=f"{function}$") as caught:
        getattr(dom, method)()
    assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_every_number_gets_to_libvirt(dom: Domain) -> None:
    for method in (
        dom.migrate_set_max_downtime,
        dom.migrate_set_max_speed,
        dom.migrate_set_compression_cache,
    ):
        with pytest.raises(Error, match="not supported by the connection driver"):
            method(2**64 - 1)
