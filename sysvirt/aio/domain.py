"""``sysvirt.aio.Domain``: a guest, awaited."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import sysvirt
from sysvirt import Error
from sysvirt._core import arguments
from sysvirt.aio._generated.domain.block import Block
from sysvirt.aio._generated.domain.blockjobs import BlockJobs
from sysvirt.aio._generated.domain.checkpoints import Checkpoints
from sysvirt.aio._generated.domain.consoles import Consoles
from sysvirt.aio._generated.domain.devices import Devices
from sysvirt.aio._generated.domain.guest import Guest
from sysvirt.aio._generated.domain.iothreads import IOThreads
from sysvirt.aio._generated.domain.jobs import Jobs
from sysvirt.aio._generated.domain.lifecycle import Lifecycle
from sysvirt.aio._generated.domain.memory import Memory
from sysvirt.aio._generated.domain.metadata import Metadata
from sysvirt.aio._generated.domain.migration import Migration
from sysvirt.aio._generated.domain.saving import Saving
from sysvirt.aio._generated.domain.security import Security
from sysvirt.aio._generated.domain.snapshots import Snapshots
from sysvirt.aio._generated.domain.state import State
from sysvirt.aio._generated.domain.statistics import Statistics
from sysvirt.aio._generated.domain.tuning import Tuning
from sysvirt.aio._generated.domain.vcpus import Vcpus
from sysvirt.aio._generated.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt.aio._transfers.console import Console
from sysvirt.constants import DomainConstants

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.aio._events.queue import Events


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

    >>> dom = await conn.get_domain_by_name("test")
    >>> dom
    <sysvirt.aio.Domain 'test'>

    Perl: ``Sys::Virt::Domain``.
    """

    __slots__ = ()

    _sync: sysvirt.Domain

    async def wait_for(self, *states: int, timeout: float | None = None) -> int:
        """Wait until the domain is in one of some states, ``STATE_*``; which one it is.

        ``TimeoutError`` comes after ``timeout`` seconds. A domain without a stored configuration
        is gone when it is shut off: that is ``STATE_SHUTOFF``, where it is waited for.

        >>> await dom.shutdown()
        >>> await dom.wait_for(dom.STATE_SHUTOFF, timeout=10) == dom.STATE_SHUTOFF
        True

        Rests on: ``virConnectDomainEventRegisterAny``, ``virDomainGetState``. Perl: not there.
        """
        if not states:
            raise ValueError("states must not be empty")
        wanted = [arguments.cint(each, "states") for each in states]
        seconds = arguments.optional_real(timeout, "timeout")
        events: Events[Domain] = self.connection.events(type(self), item=self, overflow="drop")
        async with asyncio.timeout(seconds), events:
            # First it is registered, then looked at: what happens in between is an event.
            while (state := await self._find_state(wanted)) not in wanted:
                await events.get()
                events.clear()
        return state

    async def _find_state(self, wanted: list[int]) -> int:
        try:
            state, _ = await self.get_state()
        except Error as error:
            if error.code() == Error.ERR_NO_DOMAIN and self.STATE_SHUTOFF in wanted:
                return self.STATE_SHUTOFF
            raise
        return state

    def console(self, devname: str | None = None, flags: Flags = 0) -> Console:
        """A console of the domain, to be read and written: ``async with dom.console() as tty``.

        ``devname`` and ``flags`` are those of :meth:`~sysvirt.Domain.open_console`.

        >>> async with dom.console() as tty:  # doctest: +SKIP
        ...     await tty.write(b"\\r")
        1

        Rests on: ``virDomainOpenConsole``. Perl: ``open_console``, with a stream.
        """
        return Console(self._conn, self._sync.open_console, devname, flags)

    def channel(self, name: str | None = None, flags: Flags = 0) -> Console:
        """A channel to a program in the guest, as :meth:`console` is.

        ``name`` and ``flags`` are those of :meth:`~sysvirt.Domain.open_channel`.

        >>> async with dom.channel("org.example.backup") as channel:  # doctest: +SKIP
        ...     channel.lost
        0

        Rests on: ``virDomainOpenChannel``. Perl: ``open_channel``, with a stream.
        """
        return Console(self._conn, self._sync.open_channel, name, flags)
