# Made by `python -m reference.generate` from sysvirt/domain/blockjobs.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.blockjobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import blockjobs as sync
    from sysvirt.shapes.domain_block import BlockCopyParams, BlockJobInfo

    Disk = str | os.PathLike[str]


class BlockJobs(Twin):
    """The block job part of ``Sys::Virt::Domain``.

    ``path`` is a disk's target, such as ``vda``, or the path of its source. A ``bandwidth`` is
    MiB a second, or bytes a second with the method's ``*_BANDWIDTH_BYTES`` in ``flags``; 0 is
    as fast as it goes. The jobs go on when the methods return.
    """

    __slots__ = ()
    _sync: sync.BlockJobs

    async def get_block_job_info(self, path: Disk, flags: Flags = 0) -> BlockJobInfo:
        """How far the job on a disk is; all 0 where there is none.

        ``type`` is one of ``BLOCK_JOB_TYPE_*``, ``cur`` of ``end`` is done. ``bandwidth`` is
        bytes a second with ``BLOCK_JOB_INFO_BANDWIDTH_BYTES`` in ``flags``.

        >>> await dom.get_block_job_info("vda")  # doctest: +SKIP
        {'type': 2, 'bandwidth': 0, 'cur': 8388608, 'end': 8388608}

        Rests on: ``virDomainGetBlockJobInfo``. Perl: ``get_block_job_info``.
        """
        return await self._call(self._sync.get_block_job_info, path, flags)

    async def set_block_job_speed(self, path: Disk, bandwidth: int, flags: Flags = 0) -> None:
        """Change how fast the job on a disk may go.

        >>> await dom.set_block_job_speed("vda", 10)  # doctest: +SKIP
        >>> (await dom.get_block_job_info("vda"))["bandwidth"]  # doctest: +SKIP
        10

        Rests on: ``virDomainBlockJobSetSpeed``. Perl: ``set_block_job_speed``.
        """
        await self._call(self._sync.set_block_job_speed, path, bandwidth, flags)

    async def abort_block_job(self, path: Disk, flags: Flags = 0) -> None:
        """End the job on a disk; ``flags`` are ``BLOCK_JOB_ABORT_*``.

        A copy or an active commit that is ready is finished by ``BLOCK_JOB_ABORT_PIVOT``: the
        guest goes over to the new image.

        >>> await dom.abort_block_job("vda", Sys.Virt.Domain.BLOCK_JOB_ABORT_PIVOT)  # doctest: +SKIP
        >>> "<mirror" in await dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainBlockJobAbort``. Perl: ``abort_block_job``.
        """
        await self._call_express(self._sync.abort_block_job, path, flags)

    async def block_pull(self, path: Disk, bandwidth: int, flags: Flags = 0) -> None:
        """Bring the data of all backing images into the disk's own; ``flags`` ``BLOCK_PULL_*``.

        >>> await dom.block_pull("vda", 0)  # doctest: +SKIP

        Rests on: ``virDomainBlockPull``. Perl: ``block_pull``.
        """
        await self._call(self._sync.block_pull, path, bandwidth, flags)

    async def block_rebase(
        self, path: Disk, base: Disk | None, bandwidth: int, flags: Flags = 0
    ) -> None:
        """Bring the data of the backing images above ``base`` into the disk's own.

        ``base`` is a path or an image of the chain such as ``vda[2]``; ``None``, which Perl
        can't say, is the same as :meth:`block_pull`. ``flags`` are ``BLOCK_REBASE_*``; with
        ``BLOCK_REBASE_COPY`` the disk is copied to the file ``base``.

        >>> await dom.block_rebase("vda", "/var/lib/libvirt/images/base.qcow2", 0)  # doctest: +SKIP

        Rests on: ``virDomainBlockRebase``. Perl: ``block_rebase``.
        """
        await self._call(self._sync.block_rebase, path, base, bandwidth, flags)

    async def block_copy(
        self,
        path: Disk,
        destxml: str,
        params: BlockCopyParams | Mapping[str, Any],
        flags: Flags = 0,
    ) -> None:
        """Copy a disk to what ``destxml``, a ``<disk>`` element, describes, and keep it equal.

        Keys of ``params`` are the values of ``BLOCK_COPY_BANDWIDTH`` (bytes a second),
        ``BLOCK_COPY_GRANULARITY`` and ``BLOCK_COPY_BUF_SIZE`` (bytes); an unknown one is a
        ``ValueError``. ``flags`` are ``BLOCK_COPY_*``.

        >>> target = "<disk type='file'><source file='/var/lib/libvirt/images/copy.raw'/></disk>"
        >>> params = {Sys.Virt.Domain.BLOCK_COPY_BANDWIDTH: 2**20}
        >>> await dom.block_copy("vda", target, params)  # doctest: +SKIP

        Rests on: ``virDomainBlockCopy``. Perl: ``block_copy``.
        """
        await self._call(self._sync.block_copy, path, destxml, params, flags)

    async def block_commit(
        self, path: Disk, base: Disk | None, top: Disk | None, bandwidth: int, flags: Flags = 0
    ) -> None:
        """Write what the images down from ``top`` have changed into ``base``.

        Both are paths or images of the chain such as ``vda[1]``; ``None``, which Perl can't
        say, is the lowest image for ``base`` and the uppermost for ``top``. ``flags`` are
        ``BLOCK_COMMIT_*``.

        >>> active = Sys.Virt.Domain.BLOCK_COMMIT_ACTIVE
        >>> await dom.block_commit("vda", None, None, 0, active)  # doctest: +SKIP

        Rests on: ``virDomainBlockCommit``. Perl: ``block_commit``.
        """
        await self._call(self._sync.block_commit, path, base, top, bandwidth, flags)
