# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::StorageVol``."""

from typing import Final


class StorageVolConstants:
    """The constants of ``Sys::Virt::StorageVol``, by the names that they have there."""

    __slots__ = ()

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
