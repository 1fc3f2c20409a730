# Made by `python -m reference.generate` from sysvirt/secret.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.secret`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import Described, Identified
from sysvirt.constants import SecretConstants

if TYPE_CHECKING:
    from sysvirt import secret as sync
    from sysvirt._core.arguments import Data, Flags


class Secret(Identified, Described, SecretConstants):
    """A value that opens something: an encrypted volume, a storage server, a TLS key, …

    >>> secret = await conn.define_secret('''
    ...     <secret><usage type="volume"><volume>/other.img</volume></usage></secret>
    ... ''')  # doctest: +SKIP
    >>> await secret.set_value(b"sesame")  # doctest: +SKIP
    >>> await secret.get_value()  # doctest: +SKIP
    b'sesame'

    Perl: ``Sys::Virt::Secret``.
    """

    __slots__ = ()
    _sync: sync.Secret

    def get_usage_type(self) -> int:
        """What kind of thing the secret is for: one of ``USAGE_TYPE_*``.

        Perl raises for ``USAGE_TYPE_NONE``, and gives -1 for a failure; here it is as expected.

        >>> secret.get_usage_type() == Sys.Virt.Secret.USAGE_TYPE_VOLUME  # doctest: +SKIP
        True

        Rests on: ``virSecretGetUsageType``. Perl: ``get_usage_type``.
        """
        return self._sync.get_usage_type()

    def get_usage_id(self) -> str:
        """The very thing that the secret is for: a volume's path, a name; empty if for none.

        >>> secret.get_usage_id()  # doctest: +SKIP
        '/disk.img'

        Rests on: ``virSecretGetUsageID``. Perl: ``get_usage_id``.
        """
        return self._sync.get_usage_id()

    async def undefine(self) -> None:
        """Forget the secret and its value.

        >>> await secret.undefine()  # doctest: +SKIP
        >>> await conn.num_of_secrets()  # doctest: +SKIP
        0

        Rests on: ``virSecretUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine)

    async def get_value(self, flags: Flags = 0) -> bytes | None:
        """The value, ``None`` when none was set. There are no ``flags`` yet.

        A private secret's value isn't given out: ``Error`` with ``ERR_INVALID_SECRET``. Perl
        raises where there is no value as well, against its manual.

        >>> await secret.get_value()  # doctest: +SKIP
        b'sesame'

        Rests on: ``virSecretGetValue``. Perl: ``get_value``.
        """
        return await self._call(self._sync.get_value, flags)

    async def set_value(self, bytes: Data, flags: Flags = 0) -> None:
        """Store a value. There are no ``flags`` yet.

        >>> await secret.set_value(b"open")  # doctest: +SKIP
        >>> await secret.get_value()  # doctest: +SKIP
        b'open'

        Rests on: ``virSecretSetValue``. Perl: ``set_value``.
        """
        await self._call(self._sync.set_value, bytes, flags)
