# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::NWFilter``."""

from typing import Final


class NWFilterConstants:
    """The constants of ``Sys::Virt::NWFilter``, by the names that they have there."""

    __slots__ = ()

    # virNWFilterDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_NWFILTER_DEFINE_VALIDATE``, libvirt 7.7.0."""
