# Made by `python -m reference.generate` from sysvirt/interface.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.interface`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import Activatable, Described, Named
from sysvirt.constants import InterfaceConstants

if TYPE_CHECKING:
    from sysvirt import interface as sync
    from sysvirt._core.arguments import Flags


class Interface(Named, Described, Activatable, InterfaceConstants):
    """A network interface as the host's own configuration has it.

    It stays usable when the interface is stopped with :meth:`destroy`.

    >>> await conn.get_interface_by_name("eth1")
    <sysvirt.aio.Interface 'eth1'>

    Perl: ``Sys::Virt::Interface``.
    """

    __slots__ = ()
    _sync: sync.Interface

    def get_mac(self) -> str:
        """The hardware address; an empty text where there is none.

        >>> iface.get_mac()
        'aa:bb:cc:dd:ee:ff'

        Rests on: ``virInterfaceGetMACString``. Perl: ``get_mac``.
        """
        return self._sync.get_mac()

    async def create(self, flags: Flags = 0) -> None:
        """Bring the interface up. There are no ``flags`` yet.

        >>> await iface.destroy()
        >>> await iface.create()
        >>> await iface.is_active()
        True

        Rests on: ``virInterfaceCreate``. Perl: ``create``.
        """
        await self._call(self._sync.create, flags)

    async def undefine(self) -> None:
        """Take the interface out of the host's configuration.

        >>> await iface.undefine()
        >>> await conn.num_of_interfaces()
        0

        Rests on: ``virInterfaceUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine)

    async def destroy(self, flags: Flags = 0) -> None:
        """Bring the interface down; its configuration stays. There are no ``flags`` yet.

        >>> await iface.destroy()
        >>> await iface.is_active()
        False

        Rests on: ``virInterfaceDestroy``. Perl: ``destroy``.
        """
        await self._call(self._sync.destroy, flags)
