"""Versions, which are the library's on the class and the hypervisor's on a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

import sysvirt
from sysvirt.aio._virt.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    Awaited = Coroutine[Any, Any, int]


class _Version:
    """A method that is about the library of the class, and awaited, about the hypervisor."""

    def __init__(self, method: Callable[[Any], Coroutine[Any, Any, int]]) -> None:
        self.method = method
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, conn: None, cls: type[Any]) -> Callable[[], int]: ...
    @overload
    def __get__(self, conn: Connection, cls: type[Any]) -> Callable[[], Awaited]: ...
    def __get__(self, conn: Any, cls: type[Any]) -> Callable[[], int] | Callable[[], Awaited]:
        if conn is None:
            library: Callable[[], int] = getattr(sysvirt.Virt, self.name)
            return library
        method: Callable[[], Awaited] = self.method.__get__(conn, cls)
        return method


class Versions(Connection):
    """The versions of what a connection leads to."""

    __slots__ = ()

    @_Version
    async def get_version(self) -> int:
        """The version of the hypervisor: major · 1000000 + minor · 1000 + micro.

        On the class itself, without ``await``, ``Sys.Virt.get_version()`` is the local libvirt's.

        >>> await conn.get_version()
        2

        Rests on: ``virConnectGetVersion``. Perl: ``get_version``.
        """
        return await self._call(self._sync.get_version)

    @_Version
    async def get_major_version(self) -> int:
        """The first part of the hypervisor's version; on the class itself the local libvirt's.

        >>> await conn.get_major_version()
        0

        Rests on: ``virConnectGetVersion``. Perl: ``get_major_version``.
        """
        return await self._call(self._sync.get_major_version)

    @_Version
    async def get_minor_version(self) -> int:
        """The middle part of the hypervisor's version; on the class itself the local libvirt's.

        >>> await conn.get_minor_version()
        0

        Rests on: ``virConnectGetVersion``. Perl: ``get_minor_version``.
        """
        return await self._call(self._sync.get_minor_version)

    @_Version
    async def get_micro_version(self) -> int:
        """The last part of the hypervisor's version; on the class itself the local libvirt's.

        >>> await conn.get_micro_version()
        2

        Rests on: ``virConnectGetVersion``. Perl: ``get_micro_version``.
        """
        return await self._call(self._sync.get_micro_version)
