# Made by `python -m reference.generate` from sysvirt/virt/opening.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.opening`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.virt import Credential, Identity
    from sysvirt.virt import opening as sync

    CredentialCallback = Callable[[list[Credential]], int | None]


class Opening(Twin):
    """How a connection comes and goes."""

    __slots__ = ()
    _sync: sync.Opening

    async def set_identity(self, identity: Identity, flags: Flags = 0) -> None:
        """Say for whom the connection acts, where the daemon trusts the caller to say so.

        Keys are the values of ``IDENTITY_*``; an unknown one is a ``ValueError``.

        >>> await conn.set_identity({"user-name": "fred"})  # doctest: +SKIP

        Rests on: ``virConnectSetIdentity``. Perl: ``set_identity``.
        """
        await self._call(self._sync.set_identity, identity, flags)

    def is_alive(self) -> bool:
        """Whether the connection to the server still stands.

        >>> conn.is_alive()
        True

        Rests on: ``virConnectIsAlive``. Perl: ``is_alive``.
        """
        return self._sync.is_alive()

    async def is_encrypted(self) -> bool:
        """Whether what goes over the wire is encrypted.

        >>> await conn.is_encrypted()
        False

        Rests on: ``virConnectIsEncrypted``. Perl: ``is_encrypted``.
        """
        return await self._call(self._sync.is_encrypted)

    async def is_secure(self) -> bool:
        """Whether nobody can listen: an encrypted connection, or one inside the machine.

        >>> await conn.is_secure()
        True

        Rests on: ``virConnectIsSecure``. Perl: ``is_secure``.
        """
        return await self._call(self._sync.is_secure)
