# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::NWFilterBinding``."""

from typing import Final


class NWFilterBindingConstants:
    """The constants of ``Sys::Virt::NWFilterBinding``, by the names that they have there."""

    __slots__ = ()

    # virNWFilterBindingCreateFlags
    CREATE_VALIDATE: Final = 1
    """``VIR_NWFILTER_BINDING_CREATE_VALIDATE``, libvirt 7.8.0."""
