"""The disks of a domain: their size, their data, what goes wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.arguments import flag_bits, text, ullong, ulong
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain_block import BlockInfo, DiskError


class Block(DomainPart):
    """The disk part of ``Sys::Virt::Domain``.

    A disk is meant by its target, such as ``vda``, or by the path of its source.
    """

    __slots__ = ()

    def get_block_info(self, dev: str | os.PathLike[str], flags: Flags = 0) -> BlockInfo:
        """How large a disk is, in bytes. There are no ``flags`` yet.

        ``capacity`` is what the guest sees, ``allocation`` what is taken on the host,
        ``physical`` the size of the file or device that holds it.

        >>> dom.get_block_info("vda")
        {'capacity': 1099506450432, 'allocation': 1099511627776, 'physical': 1099511627776}

        Rests on: ``virDomainGetBlockInfo``. Perl: ``get_block_info``.
        """
        capacity, allocation, physical = self._handle.blockInfo(
            arguments.path(dev, "dev"), flag_bits(flags)
        )
        return {"capacity": capacity, "allocation": allocation, "physical": physical}

    def block_peek(
        self, path: str | os.PathLike[str], offset: int, size: int, flags: Flags = 0
    ) -> bytes:
        """``size`` bytes of a disk as the guest sees it, from ``offset`` on.

        The largest ``size`` is a matter of the driver, with a daemon between 4 MiB. There are no
        ``flags`` yet. Perl cuts ``offset`` to 32 bits.

        >>> dom.block_peek("vda", 510, 2)  # doctest: +SKIP
        b'U\\xaa'

        Rests on: ``virDomainBlockPeek``. Perl: ``block_peek``.
        """
        return self._handle.blockPeek(
            arguments.path(path, "path"),
            ullong(offset, "offset"),
            ullong(size, "size"),
            flag_bits(flags),
        )

    def block_resize(self, disk: str | os.PathLike[str], newsize: int, flags: Flags = 0) -> None:
        """Make a disk of a running guest larger or smaller.

        ``newsize`` is KiB, with ``BLOCK_RESIZE_BYTES`` in ``flags`` bytes; all flags are
        ``BLOCK_RESIZE_*``.

        >>> dom.block_resize("vda", 16 * 1024)  # doctest: +SKIP
        >>> dom.get_block_info("vda")["capacity"]  # doctest: +SKIP
        16777216

        Rests on: ``virDomainBlockResize``. Perl: ``block_resize``.
        """
        size = ulong(newsize, "newsize")
        self._handle.blockResize(arguments.path(disk, "disk"), size, flag_bits(flags))

    def get_disk_errors(self, flags: Flags = 0) -> list[DiskError]:
        """The disks that have failed, each with one of ``DISK_ERROR_*``.

        ``path`` is the disk's target. There are no ``flags`` yet.

        >>> dom.get_disk_errors()
        [{'path': 'vda', 'error': 1}]

        Rests on: ``virDomainGetDiskErrors``. Perl: ``get_disk_errors``.
        """
        # libvirt-python doesn't pass the flags on.
        rows = _libvirt.domain.get_disk_errors(self._handle, flag_bits(flags))
        return [{"path": target, "error": error} for target, error in rows]

    def set_block_threshold(self, dev: str, threshold: int, flags: Flags = 0) -> None:
        """Have ``EVENT_ID_BLOCK_THRESHOLD`` come once when a disk is written so far.

        ``dev`` is a target, or an image of its chain such as ``vda[2]``; ``threshold`` is the
        byte in the host's file or device, 0 for no event. There are no ``flags`` yet.

        >>> dom.set_block_threshold("vda", 10 * 1024**3)  # doctest: +SKIP

        Rests on: ``virDomainSetBlockThreshold``. Perl: ``set_block_threshold``.
        """
        place = ulong(threshold, "threshold")
        self._handle.setBlockThreshold(text(dev, "dev"), place, flag_bits(flags))
