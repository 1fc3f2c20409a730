"""Callbacks for what happens to the objects of a connection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.event_loop import explain_missing_loop
from sysvirt._core.objects import Connection
from sysvirt.domain import Domain
from sysvirt.network import Network
from sysvirt.node_device import NodeDevice
from sysvirt.secret import Secret
from sysvirt.storage_pool import StoragePool

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.objects import Resource

    EventCallback = Callable[..., object]


#: What the callback of ``domain_event_register`` is kept under: it has no number.
UNNUMBERED = ("Domain", -1)


class Events(Connection):
    """Callbacks for events.

    They are called while an event loop runs, which has to be there before the connection is
    opened: ``Sys.Virt.Event.register_default()``, then ``run_default()`` again and again. Each
    callback gets the connection itself and the object that the event is about, then what the
    event has to tell. What it returns is ignored, what it raises goes to
    ``sys.unraisablehook``. It may register others, and take back any, itself too. It keeps the
    connection open until it is taken back or the connection is closed.
    """

    __slots__ = ()

    def domain_event_register(self, callback: EventCallback) -> None:
        """Have ``callback(conn, dom, event, detail)`` called when any domain changes its state.

        ``event`` is one of ``Domain.EVENT_*``, ``detail`` one of the event's. There can be one
        such callback; ``domain_event_register_any`` knows more events and has no such limit.

        >>> Sys.Virt.Event.register_default()
        >>> came = []
        >>> conn.domain_event_register(lambda conn, dom, event, detail: came.append((dom, event)))
        >>> dom.suspend()
        >>> while not came:
        ...     Sys.Virt.Event.run_default()
        >>> came == [(dom, Sys.Virt.Domain.EVENT_SUSPENDED)]
        True
        >>> conn.domain_event_deregister()

        Rests on: ``virConnectDomainEventRegister``. Perl: ``domain_event_register``.
        """
        arguments.callback(callback, "callback")
        made = _libvirt.events.UnnumberedRegistration(self, callback, Domain._of_capsule)
        with explain_missing_loop(self._handle):
            self._keep(made, made.register_unnumbered, lambda _: UNNUMBERED)

    def domain_event_deregister(self) -> None:
        """Take the callback of ``domain_event_register`` back.

        Perl ignores a failure; here it raises ``Error``, as when there is no such callback.

        >>> Sys.Virt.Event.register_default()
        >>> conn.domain_event_register(print)
        >>> conn.domain_event_deregister()

        Rests on: ``virConnectDomainEventDeregister``. Perl: ``domain_event_deregister``.
        """
        if not self._take_back(UNNUMBERED):
            # It isn't registered, so libvirt refuses.
            _libvirt.events.deregister_unnumbered(self._handle)

    def domain_event_register_any(
        self, dom: Domain | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called for an event of a domain, or of all (``None``).

        ``eventID`` is one of ``Domain.EVENT_ID_*``. The result is the number to take the
        callback back with. After the connection and the domain the callback gets, by event:

        - ``LIFECYCLE``: event, detail (``EVENT_*`` and one of its details)
        - ``REBOOT``, ``CONTROL_ERROR``: nothing more
        - ``RTC_CHANGE``: utcoffset in seconds
        - ``WATCHDOG``: action (``EVENT_WATCHDOG_*``)
        - ``IO_ERROR``: srcPath, devAlias, action (``EVENT_IO_ERROR_*``)
        - ``IO_ERROR_REASON``: srcPath, devAlias, action, reason
        - ``GRAPHICS``: phase (``EVENT_GRAPHICS_*``), local, remote, authScheme, identities;
          local and remote are dicts with ``family`` (``EVENT_GRAPHICS_ADDRESS_*``), ``node``
          and ``service``, identities is a list of dicts with ``type`` and ``name``
        - ``BLOCK_JOB``: path, type (``BLOCK_JOB_TYPE_*``), status (``BLOCK_JOB_*``);
          ``BLOCK_JOB_2`` the same with the disk's target name for the path
        - ``DISK_CHANGE``: oldSrcPath or ``None``, newSrcPath or ``None``, devAlias, reason
          (``EVENT_DISK_CHANGE_*``)
        - ``TRAY_CHANGE``: devAlias, reason (``EVENT_TRAY_CHANGE_*``)
        - ``PMWAKEUP``, ``PMSUSPEND``, ``PMSUSPEND_DISK``: reason
        - ``BALLOON_CHANGE``: actual, in KiB
        - ``DEVICE_ADDED``, ``DEVICE_REMOVED``, ``DEVICE_REMOVAL_FAILED``: devAlias
        - ``TUNABLE``: params, a dict whose keys are values of ``TUNABLE_*``
        - ``AGENT_LIFECYCLE``: state, reason (``EVENT_AGENT_LIFECYCLE_*``)
        - ``MIGRATION_ITERATION``: iteration
        - ``JOB_COMPLETED``: params, a dict whose keys are values of ``JOB_*``
        - ``METADATA_CHANGE``: type (``METADATA_*``), nsuri or ``None``
        - ``BLOCK_THRESHOLD``: dev, path or ``None``, threshold and excess in bytes
        - ``MEMORY_FAILURE``: recipient, action, flags (``MEMORY_FAILURE_*``)
        - ``MEMORY_DEVICE_SIZE_CHANGE``: alias, size in KiB
        - ``NIC_MAC_CHANGE``: alias, oldMAC, newMAC
        - ``VCPU_REMOVED``: vcpuid
        - ``CHANNEL_LIFECYCLE``: channelName, state, reason (``EVENT_CHANNEL_LIFECYCLE_*``)
        - an event newer than these: nothing more

        Perl refuses a second callback for the same event and domain.

        >>> Sys.Virt.Event.register_default()
        >>> came = []
        >>> def changed(conn, dom, event, detail):
        ...     came.append((dom.get_name(), event == dom.EVENT_SUSPENDED))
        >>> wanted = Sys.Virt.Domain.EVENT_ID_LIFECYCLE
        >>> number = conn.domain_event_register_any(None, wanted, changed)
        >>> dom.suspend()
        >>> while not came:
        ...     Sys.Virt.Event.run_default()
        >>> came
        [('test', True)]
        >>> conn.domain_event_deregister_any(number)

        Rests on: ``virConnectDomainEventRegisterAny``. Perl: ``domain_event_register_any``.
        """
        return self._register(Domain, dom, "dom", eventID, callback)

    def domain_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``domain_event_register_any`` gave.

        Perl ignores a failure; here it raises ``Error``, as for a number that isn't known.

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.Domain.EVENT_ID_REBOOT
        >>> number = conn.domain_event_register_any(dom, wanted, print)
        >>> conn.domain_event_deregister_any(number)

        Rests on: ``virConnectDomainEventDeregisterAny``. Perl: ``domain_event_deregister_any``.
        """
        self._deregister(Domain, callbackID)

    def network_event_register_any(
        self, net: Network | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called for an event of a network, or of all (``None``).

        ``eventID`` is one of ``Network.EVENT_ID_*``. The result is the number to take the
        callback back with. After the connection and the network the callback gets, by event:

        - ``LIFECYCLE``: event (``Network.EVENT_*``), detail (0)
        - ``METADATA_CHANGE``: type (``Network.METADATA_*``), nsuri or ``None``
        - an event newer than these: nothing more

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.Network.EVENT_ID_LIFECYCLE
        >>> came = []
        >>> number = conn.network_event_register_any(
        ...     net, wanted, lambda conn, net, event, detail: came.append(event)
        ... )
        >>> net.destroy()
        >>> while not came:
        ...     Sys.Virt.Event.run_default()
        >>> came == [Sys.Virt.Network.EVENT_STOPPED]
        True
        >>> conn.network_event_deregister_any(number)

        Rests on: ``virConnectNetworkEventRegisterAny``. Perl: ``network_event_register_any``.
        """
        return self._register(Network, net, "net", eventID, callback)

    def network_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``network_event_register_any`` gave.

        Perl ignores a failure; here it raises ``Error``, as for a number that isn't known.

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.Network.EVENT_ID_LIFECYCLE
        >>> number = conn.network_event_register_any(None, wanted, print)
        >>> conn.network_event_deregister_any(number)

        Rests on: ``virConnectNetworkEventDeregisterAny``. Perl: ``network_event_deregister_any``.
        """
        self._deregister(Network, callbackID)

    def storage_pool_event_register_any(
        self, pool: StoragePool | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called for an event of a storage pool, or of all (``None``).

        ``eventID`` is one of ``StoragePool.EVENT_ID_*``. The result is the number to take the
        callback back with. After the connection and the pool the callback gets, by event:

        - ``LIFECYCLE``: event (``StoragePool.EVENT_*``), detail (0)
        - ``REFRESH``, and an event newer than these: nothing more

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.StoragePool.EVENT_ID_REFRESH
        >>> came = []
        >>> number = conn.storage_pool_event_register_any(
        ...     None, wanted, lambda conn, pool: came.append(pool)
        ... )
        >>> pool.refresh()
        >>> while not came:
        ...     Sys.Virt.Event.run_default()
        >>> came == [pool]
        True
        >>> conn.storage_pool_event_deregister_any(number)

        Rests on: ``virConnectStoragePoolEventRegisterAny``.
        Perl: ``storage_pool_event_register_any``.
        """
        return self._register(StoragePool, pool, "pool", eventID, callback)

    def storage_pool_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``storage_pool_event_register_any`` gave.

        Perl ignores a failure; here it raises ``Error``, as for a number that isn't known.

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.StoragePool.EVENT_ID_LIFECYCLE
        >>> number = conn.storage_pool_event_register_any(pool, wanted, print)
        >>> conn.storage_pool_event_deregister_any(number)

        Rests on: ``virConnectStoragePoolEventDeregisterAny``.
        Perl: ``storage_pool_event_deregister_any``.
        """
        self._deregister(StoragePool, callbackID)

    def node_device_event_register_any(
        self, dev: NodeDevice | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called for an event of a device of the host, or of all (``None``).

        ``eventID`` is one of ``NodeDevice.EVENT_ID_*``. The result is the number to take the
        callback back with. After the connection and the device the callback gets, by event:

        - ``LIFECYCLE``: event (``NodeDevice.EVENT_*``), detail (0)
        - ``UPDATE``, and an event newer than these: nothing more

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.NodeDevice.EVENT_ID_UPDATE
        >>> number = conn.node_device_event_register_any(dev, wanted, print)
        >>> conn.node_device_event_deregister_any(number)

        Rests on: ``virConnectNodeDeviceEventRegisterAny``.
        Perl: ``node_device_event_register_any``.
        """
        return self._register(NodeDevice, dev, "dev", eventID, callback)

    def node_device_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``node_device_event_register_any`` gave.

        Perl ignores a failure; here it raises ``Error``, as for a number that isn't known.

        >>> Sys.Virt.Event.register_default()
        >>> wanted = Sys.Virt.NodeDevice.EVENT_ID_LIFECYCLE
        >>> number = conn.node_device_event_register_any(None, wanted, print)
        >>> conn.node_device_event_deregister_any(number)

        Rests on: ``virConnectNodeDeviceEventDeregisterAny``.
        Perl: ``node_device_event_deregister_any``.
        """
        self._deregister(NodeDevice, callbackID)

    def secret_event_register_any(
        self, secret: Secret | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called for an event of a secret, or of all (``None``).

        ``eventID`` is one of ``Secret.EVENT_ID_*``. The result is the number to take the
        callback back with. After the connection and the secret the callback gets, by event:

        - ``LIFECYCLE``: event (``Secret.EVENT_*``), detail (0)
        - ``VALUE_CHANGED``, and an event newer than these: nothing more

        >>> wanted = Sys.Virt.Secret.EVENT_ID_LIFECYCLE
        >>> number = conn.secret_event_register_any(None, wanted, print)  # doctest: +SKIP
        >>> conn.secret_event_deregister_any(number)  # doctest: +SKIP

        Rests on: ``virConnectSecretEventRegisterAny``. Perl: ``secret_event_register_any``.
        """
        return self._register(Secret, secret, "secret", eventID, callback)

    def secret_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``secret_event_register_any`` gave.

        Perl ignores a failure; here it raises ``Error``, as for a number that isn't known.

        >>> wanted = Sys.Virt.Secret.EVENT_ID_VALUE_CHANGED
        >>> number = conn.secret_event_register_any(None, wanted, print)  # doctest: +SKIP
        >>> conn.secret_event_deregister_any(number)  # doctest: +SKIP

        Rests on: ``virConnectSecretEventDeregisterAny``. Perl: ``secret_event_deregister_any``.
        """
        self._deregister(Secret, callbackID)

    def _register(
        self,
        cls: type[Resource],
        item: Resource | None,
        name: str,
        event: int,
        callback: EventCallback,
    ) -> int:
        handle = arguments.optional_handle(item, cls, name)
        number = arguments.cint(event, "eventID")
        arguments.callback(callback, "callback")
        kind, events = cls.__name__, _libvirt.events
        made = events.EventRegistration(kind, number, self, callback, cls._of_capsule)
        with explain_missing_loop(self._handle):
            return self._keep(
                made, partial(made.register, handle, number), lambda result: (kind, result)
            )

    def _deregister(self, cls: type[Resource], callback_id: int) -> None:
        number = arguments.cint(callback_id, "callbackID")
        if not self._take_back((cls.__name__, number)):
            # Perhaps libvirt-python registered it, else libvirt refuses.
            _libvirt.events.deregister(cls.__name__, self._handle, number)
