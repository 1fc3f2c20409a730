"""The TypedDicts hold the keys that the reference has, and the tables of checks hold the same."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import Any, get_type_hints, is_typeddict

import pytest

import sysvirt.shapes
from reference.data import read_methods
from sysvirt import Domain, Virt
from sysvirt.domain.blockjobs import COPY
from sysvirt.domain.devices import ANNOUNCE_PARAMS
from sysvirt.domain.iothreads import IOTHREAD_PARAMS
from sysvirt.domain.migration import PARAMS
from sysvirt.domain.saving import SAVE_PARAMS
from sysvirt.domain.security import LAUNCH_SECURITY_STATE
from sysvirt.domain.tuning import THROTTLE
from sysvirt.virt.opening import IDENTITY
from tests.reference.test_completeness import show, target

#: Keys that differ from Perl's on purpose: docs/differences.md says why.
RENAMED = {"availabl": "available"}
#: What Perl's manual has and its code drops.
ADDED = {"MigrateParams": {"migrate_disks_target_zero"}, "ModelledSecurityLabel": {"model"}}

#: The dicts that are checked key by key before libvirt sees them.
CHECKED: dict[str, dict[str, Any]] = {
    "AnnounceParams": ANNOUNCE_PARAMS,
    "BlockCopyParams": COPY,
    "BlockIoTune": THROTTLE,
    "Identity": IDENTITY,
    "IOThreadParams": IOTHREAD_PARAMS,
    "LaunchSecurityState": LAUNCH_SECURITY_STATE,
    "MigrateParams": PARAMS,
    "SaveParams": SAVE_PARAMS,
}


def shapes() -> dict[str, Any]:
    """Every TypedDict by its name."""
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(sysvirt.shapes.__path__, "sysvirt.shapes."):
        members = inspect.getmembers(importlib.import_module(module.name), is_typeddict)
        found.update(members)
    return found


def shape(annotation: object) -> Any:
    """The TypedDict that an annotation names."""
    known = shapes()
    (name,) = [word for word in re.findall(r"\w+", str(annotation)) if word in known]
    return known[name]


def returned() -> list[tuple[str, str]]:
    """The methods that give dicts whose keys the reference knows."""
    return [pair for pair, method in read_methods().items() if method.returns.has_keys]


@pytest.mark.parametrize("pair", returned(), ids=show)
def test_a_dict_that_is_returned_has_the_keys(pair: tuple[str, str]) -> None:
    package, name = pair
    found = shape(getattr(target(package), name).__annotations__["return"])
    wanted = read_methods()[pair].returns
    added = ADDED.get(found.__name__, set())
    assert found.__required_keys__ == set(wanted.keys) | added
    optional = {RENAMED.get(key, key) for key in wanted.optional_keys}
    assert found.__optional_keys__ == optional


@pytest.mark.parametrize("name", CHECKED)
def test_a_dict_for_a_method_is_checked_by_its_keys(name: str) -> None:
    keys = shapes()[name].__annotations__.keys()
    assert keys == CHECKED[name].keys()
    taken = [
        set(parameter.keys) | ADDED.get(name, set())
        for method in read_methods().values()
        for parameter in method.params
        if parameter.keys
    ]
    assert keys in taken


#: The typed parameters, whose names are constants; but a guest's secret can only be set.
FAMILIES = {
    "Bandwidth": (Domain, "BANDWIDTH_"),
    "BlkioParameters": (Domain, "BLKIO_"),
    "BlockIoTune": (Domain, "BLOCK_IOTUNE_"),
    "CPUStats": (Domain, "CPU_STATS_"),
    "JobStats": (Domain, "JOB_"),
    "LaunchSecurityInfo": (Domain, "LAUNCH_SECURITY_SEV_"),
    "MemoryParameters": (Domain, "MEMORY_"),
    "NodeMemoryParameters": (Virt, "NODE_MEMORY_SHARED_"),
    "NumaParameters": (Domain, "NUMA_"),
    "PerfEvents": (Domain, "PERF_PARAM_"),
    "SEVInfo": (Virt, "SEV_"),
    "SchedulerParameters": (Domain, "SCHEDULER_"),
}


@pytest.mark.parametrize("name", FAMILIES)
def test_typed_parameters_have_the_names_that_are_constants(name: str) -> None:
    cls, prefix = FAMILIES[name]
    texts = {
        value
        for constant, value in inspect.getmembers(cls)
        if constant.startswith(prefix) and isinstance(value, str) and "SECRET" not in constant
    }
    assert shapes()[name].__annotations__.keys() == texts


def without_keys() -> set[str]:
    """The methods that give a dict whose keys the reference leaves to the hypervisor."""
    return {
        show(pair)
        for pair, method in read_methods().items()
        if "dict" in method.returns.shape and not method.returns.has_keys
    }


def test_all_but_what_the_guest_tells_has_a_shape() -> None:
    shapeless = set()
    for each in without_keys():
        package, _, name = each.rpartition("::")
        annotation = getattr(target(package), name).__annotations__["return"]
        if re.findall(r"\w+", annotation)[-1] not in FAMILIES:
            shapeless.add(each)
    assert shapeless == {"Sys::Virt::Domain::get_guest_info"}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("get_scheduler_parameters", ()),
        ("get_memory_parameters", ()),
        ("get_blkio_parameters", ()),
        ("get_block_iotune", ("vda",)),
        ("get_interface_parameters", ("testnet0",)),
        ("get_numa_parameters", ()),
        ("get_perf_events", ()),
        ("get_cpu_stats", (0, 1)),
        ("get_cpu_stats", (-1, 1)),
    ],
)
def test_what_comes_back_fits(name: str, arguments: tuple[Any, ...], dom: Domain) -> None:
    found: Any = getattr(dom, name)(*arguments)
    row = found[0] if isinstance(found, list) else found
    hints = get_type_hints(shape(getattr(Domain, name).__annotations__["return"]))
    assert row
    assert {key: type(value) for key, value in row.items()} == {key: hints[key] for key in row}
