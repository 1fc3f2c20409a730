# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Stream``."""

from typing import Final


class StreamConstants:
    """The constants of ``Sys::Virt::Stream``, by the names that they have there."""

    __slots__ = ()

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
