# Made by `python -m reference.generate` from sysvirt/domain/vcpus.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.vcpus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Data, Flags
    from sysvirt.domain import vcpus as sync
    from sysvirt.shapes.domain import GuestVcpus, VcpuInfo


class Vcpus(Twin):
    """How many virtual CPUs there are, what they do, and where."""

    __slots__ = ()
    _sync: sync.Vcpus

    async def get_vcpus(self, flags: Flags = 0) -> int:
        """How many virtual CPUs the domain has.

        ``flags`` are ``VCPU_*``, such as ``VCPU_CONFIG`` (of the stored configuration) and
        ``VCPU_MAXIMUM`` (the most it may have).

        >>> await dom.get_vcpus()
        2

        Rests on: ``virDomainGetVcpusFlags``. Perl: ``get_vcpus``.
        """
        return await self._call(self._sync.get_vcpus, flags)

    async def get_max_vcpus(self) -> int:
        """The most virtual CPUs that the running domain may have.

        Perl gives -1 for a domain that isn't running; here that raises ``Error``.

        >>> await dom.get_max_vcpus()
        2

        Rests on: ``virDomainGetMaxVcpus``. Perl: ``get_max_vcpus``.
        """
        return await self._call(self._sync.get_max_vcpus)

    async def set_vcpus(self, count: int, flags: Flags = 0) -> None:
        """Set how many virtual CPUs the domain has; ``flags`` are ``VCPU_*``.

        >>> await dom.set_vcpus(1)
        >>> await dom.get_vcpus()
        1

        Rests on: ``virDomainSetVcpus``, ``virDomainSetVcpusFlags``. Perl: ``set_vcpus``.
        """
        await self._call(self._sync.set_vcpus, count, flags)

    async def set_vcpu(self, cpumap: str, state: int, flags: Flags = 0) -> None:
        """Plug virtual CPUs in (``state`` 1) or out (0).

        ``cpumap`` is a text such as ``"0-3,^1"``; ``flags`` are ``SETVCPU_*``.

        >>> await dom.set_vcpu("1", 1)  # doctest: +SKIP
        >>> await dom.get_vcpus()  # doctest: +SKIP
        2

        Rests on: ``virDomainSetVcpu``. Perl: ``set_vcpu``.
        """
        await self._call(self._sync.set_vcpu, cpumap, state, flags)

    async def get_guest_vcpus(self, flags: Flags = 0) -> GuestVcpus:
        """Which virtual CPUs the guest's operating system uses, by the guest agent.

        The values are texts such as ``"0-3"``: those that the guest has, those that are online,
        and those that it can turn off.

        >>> await dom.get_guest_vcpus()  # doctest: +SKIP
        {'vcpus': '0-1', 'online': '0-1', 'offlinable': '1'}

        Rests on: ``virDomainGetGuestVcpus``. Perl: ``get_guest_vcpus``.
        """
        return await self._call(self._sync.get_guest_vcpus, flags)

    async def set_guest_vcpus(self, cpumap: str, state: int, flags: Flags = 0) -> None:
        """Have the guest's operating system use virtual CPUs (``state`` 1) or not (0).

        ``cpumap`` is a text such as ``"0-3,^1"``. The guest agent does it.

        >>> await dom.set_guest_vcpus("1", 0)  # doctest: +SKIP
        >>> (await dom.get_guest_vcpus())["online"]  # doctest: +SKIP
        '0'

        Rests on: ``virDomainSetGuestVcpus``. Perl: ``set_guest_vcpus``.
        """
        await self._call(self._sync.set_guest_vcpus, cpumap, state, flags)

    async def get_vcpu_info(self, flags: Flags = 0) -> list[VcpuInfo]:
        """What each virtual CPU does, and which of the host's CPUs it may use.

        ``state`` is one of ``VCPU_OFFLINE``, ``VCPU_RUNNING``, ``VCPU_BLOCKED``; ``cpuTime`` is
        nanoseconds; ``cpu`` is the host's CPU that it runs on, or one of ``VCPU_INFO_CPU_*``;
        ``affinity`` is a CPU map, which :mod:`sysvirt.bitmap` reads. With ``flags``, some of
        ``AFFECT_*``, and when the domain isn't running, the first three are 0.

        Perl counts through the list for ``number``; here it is the number that the virtual CPU
        has, which is another one where some are unplugged.

        >>> from sysvirt import bitmap
        >>> await dom.pin_vcpu(1, bitmap.pack([0, 2], 16))
        >>> [(vcpu["number"], vcpu["cpu"], vcpu["affinity"]) for vcpu in await dom.get_vcpu_info()]
        [(0, 15, b'\\xff\\xff'), (1, 2, b'\\x05\\x00')]

        Rests on: ``virDomainGetVcpus``, ``virDomainGetVcpuPinInfo``. Perl: ``get_vcpu_info``.
        """
        return await self._call(self._sync.get_vcpu_info, flags)

    async def pin_vcpu(self, vcpu: int, mask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that a virtual CPU may use.

        ``mask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> await dom.pin_vcpu(0, b"\\x03\\x00")
        >>> (await dom.get_vcpu_info())[0]["affinity"]
        b'\\x03\\x00'

        Rests on: ``virDomainPinVcpu``, ``virDomainPinVcpuFlags``. Perl: ``pin_vcpu``.
        """
        await self._call(self._sync.pin_vcpu, vcpu, mask, flags)

    async def get_emulator_pin_info(self, flags: Flags = 0) -> bytes:
        """The host's CPUs that the hypervisor's own threads of the domain may use, a CPU map.

        ``flags`` are ``AFFECT_*``.

        >>> await dom.get_emulator_pin_info()
        b'\\xff\\xff'

        Rests on: ``virDomainGetEmulatorPinInfo``. Perl: ``get_emulator_pin_info``.
        """
        return await self._call(self._sync.get_emulator_pin_info, flags)

    async def pin_emulator(self, newmask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that the hypervisor's own threads of the domain may use.

        ``newmask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> await dom.pin_emulator(b"\\x03\\x00")
        >>> await dom.get_emulator_pin_info()
        b'\\x03\\x00'

        Rests on: ``virDomainPinEmulator``. Perl: ``pin_emulator``.
        """
        await self._call(self._sync.pin_emulator, newmask, flags)
