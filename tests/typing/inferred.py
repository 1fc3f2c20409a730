"""Every method's result as a type checker infers it; nothing here is run."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, assert_type

import sysvirt
from sysvirt import (
    AccessDeniedError,
    AlreadyExistsError,
    ConnectionLostError,
    Domain,
    DomainCheckpoint,
    DomainSnapshot,
    Error,
    Interface,
    InvalidStateError,
    Network,
    NetworkPort,
    NodeDevice,
    NotFoundError,
    NotSupportedError,
    NWFilter,
    NWFilterBinding,
    OperationTimeoutError,
    Secret,
    StoragePool,
    StorageVol,
    Stream,
    Virt,
    logs,
)
from sysvirt.shapes.domain import (
    CPUStats,
    DomainControlInfo,
    DomainInfo,
    GuestVcpus,
    IOThreadInfo,
    LaunchSecurityInfo,
    MemoryStats,
    ModelledSecurityLabel,
    SecurityLabel,
    VcpuInfo,
)
from sysvirt.shapes.domain_block import (
    BlockInfo,
    BlockJobInfo,
    BlockStats,
    DiskError,
    InterfaceStats,
)
from sysvirt.shapes.domain_job import (
    JobInfo,
    JobStats,
)
from sysvirt.shapes.domain_tuning import (
    BlkioParameters,
    BlockIoTune,
    MemoryParameters,
    NumaParameters,
    PerfEvents,
    SchedulerParameters,
)
from sysvirt.shapes.guest import (
    FilesystemInfo,
    GuestInterface,
)
from sysvirt.shapes.network import (
    Bandwidth,
    DHCPLease,
)
from sysvirt.shapes.storage import (
    StoragePoolInfo,
    StorageVolInfo,
)
from sysvirt.shapes.virt import (
    DomainStats,
    FreePages,
    NodeCPUStats,
    NodeInfo,
    NodeMemoryParameters,
    NodeMemoryStats,
    SecurityModel,
    SEVInfo,
)


def inferred(
    conn: Virt,
    dom: Domain,
    snapshot: DomainSnapshot,
    checkpoint: DomainCheckpoint,
    net: Network,
    port: NetworkPort,
    dev: NodeDevice,
    nwfilter: NWFilter,
    binding: NWFilterBinding,
    secret: Secret,
    pool: StoragePool,
    vol: StorageVol,
    iface: Interface,
    stream: Stream,
    error: Error,
) -> None:
    """What each call gives."""
    assert_type(conn.new_stream(), Stream)
    assert_type(conn.abort(), bool)
    assert_type(conn.time_limit(1), AbstractContextManager[None])
    assert_type(conn.create_domain("x"), Domain)
    assert_type(conn.create_domain_with_files("x", []), Domain)
    assert_type(conn.define_domain("x"), Domain)
    assert_type(conn.create_network("x"), Network)
    assert_type(conn.define_network("x"), Network)
    assert_type(conn.define_nwfilter("x"), NWFilter)
    assert_type(conn.create_nwfilter_binding("x"), NWFilterBinding)
    assert_type(conn.define_secret("x"), Secret)
    assert_type(conn.create_storage_pool("x"), StoragePool)
    assert_type(conn.define_storage_pool("x"), StoragePool)
    assert_type(conn.create_interface("x"), Interface)
    assert_type(conn.define_interface("x"), Interface)
    assert_type(conn.create_node_device("x"), NodeDevice)
    assert_type(conn.define_node_device("x"), NodeDevice)
    assert_type(conn.list_domains(), list[Domain])
    assert_type(conn.num_of_domains(), int)
    assert_type(conn.list_domain_ids(0), list[int])
    assert_type(conn.list_defined_domains(), list[Domain])
    assert_type(conn.num_of_defined_domains(), int)
    assert_type(conn.list_defined_domain_names(0), list[str])
    assert_type(conn.list_all_domains(), list[Domain])
    assert_type(conn.list_networks(), list[Network])
    assert_type(conn.num_of_networks(), int)
    assert_type(conn.list_network_names(0), list[str])
    assert_type(conn.list_network_ids(0), list[str])
    assert_type(conn.get_network_by_id("x"), Network)
    assert_type(conn.list_defined_networks(), list[Network])
    assert_type(conn.num_of_defined_networks(), int)
    assert_type(conn.list_defined_network_names(0), list[str])
    assert_type(conn.list_all_networks(), list[Network])
    assert_type(conn.list_storage_pools(), list[StoragePool])
    assert_type(conn.num_of_storage_pools(), int)
    assert_type(conn.list_storage_pool_names(0), list[str])
    assert_type(conn.list_defined_storage_pools(), list[StoragePool])
    assert_type(conn.num_of_defined_storage_pools(), int)
    assert_type(conn.list_defined_storage_pool_names(0), list[str])
    assert_type(conn.list_all_storage_pools(), list[StoragePool])
    assert_type(conn.list_node_devices(), list[NodeDevice])
    assert_type(conn.num_of_node_devices("x"), int)
    assert_type(conn.list_node_device_names("x", 0), list[str])
    assert_type(conn.list_all_node_devices(), list[NodeDevice])
    assert_type(conn.list_interfaces(), list[Interface])
    assert_type(conn.num_of_interfaces(), int)
    assert_type(conn.list_interface_names(0), list[str])
    assert_type(conn.list_defined_interfaces(), list[Interface])
    assert_type(conn.num_of_defined_interfaces(), int)
    assert_type(conn.list_defined_interface_names(0), list[str])
    assert_type(conn.list_all_interfaces(), list[Interface])
    assert_type(conn.list_secrets(), list[Secret])
    assert_type(conn.num_of_secrets(), int)
    assert_type(conn.list_secret_uuids(0), list[str])
    assert_type(conn.list_all_secrets(), list[Secret])
    assert_type(conn.list_nwfilters(), list[NWFilter])
    assert_type(conn.num_of_nwfilters(), int)
    assert_type(conn.list_nwfilter_names(0), list[str])
    assert_type(conn.list_all_nwfilters(), list[NWFilter])
    assert_type(conn.list_all_nwfilter_bindings(), list[NWFilterBinding])
    assert_type(conn.get_save_image_xml_description("x"), str)
    assert_type(conn.get_domain_by_name("x"), Domain)
    assert_type(conn.get_domain_by_id(0), Domain)
    assert_type(conn.get_domain_by_uuid(b"x"), Domain)
    assert_type(conn.get_network_by_name("x"), Network)
    assert_type(conn.get_network_by_uuid(b"x"), Network)
    assert_type(conn.get_storage_pool_by_name("x"), StoragePool)
    assert_type(conn.get_storage_pool_by_uuid(b"x"), StoragePool)
    assert_type(conn.get_storage_pool_by_volume(vol), StoragePool)
    assert_type(conn.get_storage_pool_by_target_path("x"), StoragePool)
    assert_type(conn.get_storage_volume_by_path("x"), StorageVol)
    assert_type(conn.get_storage_volume_by_key("x"), StorageVol)
    assert_type(conn.get_node_device_by_name("x"), NodeDevice)
    assert_type(conn.get_node_device_scsihost_by_wwn("x", "x"), NodeDevice)
    assert_type(conn.get_interface_by_name("x"), Interface)
    assert_type(conn.get_interface_by_mac("x"), Interface)
    assert_type(conn.get_secret_by_uuid(b"x"), Secret)
    assert_type(conn.get_secret_by_usage(0, "x"), Secret)
    assert_type(conn.get_nwfilter_by_name("x"), NWFilter)
    assert_type(conn.get_nwfilter_by_uuid(b"x"), NWFilter)
    assert_type(conn.get_nwfilter_binding_by_port_dev("x"), NWFilterBinding)
    assert_type(conn.find_storage_pool_sources("x", "x"), str)
    assert_type(conn.get_all_domain_stats(0), list[DomainStats])
    assert_type(conn.get_max_vcpus("x"), int)
    assert_type(conn.get_hostname(), str)
    assert_type(conn.get_uri(), str)
    assert_type(conn.get_sysinfo(), str)
    assert_type(conn.get_type(), str)
    assert_type(conn.domain_xml_from_native("x", "x"), str)
    assert_type(conn.domain_xml_to_native("x", "x"), str)
    assert_type(conn.get_major_version(), int)
    assert_type(conn.get_minor_version(), int)
    assert_type(conn.get_micro_version(), int)
    assert_type(conn.get_library_version(), int)
    assert_type(conn.is_secure(), bool)
    assert_type(conn.is_encrypted(), bool)
    assert_type(conn.is_alive(), bool)
    assert_type(conn.get_node_info(), NodeInfo)
    assert_type(conn.get_node_cpu_map(), tuple[int, bytes, int])
    assert_type(conn.get_node_cpu_stats(), NodeCPUStats)
    assert_type(conn.get_node_memory_stats(), NodeMemoryStats)
    assert_type(conn.get_node_memory_parameters(), NodeMemoryParameters)
    assert_type(conn.get_node_sev_info(), SEVInfo)
    assert_type(conn.baseline_cpu([]), str)
    assert_type(conn.baseline_hypervisor_cpu("x", "x", "x", "x", []), str)
    assert_type(conn.get_cpu_model_names("x"), list[str])
    assert_type(conn.get_node_security_model(), SecurityModel)
    assert_type(conn.get_capabilities(), str)
    assert_type(conn.get_domain_capabilities("x", "x", "x", "x"), str)
    assert_type(conn.get_storage_pool_capabilities(), str)
    assert_type(conn.compare_cpu("x"), int)
    assert_type(conn.compare_hypervisor_cpu("x", "x", "x", "x", "x"), int)
    assert_type(conn.get_node_free_memory(), int)
    assert_type(conn.get_node_cells_free_memory(0, 0), list[int])
    assert_type(conn.get_node_free_pages([], 0, 0), list[FreePages])
    assert_type(dom.get_id(), int)
    assert_type(dom.get_uuid(), bytes)
    assert_type(dom.get_uuid_string(), str)
    assert_type(dom.get_name(), str)
    assert_type(dom.get_hostname(), str)
    assert_type(dom.get_metadata(0), str)
    assert_type(dom.is_active(), bool)
    assert_type(dom.is_persistent(), bool)
    assert_type(dom.is_updated(), bool)
    assert_type(dom.get_xml_description(), str)
    assert_type(dom.get_os_type(), str)
    assert_type(dom.has_managed_save_image(), bool)
    assert_type(dom.managed_save_get_xml_description(), str)
    assert_type(dom.get_info(), DomainInfo)
    assert_type(dom.get_state(), tuple[int, int])
    assert_type(dom.get_control_info(), DomainControlInfo)
    assert_type(dom.get_time(), tuple[int, int])
    assert_type(dom.get_disk_errors(), list[DiskError])
    assert_type(dom.get_block_info("x"), BlockInfo)
    assert_type(dom.get_max_memory(), int)
    assert_type(dom.get_max_vcpus(), int)
    assert_type(dom.block_peek("x", 0, 0), bytes)
    assert_type(dom.memory_peek(0, 0), bytes)
    assert_type(dom.get_autostart(), bool)
    assert_type(dom.get_autostart_once(), bool)
    assert_type(dom.get_vcpus(), int)
    assert_type(dom.get_guest_vcpus(), GuestVcpus)
    assert_type(dom.get_scheduler_type(), str)
    assert_type(dom.block_stats("x"), BlockStats)
    assert_type(dom.get_scheduler_parameters(), SchedulerParameters)
    assert_type(dom.get_scheduler_params(), SchedulerParameters)
    assert_type(dom.get_memory_parameters(), MemoryParameters)
    assert_type(dom.get_blkio_parameters(), BlkioParameters)
    assert_type(dom.get_block_iotune("x"), BlockIoTune)
    assert_type(dom.get_interface_parameters("x"), Bandwidth)
    assert_type(dom.get_numa_parameters(), NumaParameters)
    assert_type(dom.get_perf_events(), PerfEvents)
    assert_type(dom.interface_stats("x"), InterfaceStats)
    assert_type(dom.memory_stats(), MemoryStats)
    assert_type(dom.get_security_label(), ModelledSecurityLabel)
    assert_type(dom.get_security_label_list(), list[SecurityLabel])
    assert_type(dom.open_graphics_fd(0), int)
    assert_type(dom.screenshot(stream, 0), str)
    assert_type(dom.get_vcpu_info(), list[VcpuInfo])
    assert_type(dom.get_emulator_pin_info(), bytes)
    assert_type(dom.get_iothread_info(), list[IOThreadInfo])
    assert_type(dom.get_cpu_stats(0, 0), list[CPUStats])
    assert_type(dom.get_job_info(), JobInfo)
    assert_type(dom.get_job_stats(), tuple[int, JobStats])
    assert_type(dom.get_block_job_info("x"), BlockJobInfo)
    assert_type(dom.num_of_snapshots(), int)
    assert_type(dom.list_snapshot_names(0), list[str])
    assert_type(dom.list_snapshots(), list[DomainSnapshot])
    assert_type(dom.list_all_snapshots(), list[DomainSnapshot])
    assert_type(dom.get_snapshot_by_name("x"), DomainSnapshot)
    assert_type(dom.lookup_snapshot_by_name("x"), DomainSnapshot)
    assert_type(dom.has_current_snapshot(), bool)
    assert_type(dom.current_snapshot(), DomainSnapshot)
    assert_type(dom.create_snapshot("x"), DomainSnapshot)
    assert_type(dom.list_all_checkpoints(), list[DomainCheckpoint])
    assert_type(dom.get_checkpoint_by_name("x"), DomainCheckpoint)
    assert_type(dom.create_checkpoint("x"), DomainCheckpoint)
    assert_type(dom.backup_get_xml_description(), str)
    assert_type(dom.get_fs_info(), list[FilesystemInfo])
    assert_type(dom.get_interface_addresses(0), list[GuestInterface])
    assert_type(dom.get_launch_security_info(), LaunchSecurityInfo)
    assert_type(dom.get_guest_info(), dict[str, Any])
    assert_type(dom.authorized_ssh_keys_get("x"), list[str])
    assert_type(dom.get_messages(), list[str])
    assert_type(checkpoint.get_name(), str)
    assert_type(checkpoint.get_xml_description(), str)
    assert_type(checkpoint.get_parent(), DomainCheckpoint)
    assert_type(checkpoint.list_all_children(), list[DomainCheckpoint])
    assert_type(snapshot.get_name(), str)
    assert_type(snapshot.get_xml_description(), str)
    assert_type(snapshot.get_parent(), DomainSnapshot)
    assert_type(snapshot.is_current(), bool)
    assert_type(snapshot.has_metadata(), bool)
    assert_type(snapshot.num_of_child_snapshots(), int)
    assert_type(snapshot.list_child_snapshot_names(0), list[str])
    assert_type(snapshot.list_child_snapshots(), list[DomainSnapshot])
    assert_type(snapshot.list_all_children(), list[DomainSnapshot])
    assert_type(error.stringify(), str)
    assert_type(Error.unsupported("x", "99.0.0", "9.0.0"), Error)
    assert_type(error.level(), int)
    assert_type(error.code(), int)
    assert_type(error.domain(), int)
    assert_type(error.message(), str)
    assert_type(iface.get_name(), str)
    assert_type(iface.is_active(), bool)
    assert_type(iface.get_mac(), str)
    assert_type(iface.get_xml_description(), str)
    assert_type(nwfilter.get_uuid(), bytes)
    assert_type(nwfilter.get_uuid_string(), str)
    assert_type(nwfilter.get_name(), str)
    assert_type(nwfilter.get_xml_description(), str)
    assert_type(binding.get_port_dev(), str)
    assert_type(binding.get_filter_name(), str)
    assert_type(binding.get_xml_description(), str)
    assert_type(net.get_uuid(), bytes)
    assert_type(net.get_uuid_string(), str)
    assert_type(net.get_name(), str)
    assert_type(net.is_active(), bool)
    assert_type(net.is_persistent(), bool)
    assert_type(net.get_xml_description(), str)
    assert_type(net.get_bridge_name(), str)
    assert_type(net.get_autostart(), bool)
    assert_type(net.get_dhcp_leases(), list[DHCPLease])
    assert_type(net.list_all_ports(), list[NetworkPort])
    assert_type(net.create_port("x"), NetworkPort)
    assert_type(net.get_port_by_uuid(b"x"), NetworkPort)
    assert_type(net.get_metadata(0), str)
    assert_type(port.get_uuid(), bytes)
    assert_type(port.get_uuid_string(), str)
    assert_type(port.get_xml_description(), str)
    assert_type(port.get_parameters(), Bandwidth)
    assert_type(dev.get_name(), str)
    assert_type(dev.get_xml_description(), str)
    assert_type(dev.get_autostart(), bool)
    assert_type(dev.is_active(), bool)
    assert_type(dev.is_persistent(), bool)
    assert_type(dev.list_capabilities(), list[str])
    assert_type(secret.get_uuid(), bytes)
    assert_type(secret.get_uuid_string(), str)
    assert_type(secret.get_usage_type(), int)
    assert_type(secret.get_usage_id(), str)
    assert_type(secret.get_xml_description(), str)
    assert_type(pool.get_uuid(), bytes)
    assert_type(pool.get_uuid_string(), str)
    assert_type(pool.get_name(), str)
    assert_type(pool.is_active(), bool)
    assert_type(pool.is_persistent(), bool)
    assert_type(pool.get_xml_description(), str)
    assert_type(pool.get_autostart(), bool)
    assert_type(pool.get_info(), StoragePoolInfo)
    assert_type(pool.num_of_storage_volumes(), int)
    assert_type(pool.list_storage_vol_names(0), list[str])
    assert_type(pool.list_volumes(), list[StorageVol])
    assert_type(pool.list_all_volumes(), list[StorageVol])
    assert_type(pool.get_volume_by_name("x"), StorageVol)
    assert_type(pool.create_volume("x"), StorageVol)
    assert_type(pool.clone_volume("x", vol), StorageVol)
    assert_type(vol.get_name(), str)
    assert_type(vol.get_key(), str)
    assert_type(vol.get_path(), str)
    assert_type(vol.get_xml_description(), str)
    assert_type(vol.get_info(), StorageVolInfo)
    assert_type(stream.recv(bytearray(), 0), int)
    assert_type(stream.send(bytearray(), 0), int)
    assert_type(stream.recv_hole(), int)
    assert_type(dev.get_parent(), str | None)
    assert_type(secret.get_value(), bytes | None)


def caught(conn: Virt) -> None:
    """What an ``except`` for a kind gives."""
    try:
        conn.get_hostname()
    except Virt.NotFoundError as missing:
        assert_type(missing, NotFoundError)
        assert_type(missing.code(), int)
        as_error: Error = missing
        as_built_in: LookupError = missing
        del as_error, as_built_in
    except Virt.ConnectionLostError as lost:
        assert_type(lost, ConnectionLostError)
        assert_type(lost.errno, int | None)
        as_os_error: ConnectionError = lost
        del as_os_error
    except AccessDeniedError as denied:
        as_permission_error: PermissionError = denied
        del as_permission_error
    except (
        OperationTimeoutError,
        InvalidStateError,
        NotSupportedError,
        AlreadyExistsError,
    ) as other:
        assert_type(other.message(), str)


def gone_through(dom: Domain, conn: Virt) -> None:
    """Dicts whose keys depend on the hypervisor are read by any key, as a loop has it."""
    params = dom.get_scheduler_parameters()
    for key in params:
        assert_type(params[key], int)
    for key in sorted(params):
        assert_type(params[key], int)
    for pair in params.items():
        assert_type(pair, tuple[str, int])
    assert_type({**params, "own": 1}, dict[str, int])
    assert_type(params.get(dom.get_name(), 0), int)
    numbers = (
        dom.get_memory_parameters(),
        dom.get_interface_parameters("x"),
        dom.memory_stats(),
        dom.block_stats("x"),
        dom.get_cpu_stats(-1, 1)[0],
        conn.get_node_cpu_stats(),
        conn.get_node_memory_stats(),
        conn.get_node_memory_parameters(),
    )
    for each in numbers:
        for key in each:
            assert_type(each[key], int)
    switches, texts = dom.get_perf_events(), dom.get_guest_vcpus()
    for key in switches:
        assert_type(switches[key], bool)
    for key in texts:
        assert_type(texts[key], str)
    mixed = (
        dom.get_blkio_parameters(),
        dom.get_block_iotune("x"),
        dom.get_numa_parameters(),
        dom.get_launch_security_info(),
        conn.get_node_sev_info(),
    )
    for one in mixed:
        for key in one:
            assert_type(one[key], int | str)
        for value in one.values():
            assert_type(value, int | str)
    _, stats = dom.get_job_stats()
    for key in stats:
        assert_type(stats[key], int | bool | str)


def known_keys(dom: Domain, conn: Virt) -> None:
    """And a key that is known leads to what it holds."""
    tune = dom.get_block_iotune("x")
    assert_type(tune["total_bytes_sec"], int)
    assert_type(tune[Domain.BLOCK_IOTUNE_GROUP_NAME], str)
    assert_type(tune.get("group_name"), str | None)
    assert_type(tune.get("group_name", 0), str | int)
    assert_type(dom.get_blkio_parameters()["weight"], int)
    assert_type(dom.get_numa_parameters()[Domain.NUMA_NODESET], str)
    _, stats = dom.get_job_stats()
    assert_type(stats["data_total"], int)
    assert_type(stats[Domain.JOB_ERRMSG], str)
    assert_type(conn.get_node_sev_info()["cbitpos"], int)
    # What a script has changed goes back as it is.
    dom.set_scheduler_parameters({**dom.get_scheduler_parameters(), "cpu_shares": 1})
    dom.set_block_iotune("x", tune)


def mistyped(dom: Domain, err: Error) -> None:
    """What a checker has to flag, although a program gets a hint."""
    str(dom.blockJobAbort)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
    str(err.get_code)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
    str(Domain.STATE_CRUSHED)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
    str(sysvirt.Domian)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]


def log() -> None:
    """What begins and ends libvirt's log."""
    assert_type(logs.start(30, logger="libvirt", filters="1:rpc"), AbstractContextManager[object])
    logs.stop()
