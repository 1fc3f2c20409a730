# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt``."""

from typing import Final


class VirtConstants:
    """The constants of ``Sys::Virt``, by the names that they have there."""

    __slots__ = ()

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
