"""What a domain is and how it fares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core.arguments import flag_bits
from sysvirt._core.binding import libvirtmod
from sysvirt._libvirt.errors import call_checked, failed
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import DomainControlInfo, DomainInfo


class State(DomainPart):
    """The identity, state and information part of ``Sys::Virt::Domain``."""

    __slots__ = ()

    # What is asked for most has a body of its own for domains, as libvirt-python's frame would cost
    # more than the call. The frame keeps the handle: another thread may close the connection
    # during the call.

    def get_name(self) -> str:
        """The name, unique among the domains of a host.

        >>> dom.get_name()
        'test'

        Rests on: ``virDomainGetName``. Perl: ``get_name``.
        """
        handle = self._handle
        try:
            name: str | None = libvirtmod.virDomainGetName(handle._o)
        except UnicodeDecodeError:
            name = _libvirt.texts.read("virDomainGetName", handle._o)
        if name is None:
            raise failed("virDomainGetName() failed")
        return name

    def get_uuid(self) -> bytes:
        """The UUID as 16 bytes.

        >>> len(dom.get_uuid())
        16

        Rests on: ``virDomainGetUUID``. Perl: ``get_uuid``.
        """
        handle = self._handle
        uuid: bytes | None = libvirtmod.virDomainGetUUID(handle._o)
        if uuid is None:
            raise failed("virDomainGetUUID() failed")
        return uuid

    def get_uuid_string(self) -> str:
        """The UUID as text, 36 characters in lower case.

        >>> dom.get_uuid_string()
        '6695eb01-f6a4-8304-79aa-97f2502e193f'

        Rests on: ``virDomainGetUUIDString``. Perl: ``get_uuid_string``.
        """
        handle = self._handle
        uuid: str | None = libvirtmod.virDomainGetUUIDString(handle._o)
        if uuid is None:
            raise failed("virDomainGetUUIDString() failed")
        return uuid

    def get_id(self) -> int:
        """The number of the running domain, -1 when it isn't running.

        Perl gives -1 for a failure as well; here that raises ``Error``.

        >>> dom.get_id()
        1

        Rests on: ``virDomainGetID``. Perl: ``get_id``.
        """
        handle = self._handle
        number: int = libvirtmod.virDomainGetID(handle._o)
        if number == -1:
            # That is also the number of a domain that doesn't run.
            number = call_checked(libvirtmod.virDomainGetID, handle._o)
        return number

    def get_hostname(self, flags: Flags = 0) -> str:
        """The host name that the guest has given itself.

        ``flags`` are ``GET_HOSTNAME_*``: whom to ask, the DHCP leases or the guest agent.

        >>> dom.get_hostname()
        'testhost'

        Rests on: ``virDomainGetHostname``. Perl: ``get_hostname``.
        """
        return self._handle.hostname(flag_bits(flags))

    def get_os_type(self) -> str:
        """The kind of operating system interface: ``hvm``, ``linux``, ``xen``, ``exe``.

        >>> dom.get_os_type()
        'linux'

        Rests on: ``virDomainGetOSType``. Perl: ``get_os_type``.
        """
        return self._handle.OSType()

    def is_updated(self) -> bool:
        """Whether the stored configuration differs from that of the running domain.

        >>> dom.is_updated()
        False

        Rests on: ``virDomainIsUpdated``. Perl: ``is_updated``.
        """
        return self._handle.isUpdated() == 1

    def get_info(self) -> DomainInfo:
        """State, memory, virtual CPUs and CPU time at once.

        ``state`` is one of ``STATE_*``, ``maxMem`` and ``memory`` are KiB, ``cpuTime`` is
        nanoseconds.

        >>> info = dom.get_info()
        >>> info["state"] == Sys.Virt.Domain.STATE_RUNNING, info["memory"], info["nrVirtCpu"]
        (True, 2097152, 2)

        Rests on: ``virDomainGetInfo``. Perl: ``get_info``.
        """
        handle = self._handle
        info = libvirtmod.virDomainGetInfo(handle._o)
        if info is None:
            raise failed("virDomainGetInfo() failed")
        state, max_mem, memory, vcpus, cpu_time = info
        return {
            "state": state,
            "maxMem": max_mem,
            "memory": memory,
            "nrVirtCpu": vcpus,
            "cpuTime": cpu_time,
        }

    def get_state(self, flags: Flags = 0) -> tuple[int, int]:
        """The state, one of ``STATE_*``, and why: one of that state's reasons.

        >>> dom.get_state()
        (1, 0)

        Rests on: ``virDomainGetState``. Perl: ``get_state``.
        """
        handle = self._handle
        found = libvirtmod.virDomainGetState(handle._o, flag_bits(flags))
        if found is None:
            raise failed("virDomainGetState() failed")
        state, reason = found
        return state, reason

    def get_control_info(self, flags: Flags = 0) -> DomainControlInfo:
        """Whether the hypervisor's interface to the domain is free for a command.

        ``state`` is one of ``CONTROL_*``, ``details`` one of ``CONTROL_ERROR_REASON_*``,
        ``stateTime`` the milliseconds since it entered that state.

        >>> dom.get_control_info()
        {'state': 0, 'details': 0, 'stateTime': 0}

        Rests on: ``virDomainGetControlInfo``. Perl: ``get_control_info``.
        """
        state, details, state_time = self._handle.controlInfo(flag_bits(flags))
        return {"state": state, "details": details, "stateTime": state_time}
