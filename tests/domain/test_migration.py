"""Migration: what libvirt gets in each form of the methods."""

from __future__ import annotations

import inspect
import pydoc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sysvirt import Domain, Error, Sys, Virt, aio
from sysvirt.domain.migration import PARAMS
from tests.daemons import TEST
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

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


#: As it is on the wire: a list is a parameter for each, so an empty one is none.
SENT = {
    name: value[0] if name == "migrate_disks_detect_zeroes" else value
    for name, value in EVERY.items()
    if value != []
}


@pytest.fixture
def moving(far_dom: Domain, proxy: Proxy) -> Domain:
    """A domain whose daemon can migrate, as far as libvirt's client sees."""
    serve(proxy)
    return far_dom


@pytest.fixture
def there(daemon: Daemon) -> Iterator[Virt]:
    """A connection to a host that takes every domain."""
    with Proxy(daemon.socket) as proxy, Virt(uri=proxy.uri()) as connection:
        serve(proxy)
        yield connection


def serve(proxy: Proxy) -> None:
    """Answer all that is part of a migration."""
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer("DOMAIN_MIGRATE_BEGIN3_PARAMS", "bs", b"", "<domain/>")
    proxy.answer("DOMAIN_MIGRATE_PREPARE3_PARAMS", "bo", b"", "tcp://b")
    proxy.answer("DOMAIN_MIGRATE_PERFORM3_PARAMS", "b", b"")
    proxy.answer("DOMAIN_MIGRATE_FINISH3_PARAMS", "db", TEST, b"")
    proxy.answer("DOMAIN_MIGRATE_CONFIRM3_PARAMS")


#: Without it the two hosts don't talk with each other, and libvirt's client takes another way.
P2P = Domain.MIGRATE_PEER2PEER
#: libvirt's client adds it where it watches over the domain itself.
PROTECTED = Domain.MIGRATE_CHANGE_PROTECTION


def begun(proxy: Proxy) -> tuple[dict[str, Any], int]:
    """The parameters and flags that a migration by two connections began with."""
    ((_, _, params, flags),) = [
        call for call in proxy.calls if call[0] == "DOMAIN_MIGRATE_BEGIN3_PARAMS"
    ]
    return params, flags & ~PROTECTED


def performed(proxy: Proxy) -> list[tuple[str, dict[str, Any], int]]:
    """The URI, the parameters and the flags of each migration that the hosts did by themselves."""
    return [
        (uri, params, flags)
        for function, _, uri, params, _, flags in [c for c in proxy.calls if len(c) == 6]
        if function == "DOMAIN_MIGRATE_PERFORM3_PARAMS"
    ]


def test_every_parameter_of_the_constants_has_a_check() -> None:
    names = {
        value
        for name, value in vars(Sys.Virt.Domain.__mro__[-2]).items()
        if name.startswith("MIGRATE_PARAM_")
    }
    assert names == PARAMS.keys() == EVERY.keys()


def test_migrate_with_a_dict(moving: Domain, proxy: Proxy, there: Virt) -> None:
    moving.migrate(there, EVERY, Domain.MIGRATE_LIVE)
    assert begun(proxy) == (SENT, 1)


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
        ((2,), {}, {}, 2),
        ((2, "n"), {}, {"destination_name": "n"}, 2),
        ((2, None, "u"), {}, {"migrate_uri": "u"}, 2),
        ((2, "n", "u", 5), {}, {"destination_name": "n", "migrate_uri": "u", "bandwidth": 5}, 2),
        ((2,), {"bandwidth": 0}, {"bandwidth": 0}, 2),
        (({"bandwidth": 5}, 2), {}, {"bandwidth": 5}, 2),
        (({},), {"flags": 2}, {}, 2),
        ((), {"params": {"bandwidth": 5}, "flags": 2}, {"bandwidth": 5}, 2),
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
    proxy: Proxy,
    there: Virt,
    method: str,
    args: tuple[Any, ...],
    named: dict[str, Any],
    params: dict[str, Any],
    flags: int,
) -> None:
    if method == "migrate" and flags & P2P:
        with pytest.raises(Error, match="use virDomainMigrateToURI3 for peer-to-peer migration"):
            moving.migrate(there, *args, **named)
    elif method == "migrate":
        moving.migrate(there, *args, **named)
        assert begun(proxy) == (params, flags)
    elif flags & P2P:
        moving.migrate_to_uri("qemu://b", *args, **named)
        assert performed(proxy) == [("qemu://b", params, flags)]
    else:
        # The driver has no older way, which is the one without the hosts talking.
        with pytest.raises(Error, match="virDomainMigratePerform3"):
            moving.migrate_to_uri("qemu://b", *args, **named)


def test_all_by_name(moving: Domain, proxy: Proxy, there: Virt) -> None:
    moving.migrate(destcon=there, params={})
    assert begun(proxy) == ({}, 0)
    proxy.calls.clear()
    moving.migrate2(destcon=there, dxml="x", bandwidth=5)
    assert begun(proxy) == ({"destination_xml": "x", "bandwidth": 5}, 0)
    proxy.calls.clear()
    moving.migrate_to_uri(desturi="qemu://b", params={}, flags=P2P)
    moving.migrate_to_uri2(dconnuri="qemu://b", miguri="tcp://b", flags=P2P)
    assert performed(proxy) == [
        ("qemu://b", {}, P2P),
        ("qemu://b", {"migrate_uri": "tcp://b"}, P2P),
    ]


SIGNATURES = {
    "migrate": "(self, destcon: Connection, params: Params | None = None, flags: Flags = 0, *, "
    "dname: str | None = None, uri: str | None = None, bandwidth: int | None = None) -> Self",
    "migrate_to_uri": "(self, desturi: str | None, params: Params | None = None, "
    "flags: Flags = 0, *, dname: str | None = None, uri: str | int | None = None, "
    "bandwidth: int | None = None) -> None",
    "migrate_to_uri2": "(self, dconnuri: str | None, params: Params | None = None, "
    "flags: Flags = 0, *, miguri: str | None = None, dxml: str | None = None, "
    "dname: str | None = None, bandwidth: int | None = None) -> None",
}
#: Both forms, as the manual writes them.
FORMS = {
    "migrate": (
        "migrate(destcon, params, flags=0)",
        "migrate(destcon, flags=0, dname=None, uri=None, bandwidth=None)",
    ),
    "migrate_to_uri": (
        "migrate_to_uri(desturi, params, flags=0)",
        "migrate_to_uri(desturi, flags=0, dname=None, uri=None, bandwidth=None)",
    ),
    "migrate_to_uri2": (
        "migrate_to_uri2(dconnuri, params, flags=0)",
        "migrate_to_uri2(dconnuri, miguri=None, dxml=None, flags=0, dname=None, bandwidth=None)",
    ),
}


@pytest.mark.parametrize("method", SIGNATURES)
@pytest.mark.parametrize("cls", [Domain, aio.Domain])
def test_the_signature_has_all_parameters(cls: type[Any], method: str) -> None:
    shown = str(inspect.signature(getattr(cls, method))).replace("'", "")
    assert shown == SIGNATURES[method]


@pytest.mark.parametrize("method", SIGNATURES)
@pytest.mark.parametrize("cls", [Domain, aio.Domain])
def test_help_has_the_signature_and_both_forms(cls: type[Any], method: str) -> None:
    said = " ".join(pydoc.plain(pydoc.render_doc(getattr(cls, method))).split()).replace("'", "")
    # From Python 3.13 on each parameter of a long one has a line of its own.
    assert f"{method}{SIGNATURES[method]}" in said.replace("( ", "(").replace(" ) ->", ") ->")
    for form in FORMS[method]:
        assert f"``{form}``" in said


@pytest.mark.parametrize("method", SIGNATURES)
def test_the_signature_of_a_bound_method_takes_what_the_method_takes(
    moving: Domain, method: str
) -> None:
    signature = inspect.signature(getattr(moving, method))
    bound = signature.bind("there", {"bandwidth": 5}, 1)
    assert list(bound.arguments.values()) == ["there", {"bandwidth": 5}, 1]
    assert signature.bind("there", flags=1, dname="n", bandwidth=5).arguments["dname"] == "n"
    with pytest.raises(TypeError):
        signature.bind("there", {}, 1, "n")


def test_migrate2(moving: Domain, proxy: Proxy, there: Virt) -> None:
    moving.migrate2(there, "x", 1, "n", "u", 5)
    params = {"destination_xml": "x", "destination_name": "n", "migrate_uri": "u", "bandwidth": 5}
    assert begun(proxy) == (params, 1)


def test_migrate2_takes_a_dict_as_well(moving: Domain, proxy: Proxy, there: Virt) -> None:
    moving.migrate2(there, EVERY, 1)
    assert begun(proxy) == (SENT, 1)
    with pytest.raises(TypeError, match="bandwidth is one of the keys where params is given"):
        moving.migrate2(there, {}, 1, None, None, 5)


def test_migrate_to_uri_as_its_manual_has_it(moving: Domain, proxy: Proxy) -> None:
    moving.migrate_to_uri("qemu://b", P2P, "n", 5)
    assert performed(proxy) == [("qemu://b", {"destination_name": "n", "bandwidth": 5}, P2P)]


def test_migrate_to_uri_wants_a_text_for_the_uri(moving: Domain) -> None:
    with pytest.raises(TypeError, match="uri must be a str, not int"):
        moving.migrate_to_uri("qemu://b", 1, "n", 5, 6)


def test_migrate_to_uri2(moving: Domain, proxy: Proxy) -> None:
    moving.migrate_to_uri2("qemu://b", "u", "x", P2P, "n", 5)
    params = {"migrate_uri": "u", "destination_xml": "x", "destination_name": "n", "bandwidth": 5}
    assert performed(proxy) == [("qemu://b", params, P2P)]


def test_migrate_to_uri2_takes_a_dict_as_well(moving: Domain, proxy: Proxy) -> None:
    moving.migrate_to_uri2("qemu://b", EVERY, P2P | 1)
    assert performed(proxy) == [("qemu://b", SENT, P2P | 1)]


def test_a_uri_may_be_none(moving: Domain) -> None:
    # libvirt wants one where the hosts talk with each other, and says so.
    for call in (moving.migrate_to_uri, moving.migrate_to_uri2):
        with pytest.raises(Error, match="dconnuri in virDomainMigrateToURI3 must not be NULL"):
            call(None, {}, P2P)


def test_a_bandwidth_that_is_not_there_is_left_to_the_hypervisor(
    moving: Domain, proxy: Proxy
) -> None:
    moving.migrate_to_uri("qemu://b", P2P, "name")
    assert performed(proxy) == [("qemu://b", {"destination_name": "name"}, P2P)]


def test_migrate_to_uri_returns_nothing(moving: Domain) -> None:
    assert moving.migrate_to_uri("qemu://b", {}, P2P) is None


def test_the_domain_belongs_to_the_other_connection(moving: Domain, there: Virt) -> None:
    moved = moving.migrate(there, {})
    assert type(moved) is Domain
    assert moved.connection is there
    assert moved == there.get_domain_by_name("test")
    # libvirt-python gives it the connection that it came from.
    assert moved.handle.connect() is there.handle
    there.close()
    with pytest.raises(Error, match="the connection is closed"):
        moved.get_name()
    assert moving.get_name() == "test"


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
    proxy: Proxy,
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
    assert proxy.calls == []


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
            r"migrate\(\) got an unexpected keyword argument 'dxml'",
        ),
        (
            "migrate",
            ({},),
            {"dname": "x"},
            TypeError,
            "^dname is one of the keys where params is given",
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
    proxy: Proxy,
    there: Virt,
    method: str,
    args: tuple[Any, ...],
    named: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        getattr(moving, method)(there, *args, **named)
    assert proxy.calls == []


@pytest.mark.parametrize("destcon", [None, "qemu://b", 5])
def test_a_connection_is_wanted(moving: Domain, proxy: Proxy, destcon: Any) -> None:
    with pytest.raises(TypeError, match="destcon must be a Virt, not"):
        moving.migrate(destcon, {})
    with pytest.raises(TypeError, match="destcon must be a Virt, not"):
        moving.migrate2(destcon)
    assert proxy.calls == []


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
        ("migrate_set_max_downtime", (5,), ("SET_MAX_DOWNTIME", 5, 0)),
        # libvirt-python takes a signed number for each of these.
        ("migrate_set_max_downtime", (2**64 - 1, 1), ("SET_MAX_DOWNTIME", 2**64 - 1, 1)),
        ("migrate_set_max_speed", (5,), ("SET_MAX_SPEED", 5, 0)),
        ("migrate_set_max_speed", (2**63, 1), ("SET_MAX_SPEED", 2**63, 1)),
        ("migrate_set_compression_cache", (5,), ("SET_COMPRESSION_CACHE", 5, 0)),
        ("migrate_set_compression_cache", (2**64 - 1,), ("SET_COMPRESSION_CACHE", 2**64 - 1, 0)),
        ("migrate_start_post_copy", (), ("START_POST_COPY", 0)),
    ],
)
def test_settings(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    expected: tuple[Any, ...],
) -> None:
    name, *passed = expected
    proxy.answer(f"DOMAIN_MIGRATE_{name}")
    assert getattr(far_dom, method)(*arguments) is None
    assert proxy.calls == [(f"DOMAIN_MIGRATE_{name}", "test", *passed)]


@pytest.mark.parametrize("setting", ["max_downtime", "max_speed", "compression_cache"])
def test_what_is_set(far_dom: Domain, proxy: Proxy, setting: str) -> None:
    function = f"DOMAIN_MIGRATE_GET_{setting.upper()}"
    proxy.answer(function, "L", 2**64 - 1)
    assert getattr(far_dom, f"migrate_get_{setting}")(1) == 2**64 - 1
    assert proxy.calls == [(function, "test", 1)]


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
