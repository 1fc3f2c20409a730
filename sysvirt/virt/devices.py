"""Devices of the host: making, listing, counting, finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import count, flag_bits, optional_text, text
from sysvirt._core.objects import Connection
from sysvirt.node_device import NodeDevice

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Devices(Connection):
    """What a connection does with the devices of its host."""

    __slots__ = ()

    def create_node_device(self, xml: str, flags: Flags = 0) -> NodeDevice:
        """Make a device that exists in software only, such as a virtual HBA, and start it.

        ``flags`` are ``NodeDevice.CREATE_XML_*``. Stopped, it is gone.

        >>> dev = conn.create_node_device('''
        ...     <device><parent>scsi_host1</parent><capability type="scsi_host">
        ...       <capability type="fc_host">
        ...         <wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn>
        ...       </capability></capability></device>''')
        >>> dev.get_name(), dev.get_parent()
        ('scsi_host12', 'scsi_host1')

        Rests on: ``virNodeDeviceCreateXML``. Perl: ``create_node_device``.
        """
        return NodeDevice(
            self, self._handle.nodeDeviceCreateXML(text(xml, "xml"), flag_bits(flags))
        )

    def define_node_device(self, xml: str, flags: Flags = 0) -> NodeDevice:
        """Store a device's configuration; ``flags`` are ``NodeDevice.DEFINE_XML_*``.

        It isn't started; :meth:`NodeDevice.create` does that.

        >>> part = "<type id='card-1'/><uuid>6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5</uuid>"
        >>> kind = f"<capability type='mdev'>{part}</capability>"
        >>> xml = f"<device><parent>pci_0000_00_1f_0</parent>{kind}</device>"
        >>> conn.define_node_device(xml).is_active()  # doctest: +SKIP
        False

        Rests on: ``virNodeDeviceDefineXML``. Perl: ``define_node_device``.
        """
        return NodeDevice(
            self, self._handle.nodeDeviceDefineXML(text(xml, "xml"), flag_bits(flags))
        )

    def list_node_devices(self, capability: str | None = None) -> list[NodeDevice]:
        """The devices that are there, or those of one capability: ``pci``, ``net``, ``system``, …

        >>> conn.list_node_devices("system")
        [<sysvirt.NodeDevice 'computer'>]

        Rests on: ``virNodeListDevices``, ``virConnectListAllNodeDevices``.
        Perl: ``list_node_devices``.
        """
        # Perl looks each name up, a round trip for each. There are no flags that choose alike on
        # every driver, nor one for every capability.
        names = self._handle.listDevices(optional_text(capability, "capability"), 0)
        return NodeDevice._pick(self, self._handle.listAllDevices(0), names)

    def num_of_node_devices(self, capability: str | None, flags: Flags = 0) -> int:
        """How many devices are there, or have a capability. There are no ``flags`` yet.

        >>> conn.num_of_node_devices("system")
        1

        Rests on: ``virNodeNumOfDevices``. Perl: ``num_of_node_devices``.
        """
        return self._handle.numOfDevices(optional_text(capability, "capability"), flag_bits(flags))

    def list_node_device_names(
        self, capability: str | None, maxnames: int, flags: Flags = 0
    ) -> list[str]:
        """The names of the devices that are there, or have a capability, at most ``maxnames``.

        There are no ``flags`` yet.

        >>> conn.list_node_device_names("system", 10)
        ['computer']

        Rests on: ``virNodeListDevices``. Perl: ``list_node_device_names``.
        """
        wanted, most = optional_text(capability, "capability"), count(maxnames, "maxnames")
        return self._handle.listDevices(wanted, flag_bits(flags))[:most]

    def list_all_node_devices(self, flags: Flags = 0) -> list[NodeDevice]:
        """All devices, or those that ``flags``, some of ``NodeDevice.LIST_*``, choose.

        >>> conn.list_all_node_devices(Sys.Virt.NodeDevice.LIST_CAP_SYSTEM)
        [<sysvirt.NodeDevice 'computer'>]

        Rests on: ``virConnectListAllNodeDevices``. Perl: ``list_all_node_devices``.
        """
        return NodeDevice._wrap(self, self._handle.listAllDevices(flag_bits(flags)))

    def get_node_device_by_name(self, name: str) -> NodeDevice:
        """The device of a name; ``Error`` with ``ERR_NO_NODE_DEVICE`` when there is none.

        >>> conn.get_node_device_by_name("computer")
        <sysvirt.NodeDevice 'computer'>

        Rests on: ``virNodeDeviceLookupByName``. Perl: ``get_node_device_by_name``.
        """
        return NodeDevice(self, self._handle.nodeDeviceLookupByName(text(name, "name")))

    def get_node_device_scsihost_by_wwn(self, wwnn: str, wwpn: str, flags: Flags = 0) -> NodeDevice:
        """The SCSI host with a world wide node name and port name.

        Perl never passes the ``flags`` on; there are none yet.

        >>> node, port = "2000000012341234", "1000000012341234"
        >>> adapter = conn.get_node_device_scsihost_by_wwn(node, port)  # doctest: +SKIP
        >>> "fc_host" in adapter.list_capabilities()  # doctest: +SKIP
        True

        Rests on: ``virNodeDeviceLookupSCSIHostByWWN``. Perl: ``get_node_device_scsihost_by_wwn``.
        """
        return NodeDevice(
            self,
            self._handle.nodeDeviceLookupSCSIHostByWWN(
                text(wwnn, "wwnn"), text(wwpn, "wwpn"), flag_bits(flags)
            ),
        )
