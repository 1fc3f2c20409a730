"""A domain's virtual CPUs, and the host's CPUs that they may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core.arguments import cint, data, flag_bits, text, uint
from sysvirt._core.parameters import allocate
from sysvirt.domain.part import DomainPart
from sysvirt.error import Error

if TYPE_CHECKING:
    from sysvirt._core.arguments import Data, Flags
    from sysvirt.shapes.domain import GuestVcpus, VcpuInfo


class Vcpus(DomainPart):
    """How many virtual CPUs there are, what they do, and where."""

    __slots__ = ()

    def get_vcpus(self, flags: Flags = 0) -> int:
        """How many virtual CPUs the domain has.

        ``flags`` are ``VCPU_*``, such as ``VCPU_CONFIG`` (of the stored configuration) and
        ``VCPU_MAXIMUM`` (the most it may have).

        >>> dom.get_vcpus()
        2

        Rests on: ``virDomainGetVcpusFlags``. Perl: ``get_vcpus``.
        """
        return self._handle.vcpusFlags(flag_bits(flags))

    def get_max_vcpus(self) -> int:
        """The most virtual CPUs that the running domain may have.

        Perl gives -1 for a domain that isn't running; here that raises ``Error``.

        >>> dom.get_max_vcpus()
        2

        Rests on: ``virDomainGetMaxVcpus``. Perl: ``get_max_vcpus``.
        """
        return self._handle.maxVcpus()

    def set_vcpus(self, count: int, flags: Flags = 0) -> None:
        """Set how many virtual CPUs the domain has; ``flags`` are ``VCPU_*``.

        >>> dom.set_vcpus(1)
        >>> dom.get_vcpus()
        1

        Rests on: ``virDomainSetVcpus``, ``virDomainSetVcpusFlags``. Perl: ``set_vcpus``.
        """
        number, bits = uint(count, "count"), flag_bits(flags)
        if bits:
            self._handle.setVcpusFlags(number, bits)
        else:
            self._handle.setVcpus(number)

    def set_vcpu(self, cpumap: str, state: int, flags: Flags = 0) -> None:
        """Plug virtual CPUs in (``state`` 1) or out (0).

        ``cpumap`` is a text such as ``"0-3,^1"``; ``flags`` are ``SETVCPU_*``.

        >>> dom.set_vcpu("1", 1)  # doctest: +SKIP
        >>> dom.get_vcpus()  # doctest: +SKIP
        2

        Rests on: ``virDomainSetVcpu``. Perl: ``set_vcpu``.
        """
        self._handle.setVcpu(text(cpumap, "cpumap"), cint(state, "state"), flag_bits(flags))

    def get_guest_vcpus(self, flags: Flags = 0) -> GuestVcpus:
        """Which virtual CPUs the guest's operating system uses, by the guest agent.

        The values are texts such as ``"0-3"``: those that the guest has, those that are online,
        and those that it can turn off.

        >>> dom.get_guest_vcpus()  # doctest: +SKIP
        {'vcpus': '0-1', 'online': '0-1', 'offlinable': '1'}

        Rests on: ``virDomainGetGuestVcpus``. Perl: ``get_guest_vcpus``.
        """
        # libvirt-python waits for another sign of failure.
        return allocate("virDomainGetGuestVcpus", self._handle, flags=flag_bits(flags))

    def set_guest_vcpus(self, cpumap: str, state: int, flags: Flags = 0) -> None:
        """Have the guest's operating system use virtual CPUs (``state`` 1) or not (0).

        ``cpumap`` is a text such as ``"0-3,^1"``. The guest agent does it.

        >>> dom.set_guest_vcpus("1", 0)  # doctest: +SKIP
        >>> dom.get_guest_vcpus()["online"]  # doctest: +SKIP
        '0'

        Rests on: ``virDomainSetGuestVcpus``. Perl: ``set_guest_vcpus``.
        """
        self._handle.setGuestVcpus(text(cpumap, "cpumap"), cint(state, "state"), flag_bits(flags))

    def get_vcpu_info(self, flags: Flags = 0) -> list[VcpuInfo]:
        """What each virtual CPU does, and which of the host's CPUs it may use.

        ``state`` is one of ``VCPU_OFFLINE``, ``VCPU_RUNNING``, ``VCPU_BLOCKED``; ``cpuTime`` is
        nanoseconds; ``cpu`` is the host's CPU that it runs on, or one of ``VCPU_INFO_CPU_*``;
        ``affinity`` is a CPU map, which :mod:`sysvirt.bitmap` reads. With ``flags``, some of
        ``AFFECT_*``, and when the domain isn't running, the first three are 0.

        Perl counts through the list for ``number``; here it is the number that the virtual CPU
        has, which is another one where some are unplugged.

        >>> from sysvirt import bitmap
        >>> dom.pin_vcpu(1, bitmap.pack([0, 2], 16))
        >>> [(vcpu["number"], vcpu["cpu"], vcpu["affinity"]) for vcpu in dom.get_vcpu_info()]
        [(0, 15, b'\\xff\\xff'), (1, 2, b'\\x05\\x00')]

        Rests on: ``virDomainGetVcpus``, ``virDomainGetVcpuPinInfo``. Perl: ``get_vcpu_info``.
        """
        # libvirt-python cuts the maps to the CPUs that it counts.
        bits = flag_bits(flags)
        length = _libvirt.domain.get_map_length(self._conn._handle)
        if not bits:
            try:
                return _libvirt.domain.get_vcpus(self._handle, length)
            except Error as error:
                if error.code() != Error.ERR_OPERATION_INVALID:
                    raise
        number = self._handle.info()[3]
        maps = _libvirt.domain.get_vcpu_pins(self._handle, number, length, bits)
        return [
            {"number": at, "state": 0, "cpuTime": 0, "cpu": 0, "affinity": cpumap}
            for at, cpumap in enumerate(maps)
        ]

    def pin_vcpu(self, vcpu: int, mask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that a virtual CPU may use.

        ``mask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> dom.pin_vcpu(0, b"\\x03\\x00")
        >>> dom.get_vcpu_info()[0]["affinity"]
        b'\\x03\\x00'

        Rests on: ``virDomainPinVcpu``, ``virDomainPinVcpuFlags``. Perl: ``pin_vcpu``.
        """
        number, cpumap, bits = uint(vcpu, "vcpu"), data(mask, "mask"), flag_bits(flags)
        if bits:
            _libvirt.domain.pin("virDomainPinVcpuFlags", self._handle, cpumap, number, flags=bits)
        else:
            _libvirt.domain.pin("virDomainPinVcpu", self._handle, cpumap, number)

    def get_emulator_pin_info(self, flags: Flags = 0) -> bytes:
        """The host's CPUs that the hypervisor's own threads of the domain may use, a CPU map.

        ``flags`` are ``AFFECT_*``.

        >>> dom.get_emulator_pin_info()
        b'\\xff\\xff'

        Rests on: ``virDomainGetEmulatorPinInfo``. Perl: ``get_emulator_pin_info``.
        """
        length = _libvirt.domain.get_map_length(self._conn._handle)
        return _libvirt.domain.get_emulator_pins(self._handle, length, flag_bits(flags))

    def pin_emulator(self, newmask: Data, flags: Flags = 0) -> None:
        """Choose the host's CPUs that the hypervisor's own threads of the domain may use.

        ``newmask`` is a CPU map, which :mod:`sysvirt.bitmap` makes; ``flags`` are ``AFFECT_*``.

        >>> dom.pin_emulator(b"\\x03\\x00")
        >>> dom.get_emulator_pin_info()
        b'\\x03\\x00'

        Rests on: ``virDomainPinEmulator``. Perl: ``pin_emulator``.
        """
        cpumap = data(newmask, "newmask")
        _libvirt.domain.pin("virDomainPinEmulator", self._handle, cpumap, flags=flag_bits(flags))
