# Made by `python -m reference.generate` from sysvirt/domain/iothreads.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.iothreads`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Data, Flags
    from sysvirt.domain import iothreads as sync
    from sysvirt.shapes.domain import IOThreadInfo, IOThreadParams


class IOThreads(Twin):
    """IOThreads: which there are, how they work, and where."""

    __slots__ = ()
    _sync: sync.IOThreads

    async def get_iothread_info(self, flags: Flags = 0) -> list[IOThreadInfo]:
        """Each IOThread's number, and the host's CPUs that it may use.

        ``affinity`` is a CPU map, which :mod:`sysvirt.bitmap` reads; ``flags`` are ``AFFECT_*``.

        >>> await dom.add_iothread(1)
        >>> await dom.pin_iothread(1, b"\\x04")
        >>> await dom.get_iothread_info()
        [{'number': 1, 'affinity': b'\\x04'}]

        Rests on: ``virDomainGetIOThreadInfo``. Perl: ``get_iothread_info``.
        """
        return await self._call(self._sync.get_iothread_info, flags)

    async def pin_iothread(self, iothread: int, mask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that an IOThread may use.

        ``mask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> await dom.add_iothread(1)
        >>> await dom.pin_iothread(1, b"\\x03")

        Rests on: ``virDomainPinIOThread``. Perl: ``pin_iothread``.
        """
        await self._call(self._sync.pin_iothread, iothread, mask, flags)

    async def add_iothread(self, iothread: int, flags: Flags = 0) -> None:
        """Add an IOThread with a number of one's choice; ``flags`` are ``AFFECT_*``.

        >>> await dom.add_iothread(7)
        >>> [thread["number"] for thread in await dom.get_iothread_info()]
        [7]

        Rests on: ``virDomainAddIOThread``. Perl: ``add_iothread``.
        """
        await self._call(self._sync.add_iothread, iothread, flags)

    async def del_iothread(self, iothread: int, flags: Flags = 0) -> None:
        """Remove an IOThread that no disk uses; ``flags`` are ``AFFECT_*``.

        >>> await dom.add_iothread(7)
        >>> await dom.del_iothread(7)
        >>> await dom.get_iothread_info()
        []

        Rests on: ``virDomainDelIOThread``. Perl: ``del_iothread``.
        """
        await self._call(self._sync.del_iothread, iothread, flags)

    async def set_iothread(self, iothread: int, params: IOThreadParams, flags: Flags = 0) -> None:
        """Change how an IOThread polls, and its pool of workers.

        Keys are ``IOTHREAD_PARAM_*``; an unknown one is a ``ValueError``, which Perl drops
        without a word. ``flags`` are ``AFFECT_*``.

        >>> await dom.add_iothread(1)
        >>> await dom.set_iothread(1, {Sys.Virt.Domain.IOTHREAD_PARAM_POLL_MAX_NS: 50000})

        Rests on: ``virDomainSetIOThreadParams``. Perl: ``set_iothread``.
        """
        await self._call(self._sync.set_iothread, iothread, params, flags)
