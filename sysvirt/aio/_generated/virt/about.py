# Made by `python -m reference.generate` from sysvirt/virt/about.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.about`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.virt import about as sync


class About(Twin):
    """Names, versions and capabilities."""

    __slots__ = ()
    _sync: sync.About

    async def get_library_version(self) -> int:
        """The version of the libvirt at the other end of the connection.

        >>> await conn.get_library_version() == Sys.Virt.get_version()
        True

        Rests on: ``virConnectGetLibVersion``. Perl: ``get_library_version``.
        """
        return await self._call(self._sync.get_library_version)

    async def get_type(self) -> str:
        """The name of the hypervisor driver.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> await conn.get_type()
        'TEST'

        Rests on: ``virConnectGetType``. Perl: ``get_type``.
        """
        return await self._call(self._sync.get_type)

    def get_uri(self) -> str:
        """The URI of the connection, complete even if a shorter one was given.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> conn.get_uri()
        'test:///default'

        Rests on: ``virConnectGetURI``. Perl: ``get_uri``.
        """
        return self._sync.get_uri()

    async def get_hostname(self) -> str:
        """The host's name.

        >>> await conn.get_hostname() != ""
        True

        Rests on: ``virConnectGetHostname``. Perl: ``get_hostname``.
        """
        return await self._call(self._sync.get_hostname)

    async def get_max_vcpus(self, domtype: str | None) -> int:
        """The most virtual CPUs that a domain of a kind may have; ``None`` is the default kind.

        >>> await conn.get_max_vcpus("test")
        32

        Rests on: ``virConnectGetMaxVcpus``. Perl: ``get_max_vcpus``.
        """
        return await self._call(self._sync.get_max_vcpus, domtype)

    async def get_sysinfo(self, flags: Flags = 0) -> str:
        """What the host's firmware says about its make, as XML.

        Perl gives ``undef`` for a failure; here that raises ``Error``.

        >>> (await conn.get_sysinfo()).split()[0]
        '<sysinfo'

        Rests on: ``virConnectGetSysinfo``. Perl: ``get_sysinfo``.
        """
        return await self._call(self._sync.get_sysinfo, flags)

    async def get_capabilities(self) -> str:
        """What the host can do, as XML.

        >>> (await conn.get_capabilities()).startswith("<capabilities>")
        True

        Rests on: ``virConnectGetCapabilities``. Perl: ``get_capabilities``.
        """
        return await self._call(self._sync.get_capabilities)

    async def get_domain_capabilities(
        self,
        emulator: str | None,
        arch: str | None,
        machine: str | None,
        virttype: str | None,
        flags: Flags = 0,
    ) -> str:
        """What a domain can have, as XML; ``None`` leaves the choice to the hypervisor.

        >>> xml = await conn.get_domain_capabilities(None, "x86_64", "q35", "qemu")  # doctest: +SKIP
        >>> xml.split()[0]  # doctest: +SKIP
        '<domainCapabilities>'

        Rests on: ``virConnectGetDomainCapabilities``. Perl: ``get_domain_capabilities``.
        """
        return await self._call(
            self._sync.get_domain_capabilities, emulator, arch, machine, virttype, flags
        )

    async def get_storage_pool_capabilities(self, flags: Flags = 0) -> str:
        """The kinds of storage pools and volumes that the host knows, as XML.

        >>> "<pool type='dir'" in await conn.get_storage_pool_capabilities()  # doctest: +SKIP
        True

        Rests on: ``virConnectGetStoragePoolCapabilities``. Perl: ``get_storage_pool_capabilities``.
        """
        return await self._call(self._sync.get_storage_pool_capabilities, flags)

    async def domain_xml_from_native(self, format: str, config: str, flags: Flags = 0) -> str:
        """libvirt's XML for a configuration in the hypervisor's own form.

        ``format`` names that form, such as ``qemu-argv`` or ``xen-xl``.

        >>> xml = await conn.domain_xml_from_native("xen-xl", 'name = "x"')  # doctest: +SKIP
        >>> "<name>x</name>" in xml  # doctest: +SKIP
        True

        Rests on: ``virConnectDomainXMLFromNative``. Perl: ``domain_xml_from_native``.
        """
        return await self._call(self._sync.domain_xml_from_native, format, config, flags)

    async def domain_xml_to_native(self, format: str, xml: str, flags: Flags = 0) -> str:
        """The configuration in the hypervisor's own form for libvirt's XML.

        >>> xml = await dom.get_xml_description()  # doctest: +SKIP
        >>> command = await conn.domain_xml_to_native("qemu-argv", xml)  # doctest: +SKIP
        >>> "-name guest=test" in command  # doctest: +SKIP
        True

        Rests on: ``virConnectDomainXMLToNative``. Perl: ``domain_xml_to_native``.
        """
        return await self._call(self._sync.domain_xml_to_native, format, xml, flags)
