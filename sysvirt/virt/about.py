"""What a connection says about the hypervisor and the libvirt behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import libvirt

from sysvirt._core.arguments import flag_bits, optional_text, signed, text
from sysvirt._core.objects import Connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.arguments import Flags


def library_version() -> int:
    """The version of the libvirt library in this process: major · 1000000 + minor · 1000 + micro.

    So on the class itself; of a connection it is the hypervisor's.

    >>> Sys.Virt.get_version() >= 9000000
    True

    Rests on: ``virGetVersion``. Perl: ``get_version``, as a function.
    """
    return libvirt.getVersion()


def library_major_version() -> int:
    """The first part of the libvirt library's version.

    >>> Sys.Virt.get_major_version() >= 9
    True

    Rests on: ``virGetVersion``. Perl: ``get_major_version``, as its manual has it.
    """
    return library_version() // 1000000


def library_minor_version() -> int:
    """The middle part of the libvirt library's version.

    >>> 0 <= Sys.Virt.get_minor_version() < 1000
    True

    Rests on: ``virGetVersion``. Perl: ``get_minor_version``, as its manual has it.
    """
    return library_version() // 1000 % 1000


def library_micro_version() -> int:
    """The last part of the libvirt library's version.

    >>> 0 <= Sys.Virt.get_micro_version() < 1000
    True

    Rests on: ``virGetVersion``. Perl: ``get_micro_version``, as its manual has it.
    """
    return library_version() % 1000


class _Version:
    """A method that is about the hypervisor of a connection, and about the library of the class."""

    def __init__(self, library: Callable[[], int], hypervisor: str) -> None:
        self.library = library
        self.hypervisor = hypervisor

    def __get__(self, conn: Any, cls: type[Any]) -> Callable[[], int]:
        return self.library if conn is None else getattr(conn, self.hypervisor)


class About(Connection):
    """Names, versions and capabilities."""

    __slots__ = ()

    #: The release of Sys::Virt whose interface this is; scripts test it.
    VERSION = "12.7.0"

    get_version = _Version(library_version, "_hypervisor_version")
    get_major_version = _Version(library_major_version, "_hypervisor_major_version")
    get_minor_version = _Version(library_minor_version, "_hypervisor_minor_version")
    get_micro_version = _Version(library_micro_version, "_hypervisor_micro_version")

    def _hypervisor_version(self) -> int:
        """The version of the hypervisor: major · 1000000 + minor · 1000 + micro.

        On the class itself, ``Sys.Virt.get_version()`` is the local libvirt's.

        >>> conn.get_version()
        2

        Rests on: ``virConnectGetVersion``. Perl: ``get_version``.
        """
        return self._handle.getVersion()

    def _hypervisor_major_version(self) -> int:
        """The first part of the hypervisor's version; on the class itself the local libvirt's.

        >>> conn.get_major_version() == conn.get_version() // 1000000
        True

        Rests on: ``virConnectGetVersion``. Perl: ``get_major_version``.
        """
        return self._hypervisor_version() // 1000000

    def _hypervisor_minor_version(self) -> int:
        """The middle part of the hypervisor's version; on the class itself the local libvirt's.

        >>> conn.get_minor_version() == conn.get_version() // 1000 % 1000
        True

        Rests on: ``virConnectGetVersion``. Perl: ``get_minor_version``.
        """
        return self._hypervisor_version() // 1000 % 1000

    def _hypervisor_micro_version(self) -> int:
        """The last part of the hypervisor's version; on the class itself the local libvirt's.

        >>> conn.get_micro_version() == conn.get_version() % 1000
        True

        Rests on: ``virConnectGetVersion``. Perl: ``get_micro_version``.
        """
        return self._hypervisor_version() % 1000

    def get_library_version(self) -> int:
        """The version of the libvirt at the other end of the connection.

        >>> conn.get_library_version() == Sys.Virt.get_version()
        True

        Rests on: ``virConnectGetLibVersion``. Perl: ``get_library_version``.
        """
        return self._handle.getLibVersion()

    def get_type(self) -> str:
        """The name of the hypervisor driver.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> conn.get_type()
        'TEST'

        Rests on: ``virConnectGetType``. Perl: ``get_type``.
        """
        return self._handle.getType()

    def get_uri(self) -> str:
        """The URI of the connection, complete even if a shorter one was given.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> conn.get_uri()
        'test:///default'

        Rests on: ``virConnectGetURI``. Perl: ``get_uri``.
        """
        return self._handle.getURI()

    def get_hostname(self) -> str:
        """The host's name.

        >>> conn.get_hostname() != ""
        True

        Rests on: ``virConnectGetHostname``. Perl: ``get_hostname``.
        """
        return self._handle.getHostname()

    def get_max_vcpus(self, domtype: str | None) -> int:
        """The most virtual CPUs that a domain of a kind may have; ``None`` is the default kind.

        >>> conn.get_max_vcpus("test")
        32

        Rests on: ``virConnectGetMaxVcpus``. Perl: ``get_max_vcpus``.
        """
        return self._handle.getMaxVcpus(optional_text(domtype, "domtype"))

    def get_sysinfo(self, flags: Flags = 0) -> str:
        """What the host's firmware says about its make, as XML.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> conn.get_sysinfo().split()[0]
        '<sysinfo'

        Rests on: ``virConnectGetSysinfo``. Perl: ``get_sysinfo``.
        """
        return self._handle.getSysinfo(flag_bits(flags))

    def get_capabilities(self) -> str:
        """What the host can do, as XML.

        >>> conn.get_capabilities().startswith("<capabilities>")
        True

        Rests on: ``virConnectGetCapabilities``. Perl: ``get_capabilities``.
        """
        return self._handle.getCapabilities()

    def get_domain_capabilities(
        self,
        emulator: str | None,
        arch: str | None,
        machine: str | None,
        virttype: str | None,
        flags: Flags = 0,
    ) -> str:
        """What a domain can have, as XML; ``None`` leaves the choice to the hypervisor.

        >>> xml = conn.get_domain_capabilities(None, "x86_64", "q35", "qemu")  # doctest: +SKIP
        >>> xml.split()[0]  # doctest: +SKIP
        '<domainCapabilities>'

        Rests on: ``virConnectGetDomainCapabilities``. Perl: ``get_domain_capabilities``.
        """
        return self._handle.getDomainCapabilities(
            optional_text(emulator, "emulator"),
            optional_text(arch, "arch"),
            optional_text(machine, "machine"),
            optional_text(virttype, "virttype"),
            # libvirt-python takes a signed number.
            signed(flag_bits(flags), 32),
        )

    def get_storage_pool_capabilities(self, flags: Flags = 0) -> str:
        """The kinds of storage pools and volumes that the host knows, as XML.

        >>> "<pool type='dir'" in conn.get_storage_pool_capabilities()  # doctest: +SKIP
        True

        Rests on: ``virConnectGetStoragePoolCapabilities``. Perl: ``get_storage_pool_capabilities``.
        """
        return self._handle.getStoragePoolCapabilities(flag_bits(flags))

    def domain_xml_from_native(self, format: str, config: str, flags: Flags = 0) -> str:
        """libvirt's XML for a configuration in the hypervisor's own form.

        ``format`` names that form, such as ``qemu-argv`` or ``xen-xl``.

        >>> xml = conn.domain_xml_from_native("xen-xl", 'name = "x"')  # doctest: +SKIP
        >>> "<name>x</name>" in xml  # doctest: +SKIP
        True

        Rests on: ``virConnectDomainXMLFromNative``. Perl: ``domain_xml_from_native``.
        """
        return self._handle.domainXMLFromNative(
            text(format, "format"), text(config, "config"), flag_bits(flags)
        )

    def domain_xml_to_native(self, format: str, xml: str, flags: Flags = 0) -> str:
        """The configuration in the hypervisor's own form for libvirt's XML.

        >>> xml = dom.get_xml_description()  # doctest: +SKIP
        >>> command = conn.domain_xml_to_native("qemu-argv", xml)  # doctest: +SKIP
        >>> "-name guest=test" in command  # doctest: +SKIP
        True

        Rests on: ``virConnectDomainXMLToNative``. Perl: ``domain_xml_to_native``.
        """
        return self._handle.domainXMLToNative(
            text(format, "format"), text(xml, "xml"), flag_bits(flags)
        )
