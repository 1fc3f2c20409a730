"""``Sys.Virt.Secret``: a passphrase or key that libvirt keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import data, flag_bits
from sysvirt._core.binding import get_optional_text, libvirtmod, virSecret
from sysvirt._core.properties import Described, Identified
from sysvirt._libvirt.errors import call_checked
from sysvirt.constants import SecretConstants
from sysvirt.error import Error

if TYPE_CHECKING:
    from sysvirt._core.arguments import Data, Flags


class Secret(Identified, Described, SecretConstants):
    """A value that opens something: an encrypted volume, a storage server, a TLS key, …

    >>> secret = conn.define_secret('''
    ...     <secret><usage type="volume"><volume>/other.img</volume></usage></secret>
    ... ''')  # doctest: +SKIP
    >>> secret.set_value(b"sesame")  # doctest: +SKIP
    >>> secret.get_value()  # doctest: +SKIP
    b'sesame'

    Perl: ``Sys::Virt::Secret``.
    """

    __slots__ = ()

    _KIND = virSecret

    _handle: virSecret

    def get_usage_type(self) -> int:
        """What kind of thing the secret is for: one of ``USAGE_TYPE_*``.

        Perl raises for ``USAGE_TYPE_NONE``, and gives -1 for a failure; here it is as expected.

        >>> secret.get_usage_type() == Sys.Virt.Secret.USAGE_TYPE_VOLUME  # doctest: +SKIP
        True

        Rests on: ``virSecretGetUsageType``. Perl: ``get_usage_type``.
        """
        handle = self._handle
        kind: int = call_checked(libvirtmod.virSecretGetUsageType, handle._o)
        return kind

    def get_usage_id(self) -> str:
        """The very thing that the secret is for: a volume's path, a name; empty if for none.

        >>> secret.get_usage_id()  # doctest: +SKIP
        '/disk.img'

        Rests on: ``virSecretGetUsageID``. Perl: ``get_usage_id``.
        """
        handle = self._handle
        return get_optional_text("virSecretGetUsageID", handle._o)

    def undefine(self) -> None:
        """Forget the secret and its value.

        >>> secret.undefine()  # doctest: +SKIP
        >>> conn.num_of_secrets()  # doctest: +SKIP
        0

        Rests on: ``virSecretUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine()

    def get_value(self, flags: Flags = 0) -> bytes | None:
        """The value, ``None`` when none was set. There are no ``flags`` yet.

        A private secret's value isn't given out: ``Error`` with ``ERR_INVALID_SECRET``. Perl
        raises where there is no value as well, against its manual.

        >>> secret.get_value()  # doctest: +SKIP
        b'sesame'

        Rests on: ``virSecretGetValue``. Perl: ``get_value``.
        """
        bits = flag_bits(flags)
        try:
            return self._handle.value(bits)
        except Error as error:
            if error.code() != Error.ERR_NO_SECRET:
                raise
        # The same code stands for a secret that is gone; that raises here.
        self._handle.XMLDesc(0)
        return None

    def set_value(self, bytes: Data, flags: Flags = 0) -> None:
        """Store a value. There are no ``flags`` yet.

        >>> secret.set_value(b"open")  # doctest: +SKIP
        >>> secret.get_value()  # doctest: +SKIP
        b'open'

        Rests on: ``virSecretSetValue``. Perl: ``set_value``.
        """
        self._handle.setValue(data(bytes, "bytes"), flag_bits(flags))
