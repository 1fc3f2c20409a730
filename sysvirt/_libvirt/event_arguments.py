# Made by `python -m reference.generate` from reference/methods.json: change that, not this.
"""What libvirt passes to the callback of each event, by the kinds of the arguments."""

#: By the class of the object and the event's number, what comes after the connection and the
#: object. ``sysvirt._libvirt.events`` knows what each kind is in C.
EVENTS: dict[str, dict[int, tuple[str, ...]]] = {
    "Domain": {
        0: ("INT", "INT"),  # LIFECYCLE
        1: (),  # REBOOT
        2: ("LLONG",),  # RTC_CHANGE
        3: ("INT",),  # WATCHDOG
        4: ("TEXT", "TEXT", "INT"),  # IO_ERROR
        5: ("INT", "ADDRESS", "ADDRESS", "TEXT", "IDENTITIES"),  # GRAPHICS
        6: ("TEXT", "TEXT", "INT", "TEXT"),  # IO_ERROR_REASON
        7: (),  # CONTROL_ERROR
        8: ("TEXT", "INT", "INT"),  # BLOCK_JOB
        9: ("TEXT", "TEXT", "TEXT", "INT"),  # DISK_CHANGE
        10: ("TEXT", "INT"),  # TRAY_CHANGE
        11: ("INT",),  # PMWAKEUP
        12: ("INT",),  # PMSUSPEND
        13: ("ULLONG",),  # BALLOON_CHANGE
        14: ("INT",),  # PMSUSPEND_DISK
        15: ("TEXT",),  # DEVICE_REMOVED
        16: ("TEXT", "INT", "INT"),  # BLOCK_JOB_2
        17: ("PARAMETERS",),  # TUNABLE
        18: ("INT", "INT"),  # AGENT_LIFECYCLE
        19: ("TEXT",),  # DEVICE_ADDED
        20: ("INT",),  # MIGRATION_ITERATION
        21: ("PARAMETERS",),  # JOB_COMPLETED
        22: ("TEXT",),  # DEVICE_REMOVAL_FAILED
        23: ("INT", "TEXT"),  # METADATA_CHANGE
        24: ("TEXT", "TEXT", "ULLONG", "ULLONG"),  # BLOCK_THRESHOLD
        25: ("INT", "INT", "UINT"),  # MEMORY_FAILURE
        26: ("TEXT", "ULLONG"),  # MEMORY_DEVICE_SIZE_CHANGE
        27: ("TEXT", "TEXT", "TEXT"),  # NIC_MAC_CHANGE
        28: ("UINT",),  # VCPU_REMOVED
        29: ("TEXT", "INT", "INT"),  # CHANNEL_LIFECYCLE
    },
    "Network": {
        0: ("INT", "INT"),  # LIFECYCLE
        1: ("INT", "TEXT"),  # METADATA_CHANGE
    },
    "StoragePool": {
        0: ("INT", "INT"),  # LIFECYCLE
        1: (),  # REFRESH
    },
    "NodeDevice": {
        0: ("INT", "INT"),  # LIFECYCLE
        1: (),  # UPDATE
    },
    "Secret": {
        0: ("INT", "INT"),  # LIFECYCLE
        1: (),  # VALUE_CHANGED
    },
}
