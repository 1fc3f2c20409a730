"""Every awaited result as a type checker infers it; nothing here is run.

What is wrong on purpose stands under an `ignore`: a checker that lets it pass reports that one.
"""

from __future__ import annotations

import asyncio
from typing import Any, assert_type

from sysvirt import Virt as SyncVirt
from sysvirt.aio import (
    Domain,
    DomainCheckpoint,
    DomainSnapshot,
    Events,
    EventsLost,
    Hole,
    Interface,
    Network,
    NetworkPort,
    NodeDevice,
    NWFilter,
    NWFilterBinding,
    Secret,
    StoragePool,
    StorageVol,
    Stream,
    Virt,
)
from sysvirt.aio._shapes import DomainStats
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
    FreePages,
    NodeCPUStats,
    NodeInfo,
    NodeMemoryParameters,
    NodeMemoryStats,
    SecurityModel,
    SEVInfo,
)


async def awaited(
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
) -> None:
    """What each call gives."""
    assert_type(await conn.new_stream(), Stream)
    assert_type(conn.abort(), bool)
    assert_type(await conn.create_domain("x"), Domain)
    assert_type(await conn.create_domain_with_files("x", []), Domain)
    assert_type(await conn.define_domain("x"), Domain)
    assert_type(await conn.create_network("x"), Network)
    assert_type(await conn.define_network("x"), Network)
    assert_type(await conn.define_nwfilter("x"), NWFilter)
    assert_type(await conn.create_nwfilter_binding("x"), NWFilterBinding)
    assert_type(await conn.define_secret("x"), Secret)
    assert_type(await conn.create_storage_pool("x"), StoragePool)
    assert_type(await conn.define_storage_pool("x"), StoragePool)
    assert_type(await conn.create_interface("x"), Interface)
    assert_type(await conn.define_interface("x"), Interface)
    assert_type(await conn.create_node_device("x"), NodeDevice)
    assert_type(await conn.define_node_device("x"), NodeDevice)
    assert_type(await conn.list_domains(), list[Domain])
    assert_type(await conn.num_of_domains(), int)
    assert_type(await conn.list_domain_ids(0), list[int])
    assert_type(await conn.list_defined_domains(), list[Domain])
    assert_type(await conn.num_of_defined_domains(), int)
    assert_type(await conn.list_defined_domain_names(0), list[str])
    assert_type(await conn.list_all_domains(), list[Domain])
    assert_type(await conn.list_networks(), list[Network])
    assert_type(await conn.num_of_networks(), int)
    assert_type(await conn.list_network_names(0), list[str])
    assert_type(await conn.list_network_ids(0), list[str])
    assert_type(await conn.get_network_by_id("x"), Network)
    assert_type(await conn.list_defined_networks(), list[Network])
    assert_type(await conn.num_of_defined_networks(), int)
    assert_type(await conn.list_defined_network_names(0), list[str])
    assert_type(await conn.list_all_networks(), list[Network])
    assert_type(await conn.list_storage_pools(), list[StoragePool])
    assert_type(await conn.num_of_storage_pools(), int)
    assert_type(await conn.list_storage_pool_names(0), list[str])
    assert_type(await conn.list_defined_storage_pools(), list[StoragePool])
    assert_type(await conn.num_of_defined_storage_pools(), int)
    assert_type(await conn.list_defined_storage_pool_names(0), list[str])
    assert_type(await conn.list_all_storage_pools(), list[StoragePool])
    assert_type(await conn.list_node_devices(), list[NodeDevice])
    assert_type(await conn.num_of_node_devices("x"), int)
    assert_type(await conn.list_node_device_names("x", 0), list[str])
    assert_type(await conn.list_all_node_devices(), list[NodeDevice])
    assert_type(await conn.list_interfaces(), list[Interface])
    assert_type(await conn.num_of_interfaces(), int)
    assert_type(await conn.list_interface_names(0), list[str])
    assert_type(await conn.list_defined_interfaces(), list[Interface])
    assert_type(await conn.num_of_defined_interfaces(), int)
    assert_type(await conn.list_defined_interface_names(0), list[str])
    assert_type(await conn.list_all_interfaces(), list[Interface])
    assert_type(await conn.list_secrets(), list[Secret])
    assert_type(await conn.num_of_secrets(), int)
    assert_type(await conn.list_secret_uuids(0), list[str])
    assert_type(await conn.list_all_secrets(), list[Secret])
    assert_type(await conn.list_nwfilters(), list[NWFilter])
    assert_type(await conn.num_of_nwfilters(), int)
    assert_type(await conn.list_nwfilter_names(0), list[str])
    assert_type(await conn.list_all_nwfilters(), list[NWFilter])
    assert_type(await conn.list_all_nwfilter_bindings(), list[NWFilterBinding])
    assert_type(await conn.get_save_image_xml_description("x"), str)
    assert_type(await conn.get_domain_by_name("x"), Domain)
    assert_type(await conn.get_domain_by_id(0), Domain)
    assert_type(await conn.get_domain_by_uuid(b"x"), Domain)
    assert_type(await conn.get_network_by_name("x"), Network)
    assert_type(await conn.get_network_by_uuid(b"x"), Network)
    assert_type(await conn.get_storage_pool_by_name("x"), StoragePool)
    assert_type(await conn.get_storage_pool_by_uuid(b"x"), StoragePool)
    assert_type(await conn.get_storage_pool_by_volume(vol), StoragePool)
    assert_type(await conn.get_storage_pool_by_target_path("x"), StoragePool)
    assert_type(await conn.get_storage_volume_by_path("x"), StorageVol)
    assert_type(await conn.get_storage_volume_by_key("x"), StorageVol)
    assert_type(await conn.get_node_device_by_name("x"), NodeDevice)
    assert_type(await conn.get_node_device_scsihost_by_wwn("x", "x"), NodeDevice)
    assert_type(await conn.get_interface_by_name("x"), Interface)
    assert_type(await conn.get_interface_by_mac("x"), Interface)
    assert_type(await conn.get_secret_by_uuid(b"x"), Secret)
    assert_type(await conn.get_secret_by_usage(0, "x"), Secret)
    assert_type(await conn.get_nwfilter_by_name("x"), NWFilter)
    assert_type(await conn.get_nwfilter_by_uuid(b"x"), NWFilter)
    assert_type(await conn.get_nwfilter_binding_by_port_dev("x"), NWFilterBinding)
    assert_type(await conn.find_storage_pool_sources("x", "x"), str)
    assert_type(await conn.get_all_domain_stats(0), list[DomainStats])
    assert_type(await conn.get_max_vcpus("x"), int)
    assert_type(await conn.get_hostname(), str)
    assert_type(conn.get_uri(), str)
    assert_type(await conn.get_sysinfo(), str)
    assert_type(await conn.get_type(), str)
    assert_type(await conn.domain_xml_from_native("x", "x"), str)
    assert_type(await conn.domain_xml_to_native("x", "x"), str)
    assert_type(await conn.get_major_version(), int)
    assert_type(await conn.get_minor_version(), int)
    assert_type(await conn.get_micro_version(), int)
    assert_type(await conn.get_library_version(), int)
    assert_type(await conn.is_secure(), bool)
    assert_type(await conn.is_encrypted(), bool)
    assert_type(conn.is_alive(), bool)
    assert_type(await conn.get_node_info(), NodeInfo)
    assert_type(await conn.get_node_cpu_map(), tuple[int, bytes, int])
    assert_type(await conn.get_node_cpu_stats(), NodeCPUStats)
    assert_type(await conn.get_node_memory_stats(), NodeMemoryStats)
    assert_type(await conn.get_node_memory_parameters(), NodeMemoryParameters)
    assert_type(await conn.get_node_sev_info(), SEVInfo)
    assert_type(await conn.baseline_cpu([]), str)
    assert_type(await conn.baseline_hypervisor_cpu("x", "x", "x", "x", []), str)
    assert_type(await conn.get_cpu_model_names("x"), list[str])
    assert_type(await conn.get_node_security_model(), SecurityModel)
    assert_type(await conn.get_capabilities(), str)
    assert_type(await conn.get_domain_capabilities("x", "x", "x", "x"), str)
    assert_type(await conn.get_storage_pool_capabilities(), str)
    assert_type(await conn.compare_cpu("x"), int)
    assert_type(await conn.compare_hypervisor_cpu("x", "x", "x", "x", "x"), int)
    assert_type(await conn.get_node_free_memory(), int)
    assert_type(await conn.get_node_cells_free_memory(0, 0), list[int])
    assert_type(await conn.get_node_free_pages([], 0, 0), list[FreePages])
    assert_type(dom.get_id(), int)
    assert_type(dom.get_uuid(), bytes)
    assert_type(dom.get_uuid_string(), str)
    assert_type(dom.get_name(), str)
    assert_type(await dom.get_hostname(), str)
    assert_type(await dom.get_metadata(0), str)
    assert_type(await dom.is_active(), bool)
    assert_type(await dom.is_persistent(), bool)
    assert_type(await dom.is_updated(), bool)
    assert_type(await dom.get_xml_description(), str)
    assert_type(await dom.get_os_type(), str)
    assert_type(await dom.has_managed_save_image(), bool)
    assert_type(await dom.managed_save_get_xml_description(), str)
    assert_type(await dom.get_info(), DomainInfo)
    assert_type(await dom.get_state(), tuple[int, int])
    assert_type(await dom.get_control_info(), DomainControlInfo)
    assert_type(await dom.get_time(), tuple[int, int])
    assert_type(await dom.get_disk_errors(), list[DiskError])
    assert_type(await dom.get_block_info("x"), BlockInfo)
    assert_type(await dom.get_max_memory(), int)
    assert_type(await dom.get_max_vcpus(), int)
    assert_type(await dom.block_peek("x", 0, 0), bytes)
    assert_type(await dom.memory_peek(0, 0), bytes)
    assert_type(await dom.get_autostart(), bool)
    assert_type(await dom.get_autostart_once(), bool)
    assert_type(await dom.get_vcpus(), int)
    assert_type(await dom.get_guest_vcpus(), GuestVcpus)
    assert_type(await dom.get_scheduler_type(), str)
    assert_type(await dom.block_stats("x"), BlockStats)
    assert_type(await dom.get_scheduler_parameters(), SchedulerParameters)
    assert_type(await dom.get_scheduler_params(), SchedulerParameters)
    assert_type(await dom.get_memory_parameters(), MemoryParameters)
    assert_type(await dom.get_blkio_parameters(), BlkioParameters)
    assert_type(await dom.get_block_iotune("x"), BlockIoTune)
    assert_type(await dom.get_interface_parameters("x"), Bandwidth)
    assert_type(await dom.get_numa_parameters(), NumaParameters)
    assert_type(await dom.get_perf_events(), PerfEvents)
    assert_type(await dom.interface_stats("x"), InterfaceStats)
    assert_type(await dom.memory_stats(), MemoryStats)
    assert_type(await dom.get_security_label(), ModelledSecurityLabel)
    assert_type(await dom.get_security_label_list(), list[SecurityLabel])
    assert_type(await dom.open_graphics_fd(0), int)
    assert_type(await dom.screenshot(stream, 0), str)
    assert_type(await dom.get_vcpu_info(), list[VcpuInfo])
    assert_type(await dom.get_emulator_pin_info(), bytes)
    assert_type(await dom.get_iothread_info(), list[IOThreadInfo])
    assert_type(await dom.get_cpu_stats(0, 0), list[CPUStats])
    assert_type(await dom.get_job_info(), JobInfo)
    assert_type(await dom.get_job_stats(), tuple[int, JobStats])
    assert_type(await dom.get_block_job_info("x"), BlockJobInfo)
    assert_type(await dom.num_of_snapshots(), int)
    assert_type(await dom.list_snapshot_names(0), list[str])
    assert_type(await dom.list_snapshots(), list[DomainSnapshot])
    assert_type(await dom.list_all_snapshots(), list[DomainSnapshot])
    assert_type(await dom.get_snapshot_by_name("x"), DomainSnapshot)
    assert_type(await dom.lookup_snapshot_by_name("x"), DomainSnapshot)
    assert_type(await dom.has_current_snapshot(), bool)
    assert_type(await dom.current_snapshot(), DomainSnapshot)
    assert_type(await dom.create_snapshot("x"), DomainSnapshot)
    assert_type(await dom.list_all_checkpoints(), list[DomainCheckpoint])
    assert_type(await dom.get_checkpoint_by_name("x"), DomainCheckpoint)
    assert_type(await dom.create_checkpoint("x"), DomainCheckpoint)
    assert_type(await dom.backup_get_xml_description(), str)
    assert_type(await dom.get_fs_info(), list[FilesystemInfo])
    assert_type(await dom.get_interface_addresses(0), list[GuestInterface])
    assert_type(await dom.get_launch_security_info(), LaunchSecurityInfo)
    assert_type(await dom.get_guest_info(), dict[str, Any])
    assert_type(await dom.authorized_ssh_keys_get("x"), list[str])
    assert_type(await dom.get_messages(), list[str])
    assert_type(checkpoint.get_name(), str)
    assert_type(await checkpoint.get_xml_description(), str)
    assert_type(await checkpoint.get_parent(), DomainCheckpoint)
    assert_type(await checkpoint.list_all_children(), list[DomainCheckpoint])
    assert_type(snapshot.get_name(), str)
    assert_type(await snapshot.get_xml_description(), str)
    assert_type(await snapshot.get_parent(), DomainSnapshot)
    assert_type(await snapshot.is_current(), bool)
    assert_type(await snapshot.has_metadata(), bool)
    assert_type(await snapshot.num_of_child_snapshots(), int)
    assert_type(await snapshot.list_child_snapshot_names(0), list[str])
    assert_type(await snapshot.list_child_snapshots(), list[DomainSnapshot])
    assert_type(await snapshot.list_all_children(), list[DomainSnapshot])
    assert_type(iface.get_name(), str)
    assert_type(await iface.is_active(), bool)
    assert_type(iface.get_mac(), str)
    assert_type(await iface.get_xml_description(), str)
    assert_type(nwfilter.get_uuid(), bytes)
    assert_type(nwfilter.get_uuid_string(), str)
    assert_type(nwfilter.get_name(), str)
    assert_type(await nwfilter.get_xml_description(), str)
    assert_type(binding.get_port_dev(), str)
    assert_type(binding.get_filter_name(), str)
    assert_type(await binding.get_xml_description(), str)
    assert_type(net.get_uuid(), bytes)
    assert_type(net.get_uuid_string(), str)
    assert_type(net.get_name(), str)
    assert_type(await net.is_active(), bool)
    assert_type(await net.is_persistent(), bool)
    assert_type(await net.get_xml_description(), str)
    assert_type(await net.get_bridge_name(), str)
    assert_type(await net.get_autostart(), bool)
    assert_type(await net.get_dhcp_leases(), list[DHCPLease])
    assert_type(await net.list_all_ports(), list[NetworkPort])
    assert_type(await net.create_port("x"), NetworkPort)
    assert_type(await net.get_port_by_uuid(b"x"), NetworkPort)
    assert_type(await net.get_metadata(0), str)
    assert_type(port.get_uuid(), bytes)
    assert_type(port.get_uuid_string(), str)
    assert_type(await port.get_xml_description(), str)
    assert_type(await port.get_parameters(), Bandwidth)
    assert_type(dev.get_name(), str)
    assert_type(await dev.get_xml_description(), str)
    assert_type(await dev.get_autostart(), bool)
    assert_type(await dev.is_active(), bool)
    assert_type(await dev.is_persistent(), bool)
    assert_type(await dev.list_capabilities(), list[str])
    assert_type(secret.get_uuid(), bytes)
    assert_type(secret.get_uuid_string(), str)
    assert_type(secret.get_usage_type(), int)
    assert_type(secret.get_usage_id(), str)
    assert_type(await secret.get_xml_description(), str)
    assert_type(pool.get_uuid(), bytes)
    assert_type(pool.get_uuid_string(), str)
    assert_type(pool.get_name(), str)
    assert_type(await pool.is_active(), bool)
    assert_type(await pool.is_persistent(), bool)
    assert_type(await pool.get_xml_description(), str)
    assert_type(await pool.get_autostart(), bool)
    assert_type(await pool.get_info(), StoragePoolInfo)
    assert_type(await pool.num_of_storage_volumes(), int)
    assert_type(await pool.list_storage_vol_names(0), list[str])
    assert_type(await pool.list_volumes(), list[StorageVol])
    assert_type(await pool.list_all_volumes(), list[StorageVol])
    assert_type(await pool.get_volume_by_name("x"), StorageVol)
    assert_type(await pool.create_volume("x"), StorageVol)
    assert_type(await pool.clone_volume("x", vol), StorageVol)
    assert_type(vol.get_name(), str)
    assert_type(vol.get_key(), str)
    assert_type(await vol.get_path(), str)
    assert_type(await vol.get_xml_description(), str)
    assert_type(await vol.get_info(), StorageVolInfo)
    assert_type(await dev.get_parent(), str | None)
    assert_type(await secret.get_value(), bytes | None)
    assert_type(await stream.recv(1024), bytes | int)
    assert_type(await stream.send(b"x", 1), int)
    assert_type(await stream.recv_hole(), int)


def count(conn: SyncVirt, number: int) -> int:
    """What a thread does."""
    return conn.num_of_domains() + number


async def by_hand(conn: Virt, dom: Domain, net: Network, vol: StorageVol) -> None:
    """What each method that is written by hand gives."""
    async with Virt.new(uri="x") as opened:
        assert_type(opened, Virt)
    assert_type(await Virt.new(uri="x"), Virt)
    assert_type(await asyncio.create_task(Virt.new(uri="x")), Virt)
    assert_type(Virt.of(conn.sync), Virt)
    assert_type(await conn.run(count, 3), int)
    assert_type(conn.pending, tuple[int, int, int])
    assert_type(await conn.closed(), int)
    assert_type(dom.connection, Virt)
    assert_type(await dom.wait_for(dom.STATE_RUNNING, timeout=1), int)
    assert_type(conn.events(), Events[Domain])
    assert_type(conn.events(Network, item=net), Events[Network])
    async with conn.events(Network, Network.EVENT_ID_LIFECYCLE) as events:
        async for item, *_ in events:
            assert_type(item, Network)
    assert_type(EventsLost(1).count, int)
    async with vol.reader() as reader:
        assert_type(await reader.read(1), bytes)
        async for piece in reader:
            assert_type(piece, bytes | Hole)
    async with vol.writer() as writer:
        assert_type(await writer.write(b"x"), int)
    async with dom.console() as tty:
        assert_type(await tty.read(1), bytes)
        assert_type(tty.lost, int)
    assert_type(await conn.get_version(), int)
    assert_type(Virt.get_version(), int)


async def wrong(conn: Virt, dom: Domain) -> None:
    """What a checker has to flag."""
    dom.suspend()  # type: ignore[unused-coroutine]  # pyright: ignore[reportUnusedCoroutine]
    info = dom.get_info()
    info["memory"]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
    await dom.get_info("x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await dom.get_name()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    await conn.run(count, "x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Virt.new(uri="x")  # type: ignore[unused-awaitable]
    str(dom.blockJobAbort)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
