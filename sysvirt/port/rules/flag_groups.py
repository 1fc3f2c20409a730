"""The enums of which the flags of methods are."""

from __future__ import annotations

from types import MappingProxyType

_ROWS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Virt", ("virConnectListAllDomainsFlags",), "list_all_domains"),
    ("Virt", ("virConnectListAllNetworksFlags",), "list_all_networks"),
    ("Virt", ("virConnectListAllStoragePoolsFlags",), "list_all_storage_pools"),
    ("Virt", ("virConnectListAllNodeDeviceFlags",), "list_all_node_devices"),
    ("Virt", ("virConnectListAllInterfacesFlags",), "list_all_interfaces"),
    ("Virt", ("virConnectListAllSecretsFlags",), "list_all_secrets"),
    ("Virt", ("virConnectGetAllDomainStatsFlags",), "get_all_domain_stats"),
    ("Virt", ("virConnectBaselineCPUFlags",), "baseline_cpu baseline_hypervisor_cpu"),
    ("Virt", ("virConnectCompareCPUFlags",), "compare_cpu compare_hypervisor_cpu"),
    ("Virt", ("virNodeAllocPagesFlags",), "node_alloc_pages"),
    ("Virt", ("virConnectFlags",), "new"),
    ("Virt", ("virStreamFlags",), "new_stream"),
    ("Virt", ("virDomainCreateFlags",), "create_domain create_domain_with_files"),
    ("Virt", ("virDomainDefineFlags",), "define_domain"),
    ("Virt", ("virNetworkCreateFlags",), "create_network"),
    ("Virt", ("virNetworkDefineFlags",), "define_network"),
    ("Virt", ("virNWFilterDefineFlags",), "define_nwfilter"),
    ("Virt", ("virNWFilterBindingCreateFlags",), "create_nwfilter_binding"),
    ("Virt", ("virSecretDefineFlags",), "define_secret"),
    ("Virt", ("virStoragePoolDefineFlags",), "define_storage_pool"),
    ("Virt", ("virInterfaceDefineFlags",), "define_interface"),
    ("Virt", ("virNodeDeviceCreateXMLFlags",), "create_node_device"),
    ("Virt", ("virNodeDeviceDefineXMLFlags",), "define_node_device"),
    ("Virt", ("virDomainSaveRestoreFlags",), "define_save_image_xml restore_domain"),
    ("Virt", ("virDomainSaveImageXMLFlags",), "get_save_image_xml_description"),
    ("Domain", ("virDomainGetHostnameFlags",), "get_hostname"),
    (
        "Domain",
        ("virDomainModificationImpact",),
        (
            "add_iothread del_iothread del_throttle_group get_blkio_parameters "
            "get_block_iotune get_emulator_pin_info get_interface_parameters "
            "get_iothread_info get_memory_parameters get_metadata get_numa_parameters "
            "get_perf_events get_scheduler_parameters get_vcpu_info pin_emulator pin_iothread "
            "pin_vcpu set_blkio_parameters set_block_iotune set_interface_parameters "
            "set_iothread set_lifecycle_action set_memory_parameters set_metadata "
            "set_numa_parameters set_perf_events set_scheduler_parameters set_throttle_group "
            "set_vcpu"
        ),
    ),
    ("Domain", ("virDomainXMLFlags",), "get_xml_description"),
    ("Domain", ("virDomainCreateFlags",), "create create_with_files"),
    ("Domain", ("virDomainUndefineFlagsValues",), "undefine"),
    ("Domain", ("virDomainSaveRestoreFlags",), "managed_save managed_save_define_xml save"),
    ("Domain", ("virDomainSaveImageXMLFlags",), "managed_save_get_xml_description"),
    ("Domain", ("virDomainCoreDumpFlags",), "core_dump core_dump_format"),
    ("Domain", ("virDomainDestroyFlagsValues",), "destroy"),
    ("Domain", ("virDomainSetTimeFlags",), "set_time"),
    ("Domain", ("virDomainSetUserPasswordFlags",), "set_user_password"),
    ("Domain", ("virDomainMemoryModFlags", "virDomainModificationImpact"), "set_memory"),
    ("Domain", ("virDomainMemoryModFlags",), "set_memory_stats_period"),
    ("Domain", ("virDomainShutdownFlagValues",), "shutdown"),
    ("Domain", ("virDomainRebootFlagValues",), "reboot"),
    (
        "Domain",
        ("virDomainDeviceModifyFlags",),
        "attach_device detach_device detach_device_alias update_device",
    ),
    ("Domain", ("virDomainMemoryFlags",), "memory_peek"),
    ("Domain", ("virDomainVcpuFlags", "virDomainModificationImpact"), "get_vcpus set_vcpus"),
    ("Domain", ("virDomainBlockResizeFlags",), "block_resize"),
    ("Domain", ("virDomainMigrateFlags",), "migrate migrate2 migrate_to_uri migrate_to_uri2"),
    ("Domain", ("virDomainMigrateMaxSpeedFlags",), "migrate_get_max_speed migrate_set_max_speed"),
    ("Domain", ("virDomainConsoleFlags",), "open_console"),
    ("Domain", ("virDomainChannelFlags",), "open_channel"),
    ("Domain", ("virDomainOpenGraphicsFlags",), "open_graphics open_graphics_fd"),
    ("Domain", ("virDomainGetJobStatsFlags",), "get_job_stats"),
    ("Domain", ("virDomainAbortJobFlagsValues",), "abort_job"),
    ("Domain", ("virDomainBlockJobInfoFlags",), "get_block_job_info"),
    ("Domain", ("virDomainBlockPullFlags",), "block_pull"),
    ("Domain", ("virDomainBlockRebaseFlags",), "block_rebase"),
    ("Domain", ("virDomainBlockCopyFlags",), "block_copy"),
    ("Domain", ("virDomainBlockCommitFlags",), "block_commit"),
    (
        "Domain",
        ("virDomainSnapshotListFlags",),
        "list_all_snapshots list_snapshot_names num_of_snapshots",
    ),
    ("Domain", ("virDomainCheckpointListFlags",), "list_all_checkpoints"),
    ("Domain", ("virDomainBackupBeginFlags",), "backup_begin"),
    ("Domain", ("virDomainAuthorizedSSHKeysSetFlags",), "authorized_ssh_keys_set"),
    ("Domain", ("virDomainMessageType",), "get_messages"),
    ("Domain", ("virDomainDirtyRateCalcFlags",), "start_dirty_rate_calc"),
    ("Domain", ("virDomainFDAssociateFlags",), "fd_associate"),
    ("Domain", ("virDomainBlockJobSetSpeedFlags",), "set_block_job_speed"),
    ("Domain", ("virDomainBlockJobAbortFlags",), "abort_block_job"),
    ("Domain", ("virDomainSnapshotCreateFlags",), "create_snapshot"),
    ("Domain", ("virDomainCheckpointCreateFlags",), "create_checkpoint"),
    ("DomainSnapshot", ("virDomainSnapshotXMLFlags",), "get_xml_description"),
    ("DomainSnapshot", ("virDomainSnapshotDeleteFlags",), "delete"),
    (
        "DomainSnapshot",
        ("virDomainSnapshotListFlags",),
        "list_all_children list_child_snapshot_names num_of_child_snapshots",
    ),
    ("DomainSnapshot", ("virDomainSnapshotRevertFlags",), "revert_to"),
    ("DomainCheckpoint", ("virDomainCheckpointXMLFlags",), "get_xml_description"),
    ("DomainCheckpoint", ("virDomainCheckpointDeleteFlags",), "delete"),
    ("DomainCheckpoint", ("virDomainCheckpointListFlags",), "list_all_children"),
    ("Network", ("virNetworkXMLFlags",), "get_xml_description"),
    ("Network", ("virNetworkUpdateFlags",), "update"),
    ("Network", ("virNetworkPortCreateFlags",), "create_port"),
    ("Interface", ("virInterfaceXMLFlags",), "get_xml_description"),
    ("NodeDevice", ("virNodeDeviceXMLFlags",), "get_xml_description"),
    ("NodeDevice", ("virNodeDeviceUpdateFlags",), "update"),
    ("StoragePool", ("virStorageXMLFlags",), "get_xml_description"),
    ("StoragePool", ("virStoragePoolBuildFlags",), "build"),
    ("StoragePool", ("virStoragePoolDeleteFlags",), "delete"),
    ("StorageVol", ("virStorageVolDeleteFlags",), "delete"),
    ("StorageVol", ("virStorageVolResizeFlags",), "resize"),
    ("StorageVol", ("virStorageVolInfoFlags",), "get_info"),
    ("StorageVol", ("virStorageVolDownloadFlags",), "download"),
    ("StorageVol", ("virStorageVolUploadFlags",), "upload"),
    ("Stream", ("virStreamFlags",), "new"),
    ("Stream", ("virStreamRecvFlagsValues",), "recv"),
)
#: By class and method: the groups of the constants that its ``flags`` are made of. Methods whose
#: flags have no constants are missing.
FLAG_GROUPS = MappingProxyType(
    {(cls, method): groups for cls, groups, methods in _ROWS for method in methods.split()}
)
