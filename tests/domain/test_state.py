"""What a domain is and how it fares."""

from __future__ import annotations

from sysvirt import Domain


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
