# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Error``."""

from typing import Final


class ErrorConstants:
    """The constants of ``Sys::Virt::Error``, by the names that they have there."""

    __slots__ = ()

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
