"""What each method says of a thing that is gone, that rests, or that may only be looked at.

On a host with something of every kind each method is called in each of these states. The reference
has to name every error that comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reference.data import Method, read_methods
from reference.errors import expected
from sysvirt import Domain, Error, Virt
from tests.hosts import Host
from tests.hypervisor.test_waiting import full_host  # noqa: F401 - a fixture
from tests.reference.test_closed import arguments

#: Never called here, each for its reason.
LEFT_OUT = {
    "Sys::Virt::node_suspend_for_duration": "would have the machine sleep",
    "Sys::Virt::set_identity": "may be said once on a connection",
}

#: An object of each class, by its package.
Objects = dict[str, Any]


def objects_of(conn: Virt, domain: str) -> Objects:
    """What the host has, of each kind one."""
    network = conn.get_network_by_name("lab")
    pool = conn.get_storage_pool_by_name("pool")
    resting, running = map(conn.get_domain_by_name, ("resting", "running"))
    return {
        "Sys::Virt": conn,
        "Sys::Virt::Domain": conn.get_domain_by_name(domain),
        "Sys::Virt::DomainCheckpoint": running.get_checkpoint_by_name("one"),
        "Sys::Virt::DomainSnapshot": resting.get_snapshot_by_name("one"),
        "Sys::Virt::Network": network,
        "Sys::Virt::NetworkPort": network.list_all_ports()[0],
        "Sys::Virt::NWFilter": conn.get_nwfilter_by_name("no-mail"),
        "Sys::Virt::NWFilterBinding": conn.get_nwfilter_binding_by_port_dev("vnet0"),
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
        "Sys::Virt::Secret": conn.list_secrets()[0],
        "Sys::Virt::StoragePool": pool,
        "Sys::Virt::StorageVol": pool.get_volume_by_name("one"),
        "Sys::Virt::Stream": conn.new_stream(),
    }


def remove_all(conn: Virt, objects: Objects) -> None:
    """Let all of them be gone."""
    objects["Sys::Virt::DomainSnapshot"].delete()
    objects["Sys::Virt::DomainCheckpoint"].delete()
    objects["Sys::Virt::NetworkPort"].delete()
    objects["Sys::Virt::NWFilterBinding"].delete()
    objects["Sys::Virt::StorageVol"].delete()
    conn.get_domain_by_name("running").destroy()
    for dom in conn.list_all_domains():
        dom.undefine()
    objects["Sys::Virt::Network"].destroy()
    objects["Sys::Virt::NWFilter"].undefine()
    objects["Sys::Virt::Secret"].undefine()
    objects["Sys::Virt::StoragePool"].destroy()


def methods(*left_out: str) -> list[Method]:
    """Those that ask the daemon, of the classes that the host has something of."""
    without = {"Sys::Virt::Interface", *left_out}
    return [
        method
        for (package, name), method in read_methods().items()
        if method.in_aio == "async"
        and package not in without
        and f"{package}::{name}" not in LEFT_OUT
    ]


def say(method: Method, objects: Objects) -> int:
    """The code of the error with which a call ends; ``ERR_OK`` where it succeeds."""
    called = (method.package, method.name)
    try:
        getattr(objects[method.package], method.name)(**arguments(called, objects))
    except Error as error:
        return error.code()
    return Error.ERR_OK


def unexpected(
    chosen: list[Method], make: Callable[[Method], Objects]
) -> tuple[int, dict[str, int]]:
    """How many of the methods refused, and what they said that the reference doesn't name."""
    codes = {f"{each.package}::{each.name}": say(each, make(each)) for each in chosen}
    refused = {name: code for name, code in codes.items() if code != Error.ERR_OK}
    wrong = {name: code for name, code in refused.items() if code not in expected(name)}
    return len(refused), wrong


def test_what_is_gone(full_host: Host) -> None:  # noqa: F811 - the fixture
    with Virt(uri=full_host.uri) as conn:
        objects = objects_of(conn, "running")
        remove_all(conn, objects)
        refused, wrong = unexpected(
            methods("Sys::Virt", "Sys::Virt::NodeDevice"), lambda _: objects
        )
    assert wrong == {}
    assert refused >= 200


def test_what_rests(full_host: Host) -> None:  # noqa: F811 - the fixture
    with Virt(uri=full_host.uri) as conn:
        objects = objects_of(conn, "resting")
        objects["Sys::Virt::DomainSnapshot"].delete()
        objects["Sys::Virt::NetworkPort"].delete()
        ends = ("::Domain", "::Network", "::StoragePool")
        chosen = [each for each in methods() if each.package.endswith(ends)]
        packages = {each.package for each in chosen}
        xml = {package: objects[package].get_xml_description() for package in packages}
        objects["Sys::Virt::Network"].destroy()
        objects["Sys::Virt::StoragePool"].destroy()
        define: dict[str, Callable[[str], Any]] = {
            "Sys::Virt::Domain": conn.define_domain,
            "Sys::Virt::Network": conn.define_network,
            "Sys::Virt::StoragePool": conn.define_storage_pool,
        }

        def resting(method: Method) -> Objects:
            """The objects, each anew: the last call may have started or removed it."""
            # One by another name may be the last call's.
            for dom in conn.list_defined_domains():
                dom.undefine()
            thing = define[method.package](xml[method.package])
            if thing.is_active():
                thing.destroy()
            stream = conn.new_stream()
            return {"Sys::Virt": conn, "Sys::Virt::Stream": stream, method.package: thing}

        refused, wrong = unexpected(chosen, resting)
    assert wrong == {}
    assert refused >= 100


def test_what_may_only_be_looked_at(full_host: Host) -> None:  # noqa: F811 - the fixture
    with Virt(uri=full_host.uri, readonly=True) as conn, Virt(uri=full_host.uri) as writing:
        secret = writing.list_secrets()[0].get_uuid()
        objects = objects_of(conn, "running")
        assert objects["Sys::Virt::Secret"].get_uuid() == secret
        refused, wrong = unexpected(methods(), lambda _: objects)
    assert wrong == {}
    assert refused >= 150


#: Values that no host has a meaning for, by the method of the connection.
STRANGE: dict[str, tuple[Any, ...]] = {
    "get_node_cpu_stats": (9999,),
    "get_node_memory_stats": (9999,),
    "get_node_free_pages": ([3], 0, 0),
    "get_node_cells_free_memory": (7, 7),
    "get_max_vcpus": ("xyz",),
    "get_cpu_model_names": ("xyz",),
    "get_domain_capabilities": (None, "xyz", None, None),
    "get_all_domain_stats": (Domain.STATS_VM << 20, None, Domain.GET_ALL_STATS_ENFORCE_STATS),
    "baseline_cpu": (["<cpu/>"],),
}


def test_what_no_host_knows(full_host: Host) -> None:  # noqa: F811 - the fixture
    wrong: dict[str, int] = {}
    with Virt(uri=full_host.uri) as conn:
        for name, values in STRANGE.items():
            with pytest.raises(Error) as caught:
                getattr(conn, name)(*values)
            if (code := caught.value.code()) not in expected(f"Sys::Virt::{name}"):
                wrong[name] = code
    assert wrong == {}


def test_a_volume_whose_pool_is_gone(full_host: Host) -> None:  # noqa: F811 - the fixture
    with Virt(uri=full_host.uri) as conn:
        pool = conn.get_storage_pool_by_name("pool")
        vol = pool.get_volume_by_name("one")
        pool.destroy()
        with pytest.raises(Error) as caught:
            conn.get_storage_pool_by_volume(vol)
    assert caught.value.code() in expected("Sys::Virt::get_storage_pool_by_volume")
