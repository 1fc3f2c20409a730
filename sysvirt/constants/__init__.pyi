# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Sys::Virt, one class a package: plain ``int`` and ``str``."""

from typing import Final

class VirtConstants:
    # virConnectFlags
    CONNECT_RO: Final = 1
    """``VIR_CONNECT_RO``, libvirt 0.4.1."""
    CONNECT_NO_ALIASES: Final = 2
    """``VIR_CONNECT_NO_ALIASES``, libvirt 0.9.7."""
    # virConnectCredentialType
    CRED_USERNAME: Final = 1
    """``VIR_CRED_USERNAME``, libvirt 0.4.1."""
    CRED_AUTHNAME: Final = 2
    """``VIR_CRED_AUTHNAME``, libvirt 0.4.1."""
    CRED_LANGUAGE: Final = 3
    """``VIR_CRED_LANGUAGE``, libvirt 0.4.1."""
    CRED_CNONCE: Final = 4
    """``VIR_CRED_CNONCE``, libvirt 0.4.1."""
    CRED_PASSPHRASE: Final = 5
    """``VIR_CRED_PASSPHRASE``, libvirt 0.4.1."""
    CRED_ECHOPROMPT: Final = 6
    """``VIR_CRED_ECHOPROMPT``, libvirt 0.4.1."""
    CRED_NOECHOPROMPT: Final = 7
    """``VIR_CRED_NOECHOPROMPT``, libvirt 0.4.1."""
    CRED_REALM: Final = 8
    """``VIR_CRED_REALM``, libvirt 0.4.1."""
    CRED_EXTERNAL: Final = 9
    """``VIR_CRED_EXTERNAL``, libvirt 0.4.1."""
    # VIR_CONNECT_IDENTITY_*
    IDENTITY_USER_NAME: Final = "user-name"
    """``VIR_CONNECT_IDENTITY_USER_NAME``, libvirt 5.8.0."""
    IDENTITY_UNIX_USER_ID: Final = "unix-user-id"
    """``VIR_CONNECT_IDENTITY_UNIX_USER_ID``, libvirt 5.8.0."""
    IDENTITY_GROUP_NAME: Final = "group-name"
    """``VIR_CONNECT_IDENTITY_GROUP_NAME``, libvirt 5.8.0."""
    IDENTITY_UNIX_GROUP_ID: Final = "unix-group-id"
    """``VIR_CONNECT_IDENTITY_UNIX_GROUP_ID``, libvirt 5.8.0."""
    IDENTITY_PROCESS_ID: Final = "process-id"
    """``VIR_CONNECT_IDENTITY_PROCESS_ID``, libvirt 5.8.0."""
    IDENTITY_PROCESS_TIME: Final = "process-time"
    """``VIR_CONNECT_IDENTITY_PROCESS_TIME``, libvirt 5.8.0."""
    IDENTITY_SASL_USER_NAME: Final = "sasl-user-name"
    """``VIR_CONNECT_IDENTITY_SASL_USER_NAME``, libvirt 5.8.0."""
    IDENTITY_X509_DISTINGUISHED_NAME: Final = "x509-distinguished-name"
    """``VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME``, libvirt 5.8.0."""
    IDENTITY_SELINUX_CONTEXT: Final = "selinux-context"
    """``VIR_CONNECT_IDENTITY_SELINUX_CONTEXT``, libvirt 5.8.0."""
    # virCPUCompareResult
    CPU_COMPARE_INCOMPATIBLE: Final = 0
    """``VIR_CPU_COMPARE_INCOMPATIBLE``, libvirt 0.7.5."""
    CPU_COMPARE_IDENTICAL: Final = 1
    """``VIR_CPU_COMPARE_IDENTICAL``, libvirt 0.7.5."""
    CPU_COMPARE_SUPERSET: Final = 2
    """``VIR_CPU_COMPARE_SUPERSET``, libvirt 0.7.5."""
    # virNodeSuspendTarget
    NODE_SUSPEND_TARGET_MEM: Final = 0
    """``VIR_NODE_SUSPEND_TARGET_MEM``, libvirt 0.9.8."""
    NODE_SUSPEND_TARGET_DISK: Final = 1
    """``VIR_NODE_SUSPEND_TARGET_DISK``, libvirt 0.9.8."""
    NODE_SUSPEND_TARGET_HYBRID: Final = 2
    """``VIR_NODE_SUSPEND_TARGET_HYBRID``, libvirt 0.9.8."""
    # virNodeGetCPUStatsAllCPUs
    NODE_CPU_STATS_ALL_CPUS: Final = -1
    """``VIR_NODE_CPU_STATS_ALL_CPUS``, libvirt 0.9.3. Perl has 18446744073709551615."""
    # VIR_NODE_CPU_STATS_*
    NODE_CPU_STATS_IDLE: Final = "idle"
    """``VIR_NODE_CPU_STATS_IDLE``, libvirt 0.9.3."""
    NODE_CPU_STATS_IOWAIT: Final = "iowait"
    """``VIR_NODE_CPU_STATS_IOWAIT``, libvirt 0.9.3."""
    NODE_CPU_STATS_KERNEL: Final = "kernel"
    """``VIR_NODE_CPU_STATS_KERNEL``, libvirt 0.9.3."""
    NODE_CPU_STATS_USER: Final = "user"
    """``VIR_NODE_CPU_STATS_USER``, libvirt 0.9.3."""
    NODE_CPU_STATS_INTR: Final = "intr"
    """``VIR_NODE_CPU_STATS_INTR``, libvirt 1.2.2."""
    NODE_CPU_STATS_UTILIZATION: Final = "utilization"
    """``VIR_NODE_CPU_STATS_UTILIZATION``, libvirt 0.9.3."""
    NODE_CPU_STATS_GUEST: Final = "guest"
    """``VIR_NODE_CPU_STATS_GUEST``, libvirt 11.8.0."""
    # virNodeGetMemoryStatsAllCells
    NODE_MEMORY_STATS_ALL_CELLS: Final = -1
    """``VIR_NODE_MEMORY_STATS_ALL_CELLS``, libvirt 0.9.3. Perl has 18446744073709551615."""
    # VIR_NODE_MEMORY_STATS_*
    NODE_MEMORY_STATS_AVAILABLE: Final = "available"
    """``VIR_NODE_MEMORY_STATS_AVAILABLE``, libvirt 12.3.0."""
    NODE_MEMORY_STATS_BUFFERS: Final = "buffers"
    """``VIR_NODE_MEMORY_STATS_BUFFERS``, libvirt 0.9.3."""
    NODE_MEMORY_STATS_CACHED: Final = "cached"
    """``VIR_NODE_MEMORY_STATS_CACHED``, libvirt 0.9.3."""
    NODE_MEMORY_STATS_FREE: Final = "free"
    """``VIR_NODE_MEMORY_STATS_FREE``, libvirt 0.9.3."""
    NODE_MEMORY_STATS_TOTAL: Final = "total"
    """``VIR_NODE_MEMORY_STATS_TOTAL``, libvirt 0.9.3."""
    # virConnectCloseReason
    CLOSE_REASON_CLIENT: Final = 3
    """``VIR_CONNECT_CLOSE_REASON_CLIENT``, libvirt 0.10.0."""
    CLOSE_REASON_EOF: Final = 1
    """``VIR_CONNECT_CLOSE_REASON_EOF``, libvirt 0.10.0."""
    CLOSE_REASON_ERROR: Final = 0
    """``VIR_CONNECT_CLOSE_REASON_ERROR``, libvirt 0.10.0."""
    CLOSE_REASON_KEEPALIVE: Final = 2
    """``VIR_CONNECT_CLOSE_REASON_KEEPALIVE``, libvirt 0.10.0."""
    # VIR_NODE_MEMORY_SHARED_*
    NODE_MEMORY_SHARED_PAGES_TO_SCAN: Final = "shm_pages_to_scan"
    """``VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_SLEEP_MILLISECS: Final = "shm_sleep_millisecs"
    """``VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_PAGES_SHARED: Final = "shm_pages_shared"
    """``VIR_NODE_MEMORY_SHARED_PAGES_SHARED``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_PAGES_SHARING: Final = "shm_pages_sharing"
    """``VIR_NODE_MEMORY_SHARED_PAGES_SHARING``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_PAGES_UNSHARED: Final = "shm_pages_unshared"
    """``VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_PAGES_VOLATILE: Final = "shm_pages_volatile"
    """``VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_FULL_SCANS: Final = "shm_full_scans"
    """``VIR_NODE_MEMORY_SHARED_FULL_SCANS``, libvirt 0.10.2."""
    NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: Final = "shm_merge_across_nodes"
    """``VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES``, libvirt 1.0.0."""
    # virConnectBaselineCPUFlags
    BASELINE_CPU_EXPAND_FEATURES: Final = 1
    """``VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES``, libvirt 1.1.2."""
    BASELINE_CPU_MIGRATABLE: Final = 2
    """``VIR_CONNECT_BASELINE_CPU_MIGRATABLE``, libvirt 1.2.14."""
    BASELINE_CPU_IGNORE_HOST: Final = 4
    """``VIR_CONNECT_BASELINE_CPU_IGNORE_HOST``, libvirt 11.6.0."""
    # virConnectCompareCPUFlags
    COMPARE_CPU_FAIL_INCOMPATIBLE: Final = 1
    """``VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE``, libvirt 1.2.6."""
    COMPARE_CPU_VALIDATE_XML: Final = 2
    """``VIR_CONNECT_COMPARE_CPU_VALIDATE_XML``, libvirt 6.9.0."""
    # virIPAddrType
    IP_ADDR_TYPE_IPV4: Final = 0
    """``VIR_IP_ADDR_TYPE_IPV4``, libvirt 1.2.6."""
    IP_ADDR_TYPE_IPV6: Final = 1
    """``VIR_IP_ADDR_TYPE_IPV6``, libvirt 1.2.6."""
    # virNodeAllocPagesFlags
    NODE_ALLOC_PAGES_ADD: Final = 0
    """``VIR_NODE_ALLOC_PAGES_ADD``, libvirt 1.2.9."""
    NODE_ALLOC_PAGES_SET: Final = 1
    """``VIR_NODE_ALLOC_PAGES_SET``, libvirt 1.2.9."""
    # VIR_NODE_SEV_*
    SEV_CBITPOS: Final = "cbitpos"
    """``VIR_NODE_SEV_CBITPOS``, libvirt 4.5.0."""
    SEV_CERT_CHAIN: Final = "cert-chain"
    """``VIR_NODE_SEV_CERT_CHAIN``, libvirt 4.5.0."""
    SEV_PDH: Final = "pdh"
    """``VIR_NODE_SEV_PDH``, libvirt 4.5.0."""
    SEV_REDUCED_PHYS_BITS: Final = "reduced-phys-bits"
    """``VIR_NODE_SEV_REDUCED_PHYS_BITS``, libvirt 4.5.0."""
    SEV_MAX_GUESTS: Final = "max-guests"
    """``VIR_NODE_SEV_MAX_GUESTS``, libvirt 8.0.0."""
    SEV_MAX_ES_GUESTS: Final = "max-es-guests"
    """``VIR_NODE_SEV_MAX_ES_GUESTS``, libvirt 8.0.0."""
    SEV_CPU0_ID: Final = "cpu0-id"
    """``VIR_NODE_SEV_CPU0_ID``, libvirt 8.4.0."""
    # virConnectGetDomainCapabilitiesFlags
    DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES: Final = 1
    """``VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES``, libvirt 11.0.0."""
    DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES: Final = 2
    """``VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES``, libvirt 12.2.0."""
    DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES: Final = 4
    """``VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES``, libvirt 12.5.0."""

class DomainConstants:
    # virDomainState
    STATE_NOSTATE: Final = 0
    """``VIR_DOMAIN_NOSTATE``, libvirt 0.0.1."""
    STATE_RUNNING: Final = 1
    """``VIR_DOMAIN_RUNNING``, libvirt 0.0.1."""
    STATE_BLOCKED: Final = 2
    """``VIR_DOMAIN_BLOCKED``, libvirt 0.0.1."""
    STATE_PAUSED: Final = 3
    """``VIR_DOMAIN_PAUSED``, libvirt 0.0.1."""
    STATE_SHUTDOWN: Final = 4
    """``VIR_DOMAIN_SHUTDOWN``, libvirt 0.0.1."""
    STATE_SHUTOFF: Final = 5
    """``VIR_DOMAIN_SHUTOFF``, libvirt 0.0.1."""
    STATE_CRASHED: Final = 6
    """``VIR_DOMAIN_CRASHED``, libvirt 0.0.2."""
    STATE_PMSUSPENDED: Final = 7
    """``VIR_DOMAIN_PMSUSPENDED``, libvirt 0.9.11."""
    # virDomainCoreDumpFlags
    DUMP_CRASH: Final = 1
    """``VIR_DUMP_CRASH``, libvirt 0.7.5."""
    DUMP_LIVE: Final = 2
    """``VIR_DUMP_LIVE``, libvirt 0.7.5."""
    DUMP_BYPASS_CACHE: Final = 4
    """``VIR_DUMP_BYPASS_CACHE``, libvirt 0.9.4."""
    DUMP_RESET: Final = 8
    """``VIR_DUMP_RESET``, libvirt 0.9.7."""
    DUMP_MEMORY_ONLY: Final = 16
    """``VIR_DUMP_MEMORY_ONLY``, libvirt 0.9.13."""
    # virDomainSaveRestoreFlags
    SAVE_BYPASS_CACHE: Final = 1
    """``VIR_DOMAIN_SAVE_BYPASS_CACHE``, libvirt 0.9.4."""
    SAVE_RUNNING: Final = 2
    """``VIR_DOMAIN_SAVE_RUNNING``, libvirt 0.9.5."""
    SAVE_PAUSED: Final = 4
    """``VIR_DOMAIN_SAVE_PAUSED``, libvirt 0.9.5."""
    SAVE_RESET_NVRAM: Final = 8
    """``VIR_DOMAIN_SAVE_RESET_NVRAM``, libvirt 8.1.0."""
    # virDomainUndefineFlagsValues
    UNDEFINE_MANAGED_SAVE: Final = 1
    """``VIR_DOMAIN_UNDEFINE_MANAGED_SAVE``, libvirt 0.9.4."""
    UNDEFINE_SNAPSHOTS_METADATA: Final = 2
    """``VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA``, libvirt 0.9.5."""
    UNDEFINE_NVRAM: Final = 4
    """``VIR_DOMAIN_UNDEFINE_NVRAM``, libvirt 1.2.9."""
    UNDEFINE_KEEP_NVRAM: Final = 8
    """``VIR_DOMAIN_UNDEFINE_KEEP_NVRAM``, libvirt 2.3.0."""
    UNDEFINE_CHECKPOINTS_METADATA: Final = 16
    """``VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA``, libvirt 5.6.0."""
    UNDEFINE_TPM: Final = 32
    """``VIR_DOMAIN_UNDEFINE_TPM``, libvirt 8.9.0."""
    UNDEFINE_KEEP_TPM: Final = 64
    """``VIR_DOMAIN_UNDEFINE_KEEP_TPM``, libvirt 8.9.0."""
    # virDomainCreateFlags
    START_PAUSED: Final = 1
    """``VIR_DOMAIN_START_PAUSED``, libvirt 0.8.2."""
    START_AUTODESTROY: Final = 2
    """``VIR_DOMAIN_START_AUTODESTROY``, libvirt 0.9.3."""
    START_BYPASS_CACHE: Final = 4
    """``VIR_DOMAIN_START_BYPASS_CACHE``, libvirt 0.9.4."""
    START_FORCE_BOOT: Final = 8
    """``VIR_DOMAIN_START_FORCE_BOOT``, libvirt 0.9.5."""
    START_VALIDATE: Final = 16
    """``VIR_DOMAIN_START_VALIDATE``, libvirt 1.2.12."""
    START_RESET_NVRAM: Final = 32
    """``VIR_DOMAIN_START_RESET_NVRAM``, libvirt 8.1.0."""
    # virDomainDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_DOMAIN_DEFINE_VALIDATE``, libvirt 1.2.12."""
    # virDomainNostateReason
    STATE_NOSTATE_UNKNOWN: Final = 0
    """``VIR_DOMAIN_NOSTATE_UNKNOWN``, libvirt 0.9.2."""
    # virDomainRunningReason
    STATE_RUNNING_UNKNOWN: Final = 0
    """``VIR_DOMAIN_RUNNING_UNKNOWN``, libvirt 0.9.2."""
    STATE_RUNNING_BOOTED: Final = 1
    """``VIR_DOMAIN_RUNNING_BOOTED``, libvirt 0.9.2."""
    STATE_RUNNING_MIGRATED: Final = 2
    """``VIR_DOMAIN_RUNNING_MIGRATED``, libvirt 0.9.2."""
    STATE_RUNNING_RESTORED: Final = 3
    """``VIR_DOMAIN_RUNNING_RESTORED``, libvirt 0.9.2."""
    STATE_RUNNING_FROM_SNAPSHOT: Final = 4
    """``VIR_DOMAIN_RUNNING_FROM_SNAPSHOT``, libvirt 0.9.2."""
    STATE_RUNNING_UNPAUSED: Final = 5
    """``VIR_DOMAIN_RUNNING_UNPAUSED``, libvirt 0.9.2."""
    STATE_RUNNING_MIGRATION_CANCELED: Final = 6
    """``VIR_DOMAIN_RUNNING_MIGRATION_CANCELED``, libvirt 0.9.2."""
    STATE_RUNNING_SAVE_CANCELED: Final = 7
    """``VIR_DOMAIN_RUNNING_SAVE_CANCELED``, libvirt 0.9.2."""
    STATE_RUNNING_WAKEUP: Final = 8
    """``VIR_DOMAIN_RUNNING_WAKEUP``, libvirt 0.9.11."""
    STATE_RUNNING_CRASHED: Final = 9
    """``VIR_DOMAIN_RUNNING_CRASHED``, libvirt 1.1.1."""
    STATE_RUNNING_POSTCOPY: Final = 10
    """``VIR_DOMAIN_RUNNING_POSTCOPY``, libvirt 1.3.3."""
    STATE_RUNNING_POSTCOPY_FAILED: Final = 11
    """``VIR_DOMAIN_RUNNING_POSTCOPY_FAILED``, libvirt 8.5.0."""
    # virDomainBlockedReason
    STATE_BLOCKED_UNKNOWN: Final = 0
    """``VIR_DOMAIN_BLOCKED_UNKNOWN``, libvirt 0.9.2."""
    # virDomainPausedReason
    STATE_PAUSED_UNKNOWN: Final = 0
    """``VIR_DOMAIN_PAUSED_UNKNOWN``, libvirt 0.9.2."""
    STATE_PAUSED_USER: Final = 1
    """``VIR_DOMAIN_PAUSED_USER``, libvirt 0.9.2."""
    STATE_PAUSED_MIGRATION: Final = 2
    """``VIR_DOMAIN_PAUSED_MIGRATION``, libvirt 0.9.2."""
    STATE_PAUSED_SAVE: Final = 3
    """``VIR_DOMAIN_PAUSED_SAVE``, libvirt 0.9.2."""
    STATE_PAUSED_DUMP: Final = 4
    """``VIR_DOMAIN_PAUSED_DUMP``, libvirt 0.9.2."""
    STATE_PAUSED_IOERROR: Final = 5
    """``VIR_DOMAIN_PAUSED_IOERROR``, libvirt 0.9.2."""
    STATE_PAUSED_WATCHDOG: Final = 6
    """``VIR_DOMAIN_PAUSED_WATCHDOG``, libvirt 0.9.2."""
    STATE_PAUSED_FROM_SNAPSHOT: Final = 7
    """``VIR_DOMAIN_PAUSED_FROM_SNAPSHOT``, libvirt 0.9.2."""
    STATE_PAUSED_SHUTTING_DOWN: Final = 8
    """``VIR_DOMAIN_PAUSED_SHUTTING_DOWN``, libvirt 0.9.5."""
    STATE_PAUSED_SNAPSHOT: Final = 9
    """``VIR_DOMAIN_PAUSED_SNAPSHOT``, libvirt 1.0.1."""
    STATE_PAUSED_CRASHED: Final = 10
    """``VIR_DOMAIN_PAUSED_CRASHED``, libvirt 1.1.1."""
    STATE_PAUSED_STARTING_UP: Final = 11
    """``VIR_DOMAIN_PAUSED_STARTING_UP``, libvirt 1.2.14."""
    STATE_PAUSED_POSTCOPY: Final = 12
    """``VIR_DOMAIN_PAUSED_POSTCOPY``, libvirt 1.3.3."""
    STATE_PAUSED_POSTCOPY_FAILED: Final = 13
    """``VIR_DOMAIN_PAUSED_POSTCOPY_FAILED``, libvirt 1.3.3."""
    STATE_PAUSED_API_ERROR: Final = 14
    """``VIR_DOMAIN_PAUSED_API_ERROR``, libvirt 9.2.0."""
    # virDomainShutdownReason
    STATE_SHUTDOWN_UNKNOWN: Final = 0
    """``VIR_DOMAIN_SHUTDOWN_UNKNOWN``, libvirt 0.9.2."""
    STATE_SHUTDOWN_USER: Final = 1
    """``VIR_DOMAIN_SHUTDOWN_USER``, libvirt 0.9.2."""
    # virDomainShutoffReason
    STATE_SHUTOFF_UNKNOWN: Final = 0
    """``VIR_DOMAIN_SHUTOFF_UNKNOWN``, libvirt 0.9.2."""
    STATE_SHUTOFF_SHUTDOWN: Final = 1
    """``VIR_DOMAIN_SHUTOFF_SHUTDOWN``, libvirt 0.9.2."""
    STATE_SHUTOFF_DESTROYED: Final = 2
    """``VIR_DOMAIN_SHUTOFF_DESTROYED``, libvirt 0.9.2."""
    STATE_SHUTOFF_CRASHED: Final = 3
    """``VIR_DOMAIN_SHUTOFF_CRASHED``, libvirt 0.9.2."""
    STATE_SHUTOFF_MIGRATED: Final = 4
    """``VIR_DOMAIN_SHUTOFF_MIGRATED``, libvirt 0.9.2."""
    STATE_SHUTOFF_SAVED: Final = 5
    """``VIR_DOMAIN_SHUTOFF_SAVED``, libvirt 0.9.2."""
    STATE_SHUTOFF_FAILED: Final = 6
    """``VIR_DOMAIN_SHUTOFF_FAILED``, libvirt 0.9.2."""
    STATE_SHUTOFF_FROM_SNAPSHOT: Final = 7
    """``VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT``, libvirt 0.9.2."""
    STATE_SHUTOFF_DAEMON: Final = 8
    """``VIR_DOMAIN_SHUTOFF_DAEMON``, libvirt 4.10.0."""
    # virDomainCrashedReason
    STATE_CRASHED_UNKNOWN: Final = 0
    """``VIR_DOMAIN_CRASHED_UNKNOWN``, libvirt 0.9.2."""
    STATE_CRASHED_PANICKED: Final = 1
    """``VIR_DOMAIN_CRASHED_PANICKED``, libvirt 1.1.1."""
    # virDomainPMSuspendedReason
    STATE_PMSUSPENDED_UNKNOWN: Final = 0
    """``VIR_DOMAIN_PMSUSPENDED_UNKNOWN``, libvirt 0.9.11."""
    # virDomainPMSuspendedDiskReason
    STATE_PMSUSPENDED_DISK_UNKNOWN: Final = 0
    """``VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN``, libvirt 1.0.0."""
    # virDomainOpenGraphicsFlags
    OPEN_GRAPHICS_SKIPAUTH: Final = 1
    """``VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH``, libvirt 0.9.7."""
    # virDomainConsoleFlags
    OPEN_CONSOLE_FORCE: Final = 1
    """``VIR_DOMAIN_CONSOLE_FORCE``, libvirt 0.9.11."""
    OPEN_CONSOLE_SAFE: Final = 2
    """``VIR_DOMAIN_CONSOLE_SAFE``, libvirt 0.9.11."""
    # virDomainChannelFlags
    OPEN_CHANNEL_FORCE: Final = 1
    """``VIR_DOMAIN_CHANNEL_FORCE``, libvirt 1.0.2."""
    # VIR_DOMAIN_SCHEDULER_*
    SCHEDULER_EMULATOR_PERIOD: Final = "emulator_period"
    """``VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD``, libvirt 0.10.0."""
    SCHEDULER_EMULATOR_QUOTA: Final = "emulator_quota"
    """``VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA``, libvirt 0.10.0."""
    SCHEDULER_IOTHREAD_PERIOD: Final = "iothread_period"
    """``VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD``, libvirt 2.2.0."""
    SCHEDULER_IOTHREAD_QUOTA: Final = "iothread_quota"
    """``VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA``, libvirt 2.2.0."""
    # VIR_DOMAIN_CPU_STATS_*
    CPU_STATS_CPUTIME: Final = "cpu_time"
    """``VIR_DOMAIN_CPU_STATS_CPUTIME``, libvirt 0.9.10."""
    CPU_STATS_SYSTEMTIME: Final = "system_time"
    """``VIR_DOMAIN_CPU_STATS_SYSTEMTIME``, libvirt 0.9.11."""
    CPU_STATS_USERTIME: Final = "user_time"
    """``VIR_DOMAIN_CPU_STATS_USERTIME``, libvirt 0.9.11."""
    CPU_STATS_VCPUTIME: Final = "vcpu_time"
    """``VIR_DOMAIN_CPU_STATS_VCPUTIME``, libvirt 0.9.13."""
    # VIR_DOMAIN_BLOCK_STATS_*
    BLOCK_STATS_ERRS: Final = "errs"
    """``VIR_DOMAIN_BLOCK_STATS_ERRS``, libvirt 0.9.5."""
    BLOCK_STATS_FLUSH_REQ: Final = "flush_operations"
    """``VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ``, libvirt 0.9.5."""
    BLOCK_STATS_FLUSH_TOTAL_TIMES: Final = "flush_total_times"
    """``VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES``, libvirt 0.9.5."""
    BLOCK_STATS_READ_BYTES: Final = "rd_bytes"
    """``VIR_DOMAIN_BLOCK_STATS_READ_BYTES``, libvirt 0.9.5."""
    BLOCK_STATS_READ_REQ: Final = "rd_operations"
    """``VIR_DOMAIN_BLOCK_STATS_READ_REQ``, libvirt 0.9.5."""
    BLOCK_STATS_READ_TOTAL_TIMES: Final = "rd_total_times"
    """``VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES``, libvirt 0.9.5."""
    BLOCK_STATS_WRITE_BYTES: Final = "wr_bytes"
    """``VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES``, libvirt 0.9.5."""
    BLOCK_STATS_WRITE_REQ: Final = "wr_operations"
    """``VIR_DOMAIN_BLOCK_STATS_WRITE_REQ``, libvirt 0.9.5."""
    BLOCK_STATS_WRITE_TOTAL_TIMES: Final = "wr_total_times"
    """``VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES``, libvirt 0.9.5."""
    # virDomainMigrateFlags
    MIGRATE_LIVE: Final = 1
    """``VIR_MIGRATE_LIVE``, libvirt 0.3.2."""
    MIGRATE_PEER2PEER: Final = 2
    """``VIR_MIGRATE_PEER2PEER``, libvirt 0.7.2."""
    MIGRATE_TUNNELLED: Final = 4
    """``VIR_MIGRATE_TUNNELLED``, libvirt 0.7.2."""
    MIGRATE_PERSIST_DEST: Final = 8
    """``VIR_MIGRATE_PERSIST_DEST``, libvirt 0.7.3."""
    MIGRATE_UNDEFINE_SOURCE: Final = 16
    """``VIR_MIGRATE_UNDEFINE_SOURCE``, libvirt 0.7.3."""
    MIGRATE_PAUSED: Final = 32
    """``VIR_MIGRATE_PAUSED``, libvirt 0.7.5."""
    MIGRATE_NON_SHARED_DISK: Final = 64
    """``VIR_MIGRATE_NON_SHARED_DISK``, libvirt 0.8.2."""
    MIGRATE_NON_SHARED_INC: Final = 128
    """``VIR_MIGRATE_NON_SHARED_INC``, libvirt 0.8.2."""
    MIGRATE_CHANGE_PROTECTION: Final = 256
    """``VIR_MIGRATE_CHANGE_PROTECTION``, libvirt 0.9.4."""
    MIGRATE_UNSAFE: Final = 512
    """``VIR_MIGRATE_UNSAFE``, libvirt 0.9.11."""
    MIGRATE_OFFLINE: Final = 1024
    """``VIR_MIGRATE_OFFLINE``, libvirt 1.0.1."""
    MIGRATE_COMPRESSED: Final = 2048
    """``VIR_MIGRATE_COMPRESSED``, libvirt 1.0.3."""
    MIGRATE_ABORT_ON_ERROR: Final = 4096
    """``VIR_MIGRATE_ABORT_ON_ERROR``, libvirt 1.1.0."""
    MIGRATE_AUTO_CONVERGE: Final = 8192
    """``VIR_MIGRATE_AUTO_CONVERGE``, libvirt 1.2.3."""
    MIGRATE_RDMA_PIN_ALL: Final = 16384
    """``VIR_MIGRATE_RDMA_PIN_ALL``, libvirt 1.2.9."""
    MIGRATE_POSTCOPY: Final = 32768
    """``VIR_MIGRATE_POSTCOPY``, libvirt 1.3.3."""
    MIGRATE_TLS: Final = 65536
    """``VIR_MIGRATE_TLS``, libvirt 3.2.0."""
    MIGRATE_PARALLEL: Final = 131072
    """``VIR_MIGRATE_PARALLEL``, libvirt 5.2.0."""
    MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES: Final = 262144
    """``VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES``, libvirt 8.0.0."""
    MIGRATE_POSTCOPY_RESUME: Final = 524288
    """``VIR_MIGRATE_POSTCOPY_RESUME``, libvirt 8.5.0."""
    MIGRATE_ZEROCOPY: Final = 1048576
    """``VIR_MIGRATE_ZEROCOPY``, libvirt 8.5.0."""
    # VIR_MIGRATE_PARAM_*
    MIGRATE_PARAM_BANDWIDTH: Final = "bandwidth"
    """``VIR_MIGRATE_PARAM_BANDWIDTH``, libvirt 1.1.0."""
    MIGRATE_PARAM_DEST_NAME: Final = "destination_name"
    """``VIR_MIGRATE_PARAM_DEST_NAME``, libvirt 1.1.0."""
    MIGRATE_PARAM_DEST_XML: Final = "destination_xml"
    """``VIR_MIGRATE_PARAM_DEST_XML``, libvirt 1.1.0."""
    MIGRATE_PARAM_GRAPHICS_URI: Final = "graphics_uri"
    """``VIR_MIGRATE_PARAM_GRAPHICS_URI``, libvirt 1.1.0."""
    MIGRATE_PARAM_URI: Final = "migrate_uri"
    """``VIR_MIGRATE_PARAM_URI``, libvirt 1.1.0."""
    MIGRATE_PARAM_LISTEN_ADDRESS: Final = "listen_address"
    """``VIR_MIGRATE_PARAM_LISTEN_ADDRESS``, libvirt 1.1.4."""
    MIGRATE_PARAM_MIGRATE_DISKS: Final = "migrate_disks"
    """``VIR_MIGRATE_PARAM_MIGRATE_DISKS``, libvirt 1.2.17."""
    MIGRATE_PARAM_DISK_PORT: Final = "disks_port"
    """``VIR_MIGRATE_PARAM_DISKS_PORT``, libvirt 1.3.3."""
    MIGRATE_PARAM_COMPRESSION: Final = "compression"
    """``VIR_MIGRATE_PARAM_COMPRESSION``, libvirt 1.3.4."""
    MIGRATE_PARAM_COMPRESSION_MT_THREADS: Final = "compression.mt.threads"
    """``VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS``, libvirt 1.3.4."""
    MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: Final = "compression.mt.dthreads"
    """``VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS``, libvirt 1.3.4."""
    MIGRATE_PARAM_COMPRESSION_MT_LEVEL: Final = "compression.mt.level"
    """``VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL``, libvirt 1.3.4."""
    MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: Final = "compression.xbzrle.cache"
    """``VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE``, libvirt 1.3.4."""
    MIGRATE_PARAM_PERSIST_XML: Final = "persistent_xml"
    """``VIR_MIGRATE_PARAM_PERSIST_XML``, libvirt 1.3.4."""
    MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: Final = "auto_converge.initial"
    """``VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL``, libvirt 2.0.0."""
    MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: Final = "auto_converge.increment"
    """``VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT``, libvirt 2.0.0."""
    MIGRATE_PARAM_BANDWIDTH_POSTCOPY: Final = "bandwidth.postcopy"
    """``VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY``, libvirt 5.1.0."""
    MIGRATE_PARAM_PARALLEL_CONNECTIONS: Final = "parallel.connections"
    """``VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS``, libvirt 5.2.0."""
    MIGRATE_PARAM_TLS_DESTINATION: Final = "tls.destination"
    """``VIR_MIGRATE_PARAM_TLS_DESTINATION``, libvirt 6.0.0."""
    MIGRATE_PARAM_DISKS_URI: Final = "disks_uri"
    """``VIR_MIGRATE_PARAM_DISKS_URI``, libvirt 6.8.0."""
    MIGRATE_PARAM_ZLIB_LEVEL: Final = "compression.zlib.level"
    """``VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL``, libvirt 9.4.0."""
    MIGRATE_PARAM_ZSTD_LEVEL: Final = "compression.zstd.level"
    """``VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL``, libvirt 9.4.0."""
    MIGRATE_PARAM_DISKS_DETECT_ZEROES: Final = "migrate_disks_detect_zeroes"
    """``VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES``, libvirt 10.9.0."""
    MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: Final = "bandwidth.avail.switchover"
    """``VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER``, libvirt 11.1.0."""
    MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: Final = "migrate_disks_target_zero"
    """``VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO``, libvirt 12.2.0."""
    # virDomainMigrateMaxSpeedFlags
    MIGRATE_MAX_SPEED_POSTCOPY: Final = 1
    """``VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY``, libvirt 5.1.0."""
    # virDomainXMLFlags
    XML_SECURE: Final = 1
    """``VIR_DOMAIN_XML_SECURE``, libvirt 0.3.3."""
    XML_INACTIVE: Final = 2
    """``VIR_DOMAIN_XML_INACTIVE``, libvirt 0.3.3."""
    XML_UPDATE_CPU: Final = 4
    """``VIR_DOMAIN_XML_UPDATE_CPU``, libvirt 0.8.0."""
    XML_MIGRATABLE: Final = 8
    """``VIR_DOMAIN_XML_MIGRATABLE``, libvirt 1.0.0."""
    # virDomainMemoryFlags
    MEMORY_VIRTUAL: Final = 1
    """``VIR_MEMORY_VIRTUAL``, libvirt 0.4.4."""
    MEMORY_PHYSICAL: Final = 2
    """``VIR_MEMORY_PHYSICAL``, libvirt 0.7.0."""
    # virVcpuState
    VCPU_OFFLINE: Final = 0
    """``VIR_VCPU_OFFLINE``, libvirt 0.1.4."""
    VCPU_RUNNING: Final = 1
    """``VIR_VCPU_RUNNING``, libvirt 0.1.4."""
    VCPU_BLOCKED: Final = 2
    """``VIR_VCPU_BLOCKED``, libvirt 0.1.4."""
    # virVcpuHostCpuState
    VCPU_INFO_CPU_OFFLINE: Final = -1
    """``VIR_VCPU_INFO_CPU_OFFLINE``, libvirt 6.10.0. Perl has 18446744073709551615."""
    VCPU_INFO_CPU_UNAVAILABLE: Final = -2
    """``VIR_VCPU_INFO_CPU_UNAVAILABLE``, libvirt 6.10.0. Perl has 18446744073709551614."""
    # virKeycodeSet
    KEYCODE_SET_LINUX: Final = 0
    """``VIR_KEYCODE_SET_LINUX``, libvirt 0.9.3."""
    KEYCODE_SET_XT: Final = 1
    """``VIR_KEYCODE_SET_XT``, libvirt 0.9.3."""
    KEYCODE_SET_ATSET1: Final = 2
    """``VIR_KEYCODE_SET_ATSET1``, libvirt 0.9.3."""
    KEYCODE_SET_ATSET2: Final = 3
    """``VIR_KEYCODE_SET_ATSET2``, libvirt 0.9.3."""
    KEYCODE_SET_ATSET3: Final = 4
    """``VIR_KEYCODE_SET_ATSET3``, libvirt 0.9.3."""
    KEYCODE_SET_OSX: Final = 5
    """``VIR_KEYCODE_SET_OSX``, libvirt 0.9.4."""
    KEYCODE_SET_XT_KBD: Final = 6
    """``VIR_KEYCODE_SET_XT_KBD``, libvirt 0.9.4."""
    KEYCODE_SET_USB: Final = 7
    """``VIR_KEYCODE_SET_USB``, libvirt 0.9.4."""
    KEYCODE_SET_WIN32: Final = 8
    """``VIR_KEYCODE_SET_WIN32``, libvirt 0.9.4."""
    KEYCODE_SET_RFB: Final = 9
    """``VIR_KEYCODE_SET_RFB``, libvirt 0.9.5."""
    KEYCODE_SET_QNUM: Final = 9
    """``VIR_KEYCODE_SET_QNUM``, libvirt 4.2.0."""
    # virDomainStatsTypes
    STATS_BALLOON: Final = 4
    """``VIR_DOMAIN_STATS_BALLOON``, libvirt 1.2.9."""
    STATS_BLOCK: Final = 32
    """``VIR_DOMAIN_STATS_BLOCK``, libvirt 1.2.9."""
    STATS_CPU_TOTAL: Final = 2
    """``VIR_DOMAIN_STATS_CPU_TOTAL``, libvirt 1.2.9."""
    STATS_INTERFACE: Final = 16
    """``VIR_DOMAIN_STATS_INTERFACE``, libvirt 1.2.9."""
    STATS_STATE: Final = 1
    """``VIR_DOMAIN_STATS_STATE``, libvirt 1.2.8."""
    STATS_VCPU: Final = 8
    """``VIR_DOMAIN_STATS_VCPU``, libvirt 1.2.9."""
    STATS_PERF: Final = 64
    """``VIR_DOMAIN_STATS_PERF``, libvirt 1.3.3."""
    STATS_IOTHREAD: Final = 128
    """``VIR_DOMAIN_STATS_IOTHREAD``, libvirt 4.10.0."""
    STATS_MEMORY: Final = 256
    """``VIR_DOMAIN_STATS_MEMORY``, libvirt 6.0.0."""
    STATS_DIRTYRATE: Final = 512
    """``VIR_DOMAIN_STATS_DIRTYRATE``, libvirt 7.2.0."""
    STATS_VM: Final = 1024
    """``VIR_DOMAIN_STATS_VM``, libvirt 8.9.0."""
    # virConnectGetAllDomainStatsFlags
    GET_ALL_STATS_ACTIVE: Final = 1
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE``, libvirt 1.2.8."""
    GET_ALL_STATS_INACTIVE: Final = 2
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE``, libvirt 1.2.8."""
    GET_ALL_STATS_OTHER: Final = 128
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER``, libvirt 1.2.8."""
    GET_ALL_STATS_PAUSED: Final = 32
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED``, libvirt 1.2.8."""
    GET_ALL_STATS_PERSISTENT: Final = 4
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT``, libvirt 1.2.8."""
    GET_ALL_STATS_RUNNING: Final = 16
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING``, libvirt 1.2.8."""
    GET_ALL_STATS_SHUTOFF: Final = 64
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF``, libvirt 1.2.8."""
    GET_ALL_STATS_TRANSIENT: Final = 8
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT``, libvirt 1.2.8."""
    GET_ALL_STATS_NOWAIT: Final = 536870912
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT``, libvirt 4.5.0."""
    GET_ALL_STATS_ENFORCE_STATS: Final = 2147483648
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS``, libvirt 1.2.8. Perl has 18446744071562067968."""
    GET_ALL_STATS_BACKING: Final = 1073741824
    """``VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING``, libvirt 1.2.12."""
    # virDomainEventType
    EVENT_DEFINED: Final = 0
    """``VIR_DOMAIN_EVENT_DEFINED``, libvirt 0.5.0."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_DOMAIN_EVENT_UNDEFINED``, libvirt 0.5.0."""
    EVENT_STARTED: Final = 2
    """``VIR_DOMAIN_EVENT_STARTED``, libvirt 0.5.0."""
    EVENT_SUSPENDED: Final = 3
    """``VIR_DOMAIN_EVENT_SUSPENDED``, libvirt 0.5.0."""
    EVENT_RESUMED: Final = 4
    """``VIR_DOMAIN_EVENT_RESUMED``, libvirt 0.5.0."""
    EVENT_STOPPED: Final = 5
    """``VIR_DOMAIN_EVENT_STOPPED``, libvirt 0.5.0."""
    EVENT_SHUTDOWN: Final = 6
    """``VIR_DOMAIN_EVENT_SHUTDOWN``, libvirt 0.9.8."""
    EVENT_PMSUSPENDED: Final = 7
    """``VIR_DOMAIN_EVENT_PMSUSPENDED``, libvirt 0.10.2."""
    # virDomainEventPMSuspendedDetailType
    EVENT_PMSUSPENDED_DISK: Final = 1
    """``VIR_DOMAIN_EVENT_PMSUSPENDED_DISK``, libvirt 1.0.0."""
    # virDomainEventType
    EVENT_CRASHED: Final = 8
    """``VIR_DOMAIN_EVENT_CRASHED``, libvirt 1.1.1."""
    # virDomainEventDefinedDetailType
    EVENT_DEFINED_ADDED: Final = 0
    """``VIR_DOMAIN_EVENT_DEFINED_ADDED``, libvirt 0.5.0."""
    EVENT_DEFINED_UPDATED: Final = 1
    """``VIR_DOMAIN_EVENT_DEFINED_UPDATED``, libvirt 0.5.0."""
    EVENT_DEFINED_RENAMED: Final = 2
    """``VIR_DOMAIN_EVENT_DEFINED_RENAMED``, libvirt 1.2.19."""
    EVENT_DEFINED_FROM_SNAPSHOT: Final = 3
    """``VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT``, libvirt 1.3.3."""
    # virDomainEventUndefinedDetailType
    EVENT_UNDEFINED_REMOVED: Final = 0
    """``VIR_DOMAIN_EVENT_UNDEFINED_REMOVED``, libvirt 0.5.0."""
    EVENT_UNDEFINED_RENAMED: Final = 1
    """``VIR_DOMAIN_EVENT_UNDEFINED_RENAMED``, libvirt 1.2.19."""
    # virDomainEventStartedDetailType
    EVENT_STARTED_BOOTED: Final = 0
    """``VIR_DOMAIN_EVENT_STARTED_BOOTED``, libvirt 0.5.0."""
    EVENT_STARTED_MIGRATED: Final = 1
    """``VIR_DOMAIN_EVENT_STARTED_MIGRATED``, libvirt 0.5.0."""
    EVENT_STARTED_RESTORED: Final = 2
    """``VIR_DOMAIN_EVENT_STARTED_RESTORED``, libvirt 0.5.0."""
    EVENT_STARTED_FROM_SNAPSHOT: Final = 3
    """``VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT``, libvirt 0.8.0."""
    EVENT_STARTED_WAKEUP: Final = 4
    """``VIR_DOMAIN_EVENT_STARTED_WAKEUP``, libvirt 0.9.11."""
    EVENT_STARTED_RECREATED: Final = 5
    """``VIR_DOMAIN_EVENT_STARTED_RECREATED``, libvirt 11.6.0."""
    # virDomainEventCrashedDetailType
    EVENT_CRASHED_PANICKED: Final = 0
    """``VIR_DOMAIN_EVENT_CRASHED_PANICKED``, libvirt 1.1.1."""
    EVENT_CRASHED_CRASHLOADED: Final = 1
    """``VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED``, libvirt 6.1.0."""
    # virDomainEventSuspendedDetailType
    EVENT_SUSPENDED_PAUSED: Final = 0
    """``VIR_DOMAIN_EVENT_SUSPENDED_PAUSED``, libvirt 0.5.0."""
    EVENT_SUSPENDED_MIGRATED: Final = 1
    """``VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED``, libvirt 0.5.0."""
    EVENT_SUSPENDED_IOERROR: Final = 2
    """``VIR_DOMAIN_EVENT_SUSPENDED_IOERROR``, libvirt 0.8.0."""
    EVENT_SUSPENDED_WATCHDOG: Final = 3
    """``VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG``, libvirt 0.8.0."""
    EVENT_SUSPENDED_RESTORED: Final = 4
    """``VIR_DOMAIN_EVENT_SUSPENDED_RESTORED``, libvirt 0.9.5."""
    EVENT_SUSPENDED_FROM_SNAPSHOT: Final = 5
    """``VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT``, libvirt 0.9.5."""
    EVENT_SUSPENDED_API_ERROR: Final = 6
    """``VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR``, libvirt 1.0.1."""
    EVENT_SUSPENDED_POSTCOPY: Final = 7
    """``VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY``, libvirt 1.3.3."""
    EVENT_SUSPENDED_POSTCOPY_FAILED: Final = 8
    """``VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED``, libvirt 1.3.3."""
    EVENT_SUSPENDED_GUEST_SHUTDOWN: Final = 9
    """``VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN``, libvirt 11.10.0."""
    # virDomainEventResumedDetailType
    EVENT_RESUMED_UNPAUSED: Final = 0
    """``VIR_DOMAIN_EVENT_RESUMED_UNPAUSED``, libvirt 0.5.0."""
    EVENT_RESUMED_MIGRATED: Final = 1
    """``VIR_DOMAIN_EVENT_RESUMED_MIGRATED``, libvirt 0.5.0."""
    EVENT_RESUMED_FROM_SNAPSHOT: Final = 2
    """``VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT``, libvirt 0.9.5."""
    EVENT_RESUMED_POSTCOPY: Final = 3
    """``VIR_DOMAIN_EVENT_RESUMED_POSTCOPY``, libvirt 1.3.3."""
    EVENT_RESUMED_POSTCOPY_FAILED: Final = 4
    """``VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED``, libvirt 8.5.0."""
    # virDomainEventStoppedDetailType
    EVENT_STOPPED_SHUTDOWN: Final = 0
    """``VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN``, libvirt 0.5.0."""
    EVENT_STOPPED_DESTROYED: Final = 1
    """``VIR_DOMAIN_EVENT_STOPPED_DESTROYED``, libvirt 0.5.0."""
    EVENT_STOPPED_CRASHED: Final = 2
    """``VIR_DOMAIN_EVENT_STOPPED_CRASHED``, libvirt 0.5.0."""
    EVENT_STOPPED_MIGRATED: Final = 3
    """``VIR_DOMAIN_EVENT_STOPPED_MIGRATED``, libvirt 0.5.0."""
    EVENT_STOPPED_SAVED: Final = 4
    """``VIR_DOMAIN_EVENT_STOPPED_SAVED``, libvirt 0.5.0."""
    EVENT_STOPPED_FAILED: Final = 5
    """``VIR_DOMAIN_EVENT_STOPPED_FAILED``, libvirt 0.5.0."""
    EVENT_STOPPED_FROM_SNAPSHOT: Final = 6
    """``VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT``, libvirt 0.8.0."""
    EVENT_STOPPED_RECREATED: Final = 7
    """``VIR_DOMAIN_EVENT_STOPPED_RECREATED``, libvirt 11.6.0."""
    # virDomainEventShutdownDetailType
    EVENT_SHUTDOWN_FINISHED: Final = 0
    """``VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED``, libvirt 0.9.8."""
    EVENT_SHUTDOWN_HOST: Final = 2
    """``VIR_DOMAIN_EVENT_SHUTDOWN_HOST``, libvirt 3.4.0."""
    EVENT_SHUTDOWN_GUEST: Final = 1
    """``VIR_DOMAIN_EVENT_SHUTDOWN_GUEST``, libvirt 3.4.0."""
    # virDomainEventPMSuspendedDetailType
    EVENT_PMSUSPENDED_MEMORY: Final = 0
    """``VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY``, libvirt 0.10.2."""
    # virDomainControlState
    CONTROL_OK: Final = 0
    """``VIR_DOMAIN_CONTROL_OK``, libvirt 0.9.3."""
    CONTROL_JOB: Final = 1
    """``VIR_DOMAIN_CONTROL_JOB``, libvirt 0.9.3."""
    CONTROL_OCCUPIED: Final = 2
    """``VIR_DOMAIN_CONTROL_OCCUPIED``, libvirt 0.9.3."""
    CONTROL_ERROR: Final = 3
    """``VIR_DOMAIN_CONTROL_ERROR``, libvirt 0.9.3."""
    # virDomainControlErrorReason
    CONTROL_ERROR_REASON_NONE: Final = 0
    """``VIR_DOMAIN_CONTROL_ERROR_REASON_NONE``, libvirt 1.2.14."""
    CONTROL_ERROR_REASON_UNKNOWN: Final = 1
    """``VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN``, libvirt 1.2.14."""
    CONTROL_ERROR_REASON_INTERNAL: Final = 3
    """``VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL``, libvirt 1.2.14."""
    CONTROL_ERROR_REASON_MONITOR: Final = 2
    """``VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR``, libvirt 1.2.14."""
    # virDomainDeviceModifyFlags
    DEVICE_MODIFY_CURRENT: Final = 0
    """``VIR_DOMAIN_DEVICE_MODIFY_CURRENT``, libvirt 0.7.7."""
    DEVICE_MODIFY_LIVE: Final = 1
    """``VIR_DOMAIN_DEVICE_MODIFY_LIVE``, libvirt 0.7.7."""
    DEVICE_MODIFY_CONFIG: Final = 2
    """``VIR_DOMAIN_DEVICE_MODIFY_CONFIG``, libvirt 0.7.7."""
    DEVICE_MODIFY_FORCE: Final = 4
    """``VIR_DOMAIN_DEVICE_MODIFY_FORCE``, libvirt 0.8.6."""
    # virDomainMemoryModFlags
    MEM_CURRENT: Final = 0
    """``VIR_DOMAIN_MEM_CURRENT``, libvirt 0.9.1."""
    MEM_LIVE: Final = 1
    """``VIR_DOMAIN_MEM_LIVE``, libvirt 0.9.0."""
    MEM_CONFIG: Final = 2
    """``VIR_DOMAIN_MEM_CONFIG``, libvirt 0.9.0."""
    MEM_MAXIMUM: Final = 4
    """``VIR_DOMAIN_MEM_MAXIMUM``, libvirt 0.9.1."""
    # virDomainModificationImpact
    AFFECT_CURRENT: Final = 0
    """``VIR_DOMAIN_AFFECT_CURRENT``, libvirt 0.9.2."""
    AFFECT_LIVE: Final = 1
    """``VIR_DOMAIN_AFFECT_LIVE``, libvirt 0.9.2."""
    AFFECT_CONFIG: Final = 2
    """``VIR_DOMAIN_AFFECT_CONFIG``, libvirt 0.9.2."""
    # virDomainSetVcpuFlags
    SETVCPU_AFFECT_CURRENT: Final = 0
    """``VIR_DOMAIN_SETVCPU_AFFECT_CURRENT``, libvirt 12.4.0."""
    SETVCPU_AFFECT_LIVE: Final = 1
    """``VIR_DOMAIN_SETVCPU_AFFECT_LIVE``, libvirt 12.4.0."""
    SETVCPU_AFFECT_CONFIG: Final = 2
    """``VIR_DOMAIN_SETVCPU_AFFECT_CONFIG``, libvirt 12.4.0."""
    SETVCPU_ASYNC_UNPLUG: Final = 4
    """``VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG``, libvirt 12.4.0."""
    # virDomainJobType
    JOB_NONE: Final = 0
    """``VIR_DOMAIN_JOB_NONE``, libvirt 0.7.7."""
    JOB_BOUNDED: Final = 1
    """``VIR_DOMAIN_JOB_BOUNDED``, libvirt 0.7.7."""
    JOB_UNBOUNDED: Final = 2
    """``VIR_DOMAIN_JOB_UNBOUNDED``, libvirt 0.7.7."""
    JOB_COMPLETED: Final = 3
    """``VIR_DOMAIN_JOB_COMPLETED``, libvirt 0.7.7."""
    JOB_FAILED: Final = 4
    """``VIR_DOMAIN_JOB_FAILED``, libvirt 0.7.7."""
    JOB_CANCELLED: Final = 5
    """``VIR_DOMAIN_JOB_CANCELLED``, libvirt 0.7.7."""
    # virDomainGetJobStatsFlags
    JOB_STATS_COMPLETED: Final = 1
    """``VIR_DOMAIN_JOB_STATS_COMPLETED``, libvirt 1.2.9."""
    JOB_STATS_KEEP_COMPLETED: Final = 2
    """``VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED``, libvirt 6.0.0."""
    # VIR_DOMAIN_JOB_*
    JOB_AUTO_CONVERGE_THROTTLE: Final = "auto_converge_throttle"
    """``VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE``, libvirt 2.0.0."""
    JOB_COMPRESSION_BYTES: Final = "compression_bytes"
    """``VIR_DOMAIN_JOB_COMPRESSION_BYTES``, libvirt 1.0.3."""
    JOB_COMPRESSION_CACHE: Final = "compression_cache"
    """``VIR_DOMAIN_JOB_COMPRESSION_CACHE``, libvirt 1.0.3."""
    JOB_COMPRESSION_CACHE_MISSES: Final = "compression_cache_misses"
    """``VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES``, libvirt 1.0.3."""
    JOB_COMPRESSION_OVERFLOW: Final = "compression_overflow"
    """``VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW``, libvirt 1.0.3."""
    JOB_COMPRESSION_PAGES: Final = "compression_pages"
    """``VIR_DOMAIN_JOB_COMPRESSION_PAGES``, libvirt 1.0.3."""
    JOB_DATA_PROCESSED: Final = "data_processed"
    """``VIR_DOMAIN_JOB_DATA_PROCESSED``, libvirt 1.0.3."""
    JOB_DATA_REMAINING: Final = "data_remaining"
    """``VIR_DOMAIN_JOB_DATA_REMAINING``, libvirt 1.0.3."""
    JOB_DATA_TOTAL: Final = "data_total"
    """``VIR_DOMAIN_JOB_DATA_TOTAL``, libvirt 1.0.3."""
    JOB_DISK_PROCESSED: Final = "disk_processed"
    """``VIR_DOMAIN_JOB_DISK_PROCESSED``, libvirt 1.0.3."""
    JOB_DISK_REMAINING: Final = "disk_remaining"
    """``VIR_DOMAIN_JOB_DISK_REMAINING``, libvirt 1.0.3."""
    JOB_DISK_TOTAL: Final = "disk_total"
    """``VIR_DOMAIN_JOB_DISK_TOTAL``, libvirt 1.0.3."""
    JOB_DISK_BPS: Final = "disk_bps"
    """``VIR_DOMAIN_JOB_DISK_BPS``, libvirt 1.2.9."""
    JOB_DOWNTIME: Final = "downtime"
    """``VIR_DOMAIN_JOB_DOWNTIME``, libvirt 1.0.3."""
    JOB_DOWNTIME_NET: Final = "downtime_net"
    """``VIR_DOMAIN_JOB_DOWNTIME_NET``, libvirt 1.2.15."""
    JOB_MEMORY_CONSTANT: Final = "memory_constant"
    """``VIR_DOMAIN_JOB_MEMORY_CONSTANT``, libvirt 1.0.3."""
    JOB_MEMORY_NORMAL: Final = "memory_normal"
    """``VIR_DOMAIN_JOB_MEMORY_NORMAL``, libvirt 1.0.3."""
    JOB_MEMORY_NORMAL_BYTES: Final = "memory_normal_bytes"
    """``VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES``, libvirt 1.0.3."""
    JOB_MEMORY_PROCESSED: Final = "memory_processed"
    """``VIR_DOMAIN_JOB_MEMORY_PROCESSED``, libvirt 1.0.3."""
    JOB_MEMORY_REMAINING: Final = "memory_remaining"
    """``VIR_DOMAIN_JOB_MEMORY_REMAINING``, libvirt 1.0.3."""
    JOB_MEMORY_TOTAL: Final = "memory_total"
    """``VIR_DOMAIN_JOB_MEMORY_TOTAL``, libvirt 1.0.3."""
    JOB_MEMORY_BPS: Final = "memory_bps"
    """``VIR_DOMAIN_JOB_MEMORY_BPS``, libvirt 1.2.9."""
    JOB_MEMORY_DIRTY_RATE: Final = "memory_dirty_rate"
    """``VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE``, libvirt 1.3.1."""
    JOB_MEMORY_PAGE_SIZE: Final = "memory_page_size"
    """``VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE``, libvirt 3.9.0."""
    JOB_MEMORY_ITERATION: Final = "memory_iteration"
    """``VIR_DOMAIN_JOB_MEMORY_ITERATION``, libvirt 1.3.1."""
    JOB_MEMORY_POSTCOPY_REQS: Final = "memory_postcopy_requests"
    """``VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS``, libvirt 5.0.0."""
    JOB_SETUP_TIME: Final = "setup_time"
    """``VIR_DOMAIN_JOB_SETUP_TIME``, libvirt 1.2.9."""
    JOB_TIME_ELAPSED: Final = "time_elapsed"
    """``VIR_DOMAIN_JOB_TIME_ELAPSED``, libvirt 1.0.3."""
    JOB_TIME_ELAPSED_NET: Final = "time_elapsed_net"
    """``VIR_DOMAIN_JOB_TIME_ELAPSED_NET``, libvirt 1.2.15."""
    JOB_TIME_REMAINING: Final = "time_remaining"
    """``VIR_DOMAIN_JOB_TIME_REMAINING``, libvirt 1.0.3."""
    JOB_OPERATION: Final = "operation"
    """``VIR_DOMAIN_JOB_OPERATION``, libvirt 3.3.0."""
    JOB_SUCCESS: Final = "success"
    """``VIR_DOMAIN_JOB_SUCCESS``, libvirt 6.0.0."""
    JOB_DISK_TEMP_TOTAL: Final = "disk_temp_total"
    """``VIR_DOMAIN_JOB_DISK_TEMP_TOTAL``, libvirt 6.0.0."""
    JOB_DISK_TEMP_USED: Final = "disk_temp_used"
    """``VIR_DOMAIN_JOB_DISK_TEMP_USED``, libvirt 6.0.0."""
    JOB_ERRMSG: Final = "errmsg"
    """``VIR_DOMAIN_JOB_ERRMSG``, libvirt 6.3.0."""
    JOB_VFIO_DATA_TRANSFERRED: Final = "vfio_data_transferred"
    """``VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED``, libvirt 10.6.0."""
    # virDomainBlockJobType
    BLOCK_JOB_TYPE_UNKNOWN: Final = 0
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN``, libvirt 0.9.4."""
    BLOCK_JOB_TYPE_PULL: Final = 1
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_PULL``, libvirt 0.9.4."""
    BLOCK_JOB_TYPE_COPY: Final = 2
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_COPY``, libvirt 0.9.12."""
    BLOCK_JOB_TYPE_COMMIT: Final = 3
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT``, libvirt 0.10.2."""
    BLOCK_JOB_TYPE_ACTIVE_COMMIT: Final = 4
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT``, libvirt 1.2.6."""
    BLOCK_JOB_TYPE_BACKUP: Final = 5
    """``VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP``, libvirt 6.0.0."""
    # virConnectDomainEventBlockJobStatus
    BLOCK_JOB_COMPLETED: Final = 0
    """``VIR_DOMAIN_BLOCK_JOB_COMPLETED``, libvirt 0.9.4."""
    BLOCK_JOB_FAILED: Final = 1
    """``VIR_DOMAIN_BLOCK_JOB_FAILED``, libvirt 0.9.4."""
    BLOCK_JOB_CANCELED: Final = 2
    """``VIR_DOMAIN_BLOCK_JOB_CANCELED``, libvirt 0.9.12."""
    BLOCK_JOB_READY: Final = 3
    """``VIR_DOMAIN_BLOCK_JOB_READY``, libvirt 1.0.0."""
    # virDomainBlockCommitFlags
    BLOCK_COMMIT_DELETE: Final = 2
    """``VIR_DOMAIN_BLOCK_COMMIT_DELETE``, libvirt 0.10.2."""
    BLOCK_COMMIT_SHALLOW: Final = 1
    """``VIR_DOMAIN_BLOCK_COMMIT_SHALLOW``, libvirt 0.10.2."""
    BLOCK_COMMIT_ACTIVE: Final = 4
    """``VIR_DOMAIN_BLOCK_COMMIT_ACTIVE``, libvirt 1.2.6."""
    BLOCK_COMMIT_RELATIVE: Final = 8
    """``VIR_DOMAIN_BLOCK_COMMIT_RELATIVE``, libvirt 1.2.7."""
    BLOCK_COMMIT_BANDWIDTH_BYTES: Final = 16
    """``VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES``, libvirt 1.2.9."""
    # virDomainEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_DOMAIN_EVENT_ID_LIFECYCLE``, libvirt 0.8.0."""
    EVENT_ID_REBOOT: Final = 1
    """``VIR_DOMAIN_EVENT_ID_REBOOT``, libvirt 0.8.0."""
    EVENT_ID_RTC_CHANGE: Final = 2
    """``VIR_DOMAIN_EVENT_ID_RTC_CHANGE``, libvirt 0.8.0."""
    EVENT_ID_WATCHDOG: Final = 3
    """``VIR_DOMAIN_EVENT_ID_WATCHDOG``, libvirt 0.8.0."""
    EVENT_ID_IO_ERROR: Final = 4
    """``VIR_DOMAIN_EVENT_ID_IO_ERROR``, libvirt 0.8.0."""
    EVENT_ID_GRAPHICS: Final = 5
    """``VIR_DOMAIN_EVENT_ID_GRAPHICS``, libvirt 0.8.0."""
    EVENT_ID_IO_ERROR_REASON: Final = 6
    """``VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON``, libvirt 0.8.1."""
    EVENT_ID_CONTROL_ERROR: Final = 7
    """``VIR_DOMAIN_EVENT_ID_CONTROL_ERROR``, libvirt 0.9.2."""
    EVENT_ID_BLOCK_JOB: Final = 8
    """``VIR_DOMAIN_EVENT_ID_BLOCK_JOB``, libvirt 0.9.4."""
    EVENT_ID_BLOCK_JOB_2: Final = 16
    """``VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2``, libvirt 1.2.6."""
    EVENT_ID_DISK_CHANGE: Final = 9
    """``VIR_DOMAIN_EVENT_ID_DISK_CHANGE``, libvirt 0.9.7."""
    EVENT_ID_PMSUSPEND: Final = 12
    """``VIR_DOMAIN_EVENT_ID_PMSUSPEND``, libvirt 0.9.11."""
    EVENT_ID_PMSUSPEND_DISK: Final = 14
    """``VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK``, libvirt 1.0.0."""
    EVENT_ID_PMWAKEUP: Final = 11
    """``VIR_DOMAIN_EVENT_ID_PMWAKEUP``, libvirt 0.9.11."""
    EVENT_ID_TRAY_CHANGE: Final = 10
    """``VIR_DOMAIN_EVENT_ID_TRAY_CHANGE``, libvirt 0.9.11."""
    EVENT_ID_BALLOON_CHANGE: Final = 13
    """``VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE``, libvirt 0.10.0."""
    EVENT_ID_DEVICE_ADDED: Final = 19
    """``VIR_DOMAIN_EVENT_ID_DEVICE_ADDED``, libvirt 1.2.15."""
    EVENT_ID_DEVICE_REMOVED: Final = 15
    """``VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED``, libvirt 1.1.1."""
    EVENT_ID_TUNABLE: Final = 17
    """``VIR_DOMAIN_EVENT_ID_TUNABLE``, libvirt 1.2.9."""
    EVENT_ID_AGENT_LIFECYCLE: Final = 18
    """``VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE``, libvirt 1.2.11."""
    EVENT_ID_MIGRATION_ITERATION: Final = 20
    """``VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION``, libvirt 1.3.2."""
    EVENT_ID_JOB_COMPLETED: Final = 21
    """``VIR_DOMAIN_EVENT_ID_JOB_COMPLETED``, libvirt 1.3.3."""
    EVENT_ID_DEVICE_REMOVAL_FAILED: Final = 22
    """``VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED``, libvirt 1.3.4."""
    EVENT_ID_METADATA_CHANGE: Final = 23
    """``VIR_DOMAIN_EVENT_ID_METADATA_CHANGE``, libvirt 3.0.0."""
    EVENT_ID_BLOCK_THRESHOLD: Final = 24
    """``VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD``, libvirt 3.2.0."""
    EVENT_ID_MEMORY_FAILURE: Final = 25
    """``VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE``, libvirt 6.9.0."""
    EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: Final = 26
    """``VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE``, libvirt 7.9.0."""
    EVENT_ID_NIC_MAC_CHANGE: Final = 27
    """``VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE``, libvirt 11.2.0."""
    EVENT_ID_VCPU_REMOVED: Final = 28
    """``VIR_DOMAIN_EVENT_ID_VCPU_REMOVED``, libvirt 12.4.0."""
    EVENT_ID_CHANNEL_LIFECYCLE: Final = 29
    """``VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE``, libvirt 12.4.0."""
    # virDomainEventWatchdogAction
    EVENT_WATCHDOG_NONE: Final = 0
    """``VIR_DOMAIN_EVENT_WATCHDOG_NONE``, libvirt 0.8.0."""
    EVENT_WATCHDOG_PAUSE: Final = 1
    """``VIR_DOMAIN_EVENT_WATCHDOG_PAUSE``, libvirt 0.8.0."""
    EVENT_WATCHDOG_RESET: Final = 2
    """``VIR_DOMAIN_EVENT_WATCHDOG_RESET``, libvirt 0.8.0."""
    EVENT_WATCHDOG_POWEROFF: Final = 3
    """``VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF``, libvirt 0.8.0."""
    EVENT_WATCHDOG_SHUTDOWN: Final = 4
    """``VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN``, libvirt 0.8.0."""
    EVENT_WATCHDOG_DEBUG: Final = 5
    """``VIR_DOMAIN_EVENT_WATCHDOG_DEBUG``, libvirt 0.8.0."""
    EVENT_WATCHDOG_INJECTNMI: Final = 6
    """``VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI``, libvirt 1.2.17."""
    # virDomainEventIOErrorAction
    EVENT_IO_ERROR_NONE: Final = 0
    """``VIR_DOMAIN_EVENT_IO_ERROR_NONE``, libvirt 0.8.0."""
    EVENT_IO_ERROR_PAUSE: Final = 1
    """``VIR_DOMAIN_EVENT_IO_ERROR_PAUSE``, libvirt 0.8.0."""
    EVENT_IO_ERROR_REPORT: Final = 2
    """``VIR_DOMAIN_EVENT_IO_ERROR_REPORT``, libvirt 0.8.0."""
    # virDomainEventGraphicsPhase
    EVENT_GRAPHICS_CONNECT: Final = 0
    """``VIR_DOMAIN_EVENT_GRAPHICS_CONNECT``, libvirt 0.8.0."""
    EVENT_GRAPHICS_INITIALIZE: Final = 1
    """``VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE``, libvirt 0.8.0."""
    EVENT_GRAPHICS_DISCONNECT: Final = 2
    """``VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT``, libvirt 0.8.0."""
    # virDomainEventGraphicsAddressType
    EVENT_GRAPHICS_ADDRESS_IPV4: Final = 0
    """``VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4``, libvirt 0.8.0."""
    EVENT_GRAPHICS_ADDRESS_IPV6: Final = 1
    """``VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6``, libvirt 0.8.0."""
    EVENT_GRAPHICS_ADDRESS_UNIX: Final = 2
    """``VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX``, libvirt 0.9.7."""
    # virConnectDomainEventDiskChangeReason
    EVENT_DISK_CHANGE_MISSING_ON_START: Final = 0
    """``VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START``, libvirt 0.9.7."""
    EVENT_DISK_DROP_MISSING_ON_START: Final = 1
    """``VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START``, libvirt 1.1.2."""
    # virDomainEventTrayChangeReason
    EVENT_TRAY_CHANGE_OPEN: Final = 0
    """``VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN``, libvirt 0.9.11."""
    EVENT_TRAY_CHANGE_CLOSE: Final = 1
    """``VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE``, libvirt 0.9.11."""
    # virConnectDomainEventAgentLifecycleState
    EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: Final = 1
    """``VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED``, libvirt 1.2.11."""
    EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: Final = 2
    """``VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED``, libvirt 1.2.11."""
    # virConnectDomainEventAgentLifecycleReason
    EVENT_AGENT_LIFECYCLE_REASON_CHANNEL: Final = 2
    """``VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL``, libvirt 1.2.11."""
    EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED: Final = 1
    """``VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED``, libvirt 1.2.11."""
    EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN: Final = 0
    """``VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN``, libvirt 1.2.11."""
    # virConnectDomainEventChannelLifecycleState
    EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED: Final = 1
    """``VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED``, libvirt 12.4.0."""
    EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED: Final = 2
    """``VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED``, libvirt 12.4.0."""
    # virConnectDomainEventChannelLifecycleReason
    EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN: Final = 0
    """``VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN``, libvirt 12.4.0."""
    EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED: Final = 1
    """``VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED``, libvirt 12.4.0."""
    EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL: Final = 2
    """``VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL``, libvirt 12.4.0."""
    # VIR_DOMAIN_MEMORY_*
    MEMORY_HARD_LIMIT: Final = "hard_limit"
    """``VIR_DOMAIN_MEMORY_HARD_LIMIT``, libvirt 0.8.5."""
    MEMORY_SOFT_LIMIT: Final = "soft_limit"
    """``VIR_DOMAIN_MEMORY_SOFT_LIMIT``, libvirt 0.8.5."""
    MEMORY_MIN_GUARANTEE: Final = "min_guarantee"
    """``VIR_DOMAIN_MEMORY_MIN_GUARANTEE``, libvirt 0.8.5."""
    MEMORY_SWAP_HARD_LIMIT: Final = "swap_hard_limit"
    """``VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT``, libvirt 0.8.5."""
    MEMORY_PARAM_UNLIMITED: Final = 9007199254740991
    """``VIR_DOMAIN_MEMORY_PARAM_UNLIMITED``, libvirt 0.8.8."""
    # VIR_DOMAIN_BLKIO_*
    BLKIO_WEIGHT: Final = "weight"
    """``VIR_DOMAIN_BLKIO_WEIGHT``, libvirt 0.9.0."""
    BLKIO_DEVICE_WEIGHT: Final = "device_weight"
    """``VIR_DOMAIN_BLKIO_DEVICE_WEIGHT``, libvirt 0.9.8."""
    BLKIO_DEVICE_READ_BPS: Final = "device_read_bytes_sec"
    """``VIR_DOMAIN_BLKIO_DEVICE_READ_BPS``, libvirt 1.2.2."""
    BLKIO_DEVICE_READ_IOPS: Final = "device_read_iops_sec"
    """``VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS``, libvirt 1.2.2."""
    BLKIO_DEVICE_WRITE_BPS: Final = "device_write_bytes_sec"
    """``VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS``, libvirt 1.2.2."""
    BLKIO_DEVICE_WRITE_IOPS: Final = "device_write_iops_sec"
    """``VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS``, libvirt 1.2.2."""
    # VIR_DOMAIN_SCHEDULER_*
    SCHEDULER_CPU_SHARES: Final = "cpu_shares"
    """``VIR_DOMAIN_SCHEDULER_CPU_SHARES``, libvirt 0.9.7."""
    SCHEDULER_VCPU_PERIOD: Final = "vcpu_period"
    """``VIR_DOMAIN_SCHEDULER_VCPU_PERIOD``, libvirt 0.9.7."""
    SCHEDULER_VCPU_QUOTA: Final = "vcpu_quota"
    """``VIR_DOMAIN_SCHEDULER_VCPU_QUOTA``, libvirt 0.9.7."""
    SCHEDULER_GLOBAL_PERIOD: Final = "global_period"
    """``VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD``, libvirt 1.3.3."""
    SCHEDULER_GLOBAL_QUOTA: Final = "global_quota"
    """``VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA``, libvirt 1.3.3."""
    SCHEDULER_WEIGHT: Final = "weight"
    """``VIR_DOMAIN_SCHEDULER_WEIGHT``, libvirt 0.9.7."""
    SCHEDULER_CAP: Final = "cap"
    """``VIR_DOMAIN_SCHEDULER_CAP``, libvirt 0.9.7."""
    SCHEDULER_LIMIT: Final = "limit"
    """``VIR_DOMAIN_SCHEDULER_LIMIT``, libvirt 0.9.7."""
    SCHEDULER_RESERVATION: Final = "reservation"
    """``VIR_DOMAIN_SCHEDULER_RESERVATION``, libvirt 0.9.7."""
    SCHEDULER_SHARES: Final = "shares"
    """``VIR_DOMAIN_SCHEDULER_SHARES``, libvirt 0.9.7."""
    # virDomainMemoryStatTags
    MEMORY_STAT_SWAP_IN: Final = 0
    """``VIR_DOMAIN_MEMORY_STAT_SWAP_IN``, libvirt 0.7.5."""
    MEMORY_STAT_SWAP_OUT: Final = 1
    """``VIR_DOMAIN_MEMORY_STAT_SWAP_OUT``, libvirt 0.7.5."""
    MEMORY_STAT_MAJOR_FAULT: Final = 2
    """``VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT``, libvirt 0.7.5."""
    MEMORY_STAT_MINOR_FAULT: Final = 3
    """``VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT``, libvirt 0.7.5."""
    MEMORY_STAT_UNUSED: Final = 4
    """``VIR_DOMAIN_MEMORY_STAT_UNUSED``, libvirt 0.7.5."""
    MEMORY_STAT_AVAILABLE: Final = 5
    """``VIR_DOMAIN_MEMORY_STAT_AVAILABLE``, libvirt 0.7.5."""
    MEMORY_STAT_ACTUAL_BALLOON: Final = 6
    """``VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON``, libvirt 0.9.3."""
    MEMORY_STAT_RSS: Final = 7
    """``VIR_DOMAIN_MEMORY_STAT_RSS``, libvirt 0.9.10."""
    MEMORY_STAT_LAST_UPDATE: Final = 9
    """``VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE``, libvirt 2.1.0."""
    MEMORY_STAT_USABLE: Final = 8
    """``VIR_DOMAIN_MEMORY_STAT_USABLE``, libvirt 2.1.0."""
    MEMORY_STAT_DISK_CACHES: Final = 10
    """``VIR_DOMAIN_MEMORY_STAT_DISK_CACHES``, libvirt 4.6.0."""
    MEMORY_STAT_HUGETLB_PGALLOC: Final = 11
    """``VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC``, libvirt 5.4.0."""
    MEMORY_STAT_HUGETLB_PGFAIL: Final = 12
    """``VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL``, libvirt 5.4.0."""
    # VIR_DOMAIN_BLOCK_IOTUNE_*
    BLOCK_IOTUNE_TOTAL_BYTES_SEC: Final = "total_bytes_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_READ_BYTES_SEC: Final = "read_bytes_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_WRITE_BYTES_SEC: Final = "write_bytes_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_TOTAL_IOPS_SEC: Final = "total_iops_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_READ_IOPS_SEC: Final = "read_iops_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_WRITE_IOPS_SEC: Final = "write_iops_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC``, libvirt 0.9.8."""
    BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: Final = "total_bytes_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_READ_BYTES_SEC_MAX: Final = "read_bytes_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: Final = "write_bytes_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: Final = "total_iops_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_READ_IOPS_SEC_MAX: Final = "read_iops_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: Final = "write_iops_sec_max"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX``, libvirt 1.2.11."""
    BLOCK_IOTUNE_SIZE_IOPS_SEC: Final = "size_iops_sec"
    """``VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC``, libvirt 1.2.11."""
    BLOCK_IOTUNE_GROUP_NAME: Final = "group_name"
    """``VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME``, libvirt 3.0.0."""
    BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: Final = "total_bytes_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: Final = "read_bytes_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: Final = "write_bytes_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: Final = "total_iops_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: Final = "read_iops_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: Final = "write_iops_sec_max_length"
    """``VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    # virDomainBlockResizeFlags
    BLOCK_RESIZE_BYTES: Final = 1
    """``VIR_DOMAIN_BLOCK_RESIZE_BYTES``, libvirt 0.9.11."""
    BLOCK_RESIZE_CAPACITY: Final = 2
    """``VIR_DOMAIN_BLOCK_RESIZE_CAPACITY``, libvirt 10.0.0."""
    BLOCK_RESIZE_EXTEND: Final = 4
    """``VIR_DOMAIN_BLOCK_RESIZE_EXTEND``, libvirt 12.3.0."""
    # VIR_DOMAIN_NUMA_*
    NUMA_NODESET: Final = "numa_nodeset"
    """``VIR_DOMAIN_NUMA_NODESET``, libvirt 0.9.9."""
    NUMA_MODE: Final = "numa_mode"
    """``VIR_DOMAIN_NUMA_MODE``, libvirt 0.9.9."""
    # virDomainNumatuneMemMode
    NUMATUNE_MEM_STRICT: Final = 0
    """``VIR_DOMAIN_NUMATUNE_MEM_STRICT``, libvirt 0.9.9."""
    NUMATUNE_MEM_PREFERRED: Final = 1
    """``VIR_DOMAIN_NUMATUNE_MEM_PREFERRED``, libvirt 0.9.9."""
    NUMATUNE_MEM_INTERLEAVE: Final = 2
    """``VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE``, libvirt 0.9.9."""
    NUMATUNE_MEM_RESTRICTIVE: Final = 3
    """``VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE``, libvirt 7.3.0."""
    # VIR_PERF_PARAM_*
    PERF_PARAM_CMT: Final = "cmt"
    """``VIR_PERF_PARAM_CMT``, libvirt 1.3.3."""
    PERF_PARAM_MBML: Final = "mbml"
    """``VIR_PERF_PARAM_MBML``, libvirt 1.3.5."""
    PERF_PARAM_MBMT: Final = "mbmt"
    """``VIR_PERF_PARAM_MBMT``, libvirt 1.3.5."""
    PERF_PARAM_CACHE_MISSES: Final = "cache_misses"
    """``VIR_PERF_PARAM_CACHE_MISSES``, libvirt 2.3.0."""
    PERF_PARAM_CACHE_REFERENCES: Final = "cache_references"
    """``VIR_PERF_PARAM_CACHE_REFERENCES``, libvirt 2.3.0."""
    PERF_PARAM_CPU_CYCLES: Final = "cpu_cycles"
    """``VIR_PERF_PARAM_CPU_CYCLES``, libvirt 2.3.0."""
    PERF_PARAM_INSTRUCTIONS: Final = "instructions"
    """``VIR_PERF_PARAM_INSTRUCTIONS``, libvirt 2.3.0."""
    PERF_PARAM_BRANCH_INSTRUCTIONS: Final = "branch_instructions"
    """``VIR_PERF_PARAM_BRANCH_INSTRUCTIONS``, libvirt 3.0.0."""
    PERF_PARAM_BRANCH_MISSES: Final = "branch_misses"
    """``VIR_PERF_PARAM_BRANCH_MISSES``, libvirt 3.0.0."""
    PERF_PARAM_BUS_CYCLES: Final = "bus_cycles"
    """``VIR_PERF_PARAM_BUS_CYCLES``, libvirt 3.0.0."""
    PERF_PARAM_STALLED_CYCLES_FRONTEND: Final = "stalled_cycles_frontend"
    """``VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND``, libvirt 3.0.0."""
    PERF_PARAM_STALLED_CYCLES_BACKEND: Final = "stalled_cycles_backend"
    """``VIR_PERF_PARAM_STALLED_CYCLES_BACKEND``, libvirt 3.0.0."""
    PERF_PARAM_REF_CPU_CYCLES: Final = "ref_cpu_cycles"
    """``VIR_PERF_PARAM_REF_CPU_CYCLES``, libvirt 3.0.0."""
    PERF_PARAM_CPU_CLOCK: Final = "cpu_clock"
    """``VIR_PERF_PARAM_CPU_CLOCK``, libvirt 3.2.0."""
    PERF_PARAM_TASK_CLOCK: Final = "task_clock"
    """``VIR_PERF_PARAM_TASK_CLOCK``, libvirt 3.2.0."""
    PERF_PARAM_PAGE_FAULTS: Final = "page_faults"
    """``VIR_PERF_PARAM_PAGE_FAULTS``, libvirt 3.2.0."""
    PERF_PARAM_CONTEXT_SWITCHES: Final = "context_switches"
    """``VIR_PERF_PARAM_CONTEXT_SWITCHES``, libvirt 3.2.0."""
    PERF_PARAM_CPU_MIGRATIONS: Final = "cpu_migrations"
    """``VIR_PERF_PARAM_CPU_MIGRATIONS``, libvirt 3.2.0."""
    PERF_PARAM_PAGE_FAULTS_MIN: Final = "page_faults_min"
    """``VIR_PERF_PARAM_PAGE_FAULTS_MIN``, libvirt 3.2.0."""
    PERF_PARAM_PAGE_FAULTS_MAJ: Final = "page_faults_maj"
    """``VIR_PERF_PARAM_PAGE_FAULTS_MAJ``, libvirt 3.2.0."""
    PERF_PARAM_ALIGNMENT_FAULTS: Final = "alignment_faults"
    """``VIR_PERF_PARAM_ALIGNMENT_FAULTS``, libvirt 3.2.0."""
    PERF_PARAM_EMULATION_FAULTS: Final = "emulation_faults"
    """``VIR_PERF_PARAM_EMULATION_FAULTS``, libvirt 3.2.0."""
    # VIR_DOMAIN_IOTHREAD_*
    IOTHREAD_PARAM_POLL_MAX_NS: Final = "poll_max_ns"
    """``VIR_DOMAIN_IOTHREAD_POLL_MAX_NS``, libvirt 4.10.0."""
    IOTHREAD_PARAM_POLL_GROW: Final = "poll_grow"
    """``VIR_DOMAIN_IOTHREAD_POLL_GROW``, libvirt 4.10.0."""
    IOTHREAD_PARAM_POLL_SHRINK: Final = "poll_shrink"
    """``VIR_DOMAIN_IOTHREAD_POLL_SHRINK``, libvirt 4.10.0."""
    IOTHREAD_PARAM_THREAD_POOL_MIN: Final = "thread_pool_min"
    """``VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN``, libvirt 8.5.0."""
    IOTHREAD_PARAM_THREAD_POOL_MAX: Final = "thread_pool_max"
    """``VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX``, libvirt 8.5.0."""
    # VIR_DOMAIN_BANDWIDTH_*
    BANDWIDTH_IN_AVERAGE: Final = "inbound.average"
    """``VIR_DOMAIN_BANDWIDTH_IN_AVERAGE``, libvirt 0.9.9."""
    BANDWIDTH_IN_PEAK: Final = "inbound.peak"
    """``VIR_DOMAIN_BANDWIDTH_IN_PEAK``, libvirt 0.9.9."""
    BANDWIDTH_IN_BURST: Final = "inbound.burst"
    """``VIR_DOMAIN_BANDWIDTH_IN_BURST``, libvirt 0.9.9."""
    BANDWIDTH_IN_FLOOR: Final = "inbound.floor"
    """``VIR_DOMAIN_BANDWIDTH_IN_FLOOR``, libvirt 1.2.19."""
    BANDWIDTH_OUT_AVERAGE: Final = "outbound.average"
    """``VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE``, libvirt 0.9.9."""
    BANDWIDTH_OUT_PEAK: Final = "outbound.peak"
    """``VIR_DOMAIN_BANDWIDTH_OUT_PEAK``, libvirt 0.9.9."""
    BANDWIDTH_OUT_BURST: Final = "outbound.burst"
    """``VIR_DOMAIN_BANDWIDTH_OUT_BURST``, libvirt 0.9.9."""
    # virDomainVcpuFlags
    VCPU_CURRENT: Final = 0
    """``VIR_DOMAIN_VCPU_CURRENT``, libvirt 0.9.4."""
    VCPU_LIVE: Final = 1
    """``VIR_DOMAIN_VCPU_LIVE``, libvirt 0.8.5."""
    VCPU_CONFIG: Final = 2
    """``VIR_DOMAIN_VCPU_CONFIG``, libvirt 0.8.5."""
    VCPU_MAXIMUM: Final = 4
    """``VIR_DOMAIN_VCPU_MAXIMUM``, libvirt 0.8.5."""
    VCPU_GUEST: Final = 8
    """``VIR_DOMAIN_VCPU_GUEST``, libvirt 1.1.0."""
    VCPU_HOTPLUGGABLE: Final = 16
    """``VIR_DOMAIN_VCPU_HOTPLUGGABLE``, libvirt 2.4.0."""
    VCPU_ASYNC_UNPLUG: Final = 32
    """``VIR_DOMAIN_VCPU_ASYNC_UNPLUG``, libvirt 12.4.0."""
    # virDomainShutdownFlagValues
    SHUTDOWN_DEFAULT: Final = 0
    """``VIR_DOMAIN_SHUTDOWN_DEFAULT``, libvirt 0.9.10."""
    SHUTDOWN_ACPI_POWER_BTN: Final = 1
    """``VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN``, libvirt 0.9.10."""
    SHUTDOWN_GUEST_AGENT: Final = 2
    """``VIR_DOMAIN_SHUTDOWN_GUEST_AGENT``, libvirt 0.9.10."""
    SHUTDOWN_INITCTL: Final = 4
    """``VIR_DOMAIN_SHUTDOWN_INITCTL``, libvirt 1.0.1."""
    SHUTDOWN_SIGNAL: Final = 8
    """``VIR_DOMAIN_SHUTDOWN_SIGNAL``, libvirt 1.0.1."""
    SHUTDOWN_PARAVIRT: Final = 16
    """``VIR_DOMAIN_SHUTDOWN_PARAVIRT``, libvirt 1.2.5."""
    # virDomainRebootFlagValues
    REBOOT_DEFAULT: Final = 0
    """``VIR_DOMAIN_REBOOT_DEFAULT``, libvirt 0.9.10."""
    REBOOT_ACPI_POWER_BTN: Final = 1
    """``VIR_DOMAIN_REBOOT_ACPI_POWER_BTN``, libvirt 0.9.10."""
    REBOOT_GUEST_AGENT: Final = 2
    """``VIR_DOMAIN_REBOOT_GUEST_AGENT``, libvirt 0.9.10."""
    REBOOT_INITCTL: Final = 4
    """``VIR_DOMAIN_REBOOT_INITCTL``, libvirt 1.0.1."""
    REBOOT_SIGNAL: Final = 8
    """``VIR_DOMAIN_REBOOT_SIGNAL``, libvirt 1.0.1."""
    REBOOT_PARAVIRT: Final = 16
    """``VIR_DOMAIN_REBOOT_PARAVIRT``, libvirt 1.2.5."""
    # virDomainProcessSignal
    PROCESS_SIGNAL_NOP: Final = 0
    """``VIR_DOMAIN_PROCESS_SIGNAL_NOP``, libvirt 1.0.1."""
    PROCESS_SIGNAL_HUP: Final = 1
    """``VIR_DOMAIN_PROCESS_SIGNAL_HUP``, libvirt 1.0.1."""
    PROCESS_SIGNAL_INT: Final = 2
    """``VIR_DOMAIN_PROCESS_SIGNAL_INT``, libvirt 1.0.1."""
    PROCESS_SIGNAL_QUIT: Final = 3
    """``VIR_DOMAIN_PROCESS_SIGNAL_QUIT``, libvirt 1.0.1."""
    PROCESS_SIGNAL_ILL: Final = 4
    """``VIR_DOMAIN_PROCESS_SIGNAL_ILL``, libvirt 1.0.1."""
    PROCESS_SIGNAL_TRAP: Final = 5
    """``VIR_DOMAIN_PROCESS_SIGNAL_TRAP``, libvirt 1.0.1."""
    PROCESS_SIGNAL_ABRT: Final = 6
    """``VIR_DOMAIN_PROCESS_SIGNAL_ABRT``, libvirt 1.0.1."""
    PROCESS_SIGNAL_BUS: Final = 7
    """``VIR_DOMAIN_PROCESS_SIGNAL_BUS``, libvirt 1.0.1."""
    PROCESS_SIGNAL_FPE: Final = 8
    """``VIR_DOMAIN_PROCESS_SIGNAL_FPE``, libvirt 1.0.1."""
    PROCESS_SIGNAL_KILL: Final = 9
    """``VIR_DOMAIN_PROCESS_SIGNAL_KILL``, libvirt 1.0.1."""
    PROCESS_SIGNAL_USR1: Final = 10
    """``VIR_DOMAIN_PROCESS_SIGNAL_USR1``, libvirt 1.0.1."""
    PROCESS_SIGNAL_SEGV: Final = 11
    """``VIR_DOMAIN_PROCESS_SIGNAL_SEGV``, libvirt 1.0.1."""
    PROCESS_SIGNAL_USR2: Final = 12
    """``VIR_DOMAIN_PROCESS_SIGNAL_USR2``, libvirt 1.0.1."""
    PROCESS_SIGNAL_PIPE: Final = 13
    """``VIR_DOMAIN_PROCESS_SIGNAL_PIPE``, libvirt 1.0.1."""
    PROCESS_SIGNAL_ALRM: Final = 14
    """``VIR_DOMAIN_PROCESS_SIGNAL_ALRM``, libvirt 1.0.1."""
    PROCESS_SIGNAL_TERM: Final = 15
    """``VIR_DOMAIN_PROCESS_SIGNAL_TERM``, libvirt 1.0.1."""
    PROCESS_SIGNAL_STKFLT: Final = 16
    """``VIR_DOMAIN_PROCESS_SIGNAL_STKFLT``, libvirt 1.0.1."""
    PROCESS_SIGNAL_CHLD: Final = 17
    """``VIR_DOMAIN_PROCESS_SIGNAL_CHLD``, libvirt 1.0.1."""
    PROCESS_SIGNAL_CONT: Final = 18
    """``VIR_DOMAIN_PROCESS_SIGNAL_CONT``, libvirt 1.0.1."""
    PROCESS_SIGNAL_STOP: Final = 19
    """``VIR_DOMAIN_PROCESS_SIGNAL_STOP``, libvirt 1.0.1."""
    PROCESS_SIGNAL_TSTP: Final = 20
    """``VIR_DOMAIN_PROCESS_SIGNAL_TSTP``, libvirt 1.0.1."""
    PROCESS_SIGNAL_TTIN: Final = 21
    """``VIR_DOMAIN_PROCESS_SIGNAL_TTIN``, libvirt 1.0.1."""
    PROCESS_SIGNAL_TTOU: Final = 22
    """``VIR_DOMAIN_PROCESS_SIGNAL_TTOU``, libvirt 1.0.1."""
    PROCESS_SIGNAL_URG: Final = 23
    """``VIR_DOMAIN_PROCESS_SIGNAL_URG``, libvirt 1.0.1."""
    PROCESS_SIGNAL_XCPU: Final = 24
    """``VIR_DOMAIN_PROCESS_SIGNAL_XCPU``, libvirt 1.0.1."""
    PROCESS_SIGNAL_XFSZ: Final = 25
    """``VIR_DOMAIN_PROCESS_SIGNAL_XFSZ``, libvirt 1.0.1."""
    PROCESS_SIGNAL_VTALRM: Final = 26
    """``VIR_DOMAIN_PROCESS_SIGNAL_VTALRM``, libvirt 1.0.1."""
    PROCESS_SIGNAL_PROF: Final = 27
    """``VIR_DOMAIN_PROCESS_SIGNAL_PROF``, libvirt 1.0.1."""
    PROCESS_SIGNAL_WINCH: Final = 28
    """``VIR_DOMAIN_PROCESS_SIGNAL_WINCH``, libvirt 1.0.1."""
    PROCESS_SIGNAL_POLL: Final = 29
    """``VIR_DOMAIN_PROCESS_SIGNAL_POLL``, libvirt 1.0.1."""
    PROCESS_SIGNAL_PWR: Final = 30
    """``VIR_DOMAIN_PROCESS_SIGNAL_PWR``, libvirt 1.0.1."""
    PROCESS_SIGNAL_SYS: Final = 31
    """``VIR_DOMAIN_PROCESS_SIGNAL_SYS``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT0: Final = 32
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT0``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT1: Final = 33
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT1``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT2: Final = 34
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT2``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT3: Final = 35
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT3``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT4: Final = 36
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT4``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT5: Final = 37
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT5``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT6: Final = 38
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT6``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT7: Final = 39
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT7``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT8: Final = 40
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT8``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT9: Final = 41
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT9``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT10: Final = 42
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT10``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT11: Final = 43
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT11``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT12: Final = 44
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT12``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT13: Final = 45
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT13``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT14: Final = 46
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT14``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT15: Final = 47
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT15``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT16: Final = 48
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT16``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT17: Final = 49
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT17``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT18: Final = 50
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT18``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT19: Final = 51
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT19``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT20: Final = 52
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT20``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT21: Final = 53
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT21``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT22: Final = 54
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT22``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT23: Final = 55
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT23``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT24: Final = 56
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT24``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT25: Final = 57
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT25``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT26: Final = 58
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT26``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT27: Final = 59
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT27``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT28: Final = 60
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT28``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT29: Final = 61
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT29``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT30: Final = 62
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT30``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT31: Final = 63
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT31``, libvirt 1.0.1."""
    PROCESS_SIGNAL_RT32: Final = 64
    """``VIR_DOMAIN_PROCESS_SIGNAL_RT32``, libvirt 1.0.1."""
    # virDomainDestroyFlagsValues
    DESTROY_DEFAULT: Final = 0
    """``VIR_DOMAIN_DESTROY_DEFAULT``, libvirt 0.9.10."""
    DESTROY_GRACEFUL: Final = 1
    """``VIR_DOMAIN_DESTROY_GRACEFUL``, libvirt 0.9.10."""
    DESTROY_REMOVE_LOGS: Final = 2
    """``VIR_DOMAIN_DESTROY_REMOVE_LOGS``, libvirt 8.3.0."""
    # virDomainMetadataType
    METADATA_DESCRIPTION: Final = 0
    """``VIR_DOMAIN_METADATA_DESCRIPTION``, libvirt 0.9.10."""
    METADATA_TITLE: Final = 1
    """``VIR_DOMAIN_METADATA_TITLE``, libvirt 0.9.10."""
    METADATA_ELEMENT: Final = 2
    """``VIR_DOMAIN_METADATA_ELEMENT``, libvirt 0.9.10."""
    # virDomainDiskErrorCode
    DISK_ERROR_NONE: Final = 0
    """``VIR_DOMAIN_DISK_ERROR_NONE``, libvirt 0.9.10."""
    DISK_ERROR_NO_SPACE: Final = 2
    """``VIR_DOMAIN_DISK_ERROR_NO_SPACE``, libvirt 0.9.10."""
    DISK_ERROR_UNSPEC: Final = 1
    """``VIR_DOMAIN_DISK_ERROR_UNSPEC``, libvirt 0.9.10."""
    # virDomainBlockJobAbortFlags
    BLOCK_JOB_ABORT_ASYNC: Final = 1
    """``VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC``, libvirt 0.9.12."""
    BLOCK_JOB_ABORT_PIVOT: Final = 2
    """``VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT``, libvirt 0.9.12."""
    # virDomainBlockRebaseFlags
    BLOCK_REBASE_SHALLOW: Final = 1
    """``VIR_DOMAIN_BLOCK_REBASE_SHALLOW``, libvirt 0.9.12."""
    BLOCK_REBASE_REUSE_EXT: Final = 2
    """``VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT``, libvirt 0.9.12."""
    BLOCK_REBASE_COPY_RAW: Final = 4
    """``VIR_DOMAIN_BLOCK_REBASE_COPY_RAW``, libvirt 0.9.12."""
    BLOCK_REBASE_COPY: Final = 8
    """``VIR_DOMAIN_BLOCK_REBASE_COPY``, libvirt 0.9.12."""
    BLOCK_REBASE_COPY_DEV: Final = 32
    """``VIR_DOMAIN_BLOCK_REBASE_COPY_DEV``, libvirt 1.2.9."""
    BLOCK_REBASE_RELATIVE: Final = 16
    """``VIR_DOMAIN_BLOCK_REBASE_RELATIVE``, libvirt 1.2.7."""
    BLOCK_REBASE_BANDWIDTH_BYTES: Final = 64
    """``VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES``, libvirt 1.2.9."""
    # VIR_DOMAIN_BLOCK_COPY_*
    BLOCK_COPY_BANDWIDTH: Final = "bandwidth"
    """``VIR_DOMAIN_BLOCK_COPY_BANDWIDTH``, libvirt 1.2.8."""
    BLOCK_COPY_GRANULARITY: Final = "granularity"
    """``VIR_DOMAIN_BLOCK_COPY_GRANULARITY``, libvirt 1.2.8."""
    BLOCK_COPY_BUF_SIZE: Final = "buf-size"
    """``VIR_DOMAIN_BLOCK_COPY_BUF_SIZE``, libvirt 1.2.8."""
    # virDomainBlockCopyFlags
    BLOCK_COPY_REUSE_EXT: Final = 2
    """``VIR_DOMAIN_BLOCK_COPY_REUSE_EXT``, libvirt 1.2.8."""
    BLOCK_COPY_SHALLOW: Final = 1
    """``VIR_DOMAIN_BLOCK_COPY_SHALLOW``, libvirt 1.2.8."""
    BLOCK_COPY_TRANSIENT_JOB: Final = 4
    """``VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB``, libvirt 3.5.0."""
    BLOCK_COPY_SYNCHRONOUS_WRITES: Final = 8
    """``VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES``, libvirt 8.0.0."""
    BLOCK_COPY_TARGET_ZEROED: Final = 16
    """``VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED``, libvirt 12.2.0."""
    # virDomainBlockJobSetSpeedFlags
    BLOCK_JOB_SPEED_BANDWIDTH_BYTES: Final = 1
    """``VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES``, libvirt 1.2.9."""
    # virDomainBlockPullFlags
    BLOCK_PULL_BANDWIDTH_BYTES: Final = 64
    """``VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES``, libvirt 1.2.9."""
    # virDomainBlockJobInfoFlags
    BLOCK_JOB_INFO_BANDWIDTH_BYTES: Final = 1
    """``VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES``, libvirt 1.2.9."""
    # virConnectListAllDomainsFlags
    LIST_ACTIVE: Final = 1
    """``VIR_CONNECT_LIST_DOMAINS_ACTIVE``, libvirt 0.9.13."""
    LIST_AUTOSTART: Final = 1024
    """``VIR_CONNECT_LIST_DOMAINS_AUTOSTART``, libvirt 0.9.13."""
    LIST_HAS_SNAPSHOT: Final = 4096
    """``VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT``, libvirt 0.9.13."""
    LIST_INACTIVE: Final = 2
    """``VIR_CONNECT_LIST_DOMAINS_INACTIVE``, libvirt 0.9.13."""
    LIST_MANAGEDSAVE: Final = 256
    """``VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE``, libvirt 0.9.13."""
    LIST_NO_AUTOSTART: Final = 2048
    """``VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART``, libvirt 0.9.13."""
    LIST_NO_MANAGEDSAVE: Final = 512
    """``VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE``, libvirt 0.9.13."""
    LIST_NO_SNAPSHOT: Final = 8192
    """``VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT``, libvirt 0.9.13."""
    LIST_OTHER: Final = 128
    """``VIR_CONNECT_LIST_DOMAINS_OTHER``, libvirt 0.9.13."""
    LIST_PAUSED: Final = 32
    """``VIR_CONNECT_LIST_DOMAINS_PAUSED``, libvirt 0.9.13."""
    LIST_PERSISTENT: Final = 4
    """``VIR_CONNECT_LIST_DOMAINS_PERSISTENT``, libvirt 0.9.13."""
    LIST_RUNNING: Final = 16
    """``VIR_CONNECT_LIST_DOMAINS_RUNNING``, libvirt 0.9.13."""
    LIST_SHUTOFF: Final = 64
    """``VIR_CONNECT_LIST_DOMAINS_SHUTOFF``, libvirt 0.9.13."""
    LIST_TRANSIENT: Final = 8
    """``VIR_CONNECT_LIST_DOMAINS_TRANSIENT``, libvirt 0.9.13."""
    LIST_HAS_CHECKPOINT: Final = 16384
    """``VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT``, libvirt 5.6.0."""
    LIST_NO_CHECKPOINT: Final = 32768
    """``VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT``, libvirt 5.6.0."""
    # VIR_DOMAIN_SEND_KEY_*
    SEND_KEY_MAX_KEYS: Final = 16
    """``VIR_DOMAIN_SEND_KEY_MAX_KEYS``, libvirt 0.9.3."""
    # virDomainCoreDumpFormat
    CORE_DUMP_FORMAT_RAW: Final = 0
    """``VIR_DOMAIN_CORE_DUMP_FORMAT_RAW``, libvirt 1.2.3."""
    CORE_DUMP_FORMAT_KDUMP_LZO: Final = 2
    """``VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO``, libvirt 1.2.3."""
    CORE_DUMP_FORMAT_KDUMP_SNAPPY: Final = 3
    """``VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY``, libvirt 1.2.3."""
    CORE_DUMP_FORMAT_KDUMP_ZLIB: Final = 1
    """``VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB``, libvirt 1.2.3."""
    CORE_DUMP_FORMAT_WIN_DMP: Final = 4
    """``VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP``, libvirt 7.4.0."""
    # virDomainSetTimeFlags
    TIME_SYNC: Final = 1
    """``VIR_DOMAIN_TIME_SYNC``, libvirt 1.2.5."""
    # VIR_DOMAIN_TUNABLE_CPU_*
    TUNABLE_CPU_CPU_SHARES: Final = "cputune.cpu_shares"
    """``VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES``, libvirt 1.2.9."""
    TUNABLE_CPU_EMULATORPIN: Final = "cputune.emulatorpin"
    """``VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN``, libvirt 1.2.9."""
    TUNABLE_CPU_EMULATOR_PERIOD: Final = "cputune.emulator_period"
    """``VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD``, libvirt 1.2.9."""
    TUNABLE_CPU_EMULATOR_QUOTA: Final = "cputune.emulator_quota"
    """``VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA``, libvirt 1.2.9."""
    TUNABLE_CPU_IOTHREAD_PERIOD: Final = "cputune.iothread_period"
    """``VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD``, libvirt 2.2.0."""
    TUNABLE_CPU_IOTHREAD_QUOTA: Final = "cputune.iothread_quota"
    """``VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA``, libvirt 2.2.0."""
    TUNABLE_CPU_VCPUPIN: Final = "cputune.vcpupin%u"
    """``VIR_DOMAIN_TUNABLE_CPU_VCPUPIN``, libvirt 1.2.9."""
    TUNABLE_CPU_VCPU_PERIOD: Final = "cputune.vcpu_period"
    """``VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD``, libvirt 1.2.9."""
    TUNABLE_CPU_VCPU_QUOTA: Final = "cputune.vcpu_quota"
    """``VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA``, libvirt 1.2.9."""
    TUNABLE_CPU_GLOBAL_PERIOD: Final = "cputune.global_period"
    """``VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD``, libvirt 1.3.3."""
    TUNABLE_CPU_GLOBAL_QUOTA: Final = "cputune.global_quota"
    """``VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA``, libvirt 1.3.3."""
    # VIR_DOMAIN_TUNABLE_BLKDEV_*
    TUNABLE_BLKDEV_DISK: Final = "blkdeviotune.disk"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_DISK``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_READ_BYTES_SEC: Final = "blkdeviotune.read_bytes_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_READ_IOPS_SEC: Final = "blkdeviotune.read_iops_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_TOTAL_BYTES_SEC: Final = "blkdeviotune.total_bytes_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_TOTAL_IOPS_SEC: Final = "blkdeviotune.total_iops_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_WRITE_BYTES_SEC: Final = "blkdeviotune.write_bytes_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_WRITE_IOPS_SEC: Final = "blkdeviotune.write_iops_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC``, libvirt 1.2.9."""
    TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: Final = "blkdeviotune.read_bytes_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: Final = "blkdeviotune.read_iops_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: Final = "blkdeviotune.write_bytes_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: Final = "blkdeviotune.write_iops_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: Final = "blkdeviotune.total_bytes_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: Final = "blkdeviotune.total_iops_sec_max"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_SIZE_IOPS_SEC: Final = "blkdeviotune.size_iops_sec"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC``, libvirt 1.2.11."""
    TUNABLE_BLKDEV_GROUP_NAME: Final = "blkdeviotune.group_name"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME``, libvirt 3.0.0."""
    TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: Final = "blkdeviotune.read_bytes_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: Final = "blkdeviotune.read_iops_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: Final = "blkdeviotune.write_bytes_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: Final = "blkdeviotune.write_iops_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: Final = "blkdeviotune.total_bytes_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: Final = "blkdeviotune.total_iops_sec_max_length"
    """``VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH``, libvirt 2.4.0."""
    # VIR_DOMAIN_TUNABLE_CPU_*
    TUNABLE_IOTHREADSPIN: Final = "cputune.iothreadpin%u"
    """``VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN``, libvirt 1.2.14."""
    # virDomainInterfaceAddressesSource
    INTERFACE_ADDRESSES_SRC_AGENT: Final = 1
    """``VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT``, libvirt 1.2.14."""
    INTERFACE_ADDRESSES_SRC_LEASE: Final = 0
    """``VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE``, libvirt 1.2.14."""
    INTERFACE_ADDRESSES_SRC_ARP: Final = 2
    """``VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP``, libvirt 4.2.0."""
    # virDomainSetUserPasswordFlags
    PASSWORD_ENCRYPTED: Final = 1
    """``VIR_DOMAIN_PASSWORD_ENCRYPTED``, libvirt 1.2.16."""
    # virDomainJobOperation
    JOB_OPERATION_UNKNOWN: Final = 0
    """``VIR_DOMAIN_JOB_OPERATION_UNKNOWN``, libvirt 3.3.0."""
    JOB_OPERATION_START: Final = 1
    """``VIR_DOMAIN_JOB_OPERATION_START``, libvirt 3.3.0."""
    JOB_OPERATION_SAVE: Final = 2
    """``VIR_DOMAIN_JOB_OPERATION_SAVE``, libvirt 3.3.0."""
    JOB_OPERATION_RESTORE: Final = 3
    """``VIR_DOMAIN_JOB_OPERATION_RESTORE``, libvirt 3.3.0."""
    JOB_OPERATION_MIGRATION_IN: Final = 4
    """``VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN``, libvirt 3.3.0."""
    JOB_OPERATION_MIGRATION_OUT: Final = 5
    """``VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT``, libvirt 3.3.0."""
    JOB_OPERATION_SNAPSHOT: Final = 6
    """``VIR_DOMAIN_JOB_OPERATION_SNAPSHOT``, libvirt 3.3.0."""
    JOB_OPERATION_SNAPSHOT_REVERT: Final = 7
    """``VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT``, libvirt 3.3.0."""
    JOB_OPERATION_DUMP: Final = 8
    """``VIR_DOMAIN_JOB_OPERATION_DUMP``, libvirt 3.3.0."""
    JOB_OPERATION_BACKUP: Final = 9
    """``VIR_DOMAIN_JOB_OPERATION_BACKUP``, libvirt 6.0.0."""
    JOB_OPERATION_SNAPSHOT_DELETE: Final = 10
    """``VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE``, libvirt 9.0.0."""
    # virDomainAbortJobFlagsValues
    DOMAIN_ABORT_JOB_POSTCOPY: Final = 1
    """``VIR_DOMAIN_ABORT_JOB_POSTCOPY``, libvirt 8.5.0."""
    # virDomainLifecycle
    LIFECYCLE_POWEROFF: Final = 0
    """``VIR_DOMAIN_LIFECYCLE_POWEROFF``, libvirt 3.9.0."""
    LIFECYCLE_REBOOT: Final = 1
    """``VIR_DOMAIN_LIFECYCLE_REBOOT``, libvirt 3.9.0."""
    LIFECYCLE_CRASH: Final = 2
    """``VIR_DOMAIN_LIFECYCLE_CRASH``, libvirt 3.9.0."""
    # virDomainLifecycleAction
    LIFECYCLE_ACTION_DESTROY: Final = 0
    """``VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY``, libvirt 3.9.0."""
    LIFECYCLE_ACTION_RESTART: Final = 1
    """``VIR_DOMAIN_LIFECYCLE_ACTION_RESTART``, libvirt 3.9.0."""
    LIFECYCLE_ACTION_RESTART_RENAME: Final = 2
    """``VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME``, libvirt 3.9.0."""
    LIFECYCLE_ACTION_PRESERVE: Final = 3
    """``VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE``, libvirt 3.9.0."""
    LIFECYCLE_ACTION_COREDUMP_DESTROY: Final = 4
    """``VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY``, libvirt 3.9.0."""
    LIFECYCLE_ACTION_COREDUMP_RESTART: Final = 5
    """``VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART``, libvirt 3.9.0."""
    # virDomainSaveImageXMLFlags
    SAVE_IMAGE_XML_SECURE: Final = 1
    """``VIR_DOMAIN_SAVE_IMAGE_XML_SECURE``, libvirt 5.1.0."""
    # VIR_DOMAIN_LAUNCH_SECURITY_*
    LAUNCH_SECURITY_SEV_MEASUREMENT: Final = "sev-measurement"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT``, libvirt 4.5.0."""
    LAUNCH_SECURITY_SEV_API_MAJOR: Final = "sev-api-major"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_API_MINOR: Final = "sev-api-minor"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_BUILD_ID: Final = "sev-build-id"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_POLICY: Final = "sev-policy"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_SNP_POLICY: Final = "sev-snp-policy"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY``, libvirt 10.5.0."""
    LAUNCH_SECURITY_SEV_SECRET: Final = "sev-secret"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_SECRET_HEADER: Final = "sev-secret-header"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER``, libvirt 8.0.0."""
    LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: Final = "sev-secret-set-address"
    """``VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS``, libvirt 8.0.0."""
    # virDomainGuestInfoTypes
    GUEST_INFO_USERS: Final = 1
    """``VIR_DOMAIN_GUEST_INFO_USERS``, libvirt 5.7.0."""
    GUEST_INFO_OS: Final = 2
    """``VIR_DOMAIN_GUEST_INFO_OS``, libvirt 5.7.0."""
    GUEST_INFO_TIMEZONE: Final = 4
    """``VIR_DOMAIN_GUEST_INFO_TIMEZONE``, libvirt 5.7.0."""
    GUEST_INFO_HOSTNAME: Final = 8
    """``VIR_DOMAIN_GUEST_INFO_HOSTNAME``, libvirt 5.7.0."""
    GUEST_INFO_FILESYSTEM: Final = 16
    """``VIR_DOMAIN_GUEST_INFO_FILESYSTEM``, libvirt 5.7.0."""
    GUEST_INFO_DISKS: Final = 32
    """``VIR_DOMAIN_GUEST_INFO_DISKS``, libvirt 7.0.0."""
    GUEST_INFO_INTERFACES: Final = 64
    """``VIR_DOMAIN_GUEST_INFO_INTERFACES``, libvirt 7.10.0."""
    GUEST_INFO_LOAD: Final = 128
    """``VIR_DOMAIN_GUEST_INFO_LOAD``, libvirt 11.2.0."""
    # virDomainAgentResponseTimeoutValues
    AGENT_RESPONSE_TIMEOUT_BLOCK: Final = -2
    """``VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK``, libvirt 5.10.0. Perl has 18446744073709551614."""
    AGENT_RESPONSE_TIMEOUT_NOWAIT: Final = 0
    """``VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT``, libvirt 5.10.0."""
    AGENT_RESPONSE_TIMEOUT_DEFAULT: Final = -1
    """``VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT``, libvirt 5.10.0. Perl has 18446744073709551615."""
    # virDomainBackupBeginFlags
    BACKUP_BEGIN_REUSE_EXTERNAL: Final = 1
    """``VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL``, libvirt 6.0.0."""
    BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN: Final = 2
    """``VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN``, libvirt 11.10.0."""
    # virDomainGetHostnameFlags
    GET_HOSTNAME_AGENT: Final = 2
    """``VIR_DOMAIN_GET_HOSTNAME_AGENT``, libvirt 6.1.0."""
    GET_HOSTNAME_LEASE: Final = 1
    """``VIR_DOMAIN_GET_HOSTNAME_LEASE``, libvirt 6.1.0."""
    # virDomainMemoryFailureActionType
    EVENT_MEMORY_FAILURE_ACTION_IGNORE: Final = 0
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE``, libvirt 6.9.0."""
    EVENT_MEMORY_FAILURE_ACTION_INJECT: Final = 1
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT``, libvirt 6.9.0."""
    EVENT_MEMORY_FAILURE_ACTION_FATAL: Final = 2
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL``, libvirt 6.9.0."""
    EVENT_MEMORY_FAILURE_ACTION_RESET: Final = 3
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET``, libvirt 6.9.0."""
    # virDomainMemoryFailureRecipientType
    EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR: Final = 0
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR``, libvirt 6.9.0."""
    EVENT_MEMORY_FAILURE_RECIPIENT_GUEST: Final = 1
    """``VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST``, libvirt 6.9.0."""
    # virDomainMemoryFailureFlags
    MEMORY_FAILURE_ACTION_REQUIRED: Final = 1
    """``VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED``, libvirt 6.9.0."""
    MEMORY_FAILURE_RECURSIVE: Final = 2
    """``VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE``, libvirt 6.9.0."""
    # virDomainAuthorizedSSHKeysSetFlags
    AUTHORIZED_SSH_KEYS_SET_APPEND: Final = 1
    """``VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND``, libvirt 6.10.0."""
    AUTHORIZED_SSH_KEYS_SET_REMOVE: Final = 2
    """``VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE``, libvirt 6.10.0."""
    # virDomainMessageType
    MESSAGE_DEPRECATION: Final = 1
    """``VIR_DOMAIN_MESSAGE_DEPRECATION``, libvirt 7.1.0."""
    MESSAGE_TAINTING: Final = 2
    """``VIR_DOMAIN_MESSAGE_TAINTING``, libvirt 7.1.0."""
    MESSAGE_IOERRORS: Final = 4
    """``VIR_DOMAIN_MESSAGE_IOERRORS``, libvirt 11.1.0."""
    # virDomainDirtyRateStatus
    DIRTYRATE_UNSTARTED: Final = 0
    """``VIR_DOMAIN_DIRTYRATE_UNSTARTED``, libvirt 7.2.0."""
    DIRTYRATE_MEASURING: Final = 1
    """``VIR_DOMAIN_DIRTYRATE_MEASURING``, libvirt 7.2.0."""
    DIRTYRATE_MEASURED: Final = 2
    """``VIR_DOMAIN_DIRTYRATE_MEASURED``, libvirt 7.2.0."""
    # virDomainDirtyRateCalcFlags
    DIRTYRATE_MODE_PAGE_SAMPLING: Final = 0
    """``VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING``, libvirt 8.1.0."""
    DIRTYRATE_MODE_DIRTY_BITMAP: Final = 1
    """``VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP``, libvirt 8.1.0."""
    DIRTYRATE_MODE_DIRTY_RING: Final = 2
    """``VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING``, libvirt 8.1.0."""
    # VIR_DOMAIN_SAVE_PARAM_*
    SAVE_PARAM_FILE: Final = "file"
    """``VIR_DOMAIN_SAVE_PARAM_FILE``, libvirt 8.4.0."""
    SAVE_PARAM_DXML: Final = "dxml"
    """``VIR_DOMAIN_SAVE_PARAM_DXML``, libvirt 8.4.0."""
    SAVE_PARAM_IMAGE_FORMAT: Final = "image_format"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT``, libvirt 11.2.0."""
    SAVE_PARAM_PARALLEL_CHANNELS: Final = "parallel.channels"
    """``VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS``, libvirt 11.2.0."""
    # virDomainFDAssociateFlags
    FD_ASSOCIATE_SECLABEL_RESTORE: Final = 1
    """``VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE``, libvirt 9.0.0."""
    FD_ASSOCIATE_SECLABEL_WRITABLE: Final = 2
    """``VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE``, libvirt 9.0.0."""
    # virDomainGraphicsReloadType
    GRAPHICS_RELOAD_TYPE_ANY: Final = 0
    """``VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY``, libvirt 10.2.0."""
    GRAPHICS_RELOAD_TYPE_VNC: Final = 1
    """``VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC``, libvirt 10.2.0."""
    # VIR_DOMAIN_GUEST_INFO_DISK_*
    GUEST_INFO_DISK_COUNT: Final = "disk.count"
    """``VIR_DOMAIN_GUEST_INFO_DISK_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_DISK_PREFIX: Final = "disk."
    """``VIR_DOMAIN_GUEST_INFO_DISK_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_ALIAS: Final = ".alias"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: Final = ".dependency.count"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: Final = ".dependency."
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: Final = ".guest_alias"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_GUEST_BUS: Final = ".guest_bus"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_PARTITION: Final = ".partition"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION``, libvirt 11.2.0."""
    GUEST_INFO_DISK_SUFFIX_SERIAL: Final = ".serial"
    """``VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_FS_*
    GUEST_INFO_FS_COUNT: Final = "fs.count"
    """``VIR_DOMAIN_GUEST_INFO_FS_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_FS_PREFIX: Final = "fs."
    """``VIR_DOMAIN_GUEST_INFO_FS_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_DISK_COUNT: Final = ".disk.count"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_DISK_PREFIX: Final = ".disk."
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: Final = ".alias"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: Final = ".device"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: Final = ".serial"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_FSTYPE: Final = ".fstype"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_MOUNTPOINT: Final = ".mountpoint"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: Final = ".total-bytes"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES``, libvirt 11.2.0."""
    GUEST_INFO_FS_SUFFIX_USED_BYTES: Final = ".used-bytes"
    """``VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_HOSTNAME_*
    GUEST_INFO_HOSTNAME_HOSTNAME: Final = "hostname"
    """``VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_IF_*
    GUEST_INFO_IF_COUNT: Final = "if.count"
    """``VIR_DOMAIN_GUEST_INFO_IF_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_IF_PREFIX: Final = "if."
    """``VIR_DOMAIN_GUEST_INFO_IF_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_ADDR_COUNT: Final = ".addr.count"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: Final = ".addr."
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: Final = ".addr"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: Final = ".prefix"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: Final = ".type"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_HWADDR: Final = ".hwaddr"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR``, libvirt 11.2.0."""
    GUEST_INFO_IF_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_LOAD_*
    GUEST_INFO_LOAD_15M: Final = "load.15m"
    """``VIR_DOMAIN_GUEST_INFO_LOAD_15M``, libvirt 11.2.0."""
    GUEST_INFO_LOAD_1M: Final = "load.1m"
    """``VIR_DOMAIN_GUEST_INFO_LOAD_1M``, libvirt 11.2.0."""
    GUEST_INFO_LOAD_5M: Final = "load.5m"
    """``VIR_DOMAIN_GUEST_INFO_LOAD_5M``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_OS_*
    GUEST_INFO_OS_ID: Final = "os.id"
    """``VIR_DOMAIN_GUEST_INFO_OS_ID``, libvirt 11.2.0."""
    GUEST_INFO_OS_KERNEL_RELEASE: Final = "os.kernel-release"
    """``VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE``, libvirt 11.2.0."""
    GUEST_INFO_OS_KERNEL_VERSION: Final = "os.kernel-version"
    """``VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION``, libvirt 11.2.0."""
    GUEST_INFO_OS_MACHINE: Final = "os.machine"
    """``VIR_DOMAIN_GUEST_INFO_OS_MACHINE``, libvirt 11.2.0."""
    GUEST_INFO_OS_NAME: Final = "os.name"
    """``VIR_DOMAIN_GUEST_INFO_OS_NAME``, libvirt 11.2.0."""
    GUEST_INFO_OS_PRETTY_NAME: Final = "os.pretty-name"
    """``VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME``, libvirt 11.2.0."""
    GUEST_INFO_OS_VARIANT: Final = "os.variant"
    """``VIR_DOMAIN_GUEST_INFO_OS_VARIANT``, libvirt 11.2.0."""
    GUEST_INFO_OS_VARIANT_ID: Final = "os.variant-id"
    """``VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID``, libvirt 11.2.0."""
    GUEST_INFO_OS_VERSION: Final = "os.version"
    """``VIR_DOMAIN_GUEST_INFO_OS_VERSION``, libvirt 11.2.0."""
    GUEST_INFO_OS_VERSION_ID: Final = "os.version-id"
    """``VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_TIMEZONE_*
    GUEST_INFO_TIMEZONE_NAME: Final = "timezone.name"
    """``VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME``, libvirt 11.2.0."""
    GUEST_INFO_TIMEZONE_OFFSET: Final = "timezone.offset"
    """``VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET``, libvirt 11.2.0."""
    # VIR_DOMAIN_GUEST_INFO_USER_*
    GUEST_INFO_USER_COUNT: Final = "user.count"
    """``VIR_DOMAIN_GUEST_INFO_USER_COUNT``, libvirt 11.2.0."""
    GUEST_INFO_USER_PREFIX: Final = "user."
    """``VIR_DOMAIN_GUEST_INFO_USER_PREFIX``, libvirt 11.2.0."""
    GUEST_INFO_USER_SUFFIX_DOMAIN: Final = ".domain"
    """``VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN``, libvirt 11.2.0."""
    GUEST_INFO_USER_SUFFIX_LOGIN_TIME: Final = ".login-time"
    """``VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME``, libvirt 11.2.0."""
    GUEST_INFO_USER_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_BALLOON_*
    STATS_BALLOON_AVAILABLE: Final = "balloon.available"
    """``VIR_DOMAIN_STATS_BALLOON_AVAILABLE``, libvirt 11.2.0."""
    STATS_BALLOON_CURRENT: Final = "balloon.current"
    """``VIR_DOMAIN_STATS_BALLOON_CURRENT``, libvirt 11.2.0."""
    STATS_BALLOON_DISK_CACHES: Final = "balloon.disk_caches"
    """``VIR_DOMAIN_STATS_BALLOON_DISK_CACHES``, libvirt 11.2.0."""
    STATS_BALLOON_HUGETLB_PGALLOC: Final = "balloon.hugetlb_pgalloc"
    """``VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC``, libvirt 11.2.0."""
    STATS_BALLOON_HUGETLB_PGFAIL: Final = "balloon.hugetlb_pgfail"
    """``VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL``, libvirt 11.2.0."""
    STATS_BALLOON_LAST_UPDATE: Final = "balloon.last-update"
    """``VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE``, libvirt 11.2.0."""
    STATS_BALLOON_MAJOR_FAULT: Final = "balloon.major_fault"
    """``VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT``, libvirt 11.2.0."""
    STATS_BALLOON_MAXIMUM: Final = "balloon.maximum"
    """``VIR_DOMAIN_STATS_BALLOON_MAXIMUM``, libvirt 11.2.0."""
    STATS_BALLOON_MINOR_FAULT: Final = "balloon.minor_fault"
    """``VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT``, libvirt 11.2.0."""
    STATS_BALLOON_RSS: Final = "balloon.rss"
    """``VIR_DOMAIN_STATS_BALLOON_RSS``, libvirt 11.2.0."""
    STATS_BALLOON_SWAP_IN: Final = "balloon.swap_in"
    """``VIR_DOMAIN_STATS_BALLOON_SWAP_IN``, libvirt 11.2.0."""
    STATS_BALLOON_SWAP_OUT: Final = "balloon.swap_out"
    """``VIR_DOMAIN_STATS_BALLOON_SWAP_OUT``, libvirt 11.2.0."""
    STATS_BALLOON_UNUSED: Final = "balloon.unused"
    """``VIR_DOMAIN_STATS_BALLOON_UNUSED``, libvirt 11.2.0."""
    STATS_BALLOON_USABLE: Final = "balloon.usable"
    """``VIR_DOMAIN_STATS_BALLOON_USABLE``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_BLOCK_*
    STATS_BLOCK_COUNT: Final = "block.count"
    """``VIR_DOMAIN_STATS_BLOCK_COUNT``, libvirt 11.2.0."""
    STATS_BLOCK_PREFIX: Final = "block."
    """``VIR_DOMAIN_STATS_BLOCK_PREFIX``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_ALLOCATION: Final = ".allocation"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_BACKINGINDEX: Final = ".backingIndex"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_CAPACITY: Final = ".capacity"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_ERRORS: Final = ".errors"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_FL_REQS: Final = ".fl.reqs"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_FL_TIMES: Final = ".fl.times"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_PATH: Final = ".path"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_PHYSICAL: Final = ".physical"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_RD_BYTES: Final = ".rd.bytes"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_RD_REQS: Final = ".rd.reqs"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_RD_TIMES: Final = ".rd.times"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_THRESHOLD: Final = ".threshold"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_WR_BYTES: Final = ".wr.bytes"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_WR_REQS: Final = ".wr.reqs"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_WR_TIMES: Final = ".wr.times"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES``, libvirt 11.2.0."""
    STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: Final = ".limits.discard_alignment"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: Final = ".limits.discard_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: Final = ".limits.iov_hw_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: Final = ".limits.iov_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: Final = ".limits.memory_alignment_minimal"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: Final = ".limits.memory_alignment_optimal"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: Final = ".limits.request_alignment"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: Final = ".limits.transfer_hw_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: Final = ".limits.transfer_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: Final = ".limits.transfer_optimal"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: Final = ".limits.write_zeroes_alignment"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: Final = ".limits.write_zeroes_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: Final = ".timed_group.count"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: Final = ".timed_group."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: Final = ".flush_latency_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: Final = ".flush_latency_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: Final = ".flush_latency_min"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: Final = ".interval"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: Final = ".rd_latency_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: Final = ".rd_latency_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: Final = ".rd_latency_min"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: Final = ".rd_queue_depth_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: Final = ".wr_latency_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: Final = ".wr_latency_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: Final = ".wr_latency_min"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: Final = ".wr_queue_depth_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: Final = ".zone_append_latency_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: Final = ".zone_append_latency_max"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: Final = ".zone_append_latency_min"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: Final = ".zone_append_queue_depth_avg"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG``, libvirt 11.10.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: Final = ".latency_histogram.flush."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: Final = ".latency_histogram.read."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: Final = "bin.count"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: Final = "bin."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: Final = ".start"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: Final = ".value"
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: Final = ".latency_histogram.write."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX``, libvirt 12.1.0."""
    STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: Final = ".latency_histogram.zone_append."
    """``VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX``, libvirt 12.1.0."""
    # VIR_DOMAIN_STATS_CPU_*
    STATS_CPU_CACHE_MONITOR_COUNT: Final = "cpu.cache.monitor.count"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_PREFIX: Final = "cpu.cache.monitor."
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: Final = ".bank.count"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: Final = ".bank."
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: Final = ".bytes"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: Final = ".id"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME``, libvirt 11.2.0."""
    STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: Final = ".vcpus"
    """``VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS``, libvirt 11.2.0."""
    STATS_CPU_ENERGY_MONITOR_COUNT: Final = "cpu.energy.monitor.count"
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_PREFIX: Final = "cpu.energy.monitor."
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: Final = ".vcpus"
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: Final = ".pkg.count"
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: Final = ".pkg."
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX``, libvirt 12.4.0."""
    STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: Final = ".id"
    """``VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID``, libvirt 12.4.0."""
    STATS_CPU_HALTPOLL_FAIL_TIME: Final = "cpu.haltpoll.fail.time"
    """``VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME``, libvirt 11.2.0."""
    STATS_CPU_HALTPOLL_SUCCESS_TIME: Final = "cpu.haltpoll.success.time"
    """``VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME``, libvirt 11.2.0."""
    STATS_CPU_SYSTEM: Final = "cpu.system"
    """``VIR_DOMAIN_STATS_CPU_SYSTEM``, libvirt 11.2.0."""
    STATS_CPU_TIME: Final = "cpu.time"
    """``VIR_DOMAIN_STATS_CPU_TIME``, libvirt 11.2.0."""
    STATS_CPU_USER: Final = "cpu.user"
    """``VIR_DOMAIN_STATS_CPU_USER``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_CUSTOM_*
    STATS_CUSTOM_SUFFIX_TYPE_CUR: Final = ".cur"
    """``VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR``, libvirt 11.2.0."""
    STATS_CUSTOM_SUFFIX_TYPE_MAX: Final = ".max"
    """``VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX``, libvirt 11.2.0."""
    STATS_CUSTOM_SUFFIX_TYPE_SUM: Final = ".sum"
    """``VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_DIRTYRATE_*
    STATS_DIRTYRATE_CALC_MODE: Final = "dirtyrate.calc_mode"
    """``VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE``, libvirt 11.2.0."""
    STATS_DIRTYRATE_CALC_PERIOD: Final = "dirtyrate.calc_period"
    """``VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD``, libvirt 11.2.0."""
    STATS_DIRTYRATE_CALC_START_TIME: Final = "dirtyrate.calc_start_time"
    """``VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME``, libvirt 11.2.0."""
    STATS_DIRTYRATE_CALC_STATUS: Final = "dirtyrate.calc_status"
    """``VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS``, libvirt 11.2.0."""
    STATS_DIRTYRATE_MEGABYTES_PER_SECOND: Final = "dirtyrate.megabytes_per_second"
    """``VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND``, libvirt 11.2.0."""
    STATS_DIRTYRATE_VCPU_PREFIX: Final = "dirtyrate.vcpu."
    """``VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX``, libvirt 11.2.0."""
    STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: Final = ".megabytes_per_second"
    """``VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_IOTHREAD_*
    STATS_IOTHREAD_COUNT: Final = "iothread.count"
    """``VIR_DOMAIN_STATS_IOTHREAD_COUNT``, libvirt 11.2.0."""
    STATS_IOTHREAD_PREFIX: Final = "iothread."
    """``VIR_DOMAIN_STATS_IOTHREAD_PREFIX``, libvirt 11.2.0."""
    STATS_IOTHREAD_SUFFIX_POLL_GROW: Final = ".poll-grow"
    """``VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW``, libvirt 11.2.0."""
    STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: Final = ".poll-max-ns"
    """``VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS``, libvirt 11.2.0."""
    STATS_IOTHREAD_SUFFIX_POLL_SHRINK: Final = ".poll-shrink"
    """``VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_MEMORY_*
    STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: Final = "memory.bandwidth.monitor.count"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: Final = "memory.bandwidth.monitor."
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: Final = ".node.count"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: Final = ".node."
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: Final = ".bytes.local"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: Final = ".bytes.total"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: Final = ".id"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID``, libvirt 11.2.0."""
    STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: Final = ".vcpus"
    """``VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_NET_*
    STATS_NET_COUNT: Final = "net.count"
    """``VIR_DOMAIN_STATS_NET_COUNT``, libvirt 11.2.0."""
    STATS_NET_PREFIX: Final = "net."
    """``VIR_DOMAIN_STATS_NET_PREFIX``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_NAME: Final = ".name"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_NAME``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_RX_BYTES: Final = ".rx.bytes"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_RX_DROP: Final = ".rx.drop"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_RX_ERRS: Final = ".rx.errs"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_RX_PKTS: Final = ".rx.pkts"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_TX_BYTES: Final = ".tx.bytes"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_TX_DROP: Final = ".tx.drop"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_TX_ERRS: Final = ".tx.errs"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS``, libvirt 11.2.0."""
    STATS_NET_SUFFIX_TX_PKTS: Final = ".tx.pkts"
    """``VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_PERF_*
    STATS_PERF_ALIGNMENT_FAULTS: Final = "perf.alignment_faults"
    """``VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS``, libvirt 11.2.0."""
    STATS_PERF_BRANCH_INSTRUCTIONS: Final = "perf.branch_instructions"
    """``VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS``, libvirt 11.2.0."""
    STATS_PERF_BRANCH_MISSES: Final = "perf.branch_misses"
    """``VIR_DOMAIN_STATS_PERF_BRANCH_MISSES``, libvirt 11.2.0."""
    STATS_PERF_BUS_CYCLES: Final = "perf.bus_cycles"
    """``VIR_DOMAIN_STATS_PERF_BUS_CYCLES``, libvirt 11.2.0."""
    STATS_PERF_CACHE_MISSES: Final = "perf.cache_misses"
    """``VIR_DOMAIN_STATS_PERF_CACHE_MISSES``, libvirt 11.2.0."""
    STATS_PERF_CACHE_REFERENCES: Final = "perf.cache_references"
    """``VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES``, libvirt 11.2.0."""
    STATS_PERF_CMT: Final = "perf.cmt"
    """``VIR_DOMAIN_STATS_PERF_CMT``, libvirt 11.2.0."""
    STATS_PERF_CONTEXT_SWITCHES: Final = "perf.context_switches"
    """``VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES``, libvirt 11.2.0."""
    STATS_PERF_CPU_CLOCK: Final = "perf.cpu_clock"
    """``VIR_DOMAIN_STATS_PERF_CPU_CLOCK``, libvirt 11.2.0."""
    STATS_PERF_CPU_CYCLES: Final = "perf.cpu_cycles"
    """``VIR_DOMAIN_STATS_PERF_CPU_CYCLES``, libvirt 11.2.0."""
    STATS_PERF_CPU_MIGRATIONS: Final = "perf.cpu_migrations"
    """``VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS``, libvirt 11.2.0."""
    STATS_PERF_EMULATION_FAULTS: Final = "perf.emulation_faults"
    """``VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS``, libvirt 11.2.0."""
    STATS_PERF_INSTRUCTIONS: Final = "perf.instructions"
    """``VIR_DOMAIN_STATS_PERF_INSTRUCTIONS``, libvirt 11.2.0."""
    STATS_PERF_MBML: Final = "perf.mbml"
    """``VIR_DOMAIN_STATS_PERF_MBML``, libvirt 11.2.0."""
    STATS_PERF_MBMT: Final = "perf.mbmt"
    """``VIR_DOMAIN_STATS_PERF_MBMT``, libvirt 11.2.0."""
    STATS_PERF_PAGE_FAULTS: Final = "perf.page_faults"
    """``VIR_DOMAIN_STATS_PERF_PAGE_FAULTS``, libvirt 11.2.0."""
    STATS_PERF_PAGE_FAULTS_MAJ: Final = "perf.page_faults_maj"
    """``VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ``, libvirt 11.2.0."""
    STATS_PERF_PAGE_FAULTS_MIN: Final = "perf.page_faults_min"
    """``VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN``, libvirt 11.2.0."""
    STATS_PERF_REF_CPU_CYCLES: Final = "perf.ref_cpu_cycles"
    """``VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES``, libvirt 11.2.0."""
    STATS_PERF_STALLED_CYCLES_BACKEND: Final = "perf.stalled_cycles_backend"
    """``VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND``, libvirt 11.2.0."""
    STATS_PERF_STALLED_CYCLES_FRONTEND: Final = "perf.stalled_cycles_frontend"
    """``VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND``, libvirt 11.2.0."""
    STATS_PERF_TASK_CLOCK: Final = "perf.task_clock"
    """``VIR_DOMAIN_STATS_PERF_TASK_CLOCK``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_STATE_*
    STATS_STATE_REASON: Final = "state.reason"
    """``VIR_DOMAIN_STATS_STATE_REASON``, libvirt 11.2.0."""
    STATS_STATE_STATE: Final = "state.state"
    """``VIR_DOMAIN_STATS_STATE_STATE``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_VCPU_*
    STATS_VCPU_CURRENT: Final = "vcpu.current"
    """``VIR_DOMAIN_STATS_VCPU_CURRENT``, libvirt 11.2.0."""
    STATS_VCPU_MAXIMUM: Final = "vcpu.maximum"
    """``VIR_DOMAIN_STATS_VCPU_MAXIMUM``, libvirt 11.2.0."""
    STATS_VCPU_PREFIX: Final = "vcpu."
    """``VIR_DOMAIN_STATS_VCPU_PREFIX``, libvirt 11.2.0."""
    STATS_VCPU_SUFFIX_DELAY: Final = ".delay"
    """``VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY``, libvirt 11.2.0."""
    STATS_VCPU_SUFFIX_HALTED: Final = ".halted"
    """``VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED``, libvirt 11.2.0."""
    STATS_VCPU_SUFFIX_STATE: Final = ".state"
    """``VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE``, libvirt 11.2.0."""
    STATS_VCPU_SUFFIX_TIME: Final = ".time"
    """``VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME``, libvirt 11.2.0."""
    STATS_VCPU_SUFFIX_WAIT: Final = ".wait"
    """``VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT``, libvirt 11.2.0."""
    # VIR_DOMAIN_STATS_VM_*
    STATS_VM_PREFIX: Final = "vm."
    """``VIR_DOMAIN_STATS_VM_PREFIX``, libvirt 11.2.0."""
    # VIR_DOMAIN_SAVE_PARAM_*
    SAVE_PARAM_IMAGE_FORMAT_RAW: Final = "raw"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_GZIP: Final = "gzip"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_BZIP2: Final = "bzip2"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_XZ: Final = "xz"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_LZOP: Final = "lzop"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_ZSTD: Final = "zstd"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD``, libvirt 12.0.0."""
    SAVE_PARAM_IMAGE_FORMAT_SPARSE: Final = "sparse"
    """``VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE``, libvirt 12.0.0."""
    # VIR_DOMAIN_ANNOUNCE_INTERFACE_*
    ANNOUNCE_INTERFACE_INITIAL: Final = "initial"
    """``VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL``, libvirt 12.5.0."""
    ANNOUNCE_INTERFACE_MAX: Final = "max"
    """``VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX``, libvirt 12.5.0."""
    ANNOUNCE_INTERFACE_ROUNDS: Final = "rounds"
    """``VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS``, libvirt 12.5.0."""
    ANNOUNCE_INTERFACE_STEP: Final = "step"
    """``VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP``, libvirt 12.5.0."""
    # virDomainGuestInfoTypes
    GUEST_INFO_DEVICES: Final = 256
    """``VIR_DOMAIN_GUEST_INFO_DEVICES``, libvirt 12.7.0."""
    # VIR_DOMAIN_GUEST_INFO_DEVICE_*
    GUEST_INFO_DEVICE_COUNT: Final = "device.count"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_PREFIX: Final = "device."
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: Final = ".driverDate"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: Final = ".driverName"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: Final = ".driverVersion"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: Final = ".idType"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: Final = ".pciDevice"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE``, libvirt 12.7.0."""
    GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: Final = ".pciVendor"
    """``VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR``, libvirt 12.7.0."""
    # VIR_DOMAIN_IOTHREAD_*
    IOTHREAD_PARAM_POLL_WEIGHT: Final = "poll_weight"
    """``VIR_DOMAIN_IOTHREAD_POLL_WEIGHT``, libvirt 12.7.0."""
    # virDomainLifecycleAction
    LIFECYCLE_ACTION_PRESERVE_RUNNING: Final = 6
    """``VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING``, libvirt 12.6.0."""
    # VIR_DOMAIN_STATS_IOTHREAD_*
    STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: Final = ".poll-weight"
    """``VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT``, libvirt 12.7.0."""

class DomainCheckpointConstants:
    # virDomainCheckpointDeleteFlags
    DELETE_CHILDREN: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN``, libvirt 5.6.0."""
    DELETE_METADATA_ONLY: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY``, libvirt 5.6.0."""
    DELETE_CHILDREN_ONLY: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY``, libvirt 5.6.0."""
    # virDomainCheckpointCreateFlags
    CREATE_REDEFINE: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE``, libvirt 5.6.0."""
    CREATE_QUIESCE: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE``, libvirt 5.6.0."""
    CREATE_REDEFINE_VALIDATE: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE``, libvirt 6.10.0."""
    # virDomainCheckpointListFlags
    LIST_ROOTS: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_LIST_ROOTS``, libvirt 5.6.0."""
    LIST_DESCENDANTS: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS``, libvirt 5.6.0."""
    LIST_LEAVES: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_LIST_LEAVES``, libvirt 5.6.0."""
    LIST_NO_LEAVES: Final = 8
    """``VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES``, libvirt 5.6.0."""
    LIST_TOPOLOGICAL: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL``, libvirt 5.6.0."""
    # virDomainCheckpointXMLFlags
    XML_SECURE: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_XML_SECURE``, libvirt 5.6.0."""
    XML_SIZE: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_XML_SIZE``, libvirt 5.6.0."""
    XML_NO_DOMAIN: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN``, libvirt 5.6.0."""

class DomainSnapshotConstants:
    # virDomainSnapshotDeleteFlags
    DELETE_CHILDREN: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN``, libvirt 0.8.0."""
    DELETE_METADATA_ONLY: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY``, libvirt 0.9.5."""
    DELETE_CHILDREN_ONLY: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY``, libvirt 0.9.5."""
    # virDomainSnapshotCreateFlags
    CREATE_REDEFINE: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE``, libvirt 0.9.5."""
    CREATE_CURRENT: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT``, libvirt 0.9.5."""
    CREATE_NO_METADATA: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA``, libvirt 0.9.5."""
    CREATE_HALT: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_CREATE_HALT``, libvirt 0.9.5."""
    CREATE_DISK_ONLY: Final = 16
    """``VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY``, libvirt 0.9.5."""
    CREATE_REUSE_EXT: Final = 32
    """``VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT``, libvirt 0.9.10."""
    CREATE_QUIESCE: Final = 64
    """``VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE``, libvirt 0.9.10."""
    CREATE_ATOMIC: Final = 128
    """``VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC``, libvirt 0.9.11."""
    CREATE_LIVE: Final = 256
    """``VIR_DOMAIN_SNAPSHOT_CREATE_LIVE``, libvirt 1.0.1."""
    CREATE_VALIDATE: Final = 512
    """``VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE``, libvirt 5.6.0."""
    # virDomainSnapshotListFlags
    LIST_ROOTS: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_LIST_ROOTS``, libvirt 0.9.5."""
    LIST_DESCENDANTS: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS``, libvirt 0.9.7."""
    LIST_METADATA: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_LIST_METADATA``, libvirt 0.9.5."""
    LIST_LEAVES: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_LIST_LEAVES``, libvirt 0.9.7."""
    LIST_NO_LEAVES: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES``, libvirt 0.9.13."""
    LIST_NO_METADATA: Final = 16
    """``VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA``, libvirt 0.9.13."""
    LIST_ACTIVE: Final = 64
    """``VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE``, libvirt 1.0.1."""
    LIST_INACTIVE: Final = 32
    """``VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE``, libvirt 1.0.1."""
    LIST_EXTERNAL: Final = 512
    """``VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL``, libvirt 1.0.1."""
    LIST_INTERNAL: Final = 256
    """``VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL``, libvirt 1.0.1."""
    LIST_DISK_ONLY: Final = 128
    """``VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY``, libvirt 1.0.1."""
    LIST_TOPOLOGICAL: Final = 1024
    """``VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL``, libvirt 5.2.0."""
    # virDomainSnapshotRevertFlags
    REVERT_RUNNING: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING``, libvirt 0.9.5."""
    REVERT_PAUSED: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED``, libvirt 0.9.5."""
    REVERT_FORCE: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_REVERT_FORCE``, libvirt 0.9.7."""
    REVERT_RESET_NVRAM: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM``, libvirt 8.1.0."""
    # virDomainSnapshotXMLFlags
    XML_SECURE: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_XML_SECURE``, libvirt 5.1.0."""

class ErrorConstants:
    # virErrorLevel
    LEVEL_NONE: Final = 0
    """``VIR_ERR_NONE``, libvirt 0.1.0."""
    LEVEL_WARNING: Final = 1
    """``VIR_ERR_WARNING``, libvirt 0.1.0."""
    LEVEL_ERROR: Final = 2
    """``VIR_ERR_ERROR``, libvirt 0.1.0."""
    # virErrorDomain
    FROM_NONE: Final = 0
    """``VIR_FROM_NONE``, libvirt 0.1.0."""
    FROM_XEN: Final = 1
    """``VIR_FROM_XEN``, libvirt 0.1.0."""
    FROM_XEND: Final = 2
    """``VIR_FROM_XEND``, libvirt 0.1.0."""
    FROM_XENSTORE: Final = 3
    """``VIR_FROM_XENSTORE``, libvirt 0.1.0."""
    FROM_SEXPR: Final = 4
    """``VIR_FROM_SEXPR``, libvirt 0.1.0."""
    FROM_XML: Final = 5
    """``VIR_FROM_XML``, libvirt 0.1.0."""
    FROM_DOM: Final = 6
    """``VIR_FROM_DOM``, libvirt 0.1.0."""
    FROM_RPC: Final = 7
    """``VIR_FROM_RPC``, libvirt 0.1.1."""
    FROM_PROXY: Final = 8
    """``VIR_FROM_PROXY``, libvirt 0.1.3."""
    FROM_CONF: Final = 9
    """``VIR_FROM_CONF``, libvirt 0.1.6."""
    FROM_QEMU: Final = 10
    """``VIR_FROM_QEMU``, libvirt 0.2.0."""
    FROM_NET: Final = 11
    """``VIR_FROM_NET``, libvirt 0.2.0."""
    FROM_TEST: Final = 12
    """``VIR_FROM_TEST``, libvirt 0.2.3."""
    FROM_REMOTE: Final = 13
    """``VIR_FROM_REMOTE``, libvirt 0.2.3."""
    FROM_OPENVZ: Final = 14
    """``VIR_FROM_OPENVZ``, libvirt 0.3.1."""
    FROM_XENXM: Final = 15
    """``VIR_FROM_XENXM``, libvirt 0.4.1."""
    FROM_STATS_LINUX: Final = 16
    """``VIR_FROM_STATS_LINUX``, libvirt 0.4.1."""
    FROM_LXC: Final = 17
    """``VIR_FROM_LXC``, libvirt 0.4.2."""
    FROM_STORAGE: Final = 18
    """``VIR_FROM_STORAGE``, libvirt 0.4.1."""
    FROM_NETWORK: Final = 19
    """``VIR_FROM_NETWORK``, libvirt 0.4.6."""
    FROM_DOMAIN: Final = 20
    """``VIR_FROM_DOMAIN``, libvirt 0.4.6."""
    FROM_UML: Final = 21
    """``VIR_FROM_UML``, libvirt 0.5.0."""
    FROM_NODEDEV: Final = 22
    """``VIR_FROM_NODEDEV``, libvirt 0.5.0."""
    FROM_XEN_INOTIFY: Final = 23
    """``VIR_FROM_XEN_INOTIFY``, libvirt 0.5.0."""
    FROM_SECURITY: Final = 24
    """``VIR_FROM_SECURITY``, libvirt 0.6.1."""
    FROM_VBOX: Final = 25
    """``VIR_FROM_VBOX``, libvirt 0.6.3."""
    FROM_INTERFACE: Final = 26
    """``VIR_FROM_INTERFACE``, libvirt 0.6.4."""
    FROM_ONE: Final = 27
    """``VIR_FROM_ONE``, libvirt 0.6.4."""
    FROM_ESX: Final = 28
    """``VIR_FROM_ESX``, libvirt 0.7.0."""
    FROM_PHYP: Final = 29
    """``VIR_FROM_PHYP``, libvirt 0.7.0."""
    FROM_SECRET: Final = 30
    """``VIR_FROM_SECRET``, libvirt 0.7.1."""
    FROM_CPU: Final = 31
    """``VIR_FROM_CPU``, libvirt 0.7.5."""
    FROM_XENAPI: Final = 32
    """``VIR_FROM_XENAPI``, libvirt 0.8.0."""
    FROM_NWFILTER: Final = 33
    """``VIR_FROM_NWFILTER``, libvirt 0.8.0."""
    FROM_HOOK: Final = 34
    """``VIR_FROM_HOOK``, libvirt 0.8.0."""
    FROM_DOMAIN_SNAPSHOT: Final = 35
    """``VIR_FROM_DOMAIN_SNAPSHOT``, libvirt 0.8.0."""
    FROM_AUDIT: Final = 36
    """``VIR_FROM_AUDIT``, libvirt 0.8.5."""
    FROM_SYSINFO: Final = 37
    """``VIR_FROM_SYSINFO``, libvirt 0.8.6."""
    FROM_STREAMS: Final = 38
    """``VIR_FROM_STREAMS``, libvirt 0.8.6."""
    FROM_VMWARE: Final = 39
    """``VIR_FROM_VMWARE``, libvirt 0.8.7."""
    FROM_EVENT: Final = 40
    """``VIR_FROM_EVENT``, libvirt 0.9.0."""
    FROM_LIBXL: Final = 41
    """``VIR_FROM_LIBXL``, libvirt 0.9.0."""
    FROM_LOCKING: Final = 42
    """``VIR_FROM_LOCKING``, libvirt 0.9.2."""
    FROM_HYPERV: Final = 43
    """``VIR_FROM_HYPERV``, libvirt 0.9.5."""
    FROM_CAPABILITIES: Final = 44
    """``VIR_FROM_CAPABILITIES``, libvirt 0.9.8."""
    FROM_AUTH: Final = 46
    """``VIR_FROM_AUTH``, libvirt 0.9.11."""
    FROM_URI: Final = 45
    """``VIR_FROM_URI``, libvirt 0.9.11."""
    FROM_DBUS: Final = 47
    """``VIR_FROM_DBUS``, libvirt 0.9.12."""
    FROM_DEVICE: Final = 49
    """``VIR_FROM_DEVICE``, libvirt 0.10.0."""
    FROM_PARALLELS: Final = 48
    """``VIR_FROM_PARALLELS``, libvirt 0.10.0."""
    FROM_SSH: Final = 50
    """``VIR_FROM_SSH``, libvirt 0.10.0."""
    FROM_LOCKSPACE: Final = 51
    """``VIR_FROM_LOCKSPACE``, libvirt 1.0.0."""
    FROM_INITCTL: Final = 52
    """``VIR_FROM_INITCTL``, libvirt 1.0.1."""
    FROM_CGROUP: Final = 54
    """``VIR_FROM_CGROUP``, libvirt 1.0.5."""
    FROM_IDENTITY: Final = 53
    """``VIR_FROM_IDENTITY``, libvirt 1.0.4."""
    FROM_ACCESS: Final = 55
    """``VIR_FROM_ACCESS``, libvirt 1.1.0."""
    FROM_SYSTEMD: Final = 56
    """``VIR_FROM_SYSTEMD``, libvirt 1.1.1."""
    FROM_BHYVE: Final = 57
    """``VIR_FROM_BHYVE``, libvirt 1.2.2."""
    FROM_CRYPTO: Final = 58
    """``VIR_FROM_CRYPTO``, libvirt 1.2.3."""
    FROM_FIREWALL: Final = 59
    """``VIR_FROM_FIREWALL``, libvirt 1.2.4."""
    FROM_POLKIT: Final = 60
    """``VIR_FROM_POLKIT``, libvirt 1.2.9."""
    FROM_THREAD: Final = 61
    """``VIR_FROM_THREAD``, libvirt 1.2.14."""
    FROM_ADMIN: Final = 62
    """``VIR_FROM_ADMIN``, libvirt 1.2.17."""
    FROM_LOGGING: Final = 63
    """``VIR_FROM_LOGGING``, libvirt 1.3.0."""
    FROM_XENXL: Final = 64
    """``VIR_FROM_XENXL``, libvirt 1.3.2."""
    FROM_PERF: Final = 65
    """``VIR_FROM_PERF``, libvirt 1.3.3."""
    FROM_LIBSSH: Final = 66
    """``VIR_FROM_LIBSSH``, libvirt 2.5.0."""
    FROM_RESCTRL: Final = 67
    """``VIR_FROM_RESCTRL``, libvirt 3.7.0."""
    FROM_FIREWALLD: Final = 68
    """``VIR_FROM_FIREWALLD``, libvirt 5.1.0."""
    FROM_DOMAIN_CHECKPOINT: Final = 69
    """``VIR_FROM_DOMAIN_CHECKPOINT``, libvirt 5.2.0."""
    FROM_TPM: Final = 70
    """``VIR_FROM_TPM``, libvirt 5.6.0."""
    FROM_BPF: Final = 71
    """``VIR_FROM_BPF``, libvirt 5.10.0."""
    FROM_CH: Final = 72
    """``VIR_FROM_CH``, libvirt 7.5.0."""
    # virErrorNumber
    ERR_OK: Final = 0
    """``VIR_ERR_OK``, libvirt 0.1.0."""
    ERR_INTERNAL_ERROR: Final = 1
    """``VIR_ERR_INTERNAL_ERROR``, libvirt 0.1.0."""
    ERR_NO_MEMORY: Final = 2
    """``VIR_ERR_NO_MEMORY``, libvirt 0.1.0."""
    ERR_NO_SUPPORT: Final = 3
    """``VIR_ERR_NO_SUPPORT``, libvirt 0.1.0."""
    ERR_UNKNOWN_HOST: Final = 4
    """``VIR_ERR_UNKNOWN_HOST``, libvirt 0.1.0."""
    ERR_NO_CONNECT: Final = 5
    """``VIR_ERR_NO_CONNECT``, libvirt 0.1.0."""
    ERR_INVALID_CONN: Final = 6
    """``VIR_ERR_INVALID_CONN``, libvirt 0.1.0."""
    ERR_INVALID_DOMAIN: Final = 7
    """``VIR_ERR_INVALID_DOMAIN``, libvirt 0.1.0."""
    ERR_INVALID_ARG: Final = 8
    """``VIR_ERR_INVALID_ARG``, libvirt 0.1.0."""
    ERR_OPERATION_FAILED: Final = 9
    """``VIR_ERR_OPERATION_FAILED``, libvirt 0.1.0."""
    ERR_GET_FAILED: Final = 10
    """``VIR_ERR_GET_FAILED``, libvirt 0.1.0."""
    ERR_POST_FAILED: Final = 11
    """``VIR_ERR_POST_FAILED``, libvirt 0.1.0."""
    ERR_HTTP_ERROR: Final = 12
    """``VIR_ERR_HTTP_ERROR``, libvirt 0.1.0."""
    ERR_SEXPR_SERIAL: Final = 13
    """``VIR_ERR_SEXPR_SERIAL``, libvirt 0.1.0."""
    ERR_NO_XEN: Final = 14
    """``VIR_ERR_NO_XEN``, libvirt 0.1.0."""
    ERR_XEN_CALL: Final = 15
    """``VIR_ERR_XEN_CALL``, libvirt 0.1.0."""
    ERR_OS_TYPE: Final = 16
    """``VIR_ERR_OS_TYPE``, libvirt 0.1.0."""
    ERR_NO_KERNEL: Final = 17
    """``VIR_ERR_NO_KERNEL``, libvirt 0.1.0."""
    ERR_NO_ROOT: Final = 18
    """``VIR_ERR_NO_ROOT``, libvirt 0.1.0."""
    ERR_NO_SOURCE: Final = 19
    """``VIR_ERR_NO_SOURCE``, libvirt 0.1.0."""
    ERR_NO_TARGET: Final = 20
    """``VIR_ERR_NO_TARGET``, libvirt 0.1.0."""
    ERR_NO_NAME: Final = 21
    """``VIR_ERR_NO_NAME``, libvirt 0.1.0."""
    ERR_NO_OS: Final = 22
    """``VIR_ERR_NO_OS``, libvirt 0.1.0."""
    ERR_NO_DEVICE: Final = 23
    """``VIR_ERR_NO_DEVICE``, libvirt 0.1.0."""
    ERR_NO_XENSTORE: Final = 24
    """``VIR_ERR_NO_XENSTORE``, libvirt 0.1.0."""
    ERR_DRIVER_FULL: Final = 25
    """``VIR_ERR_DRIVER_FULL``, libvirt 0.1.0."""
    ERR_CALL_FAILED: Final = 26
    """``VIR_ERR_CALL_FAILED``, libvirt 0.1.0."""
    ERR_XML_ERROR: Final = 27
    """``VIR_ERR_XML_ERROR``, libvirt 0.1.1."""
    ERR_DOM_EXIST: Final = 28
    """``VIR_ERR_DOM_EXIST``, libvirt 0.1.1."""
    ERR_OPERATIONED_DENIED: Final = 29
    """``VIR_ERR_OPERATION_DENIED``, libvirt 0.1.4."""
    ERR_OPEN_FAILED: Final = 30
    """``VIR_ERR_OPEN_FAILED``, libvirt 0.1.6."""
    ERR_READ_FAILED: Final = 31
    """``VIR_ERR_READ_FAILED``, libvirt 0.1.6."""
    ERR_PARSE_FAILED: Final = 32
    """``VIR_ERR_PARSE_FAILED``, libvirt 0.1.6."""
    ERR_CONF_SYNTAX: Final = 33
    """``VIR_ERR_CONF_SYNTAX``, libvirt 0.1.6."""
    ERR_WRITE_FAILED: Final = 34
    """``VIR_ERR_WRITE_FAILED``, libvirt 0.1.6."""
    ERR_XML_DETAIL: Final = 35
    """``VIR_ERR_XML_DETAIL``, libvirt 0.1.9."""
    ERR_INVALID_NETWORK: Final = 36
    """``VIR_ERR_INVALID_NETWORK``, libvirt 0.2.0."""
    ERR_NETWORK_EXIST: Final = 37
    """``VIR_ERR_NETWORK_EXIST``, libvirt 0.2.0."""
    ERR_SYSTEM_ERROR: Final = 38
    """``VIR_ERR_SYSTEM_ERROR``, libvirt 0.2.1."""
    ERR_RPC: Final = 39
    """``VIR_ERR_RPC``, libvirt 0.2.3."""
    ERR_GNUTLS_ERROR: Final = 40
    """``VIR_ERR_GNUTLS_ERROR``, libvirt 0.2.3."""
    WAR_NO_NETWORK: Final = 41
    """``VIR_WAR_NO_NETWORK``, libvirt 0.2.3."""
    ERR_NO_DOMAIN: Final = 42
    """``VIR_ERR_NO_DOMAIN``, libvirt 0.3.0."""
    ERR_NO_NETWORK: Final = 43
    """``VIR_ERR_NO_NETWORK``, libvirt 0.3.0."""
    ERR_INVALID_MAC: Final = 44
    """``VIR_ERR_INVALID_MAC``, libvirt 0.3.1."""
    ERR_AUTH_FAILED: Final = 45
    """``VIR_ERR_AUTH_FAILED``, libvirt 0.4.1."""
    ERR_INVALID_STORAGE_POOL: Final = 46
    """``VIR_ERR_INVALID_STORAGE_POOL``, libvirt 0.4.1."""
    ERR_INVALID_STORAGE_VOL: Final = 47
    """``VIR_ERR_INVALID_STORAGE_VOL``, libvirt 0.4.1."""
    WAR_NO_STORAGE: Final = 48
    """``VIR_WAR_NO_STORAGE``, libvirt 0.4.1."""
    ERR_NO_STORAGE_POOL: Final = 49
    """``VIR_ERR_NO_STORAGE_POOL``, libvirt 0.4.1."""
    ERR_NO_STORAGE_VOL: Final = 50
    """``VIR_ERR_NO_STORAGE_VOL``, libvirt 0.4.1."""
    WAR_NO_NODE: Final = 51
    """``VIR_WAR_NO_NODE``, libvirt 0.5.0."""
    ERR_INVALID_NODE_DEVICE: Final = 52
    """``VIR_ERR_INVALID_NODE_DEVICE``, libvirt 0.5.0."""
    ERR_NO_NODE_DEVICE: Final = 53
    """``VIR_ERR_NO_NODE_DEVICE``, libvirt 0.5.0."""
    ERR_NO_SECURITY_MODEL: Final = 54
    """``VIR_ERR_NO_SECURITY_MODEL``, libvirt 0.6.1."""
    ERR_OPERATION_INVALID: Final = 55
    """``VIR_ERR_OPERATION_INVALID``, libvirt 0.6.4."""
    WAR_NO_INTERFACE: Final = 56
    """``VIR_WAR_NO_INTERFACE``, libvirt 0.6.4."""
    ERR_NO_INTERFACE: Final = 57
    """``VIR_ERR_NO_INTERFACE``, libvirt 0.6.4."""
    ERR_INVALID_INTERFACE: Final = 58
    """``VIR_ERR_INVALID_INTERFACE``, libvirt 0.6.4."""
    ERR_MULTIPLE_INTERFACES: Final = 59
    """``VIR_ERR_MULTIPLE_INTERFACES``, libvirt 0.7.0."""
    WAR_NO_NWFILTER: Final = 60
    """``VIR_WAR_NO_NWFILTER``, libvirt 0.8.0."""
    ERR_INVALID_NWFILTER: Final = 61
    """``VIR_ERR_INVALID_NWFILTER``, libvirt 0.8.0."""
    ERR_NO_NWFILTER: Final = 62
    """``VIR_ERR_NO_NWFILTER``, libvirt 0.8.0."""
    ERR_BUILD_FIREWALL: Final = 63
    """``VIR_ERR_BUILD_FIREWALL``, libvirt 0.8.0."""
    WAR_NO_SECRET: Final = 64
    """``VIR_WAR_NO_SECRET``, libvirt 0.7.1."""
    ERR_INVALID_SECRET: Final = 65
    """``VIR_ERR_INVALID_SECRET``, libvirt 0.7.1."""
    ERR_NO_SECRET: Final = 66
    """``VIR_ERR_NO_SECRET``, libvirt 0.7.1."""
    ERR_CONFIG_UNSUPPORTED: Final = 67
    """``VIR_ERR_CONFIG_UNSUPPORTED``, libvirt 0.7.3."""
    ERR_OPERATION_TIMEOUT: Final = 68
    """``VIR_ERR_OPERATION_TIMEOUT``, libvirt 0.7.3."""
    ERR_MIGRATE_PERSIST_FAILED: Final = 69
    """``VIR_ERR_MIGRATE_PERSIST_FAILED``, libvirt 0.7.3."""
    ERR_HOOK_SCRIPT_FAILED: Final = 70
    """``VIR_ERR_HOOK_SCRIPT_FAILED``, libvirt 0.8.0."""
    ERR_INVALID_DOMAIN_SNAPSHOT: Final = 71
    """``VIR_ERR_INVALID_DOMAIN_SNAPSHOT``, libvirt 0.8.0."""
    ERR_NO_DOMAIN_SNAPSHOT: Final = 72
    """``VIR_ERR_NO_DOMAIN_SNAPSHOT``, libvirt 0.8.0."""
    ERR_INVALID_STREAM: Final = 73
    """``VIR_ERR_INVALID_STREAM``, libvirt 0.9.0."""
    ERR_ARGUMENT_UNSUPPORTED: Final = 74
    """``VIR_ERR_ARGUMENT_UNSUPPORTED``, libvirt 0.9.4."""
    ERR_STORAGE_PROBE_FAILED: Final = 75
    """``VIR_ERR_STORAGE_PROBE_FAILED``, libvirt 0.9.5."""
    ERR_STORAGE_POOL_BUILT: Final = 76
    """``VIR_ERR_STORAGE_POOL_BUILT``, libvirt 0.9.5."""
    ERR_SNAPSHOT_REVERT_RISKY: Final = 77
    """``VIR_ERR_SNAPSHOT_REVERT_RISKY``, libvirt 0.9.7."""
    ERR_OPERATION_ABORTED: Final = 78
    """``VIR_ERR_OPERATION_ABORTED``, libvirt 0.9.9."""
    ERR_AUTH_CANCELLED: Final = 79
    """``VIR_ERR_AUTH_CANCELLED``, libvirt 0.9.10."""
    ERR_NO_DOMAIN_METADATA: Final = 80
    """``VIR_ERR_NO_DOMAIN_METADATA``, libvirt 0.9.10."""
    ERR_MIGRATE_UNSAFE: Final = 81
    """``VIR_ERR_MIGRATE_UNSAFE``, libvirt 0.9.11."""
    ERR_OVERFLOW: Final = 82
    """``VIR_ERR_OVERFLOW``, libvirt 0.9.11."""
    ERR_BLOCK_COPY_ACTIVE: Final = 83
    """``VIR_ERR_BLOCK_COPY_ACTIVE``, libvirt 0.9.12."""
    ERR_AGENT_UNRESPONSIVE: Final = 86
    """``VIR_ERR_AGENT_UNRESPONSIVE``, libvirt 0.10.0."""
    ERR_OPERATION_UNSUPPORTED: Final = 84
    """``VIR_ERR_OPERATION_UNSUPPORTED``, libvirt 0.10.0."""
    ERR_SSH: Final = 85
    """``VIR_ERR_SSH``, libvirt 0.10.0."""
    ERR_RESOURCE_BUSY: Final = 87
    """``VIR_ERR_RESOURCE_BUSY``, libvirt 1.0.0."""
    ERR_ACCESS_DENIED: Final = 88
    """``VIR_ERR_ACCESS_DENIED``, libvirt 1.1.0."""
    ERR_DBUS_SERVICE: Final = 89
    """``VIR_ERR_DBUS_SERVICE``, libvirt 1.1.1."""
    ERR_STORAGE_VOL_EXIST: Final = 90
    """``VIR_ERR_STORAGE_VOL_EXIST``, libvirt 1.1.4."""
    ERR_CPU_INCOMPATIBLE: Final = 91
    """``VIR_ERR_CPU_INCOMPATIBLE``, libvirt 1.2.6."""
    ERR_INVALID_SCHEMA: Final = 92
    """``VIR_ERR_XML_INVALID_SCHEMA``, libvirt 1.2.12."""
    ERR_MIGRATE_FINISH_OK: Final = 93
    """``VIR_ERR_MIGRATE_FINISH_OK``, libvirt 1.2.18."""
    ERR_AUTH_UNAVAILABLE: Final = 94
    """``VIR_ERR_AUTH_UNAVAILABLE``, libvirt 1.3.3."""
    ERR_NO_SERVER: Final = 95
    """``VIR_ERR_NO_SERVER``, libvirt 1.3.3."""
    ERR_NO_CLIENT: Final = 96
    """``VIR_ERR_NO_CLIENT``, libvirt 1.3.5."""
    ERR_AGENT_UNSYNCED: Final = 97
    """``VIR_ERR_AGENT_UNSYNCED``, libvirt 2.3.0."""
    ERR_LIBSSH: Final = 98
    """``VIR_ERR_LIBSSH``, libvirt 2.5.0."""
    ERR_DEVICE_MISSING: Final = 99
    """``VIR_ERR_DEVICE_MISSING``, libvirt 4.1.0."""
    ERR_INVALID_NWFILTER_BINDING: Final = 100
    """``VIR_ERR_INVALID_NWFILTER_BINDING``, libvirt 4.5.0."""
    ERR_NO_NWFILTER_BINDING: Final = 101
    """``VIR_ERR_NO_NWFILTER_BINDING``, libvirt 4.5.0."""
    ERR_INVALID_DOMAIN_CHECKPOINT: Final = 102
    """``VIR_ERR_INVALID_DOMAIN_CHECKPOINT``, libvirt 5.2.0."""
    ERR_NO_DOMAIN_BACKUP: Final = 104
    """``VIR_ERR_NO_DOMAIN_BACKUP``, libvirt 5.2.0."""
    ERR_NO_DOMAIN_CHECKPOINT: Final = 103
    """``VIR_ERR_NO_DOMAIN_CHECKPOINT``, libvirt 5.2.0."""
    ERR_NO_NETWORK_PORT: Final = 107
    """``VIR_ERR_NO_NETWORK_PORT``, libvirt 5.5.0."""
    ERR_INVALID_NETWORK_PORT: Final = 105
    """``VIR_ERR_INVALID_NETWORK_PORT``, libvirt 5.5.0."""
    ERR_NETWORK_PORT_EXIST: Final = 106
    """``VIR_ERR_NETWORK_PORT_EXIST``, libvirt 5.5.0."""
    ERR_NO_HOSTNAME: Final = 108
    """``VIR_ERR_NO_HOSTNAME``, libvirt 6.1.0."""
    ERR_CHECKPOINT_INCONSISTENT: Final = 109
    """``VIR_ERR_CHECKPOINT_INCONSISTENT``, libvirt 6.10.0."""
    ERR_MULTIPLE_DOMAINS: Final = 110
    """``VIR_ERR_MULTIPLE_DOMAINS``, libvirt 7.1.0."""
    ERR_NO_NETWORK_METADATA: Final = 111
    """``VIR_ERR_NO_NETWORK_METADATA``, libvirt 9.7.0."""
    ERR_AGENT_COMMAND_TIMEOUT: Final = 112
    """``VIR_ERR_AGENT_COMMAND_TIMEOUT``, libvirt 11.2.0."""
    ERR_AGENT_COMMAND_FAILED: Final = 113
    """``VIR_ERR_AGENT_COMMAND_FAILED``, libvirt 11.2.0."""
    ERR_INVALID_ENCR_KEY_SECRET: Final = 114
    """``VIR_ERR_INVALID_ENCR_KEY_SECRET``, libvirt 12.1.0."""

class EventConstants:
    # virEventHandleType
    HANDLE_READABLE: Final = 1
    """``VIR_EVENT_HANDLE_READABLE``, libvirt 0.5.0."""
    HANDLE_WRITABLE: Final = 2
    """``VIR_EVENT_HANDLE_WRITABLE``, libvirt 0.5.0."""
    HANDLE_ERROR: Final = 4
    """``VIR_EVENT_HANDLE_ERROR``, libvirt 0.5.0."""
    HANDLE_HANGUP: Final = 8
    """``VIR_EVENT_HANDLE_HANGUP``, libvirt 0.5.0."""

class InterfaceConstants:
    # virInterfaceXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_INTERFACE_XML_INACTIVE``, libvirt 0.7.3."""
    # virInterfaceDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_INTERFACE_DEFINE_VALIDATE``, libvirt 7.7.0."""
    # virConnectListAllInterfacesFlags
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_INTERFACES_ACTIVE``, libvirt 0.10.2."""
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_INTERFACES_INACTIVE``, libvirt 0.10.2."""

class NWFilterConstants:
    # virNWFilterDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_NWFILTER_DEFINE_VALIDATE``, libvirt 7.7.0."""

class NWFilterBindingConstants:
    # virNWFilterBindingCreateFlags
    CREATE_VALIDATE: Final = 1
    """``VIR_NWFILTER_BINDING_CREATE_VALIDATE``, libvirt 7.8.0."""

class NetworkConstants:
    # virNetworkXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_NETWORK_XML_INACTIVE``, libvirt 0.9.10."""
    # virNetworkDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_NETWORK_DEFINE_VALIDATE``, libvirt 7.7.0."""
    # virNetworkCreateFlags
    CREATE_VALIDATE: Final = 1
    """``VIR_NETWORK_CREATE_VALIDATE``, libvirt 7.8.0."""
    # virNetworkUpdateCommand
    UPDATE_COMMAND_NONE: Final = 0
    """``VIR_NETWORK_UPDATE_COMMAND_NONE``, libvirt 0.10.2."""
    UPDATE_COMMAND_MODIFY: Final = 1
    """``VIR_NETWORK_UPDATE_COMMAND_MODIFY``, libvirt 0.10.2."""
    UPDATE_COMMAND_DELETE: Final = 2
    """``VIR_NETWORK_UPDATE_COMMAND_DELETE``, libvirt 0.10.2."""
    UPDATE_COMMAND_ADD_LAST: Final = 3
    """``VIR_NETWORK_UPDATE_COMMAND_ADD_LAST``, libvirt 0.10.2."""
    UPDATE_COMMAND_ADD_FIRST: Final = 4
    """``VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST``, libvirt 0.10.2."""
    # virNetworkUpdateSection
    SECTION_NONE: Final = 0
    """``VIR_NETWORK_SECTION_NONE``, libvirt 0.10.2."""
    SECTION_BRIDGE: Final = 1
    """``VIR_NETWORK_SECTION_BRIDGE``, libvirt 0.10.2."""
    SECTION_DOMAIN: Final = 2
    """``VIR_NETWORK_SECTION_DOMAIN``, libvirt 0.10.2."""
    SECTION_IP: Final = 3
    """``VIR_NETWORK_SECTION_IP``, libvirt 0.10.2."""
    SECTION_IP_DHCP_HOST: Final = 4
    """``VIR_NETWORK_SECTION_IP_DHCP_HOST``, libvirt 0.10.2."""
    SECTION_IP_DHCP_RANGE: Final = 5
    """``VIR_NETWORK_SECTION_IP_DHCP_RANGE``, libvirt 0.10.2."""
    SECTION_FORWARD: Final = 6
    """``VIR_NETWORK_SECTION_FORWARD``, libvirt 0.10.2."""
    SECTION_FORWARD_INTERFACE: Final = 7
    """``VIR_NETWORK_SECTION_FORWARD_INTERFACE``, libvirt 0.10.2."""
    SECTION_FORWARD_PF: Final = 8
    """``VIR_NETWORK_SECTION_FORWARD_PF``, libvirt 0.10.2."""
    SECTION_PORTGROUP: Final = 9
    """``VIR_NETWORK_SECTION_PORTGROUP``, libvirt 0.10.2."""
    SECTION_DNS_HOST: Final = 10
    """``VIR_NETWORK_SECTION_DNS_HOST``, libvirt 0.10.2."""
    SECTION_DNS_TXT: Final = 11
    """``VIR_NETWORK_SECTION_DNS_TXT``, libvirt 0.10.2."""
    SECTION_DNS_SRV: Final = 12
    """``VIR_NETWORK_SECTION_DNS_SRV``, libvirt 0.10.2."""
    # virNetworkUpdateFlags
    UPDATE_AFFECT_CURRENT: Final = 0
    """``VIR_NETWORK_UPDATE_AFFECT_CURRENT``, libvirt 0.10.2."""
    UPDATE_AFFECT_LIVE: Final = 1
    """``VIR_NETWORK_UPDATE_AFFECT_LIVE``, libvirt 0.10.2."""
    UPDATE_AFFECT_CONFIG: Final = 2
    """``VIR_NETWORK_UPDATE_AFFECT_CONFIG``, libvirt 0.10.2."""
    # virConnectListAllNetworksFlags
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_NETWORKS_ACTIVE``, libvirt 0.10.2."""
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_NETWORKS_INACTIVE``, libvirt 0.10.2."""
    LIST_AUTOSTART: Final = 16
    """``VIR_CONNECT_LIST_NETWORKS_AUTOSTART``, libvirt 0.10.2."""
    LIST_NO_AUTOSTART: Final = 32
    """``VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART``, libvirt 0.10.2."""
    LIST_PERSISTENT: Final = 4
    """``VIR_CONNECT_LIST_NETWORKS_PERSISTENT``, libvirt 0.10.2."""
    LIST_TRANSIENT: Final = 8
    """``VIR_CONNECT_LIST_NETWORKS_TRANSIENT``, libvirt 0.10.2."""
    # virNetworkEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_NETWORK_EVENT_ID_LIFECYCLE``, libvirt 1.2.1."""
    EVENT_ID_METADATA_CHANGE: Final = 1
    """``VIR_NETWORK_EVENT_ID_METADATA_CHANGE``, libvirt 9.8.0."""
    # virNetworkEventLifecycleType
    EVENT_DEFINED: Final = 0
    """``VIR_NETWORK_EVENT_DEFINED``, libvirt 1.2.1."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_NETWORK_EVENT_UNDEFINED``, libvirt 1.2.1."""
    EVENT_STARTED: Final = 2
    """``VIR_NETWORK_EVENT_STARTED``, libvirt 1.2.1."""
    EVENT_STOPPED: Final = 3
    """``VIR_NETWORK_EVENT_STOPPED``, libvirt 1.2.1."""
    # virNetworkMetadataType
    METADATA_DESCRIPTION: Final = 0
    """``VIR_NETWORK_METADATA_DESCRIPTION``, libvirt 9.7.0."""
    METADATA_TITLE: Final = 1
    """``VIR_NETWORK_METADATA_TITLE``, libvirt 9.7.0."""
    METADATA_ELEMENT: Final = 2
    """``VIR_NETWORK_METADATA_ELEMENT``, libvirt 9.7.0."""

class NetworkPortConstants:
    # virNetworkPortCreateFlags
    CREATE_RECLAIM: Final = 1
    """``VIR_NETWORK_PORT_CREATE_RECLAIM``, libvirt 5.5.0."""
    CREATE_VALIDATE: Final = 2
    """``VIR_NETWORK_PORT_CREATE_VALIDATE``, libvirt 7.8.0."""
    # VIR_NETWORK_PORT_BANDWIDTH_*
    BANDWIDTH_IN_AVERAGE: Final = "inbound.average"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE``, libvirt 5.5.0."""
    BANDWIDTH_IN_BURST: Final = "inbound.burst"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_BURST``, libvirt 5.5.0."""
    BANDWIDTH_IN_FLOOR: Final = "inbound.floor"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR``, libvirt 5.5.0."""
    BANDWIDTH_IN_PEAK: Final = "inbound.peak"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK``, libvirt 5.5.0."""
    BANDWIDTH_OUT_AVERAGE: Final = "outbound.average"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE``, libvirt 5.5.0."""
    BANDWIDTH_OUT_BURST: Final = "outbound.burst"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST``, libvirt 5.5.0."""
    BANDWIDTH_OUT_PEAK: Final = "outbound.peak"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK``, libvirt 5.5.0."""

class NodeDeviceConstants:
    # virConnectListAllNodeDeviceFlags
    LIST_CAP_SYSTEM: Final = 1
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM``, libvirt 0.10.2."""
    LIST_CAP_PCI_DEV: Final = 2
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV``, libvirt 0.10.2."""
    LIST_CAP_USB_DEV: Final = 4
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV``, libvirt 0.10.2."""
    LIST_CAP_USB_INTERFACE: Final = 8
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE``, libvirt 0.10.2."""
    LIST_CAP_NET: Final = 16
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET``, libvirt 0.10.2."""
    LIST_CAP_SCSI_HOST: Final = 32
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST``, libvirt 0.10.2."""
    LIST_CAP_SCSI_TARGET: Final = 64
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET``, libvirt 0.10.2."""
    LIST_CAP_SCSI: Final = 128
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI``, libvirt 0.10.2."""
    LIST_CAP_STORAGE: Final = 256
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE``, libvirt 0.10.2."""
    LIST_CAP_FC_HOST: Final = 512
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST``, libvirt 1.0.4."""
    LIST_CAP_VPORTS: Final = 1024
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS``, libvirt 1.0.4."""
    LIST_CAP_SCSI_GENERIC: Final = 2048
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC``, libvirt 1.1.0."""
    LIST_CAP_DRM: Final = 4096
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM``, libvirt 3.1.0."""
    LIST_CAP_MDEV: Final = 16384
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV``, libvirt 3.4.0."""
    LIST_CAP_MDEV_TYPES: Final = 8192
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES``, libvirt 3.4.0."""
    LIST_CAP_CCW_DEV: Final = 32768
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV``, libvirt 3.4.0."""
    LIST_CAP_CSS_DEV: Final = 65536
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV``, libvirt 6.8.0."""
    LIST_CAP_VDPA: Final = 131072
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA``, libvirt 6.9.0."""
    LIST_CAP_AP_CARD: Final = 262144
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD``, libvirt 7.0.0."""
    LIST_CAP_AP_MATRIX: Final = 1048576
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX``, libvirt 7.0.0."""
    LIST_CAP_AP_QUEUE: Final = 524288
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE``, libvirt 7.0.0."""
    LIST_CAP_VPD: Final = 2097152
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD``, libvirt 7.9.0."""
    LIST_CAP_CCWGROUP_DEV: Final = 4194304
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV``, libvirt 11.1.0."""
    LIST_CAP_CCWGROUP_MEMBER: Final = 8388608
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER``, libvirt 11.1.0."""
    LIST_ACTIVE: Final = 2147483648
    """``VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE``, libvirt 7.3.0. Perl has 18446744071562067968."""
    LIST_INACTIVE: Final = 1073741824
    """``VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE``, libvirt 7.3.0."""
    LIST_PERSISTENT: Final = 268435456
    """``VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT``, libvirt 10.1.0."""
    LIST_TRANSIENT: Final = 536870912
    """``VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT``, libvirt 10.1.0."""
    # virNodeDeviceEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE``, libvirt 2.2.0."""
    EVENT_ID_UPDATE: Final = 1
    """``VIR_NODE_DEVICE_EVENT_ID_UPDATE``, libvirt 2.2.0."""
    # virNodeDeviceEventLifecycleType
    EVENT_CREATED: Final = 0
    """``VIR_NODE_DEVICE_EVENT_CREATED``, libvirt 2.2.0."""
    EVENT_DELETED: Final = 1
    """``VIR_NODE_DEVICE_EVENT_DELETED``, libvirt 2.2.0."""
    EVENT_DEFINED: Final = 2
    """``VIR_NODE_DEVICE_EVENT_DEFINED``, libvirt 7.3.0."""
    EVENT_UNDEFINED: Final = 3
    """``VIR_NODE_DEVICE_EVENT_UNDEFINED``, libvirt 7.3.0."""
    # virNodeDeviceCreateXMLFlags
    CREATE_XML_VALIDATE: Final = 1
    """``VIR_NODE_DEVICE_CREATE_XML_VALIDATE``, libvirt 8.10.0."""
    # virNodeDeviceDefineXMLFlags
    DEFINE_XML_VALIDATE: Final = 1
    """``VIR_NODE_DEVICE_DEFINE_XML_VALIDATE``, libvirt 8.10.0."""
    # virNodeDeviceUpdateFlags
    UPDATE_AFFECT_CURRENT: Final = 0
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT``, libvirt 10.1.0."""
    UPDATE_AFFECT_LIVE: Final = 1
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE``, libvirt 10.1.0."""
    UPDATE_AFFECT_CONFIG: Final = 2
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG``, libvirt 10.1.0."""
    # virNodeDeviceXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_NODE_DEVICE_XML_INACTIVE``, libvirt 10.1.0."""

class SecretConstants:
    # virSecretUsageType
    USAGE_TYPE_NONE: Final = 0
    """``VIR_SECRET_USAGE_TYPE_NONE``, libvirt 0.7.1."""
    USAGE_TYPE_VOLUME: Final = 1
    """``VIR_SECRET_USAGE_TYPE_VOLUME``, libvirt 0.7.1."""
    USAGE_TYPE_CEPH: Final = 2
    """``VIR_SECRET_USAGE_TYPE_CEPH``, libvirt 0.9.7."""
    USAGE_TYPE_ISCSI: Final = 3
    """``VIR_SECRET_USAGE_TYPE_ISCSI``, libvirt 1.0.4."""
    USAGE_TYPE_TLS: Final = 4
    """``VIR_SECRET_USAGE_TYPE_TLS``, libvirt 2.3.0."""
    USAGE_TYPE_VTPM: Final = 5
    """``VIR_SECRET_USAGE_TYPE_VTPM``, libvirt 5.6.0."""
    # virSecretDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_SECRET_DEFINE_VALIDATE``, libvirt 7.7.0."""
    # virConnectListAllSecretsFlags
    LIST_EPHEMERAL: Final = 1
    """``VIR_CONNECT_LIST_SECRETS_EPHEMERAL``, libvirt 0.10.2."""
    LIST_NO_EPHEMERAL: Final = 2
    """``VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL``, libvirt 0.10.2."""
    LIST_PRIVATE: Final = 4
    """``VIR_CONNECT_LIST_SECRETS_PRIVATE``, libvirt 0.10.2."""
    LIST_NO_PRIVATE: Final = 8
    """``VIR_CONNECT_LIST_SECRETS_NO_PRIVATE``, libvirt 0.10.2."""
    # virSecretEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_SECRET_EVENT_ID_LIFECYCLE``, libvirt 3.0.0."""
    EVENT_ID_VALUE_CHANGED: Final = 1
    """``VIR_SECRET_EVENT_ID_VALUE_CHANGED``, libvirt 3.0.0."""
    # virSecretEventLifecycleType
    EVENT_DEFINED: Final = 0
    """``VIR_SECRET_EVENT_DEFINED``, libvirt 3.0.0."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_SECRET_EVENT_UNDEFINED``, libvirt 3.0.0."""

class StoragePoolConstants:
    # virStoragePoolState
    STATE_INACTIVE: Final = 0
    """``VIR_STORAGE_POOL_INACTIVE``, libvirt 0.4.1."""
    STATE_BUILDING: Final = 1
    """``VIR_STORAGE_POOL_BUILDING``, libvirt 0.4.1."""
    STATE_RUNNING: Final = 2
    """``VIR_STORAGE_POOL_RUNNING``, libvirt 0.4.1."""
    STATE_DEGRADED: Final = 3
    """``VIR_STORAGE_POOL_DEGRADED``, libvirt 0.4.1."""
    STATE_INACCESSIBLE: Final = 4
    """``VIR_STORAGE_POOL_INACCESSIBLE``, libvirt 0.8.2."""
    # virStoragePoolDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_STORAGE_POOL_DEFINE_VALIDATE``, libvirt 7.7.0."""
    # virStoragePoolBuildFlags
    BUILD_NEW: Final = 0
    """``VIR_STORAGE_POOL_BUILD_NEW``, libvirt 0.4.1."""
    BUILD_REPAIR: Final = 1
    """``VIR_STORAGE_POOL_BUILD_REPAIR``, libvirt 0.4.1."""
    BUILD_RESIZE: Final = 2
    """``VIR_STORAGE_POOL_BUILD_RESIZE``, libvirt 0.4.1."""
    BUILD_NO_OVERWRITE: Final = 4
    """``VIR_STORAGE_POOL_BUILD_NO_OVERWRITE``, libvirt 0.9.5."""
    BUILD_OVERWRITE: Final = 8
    """``VIR_STORAGE_POOL_BUILD_OVERWRITE``, libvirt 0.9.5."""
    # virStoragePoolCreateFlags
    CREATE_NORMAL: Final = 0
    """``VIR_STORAGE_POOL_CREATE_NORMAL``, libvirt 1.3.1."""
    CREATE_WITH_BUILD: Final = 1
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD``, libvirt 1.3.1."""
    CREATE_WITH_BUILD_OVERWRITE: Final = 2
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE``, libvirt 1.3.1."""
    CREATE_WITH_BUILD_NO_OVERWRITE: Final = 4
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE``, libvirt 1.3.1."""
    # virStoragePoolDeleteFlags
    DELETE_NORMAL: Final = 0
    """``VIR_STORAGE_POOL_DELETE_NORMAL``, libvirt 0.4.1."""
    DELETE_ZEROED: Final = 1
    """``VIR_STORAGE_POOL_DELETE_ZEROED``, libvirt 0.4.1."""
    # virStorageXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_STORAGE_XML_INACTIVE``, libvirt 0.9.13."""
    # virConnectListAllStoragePoolsFlags
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE``, libvirt 0.10.2."""
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE``, libvirt 0.10.2."""
    LIST_PERSISTENT: Final = 4
    """``VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT``, libvirt 0.10.2."""
    LIST_TRANSIENT: Final = 8
    """``VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT``, libvirt 0.10.2."""
    LIST_AUTOSTART: Final = 16
    """``VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART``, libvirt 0.10.2."""
    LIST_NO_AUTOSTART: Final = 32
    """``VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART``, libvirt 0.10.2."""
    LIST_DIR: Final = 64
    """``VIR_CONNECT_LIST_STORAGE_POOLS_DIR``, libvirt 0.10.2."""
    LIST_FS: Final = 128
    """``VIR_CONNECT_LIST_STORAGE_POOLS_FS``, libvirt 0.10.2."""
    LIST_NETFS: Final = 256
    """``VIR_CONNECT_LIST_STORAGE_POOLS_NETFS``, libvirt 0.10.2."""
    LIST_LOGICAL: Final = 512
    """``VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL``, libvirt 0.10.2."""
    LIST_DISK: Final = 1024
    """``VIR_CONNECT_LIST_STORAGE_POOLS_DISK``, libvirt 0.10.2."""
    LIST_ISCSI: Final = 2048
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI``, libvirt 0.10.2."""
    LIST_SCSI: Final = 4096
    """``VIR_CONNECT_LIST_STORAGE_POOLS_SCSI``, libvirt 0.10.2."""
    LIST_MPATH: Final = 8192
    """``VIR_CONNECT_LIST_STORAGE_POOLS_MPATH``, libvirt 0.10.2."""
    LIST_RBD: Final = 16384
    """``VIR_CONNECT_LIST_STORAGE_POOLS_RBD``, libvirt 0.10.2."""
    LIST_SHEEPDOG: Final = 32768
    """``VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG``, libvirt 0.10.2."""
    LIST_GLUSTER: Final = 65536
    """``VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER``, libvirt 1.2.1."""
    LIST_ZFS: Final = 131072
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ZFS``, libvirt 1.2.8."""
    LIST_VSTORAGE: Final = 262144
    """``VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE``, libvirt 3.1.0."""
    LIST_ISCSI_DIRECT: Final = 524288
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT``, libvirt 5.6.0."""
    # virStoragePoolEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE``, libvirt 2.0.0."""
    EVENT_ID_REFRESH: Final = 1
    """``VIR_STORAGE_POOL_EVENT_ID_REFRESH``, libvirt 2.0.0."""
    # virStoragePoolEventLifecycleType
    EVENT_DEFINED: Final = 0
    """``VIR_STORAGE_POOL_EVENT_DEFINED``, libvirt 2.0.0."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_STORAGE_POOL_EVENT_UNDEFINED``, libvirt 2.0.0."""
    EVENT_STARTED: Final = 2
    """``VIR_STORAGE_POOL_EVENT_STARTED``, libvirt 2.0.0."""
    EVENT_STOPPED: Final = 3
    """``VIR_STORAGE_POOL_EVENT_STOPPED``, libvirt 2.0.0."""
    EVENT_CREATED: Final = 4
    """``VIR_STORAGE_POOL_EVENT_CREATED``, libvirt 3.8.0."""
    EVENT_DELETED: Final = 5
    """``VIR_STORAGE_POOL_EVENT_DELETED``, libvirt 3.8.0."""

class StorageVolConstants:
    # virStorageVolType
    TYPE_FILE: Final = 0
    """``VIR_STORAGE_VOL_FILE``, libvirt 0.4.1."""
    TYPE_BLOCK: Final = 1
    """``VIR_STORAGE_VOL_BLOCK``, libvirt 0.4.1."""
    TYPE_DIR: Final = 2
    """``VIR_STORAGE_VOL_DIR``, libvirt 0.9.5."""
    TYPE_NETWORK: Final = 3
    """``VIR_STORAGE_VOL_NETWORK``, libvirt 0.9.13."""
    TYPE_NETDIR: Final = 4
    """``VIR_STORAGE_VOL_NETDIR``, libvirt 1.2.0."""
    TYPE_PLOOP: Final = 5
    """``VIR_STORAGE_VOL_PLOOP``, libvirt 1.3.4."""
    # virStorageVolDeleteFlags
    DELETE_NORMAL: Final = 0
    """``VIR_STORAGE_VOL_DELETE_NORMAL``, libvirt 0.4.1."""
    DELETE_ZEROED: Final = 1
    """``VIR_STORAGE_VOL_DELETE_ZEROED``, libvirt 0.4.1."""
    DELETE_WITH_SNAPSHOTS: Final = 2
    """``VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS``, libvirt 1.2.21."""
    # virStorageVolWipeAlgorithm
    WIPE_ALG_ZERO: Final = 0
    """``VIR_STORAGE_VOL_WIPE_ALG_ZERO``, libvirt 0.9.10."""
    WIPE_ALG_NNSA: Final = 1
    """``VIR_STORAGE_VOL_WIPE_ALG_NNSA``, libvirt 0.9.10."""
    WIPE_ALG_DOD: Final = 2
    """``VIR_STORAGE_VOL_WIPE_ALG_DOD``, libvirt 0.9.10."""
    WIPE_ALG_BSI: Final = 3
    """``VIR_STORAGE_VOL_WIPE_ALG_BSI``, libvirt 0.9.10."""
    WIPE_ALG_GUTMANN: Final = 4
    """``VIR_STORAGE_VOL_WIPE_ALG_GUTMANN``, libvirt 0.9.10."""
    WIPE_ALG_SCHNEIER: Final = 5
    """``VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER``, libvirt 0.9.10."""
    WIPE_ALG_PFITZNER7: Final = 6
    """``VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7``, libvirt 0.9.10."""
    WIPE_ALG_PFITZNER33: Final = 7
    """``VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33``, libvirt 0.9.10."""
    WIPE_ALG_RANDOM: Final = 8
    """``VIR_STORAGE_VOL_WIPE_ALG_RANDOM``, libvirt 0.9.10."""
    WIPE_ALG_TRIM: Final = 9
    """``VIR_STORAGE_VOL_WIPE_ALG_TRIM``, libvirt 1.3.2."""
    # virStorageVolResizeFlags
    RESIZE_ALLOCATE: Final = 1
    """``VIR_STORAGE_VOL_RESIZE_ALLOCATE``, libvirt 0.9.10."""
    RESIZE_DELTA: Final = 2
    """``VIR_STORAGE_VOL_RESIZE_DELTA``, libvirt 0.9.10."""
    RESIZE_SHRINK: Final = 4
    """``VIR_STORAGE_VOL_RESIZE_SHRINK``, libvirt 0.9.10."""
    # virStorageVolCreateFlags
    CREATE_PREALLOC_METADATA: Final = 1
    """``VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA``, libvirt 1.0.1."""
    CREATE_REFLINK: Final = 2
    """``VIR_STORAGE_VOL_CREATE_REFLINK``, libvirt 1.2.13."""
    CREATE_VALIDATE: Final = 4
    """``VIR_STORAGE_VOL_CREATE_VALIDATE``, libvirt 8.10.0."""
    # virStorageVolInfoFlags
    USE_ALLOCATION: Final = 0
    """``VIR_STORAGE_VOL_USE_ALLOCATION``, libvirt 3.0.0."""
    GET_PHYSICAL: Final = 1
    """``VIR_STORAGE_VOL_GET_PHYSICAL``, libvirt 3.0.0."""
    # virStorageVolDownloadFlags
    VOL_DOWNLOAD_SPARSE_STREAM: Final = 1
    """``VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM``, libvirt 3.4.0."""
    # virStorageVolUploadFlags
    VOL_UPLOAD_SPARSE_STREAM: Final = 1
    """``VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM``, libvirt 3.4.0."""

class StreamConstants:
    # virStreamFlags
    NONBLOCK: Final = 1
    """``VIR_STREAM_NONBLOCK``, libvirt 0.7.2."""
    # virStreamEventType
    EVENT_READABLE: Final = 1
    """``VIR_STREAM_EVENT_READABLE``, libvirt 0.7.2."""
    EVENT_WRITABLE: Final = 2
    """``VIR_STREAM_EVENT_WRITABLE``, libvirt 0.7.2."""
    EVENT_ERROR: Final = 4
    """``VIR_STREAM_EVENT_ERROR``, libvirt 0.7.2."""
    EVENT_HANGUP: Final = 8
    """``VIR_STREAM_EVENT_HANGUP``, libvirt 0.7.2."""
    # virStreamRecvFlagsValues
    RECV_STOP_AT_HOLE: Final = 1
    """``VIR_STREAM_RECV_STOP_AT_HOLE``, libvirt 3.4.0."""
