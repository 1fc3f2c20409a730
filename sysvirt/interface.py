"""``Sys.Virt.Interface``: a network interface of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import flag_bits
from sysvirt._core.binding import virInterface
from sysvirt._core.properties import Activatable, Described, Named
from sysvirt.constants import InterfaceConstants

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Interface(Named, Described, Activatable, InterfaceConstants):
    """A network interface as the host's own configuration has it.

    It stays usable when the interface is stopped with :meth:`destroy`.

    >>> conn.get_interface_by_name("eth1")
    <sysvirt.Interface 'eth1'>

    Perl: ``Sys::Virt::Interface``.
    """

    __slots__ = ()

    _KIND = virInterface

    _handle: virInterface

    def get_mac(self) -> str:
        """The hardware address; an empty text where there is none.

        >>> iface.get_mac()
        'aa:bb:cc:dd:ee:ff'

        Rests on: ``virInterfaceGetMACString``. Perl: ``get_mac``.
        """
        return self._handle.MACString()

    def create(self, flags: Flags = 0) -> None:
        """Bring the interface up. There are no ``flags`` yet.

        >>> iface.destroy()
        >>> iface.create()
        >>> iface.is_active()
        True

        Rests on: ``virInterfaceCreate``. Perl: ``create``.
        """
        self._handle.create(flag_bits(flags))

    def undefine(self) -> None:
        """Take the interface out of the host's configuration.

        >>> iface.undefine()
        >>> conn.num_of_interfaces()
        0

        Rests on: ``virInterfaceUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine()

    def destroy(self, flags: Flags = 0) -> None:
        """Bring the interface down; its configuration stays. There are no ``flags`` yet.

        >>> iface.destroy()
        >>> iface.is_active()
        False

        Rests on: ``virInterfaceDestroy``. Perl: ``destroy``.
        """
        self._handle.destroy(flag_bits(flags))
