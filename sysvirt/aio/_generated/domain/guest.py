# Made by `python -m reference.generate` from sysvirt/domain/guest.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.guest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import guest as sync
    from sysvirt.shapes.guest import FilesystemInfo, GuestInterface


class Guest(Twin):
    """The part of ``Sys::Virt::Domain`` that mostly asks an agent inside the guest.

    Where no agent answers there is ``Error`` with ``ERR_AGENT_UNRESPONSIVE``, where none is
    configured ``ERR_ARGUMENT_UNSUPPORTED``.
    """

    __slots__ = ()
    _sync: sync.Guest

    async def get_time(self, flags: Flags = 0) -> tuple[int, int]:
        """The guest's clock: seconds since the epoch, and the nanoseconds beyond them.

        There are no ``flags`` yet.

        >>> await dom.set_time(1700000000, 500000000)
        >>> await dom.get_time()
        (1700000000, 500000000)

        Rests on: ``virDomainGetTime``. Perl: ``get_time``.
        """
        return await self._call(self._sync.get_time, flags)

    async def set_time(self, secs: int, nsecs: int, flags: Flags = 0) -> None:
        """Set the guest's clock to ``secs`` since the epoch, and ``nsecs`` nanoseconds more.

        With ``TIME_SYNC`` in ``flags`` both are passed over, and the guest takes the time from
        its hardware clock.

        >>> await dom.set_time(1700000000, 0)

        Rests on: ``virDomainSetTime``. Perl: ``set_time``.
        """
        await self._call(self._sync.set_time, secs, nsecs, flags)

    async def set_user_password(self, username: str, password: str, flags: Flags = 0) -> None:
        """Give a user of the guest another password.

        With ``PASSWORD_ENCRYPTED`` in ``flags``, ``password`` is hashed already in the way that
        the guest's system wants.

        >>> await dom.set_user_password("root", "sesame")

        Rests on: ``virDomainSetUserPassword``. Perl: ``set_user_password``.
        """
        await self._call(self._sync.set_user_password, username, password, flags)

    async def fs_trim(self, mountPoint: str | None, minimum: int, flags: Flags = 0) -> None:
        """Tell the storage under a file system which of its blocks aren't used.

        ``minimum`` is the length in bytes that makes a free range worth the while (0: each is).
        ``None`` means every file system; Perl can't say so. There are no ``flags`` yet.

        >>> await dom.fs_trim("/boot", 0)

        Rests on: ``virDomainFSTrim``. Perl: ``fs_trim``.
        """
        await self._call(self._sync.fs_trim, mountPoint, minimum, flags)

    async def fs_freeze(self, mountPoints: Iterable[str] | None, flags: Flags = 0) -> None:
        """Hold back all writing to file systems, so that a snapshot finds them consistent.

        An empty list, or ``None``, means every file system. There are no ``flags`` yet.

        >>> await dom.fs_freeze(["/boot"])

        Rests on: ``virDomainFSFreeze``. Perl: ``fs_freeze``.
        """
        await self._call(self._sync.fs_freeze, mountPoints, flags)

    async def fs_thaw(self, mountPoints: Iterable[str] | None, flags: Flags = 0) -> None:
        """Let file systems write again that :meth:`fs_freeze` held back.

        An empty list, or ``None``, means every file system. There are no ``flags`` yet.

        >>> await dom.fs_thaw([])

        Rests on: ``virDomainFSThaw``. Perl: ``fs_thaw``.
        """
        await self._call(self._sync.fs_thaw, mountPoints, flags)

    async def get_fs_info(self, flags: Flags = 0) -> list[FilesystemInfo]:
        """The file systems that the guest has mounted.

        ``name`` is the guest's word for the device, ``devalias`` are the domain's targets for
        the disks that it is on. There are no ``flags`` yet.

        >>> (await dom.get_fs_info())[0]
        {'mountpoint': '/', 'name': 'vda1', 'fstype': 'ext4', 'devalias': ['vda']}

        Rests on: ``virDomainGetFSInfo``. Perl: ``get_fs_info``.
        """
        return await self._call(self._sync.get_fs_info, flags)

    async def get_interface_addresses(self, src: int, flags: Flags = 0) -> list[GuestInterface]:
        """The guest's network interfaces and their addresses.

        ``src`` says where to look, one of ``INTERFACE_ADDRESSES_SRC_*``: the DHCP leases, the
        guest agent, or the host's ARP table. ``type`` of an address is one of
        ``Virt.IP_ADDR_TYPE_*``; there is no ``hwaddr`` where it isn't known. There are no
        ``flags`` yet.

        >>> nic = (await dom.get_interface_addresses(dom.INTERFACE_ADDRESSES_SRC_LEASE))[0]
        >>> nic["name"], nic["hwaddr"]
        ('testnet0', 'aa:bb:cc:dd:ee:ff')
        >>> nic["addrs"]
        [{'type': 0, 'addr': '192.168.122.3', 'prefix': 24}]

        Rests on: ``virDomainInterfaceAddresses``. Perl: ``get_interface_addresses``.
        """
        return await self._call(self._sync.get_interface_addresses, src, flags)

    async def get_guest_info(self, types: Flags = 0, flags: Flags = 0) -> dict[str, Any]:
        """What the agent tells of the guest: users, system, time zone, disks, …

        ``types`` are ``GUEST_INFO_USERS``, ``GUEST_INFO_OS`` and so on (0: all that there is);
        the keys are made of the other ``GUEST_INFO_*``, such as ``os.id`` or ``fs.0.name``.
        There are no ``flags`` yet.

        >>> await dom.get_guest_info(dom.GUEST_INFO_HOSTNAME)  # doctest: +SKIP
        {'hostname': 'guest'}

        Rests on: ``virDomainGetGuestInfo``. Perl: ``get_guest_info``.
        """
        return await self._call(self._sync.get_guest_info, types, flags)

    async def set_agent_response_timeout(self, timeout: int, flags: Flags = 0) -> None:
        """How many seconds to wait for the agent, or one of ``AGENT_RESPONSE_TIMEOUT_*``.

        There are no ``flags`` yet.

        >>> await dom.set_agent_response_timeout(30)  # doctest: +SKIP
        >>> await dom.set_agent_response_timeout(dom.AGENT_RESPONSE_TIMEOUT_DEFAULT)  # doctest: +SKIP

        Rests on: ``virDomainAgentSetResponseTimeout``. Perl: ``set_agent_response_timeout``.
        """
        await self._call(self._sync.set_agent_response_timeout, timeout, flags)

    async def authorized_ssh_keys_get(self, user: str, flags: Flags = 0) -> list[str]:
        """The keys with which somebody may log in as ``user``. There are no ``flags`` yet.

        >>> await dom.authorized_ssh_keys_get("fred")  # doctest: +SKIP
        ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI fred@example']

        Rests on: ``virDomainAuthorizedSSHKeysGet``. Perl: ``authorized_ssh_keys_get``.
        """
        return await self._call(self._sync.authorized_ssh_keys_get, user, flags)

    async def authorized_ssh_keys_set(
        self, user: str, keys: Iterable[str], flags: Flags = 0
    ) -> None:
        """Change the keys with which somebody may log in as ``user``.

        ``keys`` take the place of those that are there; with ``AUTHORIZED_SSH_KEYS_SET_APPEND``
        or ``_REMOVE`` in ``flags`` they are added or taken away.

        >>> key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI fred@example"
        >>> await dom.authorized_ssh_keys_set("fred", [key])  # doctest: +SKIP
        >>> await dom.authorized_ssh_keys_get("fred") == [key]  # doctest: +SKIP
        True

        Rests on: ``virDomainAuthorizedSSHKeysSet``. Perl: ``authorized_ssh_keys_set``.
        """
        await self._call(self._sync.authorized_ssh_keys_set, user, keys, flags)
