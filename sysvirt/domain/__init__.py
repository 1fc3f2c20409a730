"""``Sys.Virt.Domain``: a guest, running or not."""

from sysvirt.constants import DomainConstants
from sysvirt.domain.state import State
from sysvirt.identity import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)


class Domain(
    State,
    Identified,
    Named,
    Described,
    Activatable,
    Persistable,
    Autostartable,
    DomainConstants,
):
    """A guest on a host.

    >>> dom = conn.get_domain_by_name("test")
    >>> dom
    <sysvirt.Domain 'test'>

    Perl: ``Sys::Virt::Domain``.
    """

    __slots__ = ()
