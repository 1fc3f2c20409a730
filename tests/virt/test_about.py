"""Versions, names, capabilities, the close callback, domains as a whole."""

from __future__ import annotations

import libvirt
import pytest

from sysvirt import Domain, Sys, Virt


def test_the_class_knows_the_library_and_the_object_the_hypervisor(conn: Virt) -> None:
    library = libvirt.getVersion()
    assert Sys.Virt.get_version() == library
    assert conn.get_version() == 2
    assert conn.get_library_version() == library
    parts = conn.get_major_version(), conn.get_minor_version(), conn.get_micro_version()
    assert parts[0] * 1000000 + parts[1] * 1000 + parts[2] == library
    assert Sys.Virt.get_major_version() == parts[0]


def test_the_module_has_the_version_of_the_original() -> None:
    assert tuple(map(int, Sys.Virt.VERSION.split("."))) == (12, 7, 0)


def test_it_says_what_it_is(conn: Virt) -> None:
    assert conn.get_type() == "TEST"
    assert conn.get_uri() == "test:///default"
    assert conn.get_max_vcpus("test") == conn.get_max_vcpus(None) == 32
    assert conn.get_capabilities().startswith("<capabilities>")
    assert (conn.is_alive(), conn.is_secure(), conn.is_encrypted()) == (True, True, False)
    assert conn.get_node_security_model() == {"model": "testSecurity", "doi": ""}


def test_lists_follow_the_state(conn: Virt, dom: Domain) -> None:
    assert conn.list_domains() == conn.list_all_domains() == [dom]
    assert conn.list_domain_ids(5) == [1]
    assert conn.list_domain_ids(0) == []
    dom.destroy()
    assert conn.list_domains() == []
    assert conn.num_of_domains() == 0
    assert conn.list_defined_domains() == [dom]
    assert conn.num_of_defined_domains() == 1
    assert conn.list_defined_domain_names(5) == ["test"]
    assert conn.list_defined_domain_names(0) == []


def test_statistics_of_no_domains_are_none_at_all(conn: Virt, dom: Domain) -> None:
    state = Domain.STATS_STATE
    everything = [{"dom": dom, "data": {"state.state": 1, "state.reason": 0}}]
    assert conn.get_all_domain_stats(state) == everything
    assert conn.get_all_domain_stats(state, [dom]) == everything
    assert conn.get_all_domain_stats(state, []) == []


def test_a_domain_says_how_it_fares(dom: Domain) -> None:
    info = dom.get_info()
    assert list(info) == ["state", "maxMem", "memory", "nrVirtCpu", "cpuTime"]
    assert (info["state"], info["maxMem"], info["memory"], info["nrVirtCpu"]) == (
        Domain.STATE_RUNNING,
        8388608,
        2097152,
        2,
    )
    assert dom.get_state() == (Domain.STATE_RUNNING, Domain.STATE_RUNNING_UNKNOWN)
    assert dom.get_id() == 1
    assert dom.get_uuid().hex() == dom.get_uuid_string().replace("-", "")
    assert dom.get_os_type() == "linux"
    assert (dom.is_active(), dom.is_persistent(), dom.is_updated()) == (True, True, False)


def test_the_number_of_a_stopped_domain_is_minus_one(dom: Domain) -> None:
    dom.destroy()
    assert dom.get_id() == -1
    assert not dom.is_active()


def test_autostart_is_a_truth_value(dom: Domain) -> None:
    assert dom.get_autostart() is False
    dom.set_autostart(True)
    assert dom.get_autostart() is True
    with pytest.raises(TypeError, match="^flag must be a bool, not str"):
        dom.set_autostart("yes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="^flag must be a bool, not NoneType"):
        dom.set_autostart(None)  # type: ignore[arg-type]


def test_a_close_of_one_connection_leaves_the_other(conn: Virt) -> None:
    other = Virt(uri="test:///default")
    other.close()
    assert conn.num_of_domains() == 1
