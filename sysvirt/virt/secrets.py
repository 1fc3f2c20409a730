"""Secrets of a connection: making, listing, counting, finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.arguments import cint, count, flag_bits, text
from sysvirt._core.objects import Connection
from sysvirt.secret import Secret

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike


class Secrets(Connection):
    """What a connection does with secrets as a whole."""

    __slots__ = ()

    def define_secret(self, xml: str, flags: Flags = 0) -> Secret:
        """Make a secret, still without a value; ``flags`` are ``Secret.DEFINE_*``.

        >>> secret = conn.define_secret('''
        ...     <secret ephemeral="yes">
        ...       <usage type="volume"><volume>/other.img</volume></usage>
        ...     </secret>''')  # doctest: +SKIP
        >>> secret.get_usage_id()  # doctest: +SKIP
        '/other.img'

        Rests on: ``virSecretDefineXML``. Perl: ``define_secret``.
        """
        return Secret(self, self._handle.secretDefineXML(text(xml, "xml"), flag_bits(flags)))

    def list_secrets(self) -> list[Secret]:
        """The secrets that there are.

        >>> conn.list_secrets()  # doctest: +SKIP
        [<sysvirt.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>]

        Rests on: ``virConnectListAllSecrets``. Perl: ``list_secrets``.
        """
        return Secret._wrap(self, self._handle.listAllSecrets(0))

    def num_of_secrets(self) -> int:
        """How many secrets there are.

        >>> conn.num_of_secrets()  # doctest: +SKIP
        1

        Rests on: ``virConnectNumOfSecrets``. Perl: ``num_of_secrets``.
        """
        return self._handle.numOfSecrets()

    def list_secret_uuids(self, maxuuids: int) -> list[str]:
        """The UUIDs of the secrets as text, at most ``maxuuids`` of them.

        >>> conn.list_secret_uuids(10)  # doctest: +SKIP
        ['6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5']

        Rests on: ``virConnectListSecrets``. Perl: ``list_secret_uuids``.
        """
        most = count(maxuuids, "maxuuids")
        return self._handle.listSecrets()[:most]

    def list_all_secrets(self, flags: Flags = 0) -> list[Secret]:
        """All secrets, or those that ``flags``, some of ``Secret.LIST_*``, choose.

        >>> conn.list_all_secrets(Sys.Virt.Secret.LIST_EPHEMERAL)  # doctest: +SKIP
        [<sysvirt.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>]

        Rests on: ``virConnectListAllSecrets``. Perl: ``list_all_secrets``.
        """
        return Secret._wrap(self, self._handle.listAllSecrets(flag_bits(flags)))

    def get_secret_by_uuid(self, uuid: UUIDLike) -> Secret:
        """The secret of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        ``Error`` with ``ERR_NO_SECRET`` when there is none.

        >>> conn.get_secret_by_uuid(secret.get_uuid()) == secret  # doctest: +SKIP
        True

        Rests on: ``virSecretLookupByUUID``, ``virSecretLookupByUUIDString``.
        Perl: ``get_secret_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return Secret(self, self._handle.secretLookupByUUIDString(found))
        return Secret(self, self._handle.secretLookupByUUID(found))

    def get_secret_by_usage(self, usageType: int, usageID: str) -> Secret:
        """The secret for a thing: its kind, one of ``Secret.USAGE_TYPE_*``, and its name.

        >>> volume = Sys.Virt.Secret.USAGE_TYPE_VOLUME
        >>> conn.get_secret_by_usage(volume, "/disk.img")  # doctest: +SKIP
        <sysvirt.Secret '6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5'>

        Rests on: ``virSecretLookupByUsage``. Perl: ``get_secret_by_usage``.
        """
        return Secret(
            self,
            self._handle.secretLookupByUsage(
                cint(usageType, "usageType"), text(usageID, "usageID")
            ),
        )
