# Made by `python -m reference.generate` from sysvirt/domain/block.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.block`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import block as sync
    from sysvirt.shapes.domain_block import BlockInfo, DiskError


class Block(Twin):
    """The disk part of ``Sys::Virt::Domain``.

    A disk is meant by its target, such as ``vda``, or by the path of its source.
    """

    __slots__ = ()
    _sync: sync.Block

    async def get_block_info(self, dev: str | os.PathLike[str], flags: Flags = 0) -> BlockInfo:
        """How large a disk is, in bytes. There are no ``flags`` yet.

        ``capacity`` is what the guest sees, ``allocation`` what is taken on the host,
        ``physical`` the size of the file or device that holds it.

        >>> await dom.get_block_info("vda")
        {'capacity': 1099506450432, 'allocation': 1099511627776, 'physical': 1099511627776}

        Rests on: ``virDomainGetBlockInfo``. Perl: ``get_block_info``.
        """
        return await self._call(self._sync.get_block_info, dev, flags)

    async def block_peek(
        self, path: str | os.PathLike[str], offset: int, size: int, flags: Flags = 0
    ) -> bytes:
        """``size`` bytes of a disk as the guest sees it, from ``offset`` on.

        The largest ``size`` is a matter of the driver, with a daemon between 4 MiB. There are no
        ``flags`` yet. Perl cuts ``offset`` to 32 bits.

        >>> await dom.block_peek("vda", 510, 2)  # doctest: +SKIP
        b'U\\xaa'

        Rests on: ``virDomainBlockPeek``. Perl: ``block_peek``.
        """
        return await self._call(self._sync.block_peek, path, offset, size, flags)

    async def block_resize(
        self, disk: str | os.PathLike[str], newsize: int, flags: Flags = 0
    ) -> None:
        """Make a disk of a running guest larger or smaller.

        ``newsize`` is KiB, with ``BLOCK_RESIZE_BYTES`` in ``flags`` bytes; all flags are
        ``BLOCK_RESIZE_*``.

        >>> await dom.block_resize("vda", 16 * 1024)  # doctest: +SKIP
        >>> (await dom.get_block_info("vda"))["capacity"]  # doctest: +SKIP
        16777216

        Rests on: ``virDomainBlockResize``. Perl: ``block_resize``.
        """
        await self._call(self._sync.block_resize, disk, newsize, flags)

    async def get_disk_errors(self, flags: Flags = 0) -> list[DiskError]:
        """The disks that have failed, each with one of ``DISK_ERROR_*``.

        ``path`` is the disk's target. There are no ``flags`` yet.

        >>> await dom.get_disk_errors()
        [{'path': 'vda', 'error': 1}]

        Rests on: ``virDomainGetDiskErrors``. Perl: ``get_disk_errors``.
        """
        return await self._call(self._sync.get_disk_errors, flags)

    async def set_block_threshold(self, dev: str, threshold: int, flags: Flags = 0) -> None:
        """Have ``EVENT_ID_BLOCK_THRESHOLD`` come once when a disk is written so far.

        ``dev`` is a target, or an image of its chain such as ``vda[2]``; ``threshold`` is the
        byte in the host's file or device, 0 for no event. There are no ``flags`` yet.

        >>> await dom.set_block_threshold("vda", 10 * 1024**3)  # doctest: +SKIP

        Rests on: ``virDomainSetBlockThreshold``. Perl: ``set_block_threshold``.
        """
        await self._call(self._sync.set_block_threshold, dev, threshold, flags)
