# Made by `python -m reference.generate` from sysvirt/domain/lifecycle.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.lifecycle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt.domain import lifecycle as sync


class Lifecycle(Twin):
    """Starting and stopping, and what happens to a domain by itself."""

    __slots__ = ()
    _sync: sync.Lifecycle

    async def create(self, flags: Flags = 0) -> None:
        """Start a domain that is configured and not running.

        ``flags`` are ``START_*``: begin paused, go with the connection, …

        >>> await dom.destroy()
        >>> await dom.create()
        >>> await dom.is_active()
        True

        Rests on: ``virDomainCreate``, ``virDomainCreateWithFlags``. Perl: ``create``.
        """
        await self._call(self._sync.create, flags)

    async def create_with_files(self, fds: Iterable[int], flags: Flags = 0) -> None:
        """Start a container and hand open files to its first process.

        ``fds`` are file descriptor numbers, ``flags`` are ``START_*``. Perl does nothing at all
        when ``fds`` is no list; here that is a ``TypeError``.

        >>> import sys
        >>> await dom.destroy()
        >>> await dom.create_with_files([sys.__stdout__.fileno()])
        >>> await dom.is_active()
        True

        Rests on: ``virDomainCreateWithFiles``. Perl: ``create_with_files``.
        """
        await self._call(self._sync.create_with_files, fds, flags)

    async def undefine(self, flags: Flags = 0) -> None:
        """Forget the stored configuration; a running domain runs on until it stops.

        ``flags`` are ``UNDEFINE_*``: what else to remove, without which libvirt refuses a domain
        that has such things.

        >>> await dom.undefine()
        >>> await dom.is_persistent()
        False

        Rests on: ``virDomainUndefine``, ``virDomainUndefineFlags``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine, flags)

    async def destroy(self, flags: Flags = 0) -> None:
        """Stop the domain at once, as if its plug were pulled.

        ``flags`` are ``DESTROY_*``. The object stays good. ``shutdown`` asks the guest instead.

        >>> await dom.destroy()
        >>> await dom.get_state() == (Sys.Virt.Domain.STATE_SHUTOFF,
        ...                     Sys.Virt.Domain.STATE_SHUTOFF_DESTROYED)
        True

        Rests on: ``virDomainDestroy``, ``virDomainDestroyFlags``. Perl: ``destroy``.
        """
        await self._call_express(self._sync.destroy, flags)

    async def shutdown(self, flags: Flags = 0) -> None:
        """Ask the guest to shut itself down; this doesn't wait until it has.

        ``flags`` are ``SHUTDOWN_*``: how to ask.

        >>> await dom.shutdown()
        >>> await dom.is_active()
        False

        Rests on: ``virDomainShutdown``, ``virDomainShutdownFlags``. Perl: ``shutdown``.
        """
        await self._call(self._sync.shutdown, flags)

    async def reboot(self, flags: Flags = 0) -> None:
        """Ask the guest to shut itself down and start again.

        ``flags`` are ``REBOOT_*``: how to ask.

        >>> await dom.reboot()
        >>> await dom.is_active()
        True

        Rests on: ``virDomainReboot``. Perl: ``reboot``.
        """
        await self._call(self._sync.reboot, flags)

    async def reset(self, flags: Flags = 0) -> None:
        """Press the reset button; the guest isn't asked.

        >>> await dom.reset()

        Rests on: ``virDomainReset``. Perl: ``reset``.
        """
        await self._call(self._sync.reset, flags)

    async def suspend(self) -> None:
        """Stop the virtual CPUs; memory and devices stay as they are until ``resume``.

        >>> await dom.suspend()
        >>> (await dom.get_info())["state"] == Sys.Virt.Domain.STATE_PAUSED
        True

        Rests on: ``virDomainSuspend``. Perl: ``suspend``.
        """
        await self._call(self._sync.suspend)

    async def resume(self) -> None:
        """Let the virtual CPUs of a paused domain run on.

        >>> await dom.suspend()
        >>> await dom.resume()
        >>> (await dom.get_info())["state"] == Sys.Virt.Domain.STATE_RUNNING
        True

        Rests on: ``virDomainResume``. Perl: ``resume``.
        """
        await self._call(self._sync.resume)

    async def pm_suspend_for_duration(self, target: int, duration: int, flags: Flags = 0) -> None:
        """Have the guest's operating system go to sleep, by its agent.

        ``target`` is one of ``Sys.Virt.NODE_SUSPEND_TARGET_*``; after ``duration`` seconds the
        guest is to wake up by itself, 0 is never.

        >>> await dom.pm_suspend_for_duration(Sys.Virt.NODE_SUSPEND_TARGET_MEM, 0)  # doctest: +SKIP

        Rests on: ``virDomainPMSuspendForDuration``. Perl: ``pm_suspend_for_duration``.
        """
        await self._call(self._sync.pm_suspend_for_duration, target, duration, flags)

    async def pm_wakeup(self, flags: Flags = 0) -> None:
        """Wake up a guest that went to sleep by ``pm_suspend_for_duration``, or by itself.

        >>> (await dom.get_state())[0] == Sys.Virt.Domain.STATE_PMSUSPENDED  # doctest: +SKIP
        True
        >>> await dom.pm_wakeup()  # doctest: +SKIP

        Rests on: ``virDomainPMWakeup``. Perl: ``pm_wakeup``.
        """
        await self._call(self._sync.pm_wakeup, flags)

    async def rename(self, newname: str, flags: Flags = 0) -> None:
        """Give a domain that isn't running another name.

        >>> await dom.destroy()
        >>> await dom.rename("other")
        >>> [dom.get_name() for dom in await conn.list_all_domains()]
        ['other']

        Rests on: ``virDomainRename``. Perl: ``rename``.
        """
        await self._call(self._sync.rename, newname, flags)

    async def set_lifecycle_action(self, type: int, action: int, flags: Flags = 0) -> None:
        """Say what is to happen when the guest powers off, reboots or crashes.

        ``type`` is one of ``LIFECYCLE_POWEROFF``, ``LIFECYCLE_REBOOT``, ``LIFECYCLE_CRASH``;
        ``action`` one of ``LIFECYCLE_ACTION_*``; ``flags`` are ``AFFECT_*``.

        >>> await dom.set_lifecycle_action(Sys.Virt.Domain.LIFECYCLE_CRASH,
        ...                          Sys.Virt.Domain.LIFECYCLE_ACTION_PRESERVE)
        >>> "<on_crash>preserve</on_crash>" in await dom.get_xml_description()
        True

        Rests on: ``virDomainSetLifecycleAction``. Perl: ``set_lifecycle_action``.
        """
        await self._call(self._sync.set_lifecycle_action, type, action, flags)

    async def get_autostart_once(self) -> bool:
        """Whether it is started the next time that the host starts, and only then.

        >>> await dom.get_autostart_once()  # doctest: +SKIP
        False

        Rests on: ``virDomainGetAutostartOnce``, libvirt 11.2. Perl: ``get_autostart_once``.
        """
        return await self._call(self._sync.get_autostart_once)

    async def set_autostart_once(self, flag: Truth) -> None:
        """Say whether it is to be started the next time that the host starts, and only then.

        >>> await dom.set_autostart_once(True)  # doctest: +SKIP
        >>> await dom.get_autostart_once()  # doctest: +SKIP
        True

        Rests on: ``virDomainSetAutostartOnce``, libvirt 11.2. Perl: ``set_autostart_once``.
        """
        await self._call(self._sync.set_autostart_once, flag)
