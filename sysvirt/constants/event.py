# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Event``."""

from typing import Final


class EventConstants:
    """The constants of ``Sys::Virt::Event``, by the names that they have there."""

    __slots__ = ()

    # virEventHandleType
    HANDLE_READABLE: Final = 1
    """``VIR_EVENT_HANDLE_READABLE``, libvirt 0.5.0."""
    HANDLE_WRITABLE: Final = 2
    """``VIR_EVENT_HANDLE_WRITABLE``, libvirt 0.5.0."""
    HANDLE_ERROR: Final = 4
    """``VIR_EVENT_HANDLE_ERROR``, libvirt 0.5.0."""
    HANDLE_HANGUP: Final = 8
    """``VIR_EVENT_HANDLE_HANGUP``, libvirt 0.5.0."""
