"""Jobs on the disks of a running domain: pull, rebase, copy, commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt._core import arguments, parameters
from sysvirt._core.arguments import flag_bits, text, uint, ullong, ulong
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain_block import BlockCopyParams, BlockJobInfo

    Disk = str | os.PathLike[str]

COPY = {
    DomainConstants.BLOCK_COPY_BANDWIDTH: ullong,
    DomainConstants.BLOCK_COPY_GRANULARITY: uint,
    DomainConstants.BLOCK_COPY_BUF_SIZE: ullong,
}


class BlockJobs(DomainPart):
    """The block job part of ``Sys::Virt::Domain``.

    ``path`` is a disk's target, such as ``vda``, or the path of its source. A ``bandwidth`` is
    MiB a second, or bytes a second with the method's ``*_BANDWIDTH_BYTES`` in ``flags``; 0 is
    as fast as it goes. The jobs go on when the methods return.
    """

    __slots__ = ()

    def get_block_job_info(self, path: Disk, flags: Flags = 0) -> BlockJobInfo:
        """How far the job on a disk is; all 0 where there is none.

        ``type`` is one of ``BLOCK_JOB_TYPE_*``, ``cur`` of ``end`` is done. ``bandwidth`` is
        bytes a second with ``BLOCK_JOB_INFO_BANDWIDTH_BYTES`` in ``flags``.

        >>> dom.get_block_job_info("vda")  # doctest: +SKIP
        {'type': 2, 'bandwidth': 0, 'cur': 8388608, 'end': 8388608}

        Rests on: ``virDomainGetBlockJobInfo``. Perl: ``get_block_job_info``.
        """
        info = self._handle.blockJobInfo(arguments.path(path, "path"), flag_bits(flags)) or {}
        return {
            "type": info.get("type", 0),
            # libvirt-python takes it for a signed number.
            "bandwidth": info.get("bandwidth", 0) & arguments.ULLONG_MAX,
            "cur": info.get("cur", 0),
            "end": info.get("end", 0),
        }

    def set_block_job_speed(self, path: Disk, bandwidth: int, flags: Flags = 0) -> None:
        """Change how fast the job on a disk may go.

        >>> dom.set_block_job_speed("vda", 10)  # doctest: +SKIP
        >>> dom.get_block_job_info("vda")["bandwidth"]  # doctest: +SKIP
        10

        Rests on: ``virDomainBlockJobSetSpeed``. Perl: ``set_block_job_speed``.
        """
        self._handle.blockJobSetSpeed(
            arguments.path(path, "path"), _speed(bandwidth), flag_bits(flags)
        )

    def abort_block_job(self, path: Disk, flags: Flags = 0) -> None:
        """End the job on a disk; ``flags`` are ``BLOCK_JOB_ABORT_*``.

        A copy or an active commit that is ready is finished by ``BLOCK_JOB_ABORT_PIVOT``: the
        guest goes over to the new image.

        >>> dom.abort_block_job("vda", Sys.Virt.Domain.BLOCK_JOB_ABORT_PIVOT)  # doctest: +SKIP
        >>> "<mirror" in dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainBlockJobAbort``. Perl: ``abort_block_job``.
        """
        self._handle.blockJobAbort(arguments.path(path, "path"), flag_bits(flags))

    def block_pull(self, path: Disk, bandwidth: int, flags: Flags = 0) -> None:
        """Bring the data of all backing images into the disk's own; ``flags`` ``BLOCK_PULL_*``.

        >>> dom.block_pull("vda", 0)  # doctest: +SKIP

        Rests on: ``virDomainBlockPull``. Perl: ``block_pull``.
        """
        self._handle.blockPull(arguments.path(path, "path"), _speed(bandwidth), flag_bits(flags))

    def block_rebase(self, path: Disk, base: Disk | None, bandwidth: int, flags: Flags = 0) -> None:
        """Bring the data of the backing images above ``base`` into the disk's own.

        ``base`` is a path or an image of the chain such as ``vda[2]``; ``None``, which Perl
        can't say, is the same as :meth:`block_pull`. ``flags`` are ``BLOCK_REBASE_*``; with
        ``BLOCK_REBASE_COPY`` the disk is copied to the file ``base``.

        >>> dom.block_rebase("vda", "/var/lib/libvirt/images/base.qcow2", 0)  # doctest: +SKIP

        Rests on: ``virDomainBlockRebase``. Perl: ``block_rebase``.
        """
        self._handle.blockRebase(
            arguments.path(path, "path"), _image(base, "base"), _speed(bandwidth), flag_bits(flags)
        )

    def block_copy(
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
        >>> dom.block_copy("vda", target, params)  # doctest: +SKIP

        Rests on: ``virDomainBlockCopy``. Perl: ``block_copy``.
        """
        wanted = parameters.check_options(params, COPY)
        self._handle.blockCopy(
            arguments.path(path, "path"), text(destxml, "destxml"), wanted, flag_bits(flags)
        )

    def block_commit(
        self, path: Disk, base: Disk | None, top: Disk | None, bandwidth: int, flags: Flags = 0
    ) -> None:
        """Write what the images down from ``top`` have changed into ``base``.

        Both are paths or images of the chain such as ``vda[1]``; ``None``, which Perl can't
        say, is the lowest image for ``base`` and the uppermost for ``top``. ``flags`` are
        ``BLOCK_COMMIT_*``.

        >>> active = Sys.Virt.Domain.BLOCK_COMMIT_ACTIVE
        >>> dom.block_commit("vda", None, None, 0, active)  # doctest: +SKIP

        Rests on: ``virDomainBlockCommit``. Perl: ``block_commit``.
        """
        self._handle.blockCommit(
            arguments.path(path, "path"),
            _image(base, "base"),
            _image(top, "top"),
            _speed(bandwidth),
            flag_bits(flags),
        )


def _image(value: Disk | None, name: str) -> str | None:
    return None if value is None else arguments.path(value, name)


def _speed(value: int) -> int:
    return ulong(value, "bandwidth")
