"""How a domain starts, pauses, stops and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import cint, flag_bits, integers, text, truth, uint, ulong
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags, Truth


class Lifecycle(DomainPart):
    """Starting and stopping, and what happens to a domain by itself."""

    __slots__ = ()

    def create(self, flags: Flags = 0) -> None:
        """Start a domain that is configured and not running.

        ``flags`` are ``START_*``: begin paused, go with the connection, …

        >>> dom.destroy()
        >>> dom.create()
        >>> dom.is_active()
        True

        Rests on: ``virDomainCreate``, ``virDomainCreateWithFlags``. Perl: ``create``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.createWithFlags(bits)
        else:
            self._handle.create()

    def create_with_files(self, fds: Iterable[int], flags: Flags = 0) -> None:
        """Start a container and hand open files to its first process.

        ``fds`` are file descriptor numbers, ``flags`` are ``START_*``. Perl does nothing at all
        when ``fds`` is no list; here that is a ``TypeError``.

        >>> import sys
        >>> dom.destroy()
        >>> dom.create_with_files([sys.__stdout__.fileno()])
        >>> dom.is_active()
        True

        Rests on: ``virDomainCreateWithFiles``. Perl: ``create_with_files``.
        """
        self._handle.createWithFiles(integers(fds, "fds", cint), flag_bits(flags))

    def undefine(self, flags: Flags = 0) -> None:
        """Forget the stored configuration; a running domain runs on until it stops.

        ``flags`` are ``UNDEFINE_*``: what else to remove, without which libvirt refuses a domain
        that has such things.

        >>> dom.undefine()
        >>> dom.is_persistent()
        False

        Rests on: ``virDomainUndefine``, ``virDomainUndefineFlags``. Perl: ``undefine``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.undefineFlags(bits)
        else:
            self._handle.undefine()

    def destroy(self, flags: Flags = 0) -> None:
        """Stop the domain at once, as if its plug were pulled.

        ``flags`` are ``DESTROY_*``. The object stays good. ``shutdown`` asks the guest instead.

        >>> dom.destroy()
        >>> dom.get_state() == (Sys.Virt.Domain.STATE_SHUTOFF,
        ...                     Sys.Virt.Domain.STATE_SHUTOFF_DESTROYED)
        True

        Rests on: ``virDomainDestroy``, ``virDomainDestroyFlags``. Perl: ``destroy``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.destroyFlags(bits)
        else:
            self._handle.destroy()

    def shutdown(self, flags: Flags = 0) -> None:
        """Ask the guest to shut itself down; this doesn't wait until it has.

        ``flags`` are ``SHUTDOWN_*``: how to ask.

        >>> dom.shutdown()
        >>> dom.is_active()
        False

        Rests on: ``virDomainShutdown``, ``virDomainShutdownFlags``. Perl: ``shutdown``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.shutdownFlags(bits)
        else:
            self._handle.shutdown()

    def reboot(self, flags: Flags = 0) -> None:
        """Ask the guest to shut itself down and start again.

        ``flags`` are ``REBOOT_*``: how to ask.

        >>> dom.reboot()
        >>> dom.is_active()
        True

        Rests on: ``virDomainReboot``. Perl: ``reboot``.
        """
        self._handle.reboot(flag_bits(flags))

    def reset(self, flags: Flags = 0) -> None:
        """Press the reset button; the guest isn't asked.

        >>> dom.reset()

        Rests on: ``virDomainReset``. Perl: ``reset``.
        """
        self._handle.reset(flag_bits(flags))

    def suspend(self) -> None:
        """Stop the virtual CPUs; memory and devices stay as they are until ``resume``.

        >>> dom.suspend()
        >>> dom.get_info()["state"] == Sys.Virt.Domain.STATE_PAUSED
        True

        Rests on: ``virDomainSuspend``. Perl: ``suspend``.
        """
        self._handle.suspend()

    def resume(self) -> None:
        """Let the virtual CPUs of a paused domain run on.

        >>> dom.suspend()
        >>> dom.resume()
        >>> dom.get_info()["state"] == Sys.Virt.Domain.STATE_RUNNING
        True

        Rests on: ``virDomainResume``. Perl: ``resume``.
        """
        self._handle.resume()

    def pm_suspend_for_duration(self, target: int, duration: int, flags: Flags = 0) -> None:
        """Have the guest's operating system go to sleep, by its agent.

        ``target`` is one of ``Sys.Virt.NODE_SUSPEND_TARGET_*``; after ``duration`` seconds the
        guest is to wake up by itself, 0 is never.

        >>> dom.pm_suspend_for_duration(Sys.Virt.NODE_SUSPEND_TARGET_MEM, 0)  # doctest: +SKIP

        Rests on: ``virDomainPMSuspendForDuration``. Perl: ``pm_suspend_for_duration``.
        """
        self._handle.pMSuspendForDuration(
            uint(target, "target"), ulong(duration, "duration"), flag_bits(flags)
        )

    def pm_wakeup(self, flags: Flags = 0) -> None:
        """Wake up a guest that went to sleep by ``pm_suspend_for_duration``, or by itself.

        >>> dom.get_state()[0] == Sys.Virt.Domain.STATE_PMSUSPENDED  # doctest: +SKIP
        True
        >>> dom.pm_wakeup()  # doctest: +SKIP

        Rests on: ``virDomainPMWakeup``. Perl: ``pm_wakeup``.
        """
        self._handle.pMWakeup(flag_bits(flags))

    def rename(self, newname: str, flags: Flags = 0) -> None:
        """Give a domain that isn't running another name.

        >>> dom.destroy()
        >>> dom.rename("other")
        >>> [dom.get_name() for dom in conn.list_all_domains()]
        ['other']

        Rests on: ``virDomainRename``. Perl: ``rename``.
        """
        self._handle.rename(text(newname, "newname"), flag_bits(flags))

    def set_lifecycle_action(self, type: int, action: int, flags: Flags = 0) -> None:
        """Say what is to happen when the guest powers off, reboots or crashes.

        ``type`` is one of ``LIFECYCLE_POWEROFF``, ``LIFECYCLE_REBOOT``, ``LIFECYCLE_CRASH``;
        ``action`` one of ``LIFECYCLE_ACTION_*``; ``flags`` are ``AFFECT_*``.

        >>> dom.set_lifecycle_action(Sys.Virt.Domain.LIFECYCLE_CRASH,
        ...                          Sys.Virt.Domain.LIFECYCLE_ACTION_PRESERVE)
        >>> "<on_crash>preserve</on_crash>" in dom.get_xml_description()
        True

        Rests on: ``virDomainSetLifecycleAction``. Perl: ``set_lifecycle_action``.
        """
        self._handle.setLifecycleAction(
            uint(type, "type"), uint(action, "action"), flag_bits(flags)
        )

    def get_autostart_once(self) -> bool:
        """Whether it is started the next time that the host starts, and only then.

        >>> dom.get_autostart_once()  # doctest: +SKIP
        False

        Rests on: ``virDomainGetAutostartOnce``, libvirt 11.2. Perl: ``get_autostart_once``.
        """
        return bool(self._supported("autostartOnce", "11.2.0")() == 1)

    def set_autostart_once(self, flag: Truth) -> None:
        """Say whether it is to be started the next time that the host starts, and only then.

        >>> dom.set_autostart_once(True)  # doctest: +SKIP
        >>> dom.get_autostart_once()  # doctest: +SKIP
        True

        Rests on: ``virDomainSetAutostartOnce``, libvirt 11.2. Perl: ``set_autostart_once``.
        """
        wanted = truth(flag, "flag")
        self._supported("setAutostartOnce", "11.2.0")(wanted)
