"""Limits and shares of domains."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy

UNLIMITED = Domain.MEMORY_PARAM_UNLIMITED
CONFIG = Domain.AFFECT_CONFIG


def test_scheduler(dom: Domain) -> None:
    assert dom.get_scheduler_type() == "fair"
    assert dom.get_scheduler_parameters() == dom.get_scheduler_parameters(None) == {"weight": 50}
    assert dom.get_scheduler_params() == {"weight": 50}
    dom.set_scheduler_parameters({"weight": 60})
    with pytest.raises(ValueError, match="unknown key 'height'; known here: \\['weight'\\]"):
        dom.set_scheduler_parameters({"weight": 60, "height": 1})


def test_scheduler_flags_go_to_the_function_that_has_them(dom: Domain) -> None:
    with pytest.raises(Error, match="testDomainGetSchedulerParametersFlags"):
        dom.get_scheduler_parameters(1)
    with pytest.raises(Error, match="testDomainGetSchedulerParametersFlags"):
        dom.get_scheduler_params(1)
    with pytest.raises(Error, match="testDomainSetSchedulerParametersFlags"):
        dom.set_scheduler_parameters({"weight": 60}, 1)


def test_memory(dom: Domain) -> None:
    assert dom.get_memory_parameters() == {
        "hard_limit": UNLIMITED,
        "soft_limit": UNLIMITED,
        "swap_hard_limit": UNLIMITED,
    }
    dom.set_memory_parameters({Domain.MEMORY_SOFT_LIMIT: 1000, "hard_limit": 2000})
    dom.set_memory_parameters({"swap_hard_limit": 5000}, CONFIG)
    running, stored = dom.get_memory_parameters(), dom.get_memory_parameters(CONFIG)
    assert running == {"hard_limit": 2000, "soft_limit": 1000, "swap_hard_limit": UNLIMITED}
    assert stored == {
        "hard_limit": UNLIMITED,
        "soft_limit": UNLIMITED,
        "swap_hard_limit": 5000,
    }


def test_blkio(dom: Domain) -> None:
    assert dom.get_blkio_parameters() == {
        "weight": 0,
        "device_weight": "",
        "device_read_iops_sec": "",
        "device_write_iops_sec": "",
        "device_read_bytes_sec": "",
        "device_write_bytes_sec": "",
    }
    dom.set_blkio_parameters({"weight": 2**31, "device_weight": "/dev/sda,500"})
    changed = dom.get_blkio_parameters()
    assert (changed["weight"], changed["device_weight"]) == (2**31, "/dev/sda,500")
    assert dom.get_blkio_parameters(CONFIG)["weight"] == 0
    with pytest.raises(ValueError, match=r"params\['weight'\] must be between 0 and 4294967295"):
        dom.set_blkio_parameters({"weight": 2**32 + 400})


def test_the_limits_of_a_disk(dom: Domain) -> None:
    assert len(dom.get_block_iotune("vda")) == 20
    dom.set_block_iotune("vda", {"read_iops_sec": 10, "read_iops_sec_max": 20, "group_name": "a"})
    limits = dom.get_block_iotune("vda")
    changed = {name: limit for name, limit in limits.items() if limit}
    assert changed == {"read_iops_sec": 10, "read_iops_sec_max": 20, "group_name": "a"}
    assert dom.get_block_iotune("vda", CONFIG)["read_iops_sec"] == 0
    with pytest.raises(Error, match="'vdz' was not found"):
        dom.set_block_iotune("vdz", {"read_iops_sec": 10})
    with pytest.raises(ValueError, match=r"params\['read_iops_sec'\] must be between 0"):
        dom.set_block_iotune("vda", {"read_iops_sec": -1})


def test_the_limits_of_an_interface(dom: Domain) -> None:
    none = dict.fromkeys(dom.get_interface_parameters("testnet0"), 0)
    assert dom.get_interface_parameters("testnet0") == none
    assert sorted(none) == [
        "inbound.average",
        "inbound.burst",
        "inbound.floor",
        "inbound.peak",
        "outbound.average",
        "outbound.burst",
        "outbound.peak",
    ]
    dom.set_interface_parameters("testnet0", {Domain.BANDWIDTH_IN_AVERAGE: 1000})
    # Beyond 2**31, where Perl and libvirt-python see a negative number.
    dom.set_interface_parameters("aa:bb:cc:dd:ee:ff", {"outbound.average": 2**32 - 1})
    limits = dom.get_interface_parameters("testnet0")
    assert limits == {**none, "inbound.average": 1000, "outbound.average": 2**32 - 1}
    with pytest.raises(Error, match="'vnet9' is not a known interface"):
        dom.get_interface_parameters("vnet9")


def test_numa(dom: Domain) -> None:
    assert dom.get_numa_parameters() == {"numa_mode": 0, "numa_nodeset": ""}
    dom.set_numa_parameters({"numa_mode": Domain.NUMATUNE_MEM_PREFERRED, "numa_nodeset": "0"})
    assert dom.get_numa_parameters() == {"numa_mode": 1, "numa_nodeset": "0"}
    dom.set_numa_parameters({"numa_nodeset": "1"}, CONFIG)
    assert dom.get_numa_parameters(CONFIG) == {"numa_mode": 0, "numa_nodeset": "1"}


def test_perf_events(dom: Domain) -> None:
    events = dom.get_perf_events()
    assert set(events.values()) == {False}
    dom.set_perf_events({"cpu_cycles": True, "instructions": 1})
    dom.set_perf_events({"cmt": True}, CONFIG)
    assert [name for name, on in dom.get_perf_events().items() if on is True] == [
        "cpu_cycles",
        "instructions",
    ]
    assert [name for name, on in dom.get_perf_events(CONFIG).items() if on is True] == ["cmt"]
    with pytest.raises(ValueError, match="unknown key 'ghosts'"):
        dom.set_perf_events({"ghosts": True})
    with pytest.raises(ValueError, match=r"params\['cmt'\] must be between 0 and 1"):
        dom.set_perf_events({"cmt": 2})


#: A call of each setter, with the parameters and flags still to come.
SETTERS: list[Callable[..., None]] = [
    Domain.set_scheduler_parameters,
    Domain.set_memory_parameters,
    Domain.set_blkio_parameters,
    Domain.set_numa_parameters,
    Domain.set_perf_events,
    lambda dom, *more: dom.set_block_iotune("vda", *more),
    lambda dom, *more: dom.set_interface_parameters("testnet0", *more),
]


@pytest.mark.parametrize("setter", SETTERS)
def test_what_is_no_dict_never_reaches_the_daemon(
    far_dom: Domain, proxy: Proxy, setter: Callable[..., None]
) -> None:
    with pytest.raises(TypeError, match="params must be a dict, not list"):
        setter(far_dom, ["weight"])
    with pytest.raises(TypeError, match="a key of params must be a str, not int"):
        setter(far_dom, {1: 5})
    with pytest.raises(TypeError, match="flags must be an int, not str"):
        setter(far_dom, {"weight": 5}, "1")
    with pytest.raises(ValueError, match="flags must be between 0 and 4294967295"):
        setter(far_dom, {"weight": 5}, -1)
    assert proxy.functions == []


@pytest.mark.parametrize("setter", SETTERS[1:])
def test_a_setter_reads_what_there_is_now(dom: Domain, setter: Callable[..., None]) -> None:
    # The test driver itself takes no two at once; it is the setter that says so.
    with pytest.raises(ValueError, match="unknown key 'nothing'"):
        setter(dom, {"nothing": 1}, Domain.AFFECT_LIVE | CONFIG)
    with pytest.raises(ValueError, match="unknown key 'nothing'"):
        setter(dom, {"nothing": 1}, CONFIG)


def test_the_configuration_alone_is_looked_at_for_a_change_of_nothing_else(dom: Domain) -> None:
    dom.destroy()
    dom.set_memory_parameters({"soft_limit": 4096}, CONFIG)
    assert dom.get_memory_parameters()["soft_limit"] == 4096
    with pytest.raises(Error, match="domain is not running"):
        dom.set_memory_parameters({"soft_limit": 4096}, Domain.AFFECT_LIVE)


@pytest.mark.parametrize(
    ("method", "more", "name"),
    [
        ("get_block_iotune", (), "disk"),
        ("set_block_iotune", ({},), "disk"),
        ("get_interface_parameters", (), "intf"),
        ("set_interface_parameters", ({},), "intf"),
        ("set_throttle_group", ({},), "group"),
        ("del_throttle_group", (), "group"),
    ],
)
def test_what_is_no_device_is_refused(
    dom: Domain, method: str, more: tuple[Any, ...], name: str
) -> None:
    with pytest.raises(TypeError, match=f"{name} must be a str, not int"):
        getattr(dom, method)(5, *more)


@pytest.mark.skipif(Virt.get_version() < 11002000, reason="the installed libvirt has none")
def test_a_throttle_group_has_the_limits_of_a_disk(dom: Domain) -> None:
    limits: dict[str, Any] = dict.fromkeys(dom.get_block_iotune("vda"), 5)
    with pytest.raises(Error, match="not supported by the connection driver"):
        dom.set_throttle_group("all", {**limits, "group_name": "x"})
    with pytest.raises(ValueError, match="unknown key 'nothing'"):
        dom.set_throttle_group("all", {"nothing": 5})
    with pytest.raises(ValueError, match=r"params\['total_iops_sec'\] must be between"):
        dom.set_throttle_group("all", {"total_iops_sec": -5})
    with pytest.raises(Error, match="not supported by the connection driver"):
        dom.del_throttle_group("slow", 1)


@pytest.mark.skipif(Virt.get_version() >= 11002000, reason="the installed libvirt has them")
def test_an_old_libvirt_has_no_throttle_groups(dom: Domain) -> None:
    with pytest.raises(Error, match=r"needs libvirt 11\.2\.0") as caught:
        dom.set_throttle_group("slow", {"total_iops_sec": 50})
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    with pytest.raises(Error, match=r"needs libvirt 11\.2\.0"):
        dom.del_throttle_group("slow")
