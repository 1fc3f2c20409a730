# Made by `python -m reference.generate` from sysvirt/domain/state.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.state`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import state as sync
    from sysvirt.shapes.domain import DomainControlInfo, DomainInfo


class State(Twin):
    """The identity, state and information part of ``Sys::Virt::Domain``."""

    __slots__ = ()
    _sync: sync.State

    def get_name(self) -> str:
        """The name, unique among the domains of a host.

        >>> dom.get_name()
        'test'

        Rests on: ``virDomainGetName``. Perl: ``get_name``.
        """
        return self._sync.get_name()

    def get_uuid(self) -> bytes:
        """The UUID as 16 bytes.

        >>> len(dom.get_uuid())
        16

        Rests on: ``virDomainGetUUID``. Perl: ``get_uuid``.
        """
        return self._sync.get_uuid()

    def get_uuid_string(self) -> str:
        """The UUID as text, 36 characters in lower case.

        >>> dom.get_uuid_string()
        '6695eb01-f6a4-8304-79aa-97f2502e193f'

        Rests on: ``virDomainGetUUIDString``. Perl: ``get_uuid_string``.
        """
        return self._sync.get_uuid_string()

    def get_id(self) -> int:
        """The number of the running domain, -1 when it isn't running.

        Perl gives -1 for a failure as well; here that raises ``Error``.

        >>> dom.get_id()
        1

        Rests on: ``virDomainGetID``. Perl: ``get_id``.
        """
        return self._sync.get_id()

    async def get_hostname(self, flags: Flags = 0) -> str:
        """The host name that the guest has given itself.

        ``flags`` are ``GET_HOSTNAME_*``: whom to ask, the DHCP leases or the guest agent.

        >>> await dom.get_hostname()
        'testhost'

        Rests on: ``virDomainGetHostname``. Perl: ``get_hostname``.
        """
        return await self._call(self._sync.get_hostname, flags)

    async def get_os_type(self) -> str:
        """The kind of operating system interface: ``hvm``, ``linux``, ``xen``, ``exe``.

        >>> await dom.get_os_type()
        'linux'

        Rests on: ``virDomainGetOSType``. Perl: ``get_os_type``.
        """
        return await self._call(self._sync.get_os_type)

    async def is_updated(self) -> bool:
        """Whether the stored configuration differs from that of the running domain.

        >>> await dom.is_updated()
        False

        Rests on: ``virDomainIsUpdated``. Perl: ``is_updated``.
        """
        return await self._call(self._sync.is_updated)

    async def get_info(self) -> DomainInfo:
        """State, memory, virtual CPUs and CPU time at once.

        ``state`` is one of ``STATE_*``, ``maxMem`` and ``memory`` are KiB, ``cpuTime`` is
        nanoseconds.

        >>> info = await dom.get_info()
        >>> info["state"] == Sys.Virt.Domain.STATE_RUNNING, info["memory"], info["nrVirtCpu"]
        (True, 2097152, 2)

        Rests on: ``virDomainGetInfo``. Perl: ``get_info``.
        """
        return await self._call(self._sync.get_info)

    async def get_state(self, flags: Flags = 0) -> tuple[int, int]:
        """The state, one of ``STATE_*``, and why: one of that state's reasons.

        >>> await dom.get_state()
        (1, 0)

        Rests on: ``virDomainGetState``. Perl: ``get_state``.
        """
        return await self._call(self._sync.get_state, flags)

    async def get_control_info(self, flags: Flags = 0) -> DomainControlInfo:
        """Whether the hypervisor's interface to the domain is free for a command.

        ``state`` is one of ``CONTROL_*``, ``details`` one of ``CONTROL_ERROR_REASON_*``,
        ``stateTime`` the milliseconds since it entered that state.

        >>> await dom.get_control_info()
        {'state': 0, 'details': 0, 'stateTime': 0}

        Rests on: ``virDomainGetControlInfo``. Perl: ``get_control_info``.
        """
        return await self._call(self._sync.get_control_info, flags)
