# Made by `python -m reference.generate` from sysvirt/virt/secrets.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.secrets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.secret import Secret
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.virt import secrets as sync


class Secrets(Twin):
    """What a connection does with secrets as a whole."""

    __slots__ = ()
    _sync: sync.Secrets

    async def define_secret(self, xml: str, flags: Flags = 0) -> Secret:
        """Make a secret, still without a value; ``flags`` are ``Secret.DEFINE_*``.

        >>> secret = await conn.define_secret('''
        ...     <secret ephemeral="yes">
        ...       <usage type="volume"><volume>/other.img</volume></usage>
        ...     </secret>''')  # doctest: +SKIP
        >>> secret.get_usage_id()  # doctest: +SKIP
        '/other.img'

        Rests on: ``virSecretDefineXML``. Perl: ``define_secret``.
        """
        return Secret(self._conn, await self._call(self._sync.define_secret, xml, flags))

    async def list_secrets(self) -> list[Secret]:
        """The secrets that there are.

        >>> await conn.list_secrets()  # doctest: +SKIP
        [<sysvirt.aio.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>]

        Rests on: ``virConnectListAllSecrets``. Perl: ``list_secrets``.
        """
        found = await self._call(self._sync.list_secrets)
        return [Secret(self._conn, each) for each in found]

    async def num_of_secrets(self) -> int:
        """How many secrets there are.

        >>> await conn.num_of_secrets()  # doctest: +SKIP
        1

        Rests on: ``virConnectNumOfSecrets``. Perl: ``num_of_secrets``.
        """
        return await self._call(self._sync.num_of_secrets)

    async def list_secret_uuids(self, maxuuids: int) -> list[str]:
        """The UUIDs of the secrets as text, at most ``maxuuids`` of them.

        >>> await conn.list_secret_uuids(10)  # doctest: +SKIP
        ['6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5']

        Rests on: ``virConnectListSecrets``. Perl: ``list_secret_uuids``.
        """
        return await self._call(self._sync.list_secret_uuids, maxuuids)

    async def list_all_secrets(self, flags: Flags = 0) -> list[Secret]:
        """All secrets, or those that ``flags``, some of ``Secret.LIST_*``, choose.

        >>> await conn.list_all_secrets(Sys.Virt.Secret.LIST_EPHEMERAL)  # doctest: +SKIP
        [<sysvirt.aio.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>]

        Rests on: ``virConnectListAllSecrets``. Perl: ``list_all_secrets``.
        """
        found = await self._call(self._sync.list_all_secrets, flags)
        return [Secret(self._conn, each) for each in found]

    async def get_secret_by_uuid(self, uuid: UUIDLike) -> Secret:
        """The secret of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        ``Error`` with ``ERR_NO_SECRET`` when there is none.

        >>> await conn.get_secret_by_uuid(secret.get_uuid()) == secret  # doctest: +SKIP
        True

        Rests on: ``virSecretLookupByUUID``, ``virSecretLookupByUUIDString``.
        Perl: ``get_secret_by_uuid``.
        """
        return Secret(self._conn, await self._call(self._sync.get_secret_by_uuid, uuid))

    async def get_secret_by_usage(self, usageType: int, usageID: str) -> Secret:
        """The secret for a thing: its kind, one of ``Secret.USAGE_TYPE_*``, and its name.

        >>> volume = Sys.Virt.Secret.USAGE_TYPE_VOLUME
        >>> await conn.get_secret_by_usage(volume, "/disk.img")  # doctest: +SKIP
        <sysvirt.aio.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>

        Rests on: ``virSecretLookupByUsage``. Perl: ``get_secret_by_usage``.
        """
        return Secret(
            self._conn, await self._call(self._sync.get_secret_by_usage, usageType, usageID)
        )
