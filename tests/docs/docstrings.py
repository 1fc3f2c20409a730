"""The examples of the docstrings: which there are, and where each of them runs.

On the test driver, if it can (`tests/docs`). Lines that it can't play are marked
``# doctest: +SKIP``, which Sphinx doesn't show. Such an example is named here: it runs as a whole
on a host in the scene that it is named for (`tests/hypervisor`), on the test driver of a newer
libvirt, in a process of its own, or with a daemon whose answer is made up. Where none of these can
be, it says why.
"""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from typing import Any

import sysvirt
from sysvirt import Error
from sysvirt.error_kinds import KINDS
from tests.hosts.wire import UINT

#: The scenes, which are fixtures in tests/hypervisor/test_docstrings.py; for each the modules and
#: the single examples that are played in it.
SCENES: dict[str, list[str]] = {
    "lab": [
        "sysvirt.network_port",
        "sysvirt.network.Network.create_port",
        "sysvirt.network.Network.get_port_by_uuid",
        "sysvirt.network.Network.list_all_ports",
        "sysvirt.nwfilter",
        "sysvirt.nwfilter_binding",
        "sysvirt.secret",
        "sysvirt.virt.events.Events.secret_event_deregister_any",
        "sysvirt.virt.events.Events.secret_event_register_any",
        "sysvirt.virt.filters",
        "sysvirt.virt.secrets",
    ],
    "plain_host": [
        "sysvirt.virt.about.About.get_storage_pool_capabilities",
        "sysvirt.virt.cpu_models.CPUModels.baseline_hypervisor_cpu",
        "sysvirt.virt.cpu_models.CPUModels.compare_cpu",
        "sysvirt.virt.cpu_models.CPUModels.compare_hypervisor_cpu",
        "sysvirt.virt.limits.Limits.time_limit",
        "sysvirt.virt.node.Node.get_node_memory_parameters",
        "sysvirt.virt.node.Node.get_node_memory_stats",
        "sysvirt.virt.node.Node.set_node_memory_parameters",
        "sysvirt.virt.opening.Opening.set_identity",
        "sysvirt.virt.opening.Opening.set_keep_alive",
        "sysvirt.virt.storage.Storage.get_storage_pool_by_target_path",
    ],
    "plain_guest": [
        *(
            f"sysvirt.domain.migration.Migration.migrate_{each}"
            for each in (
                *("set_max_downtime", "get_max_downtime", "set_max_speed", "get_max_speed"),
                *("set_compression_cache", "get_compression_cache"),
            )
        ),
        "sysvirt.domain.security.Security.get_security_label_list",
        "sysvirt.domain.statistics.Statistics.start_dirty_rate_calc",
        "sysvirt.domain.vcpus.Vcpus.set_vcpu",
        "sysvirt.virt.about.About.domain_xml_to_native",
    ],
    "equipped_guest": [
        "sysvirt.domain.devices.Devices.attach_device",
        "sysvirt.domain.devices.Devices.detach_device",
        "sysvirt.domain.devices.Devices.update_device",
        "sysvirt.domain.security.Security.get_launch_security_info",
        "sysvirt.virt.about.About.get_domain_capabilities",
    ],
    "losing_a_card": ["sysvirt.domain.devices.Devices.detach_device_alias"],
    "raw_disk": ["sysvirt.domain.block.Block.block_peek"],
    "layered_disk": [
        "sysvirt.domain.block.Block.block_resize",
        "sysvirt.domain.block.Block.set_block_threshold",
        "sysvirt.domain.blockjobs.BlockJobs.block_commit",
        "sysvirt.domain.blockjobs.BlockJobs.block_copy",
        "sysvirt.domain.blockjobs.BlockJobs.block_pull",
        "sysvirt.domain.blockjobs.BlockJobs.block_rebase",
        "sysvirt.domain.checkpoints.Checkpoints.backup_begin",
    ],
    "copied_disk": [
        "sysvirt.domain.blockjobs.BlockJobs.abort_block_job",
        "sysvirt.domain.blockjobs.BlockJobs.get_block_job_info",
        "sysvirt.domain.blockjobs.BlockJobs.set_block_job_speed",
    ],
    "backup_under_way": [
        "sysvirt.domain.checkpoints.Checkpoints.backup_get_xml_description",
        "sysvirt.domain.jobs.Jobs.abort_job",
    ],
    "talking_guest": [
        "sysvirt.domain.consoles.Consoles.open_channel",
        "sysvirt.domain.consoles.Consoles.open_console",
        "sysvirt.domain.consoles.Consoles.open_graphics",
        "sysvirt.domain.consoles.Consoles.open_graphics_fd",
    ],
    "given_disk": ["sysvirt.domain.devices.Devices.fd_associate"],
    "saved_guest": [
        "sysvirt.domain.saving.Saving.managed_save_define_xml",
        "sysvirt.domain.saving.Saving.managed_save_get_xml_description",
    ],
    "guest_with_agent": [
        "sysvirt.domain.guest.Guest.authorized_ssh_keys_get",
        "sysvirt.domain.guest.Guest.authorized_ssh_keys_set",
        "sysvirt.domain.guest.Guest.get_guest_info",
        "sysvirt.domain.guest.Guest.set_agent_response_timeout",
        "sysvirt.domain.lifecycle.Lifecycle.pm_suspend_for_duration",
        "sysvirt.domain.vcpus.Vcpus.get_guest_vcpus",
        "sysvirt.domain.vcpus.Vcpus.set_guest_vcpus",
        "sysvirt.network.Network.get_dhcp_leases",
    ],
    "sleeping_guest": ["sysvirt.domain.lifecycle.Lifecycle.pm_wakeup"],
    "leaving_guest": ["sysvirt.domain.jobs.Jobs.get_job_info"],
    "guest_that_may_run_there": ["sysvirt.domain.migration.Migration.migrate_start_post_copy"],
    "arrived_guest": ["sysvirt.domain.jobs.Jobs.get_job_stats"],
    "two_hosts": [
        "sysvirt.domain.migration.Migration.migrate",
        "sysvirt.domain.migration.Migration.migrate2",
    ],
    "two_peers": [
        "sysvirt.domain.migration.Migration.migrate_to_uri",
        "sysvirt.domain.migration.Migration.migrate_to_uri2",
    ],
    "volume_of_a_pool": [
        *(
            f"sysvirt.storage_vol.StorageVol.{each}"
            for each in ("download", "resize", "upload", "wipe", "wipe_pattern")
        ),
        *(
            f"sysvirt.stream.Stream.{each}"
            for each in (
                *("add_callback", "finish", "recv", "recv_all", "recv_hole", "remove_callback"),
                *("send", "send_all", "send_hole", "sparse_recv_all", "sparse_send_all"),
                "update_callback",
            )
        ),
    ],
    "card": ["sysvirt.node_device.NodeDevice.dettach"],
    "detached_card": [
        "sysvirt.node_device.NodeDevice.reattach",
        "sysvirt.node_device.NodeDevice.reset",
    ],
    "part_of_a_card": [
        "sysvirt.node_device.NodeDevice.create",
        "sysvirt.node_device.NodeDevice.undefine",
    ],
    "devices": [
        "sysvirt.virt.devices.Devices.define_node_device",
        "sysvirt.virt.devices.Devices.get_node_device_scsihost_by_wwn",
    ],
}

#: Examples for the test driver of a libvirt from this release on; `make test-newest` has it.
NEWER: dict[str, int] = {
    "sysvirt.network.Network.get_metadata": 9_007_000,
    "sysvirt.network.Network.set_metadata": 9_007_000,
}

#: The same for what is written by hand in ``sysvirt.aio``, whose examples are awaited.
AWAITED_SCENES: dict[str, list[str]] = {
    "volume_of_a_pool": [
        "sysvirt.aio.stream.Stream",
        "sysvirt.aio.Writer.flush",
        "sysvirt.aio.Writer.write",
        "sysvirt.aio.storage_vol.StorageVol.reader",
        "sysvirt.aio.storage_vol.StorageVol.writer",
    ],
    "guest_with_agent": [
        "sysvirt.aio.Console",
        "sysvirt.aio.domain.Domain.console",
    ],
    "talking_guest": ["sysvirt.aio.domain.Domain.channel"],
    "lab": [
        "sysvirt.aio._virt.events.Events.secret_event_deregister_any",
        "sysvirt.aio._virt.events.Events.secret_event_register_any",
    ],
    "plain_host": ["sysvirt.aio._virt.opening.Opening.set_keep_alive"],
}

#: Examples about the process's event loop, for which a process of their own is started. The one of
#: the class itself comes first.
ALONE = [
    "sysvirt.event_impl.EventImpl",
    "sysvirt.event_impl.EventImpl._run_handle_callback",
    "sysvirt.event_impl.EventImpl._run_timeout_callback",
    "sysvirt.event.Event.register",
]

#: Examples of what takes hardware, or would change the machine: a daemon answers them, and a proxy
#: makes the answer up. For each the call, and what it gives.
ANSWERED: dict[str, tuple[str, str, tuple[Any, ...]]] = {
    "sysvirt.domain.security.Security.set_launch_security_state": (
        *("DOMAIN_SET_LAUNCH_SECURITY_STATE", ""),
        (),
    ),
    "sysvirt.virt.about.About.domain_xml_from_native": (
        *("CONNECT_DOMAIN_XML_FROM_NATIVE", "s"),
        ("<domain type='xen'><name>x</name></domain>",),
    ),
    "sysvirt.virt.node.Node.get_node_sev_info": (
        *("NODE_GET_SEV_INFO", "Pi"),
        ({"cbitpos": (UINT, 47)}, 1),
    ),
    "sysvirt.virt.node.Node.node_alloc_pages": ("NODE_ALLOC_PAGES", "i", (1,)),
    "sysvirt.virt.node.Node.node_suspend_for_duration": ("NODE_SUSPEND_FOR_DURATION", "", ()),
}

#: Examples that nothing here can play, and why.
NOWHERE: dict[str, str] = {
    "sysvirt.domain.devices.Devices.announce_interface": "QEMU with libvirt 12.5",
    "sysvirt.domain.devices.Devices.graphics_reload": "QEMU with libvirt 10.2",
    "sysvirt.domain.lifecycle.Lifecycle.get_autostart_once": "QEMU with libvirt 11.2",
    "sysvirt.domain.lifecycle.Lifecycle.set_autostart_once": "QEMU with libvirt 11.2",
    "sysvirt.domain.tuning.Tuning.del_throttle_group": "QEMU with libvirt 11.2",
    "sysvirt.domain.tuning.Tuning.set_throttle_group": "QEMU with libvirt 11.2",
    "sysvirt.node_device.NodeDevice.update": "a host with libvirt 10.1",
}

#: The package whose examples are awaited.
AWAITED = "sysvirt.aio"

#: The properties of Error and its kinds, which are found twice over.
PROPERTIES = (
    "sysvirt.Error.args",
    "sysvirt.Error.err",
    "sysvirt.AccessDeniedError.errno",
    "sysvirt.ConnectionLostError.errno",
)


def examples() -> Iterator[doctest.DocTest]:
    """The docstrings that have an example."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    for module in _modules():
        found = finder.find(module)
        yield from _with_lines(test for test in found if test.name not in PROPERTIES)
    # It says that it is sysvirt's, so its methods are found neither there nor where they are; but
    # a property is, in both.
    where = importlib.import_module(Error.code.__module__)
    for cls in (Error, *(getattr(sysvirt, name) for name in KINDS)):
        found = finder.find(cls, f"{where.__name__}.{cls.__name__}", False, vars(where))
        yield from _with_lines(test for test in found if test.docstring != cls.__doc__)


def is_marked(example: doctest.DocTest) -> bool:
    """Whether it has lines that the test driver can't play."""
    return any(doctest.SKIP in line.options for line in example.examples)


def unmark(example: doctest.DocTest) -> doctest.DocTest:
    """The same example, to be played as a whole."""
    for line in example.examples:
        line.options.pop(doctest.SKIP, None)
    return example


def on_the_test_driver() -> list[doctest.DocTest]:
    """The examples that it plays, but for their marked lines; newer ones as a whole."""
    return [
        unmark(example) if example.name in NEWER else example
        for example in examples()
        if any(doctest.SKIP not in line.options for line in example.examples)
        or example.name in NEWER
    ]


def on_a_host() -> list[tuple[str, doctest.DocTest]]:
    """The examples for a host, each with its scene."""
    return [
        (scene, unmark(example))
        for example in filter(is_marked, examples())
        for scene, places in SCENES.items()
        if any(is_at(example.name, place) for place in places)
    ]


def awaited_on_a_host() -> list[tuple[str, doctest.DocTest]]:
    """The awaited examples that are written by hand and for a host, each with its scene."""
    return [
        (scene, unmark(example))
        for example in filter(is_marked, awaited_examples())
        for scene, places in AWAITED_SCENES.items()
        if any(is_at(example.name, place) for place in places)
    ]


def is_at(name: str, place: str) -> bool:
    """Whether the name is the place, or one in it."""
    return f"{name}.".startswith(f"{place}.")


def _with_lines(found: Iterable[doctest.DocTest]) -> Iterator[doctest.DocTest]:
    return (example for example in found if example.examples)


def _modules() -> Iterator[Any]:
    """Every module of the library but the generated ones, and those whose examples are awaited.

    Parts of drafts are none of the library's, and may need what isn't installed.
    """
    yield sysvirt
    left_out = ("sysvirt.constants", "sysvirt.port.prelude", AWAITED)
    for found in pkgutil.walk_packages(sysvirt.__path__, "sysvirt."):
        if not found.name.startswith(left_out):
            yield importlib.import_module(found.name)


def awaited_examples() -> Iterator[doctest.DocTest]:
    """The docstrings of ``sysvirt.aio`` that have an example."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    package = importlib.import_module(AWAITED)
    names = [found.name for found in pkgutil.walk_packages(package.__path__, f"{AWAITED}.")]
    for module in (package, *map(importlib.import_module, names)):
        for cls in vars(module).values():
            # Some say that they are the package's, so they are found neither there nor here.
            if isinstance(cls, type) and cls.__module__ == AWAITED:
                # Inside of `Sys` all classes are found once more.
                if module is package and cls.__name__ != "Sys":
                    yield from _with_lines(finder.find(cls, f"{AWAITED}.{cls.__name__}", False))
            elif _is_made(cls) and cls.__module__ == module.__name__:
                yield from _with_lines(finder.find(cls, f"{module.__name__}.{cls.__name__}"))
        yield from _with_lines(test for test in finder.find(module) if test.name == module.__name__)


def _is_made(value: object) -> bool:
    """Whether it may have a docstring of its own."""
    return isinstance(value, type) or inspect.isfunction(value)
