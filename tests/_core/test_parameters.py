"""Typed parameters as dicts: read by libvirt-python where it can, checked before they are set."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._core import arguments, parameters
from sysvirt._libvirt.parameter_types import BOOLEAN, DOUBLE, INT, LLONG, STRING, UINT, ULLONG

NUMA = "virDomainGetNumaParameters"
SCHEDULER = "virDomainGetSchedulerParameters"


def test_a_getter_gives_a_dict(dom: Domain) -> None:
    assert parameters.read(NUMA, dom.handle) == {"numa_mode": 0, "numa_nodeset": ""}
    assert parameters.read(SCHEDULER, dom.handle, flags=None) == {"weight": 50}


def test_a_getter_that_fails_raises(dom: Domain) -> None:
    with pytest.raises(Error, match="unsupported flags") as caught:
        parameters.read(NUMA, dom.handle, flags=64)
    assert caught.value.origin() == f"{NUMA}() failed"


def undecodable(*_: object) -> dict[str, Any]:
    return {"numa_nodeset": b"\xff".decode()}


def empty(*_: object) -> dict[str, Any]:
    raise LookupError


@pytest.mark.parametrize(
    "theirs", [undecodable, empty, lambda *_: {"numa_mode": -1}], ids=["text", "empty", "unsigned"]
)
def test_what_libvirt_python_can_not_read_is_read_in_c(
    dom: Domain, theirs: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parameters, "libvirtmod", SimpleNamespace(**{NUMA: theirs}))
    assert parameters.read(NUMA, dom.handle) == {"numa_mode": 0, "numa_nodeset": ""}


def test_a_quota_may_be_below_zero(dom: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> dict[str, Any]:
        return {"vcpu_quota": -1}

    monkeypatch.setattr(parameters, "libvirtmod", SimpleNamespace(**{NUMA: read}))
    assert parameters.read(NUMA, dom.handle) == {"vcpu_quota": -1}


def change(dom: Domain, params: Any) -> None:
    """Set some of the parameters of the block devices."""
    names = "virDomainGetBlkioParameters", "virDomainSetBlkioParameters"
    parameters.change(*names, dom.handle, params=params, flags=0, current=0)


def test_a_change_is_seen(dom: Domain) -> None:
    change(dom, {"weight": 300, "device_weight": "/dev/sda,500"})
    found = dom.get_blkio_parameters()
    assert (found["weight"], found["device_weight"]) == (300, "/dev/sda,500")


def test_an_unknown_key_is_refused_by_its_name_and_nothing_changes(dom: Domain) -> None:
    with pytest.raises(ValueError, match="unknown key 'height'; known here: .*'weight'"):
        change(dom, {"weight": 300, "height": 5})
    assert dom.get_blkio_parameters()["weight"] == 0


def test_what_is_no_dict_is_refused(dom: Domain) -> None:
    with pytest.raises(TypeError, match="^params must be a dict, not list"):
        change(dom, ["weight"])


@pytest.mark.parametrize(
    ("kind", "value", "error", "message"),
    [
        (INT, 2**31, ValueError, "between -2147483648 and 2147483647"),
        (UINT, -1, ValueError, "between 0 and 4294967295"),
        (LLONG, 2**63, ValueError, "between"),
        (ULLONG, -1, ValueError, "between 0 and"),
        (ULLONG, "1", TypeError, "an int"),
        (DOUBLE, "1", TypeError, "a number"),
        (BOOLEAN, 2, ValueError, "between 0 and 1"),
        (STRING, 1, TypeError, "a str"),
        (STRING, "\0", ValueError, "NUL"),
    ],
)
def test_a_value_that_its_type_can_not_hold_is_refused_by_its_key(
    dom: Domain, kind: int, value: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=rf"params\['weight'\].*{message}"):
        parameters.write(
            "virDomainSetBlkioParameters",
            dom.handle,
            params={"weight": value},
            types={"weight": kind},
            flags=0,
        )


def test_options_are_checked_by_their_keys() -> None:
    checks: dict[str, Any] = {"size": arguments.ullong, "path": arguments.text}
    mine = {"size": 5, "path": "/x"}
    checked = parameters.check_options(mine, checks)
    assert checked == mine
    assert checked is not mine
    with pytest.raises(ValueError, match=r"^mine has an unknown key 'name'; known are: .*'path'"):
        parameters.check_options({"name": 1}, checks, "mine")
    with pytest.raises(TypeError, match=r"^params\['size'\] must be an int, not str"):
        parameters.check_options({"size": "5"}, checks)
