# Made by `python -m reference.generate` from sysvirt/domain/jobs.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import jobs as sync
    from sysvirt.shapes.domain_job import JobInfo, JobStats


class Jobs(Twin):
    """The job part of ``Sys::Virt::Domain``."""

    __slots__ = ()
    _sync: sync.Jobs

    async def get_job_info(self) -> JobInfo:
        """How far the job is.

        ``type`` is one of ``JOB_*``, ``JOB_NONE`` without a job. Times are milliseconds, all
        else bytes: ``data*`` is ``mem*`` and ``file*`` together.

        >>> await dom.get_job_info()  # doctest: +SKIP
        {'type': 2, 'timeElapsed': ..., 'timeRemaining': 0, 'dataTotal': ...,
         'dataProcessed': ..., 'dataRemaining': ..., 'memTotal': ...,
         'memProcessed': ..., 'memRemaining': ..., 'fileTotal': 0,
         'fileProcessed': 0, 'fileRemaining': 0}

        Rests on: ``virDomainGetJobInfo``. Perl: ``get_job_info``.
        """
        return await self._call(self._sync.get_job_info)

    async def get_job_stats(self, flags: Flags = 0) -> tuple[int, JobStats]:
        """The kind of the job, one of ``JOB_*``, and all that is known of it.

        The dict's keys are the values of ``JOB_TIME_ELAPSED`` and its like, and it has those
        that apply. With ``JOB_STATS_COMPLETED`` in ``flags`` it is about the last job that has
        ended; it comes once, or as often as wanted with ``JOB_STATS_KEEP_COMPLETED`` too.

        >>> kind, stats = await dom.get_job_stats(Sys.Virt.Domain.JOB_STATS_COMPLETED)  # doctest: +SKIP
        >>> kind == Sys.Virt.Domain.JOB_COMPLETED and stats["time_elapsed"] > 0  # doctest: +SKIP
        True

        Rests on: ``virDomainGetJobStats``. Perl: ``get_job_stats``.
        """
        return await self._call(self._sync.get_job_stats, flags)

    async def abort_job(self, flags: Flags = 0) -> None:
        """Give the job up; the domain goes on as if it had never begun.

        With ``DOMAIN_ABORT_JOB_POSTCOPY`` in ``flags`` it is a migration in its post-copy phase
        that is interrupted.

        >>> (await dom.get_job_info())["type"] == Sys.Virt.Domain.JOB_UNBOUNDED  # doctest: +SKIP
        True
        >>> await dom.abort_job()  # doctest: +SKIP

        Rests on: ``virDomainAbortJob``, ``virDomainAbortJobFlags``. Perl: ``abort_job``.
        """
        await self._call_express(self._sync.abort_job, flags)
