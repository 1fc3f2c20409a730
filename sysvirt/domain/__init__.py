"""``Sys.Virt.Domain``: a guest, running or not."""

from sysvirt._core.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt.constants import DomainConstants
from sysvirt.domain.block import Block
from sysvirt.domain.blockjobs import BlockJobs
from sysvirt.domain.checkpoints import Checkpoints
from sysvirt.domain.consoles import Consoles
from sysvirt.domain.devices import Devices
from sysvirt.domain.guest import Guest
from sysvirt.domain.iothreads import IOThreads
from sysvirt.domain.jobs import Jobs
from sysvirt.domain.lifecycle import Lifecycle
from sysvirt.domain.memory import Memory
from sysvirt.domain.metadata import Metadata
from sysvirt.domain.migration import Migration
from sysvirt.domain.saving import Saving
from sysvirt.domain.security import Security
from sysvirt.domain.snapshots import Snapshots
from sysvirt.domain.state import State
from sysvirt.domain.statistics import Statistics
from sysvirt.domain.tuning import Tuning
from sysvirt.domain.vcpus import Vcpus


class Domain(
    State,
    Lifecycle,
    Saving,
    Metadata,
    Security,
    Memory,
    Vcpus,
    IOThreads,
    Devices,
    Consoles,
    Guest,
    Block,
    BlockJobs,
    Statistics,
    Tuning,
    Jobs,
    Migration,
    Snapshots,
    Checkpoints,
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
