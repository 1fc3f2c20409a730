# Made by `python -m reference.generate` from sysvirt/virt/cpu_models.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.cpu_models`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags
    from sysvirt.virt import cpu_models as sync


class CPUModels(Twin):
    """Comparison of CPU models, and baselines."""

    __slots__ = ()
    _sync: sync.CPUModels

    async def get_cpu_model_names(self, arch: str, flags: Flags = 0) -> list[str]:
        """The CPU models that libvirt knows for an architecture.

        >>> "qemu64" in await conn.get_cpu_model_names("x86_64")
        True

        Rests on: ``virConnectGetCPUModelNames``. Perl: ``get_cpu_model_names``.
        """
        return await self._call(self._sync.get_cpu_model_names, arch, flags)

    async def compare_cpu(self, xml: str, flags: Flags = 0) -> int:
        """How the host's CPU compares to a description: one of ``CPU_COMPARE_*``.

        ``flags`` are ``COMPARE_CPU_FAIL_INCOMPATIBLE`` and ``COMPARE_CPU_VALIDATE_XML``.

        >>> xml = "<cpu><arch>x86_64</arch><model>kvm64</model></cpu>"
        >>> await conn.compare_cpu(xml) == Sys.Virt.CPU_COMPARE_SUPERSET  # doctest: +SKIP
        True

        Rests on: ``virConnectCompareCPU``. Perl: ``compare_cpu``.
        """
        return await self._call(self._sync.compare_cpu, xml, flags)

    async def compare_hypervisor_cpu(
        self,
        emulator: str | None,
        arch: str | None,
        machine: str | None,
        virttype: str | None,
        xml: str,
        flags: Flags = 0,
    ) -> int:
        """How the CPU that a hypervisor can provide compares to a description.

        The result is one of ``CPU_COMPARE_*``, ``flags`` are ``COMPARE_CPU_*``; ``None`` leaves a
        choice to the hypervisor.

        >>> xml = "<cpu><arch>x86_64</arch><model>kvm64</model></cpu>"
        >>> result = await conn.compare_hypervisor_cpu(None, None, None, "qemu", xml)  # doctest: +SKIP
        >>> result == Sys.Virt.CPU_COMPARE_SUPERSET  # doctest: +SKIP
        True

        Rests on: ``virConnectCompareHypervisorCPU``. Perl: ``compare_hypervisor_cpu``.
        """
        return await self._call(
            self._sync.compare_hypervisor_cpu, emulator, arch, machine, virttype, xml, flags
        )

    async def baseline_cpu(self, xml: Iterable[str], flags: Flags = 0) -> str:
        """The richest CPU that all the described ones can stand in for, as XML.

        ``flags`` are ``BASELINE_CPU_*``.

        >>> cpu = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"
        >>> "<model" in await conn.baseline_cpu([cpu])
        True

        Rests on: ``virConnectBaselineCPU``. Perl: ``baseline_cpu``.
        """
        return await self._call(self._sync.baseline_cpu, xml, flags)

    async def baseline_hypervisor_cpu(
        self,
        emulator: str | None,
        arch: str | None,
        machine: str | None,
        virttype: str | None,
        xml: Iterable[str],
        flags: Flags = 0,
    ) -> str:
        """The richest CPU that a hypervisor can provide on all the described hosts, as XML.

        ``flags`` are ``BASELINE_CPU_*``; ``None`` leaves a choice to the hypervisor.

        >>> xml = "<cpu><arch>x86_64</arch><model>kvm64</model></cpu>"
        >>> cpus = [xml, xml]
        >>> both = await conn.baseline_hypervisor_cpu(None, None, None, None, cpus)  # doctest: +SKIP
        >>> both.splitlines()[0]  # doctest: +SKIP
        "<cpu mode='custom' match='exact'>"

        Rests on: ``virConnectBaselineHypervisorCPU``. Perl: ``baseline_hypervisor_cpu``.
        """
        return await self._call(
            self._sync.baseline_hypervisor_cpu, emulator, arch, machine, virttype, xml, flags
        )
