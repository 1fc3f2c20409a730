# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Secret``."""

from typing import Final


class SecretConstants:
    """The constants of ``Sys::Virt::Secret``, by the names that they have there."""

    __slots__ = ()

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
