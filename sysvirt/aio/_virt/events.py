"""Events of an awaited connection: as an iterator, and by callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import sysvirt
from sysvirt import Error
from sysvirt._core import arguments
from sysvirt.aio._events.callback import Callback
from sysvirt.aio._events.queue import Events as Queue
from sysvirt.aio._generated.network import Network
from sysvirt.aio._generated.node_device import NodeDevice
from sysvirt.aio._generated.secret import Secret
from sysvirt.aio._generated.storage_pool import StoragePool
from sysvirt.aio._twin import Twin, sync_of
from sysvirt.aio._virt.connection import Connection
from sysvirt.aio.domain import Domain

if TYPE_CHECKING:
    from collections.abc import Callable

    EventCallback = Callable[..., object]

T = TypeVar("T", bound=Twin)

#: What the synchronous connection's methods for the events of a class begin with.
KINDS: dict[type[Twin], str] = {
    Domain: "domain",
    Network: "network",
    StoragePool: "storage_pool",
    NodeDevice: "node_device",
    Secret: "secret",
}
#: How many events a queue holds.
ROOM = 10_000


class Events(Connection):
    """Events: iterate over them, or have callbacks called in the loop.

    A callback gets the connection, the object and what the event has to tell, and may be a
    coroutine function. What it raises goes to the loop's exception handler.
    """

    __slots__ = ()

    @overload
    def events(
        self,
        cls: type[T],
        event: int = ...,
        item: T | None = ...,
        *,
        maxsize: int = ...,
        overflow: Literal["raise", "drop"] = ...,
    ) -> Queue[T]: ...
    @overload
    def events(
        self, *, maxsize: int = ..., overflow: Literal["raise", "drop"] = ...
    ) -> Queue[Domain]: ...
    def events(
        self,
        cls: type[Any] = Domain,
        event: int = 0,
        item: Any = None,
        *,
        maxsize: int = ROOM,
        overflow: Literal["raise", "drop"] = "raise",
    ) -> Queue[Any]:
        """The events of the objects of a class, or of one: ``async with``, then ``async for``.

        ``event`` is one of the class's ``EVENT_ID_*``, of which 0 is ``EVENT_ID_LIFECYCLE``;
        ``item`` is the one object. Each step yields ``(object, …)`` with what the synchronous
        API's callback would get. The queue holds ``maxsize``, 10,000 events; when more come the
        oldest go, and with ``overflow="raise"`` the next step raises :class:`EventsLost` once.
        Where the driver has no such events, entering the block raises ``NotSupportedError``.

        >>> async with conn.events(Sys.Virt.Domain, item=dom) as events:
        ...     await dom.suspend()
        ...     async for dom, event, detail in events:
        ...         break
        >>> event == Sys.Virt.Domain.EVENT_SUSPENDED
        True

        Rests on: ``virConnectDomainEventRegisterAny`` and its kin. Perl: not there.
        """
        if cls not in KINDS:
            names = ", ".join(each.__name__ for each in KINDS)
            raise ValueError(f"cls must be one of {names}, not {cls!r}")
        number = arguments.cint(event, "event")
        arguments.optional_handle(sync_of(item), getattr(sysvirt, cls.__name__), "item")
        room = arguments.at_least_one(maxsize, "maxsize")
        if overflow not in ("raise", "drop"):
            raise ValueError(f"overflow must be 'raise' or 'drop', not {overflow!r}")
        return Queue(
            self,
            cls,
            self._registering(cls),
            item,
            number,
            maxsize=room,
            raises=overflow == "raise",
        )

    async def domain_event_register(self, callback: EventCallback) -> None:
        """Have ``callback(conn, dom, event, detail)`` called when any domain changes its state.

        See the synchronous one; there can be one such callback.

        >>> await conn.domain_event_register(print)
        >>> await conn.domain_event_deregister()

        Rests on: ``virConnectDomainEventRegister``. Perl: ``domain_event_register``.
        """
        arguments.callback(callback, "callback")
        await self._end.turn_loop()
        await self._call(self._sync.domain_event_register, Callback(self, callback, Domain))

    async def domain_event_deregister(self) -> None:
        """Take back what ``domain_event_register`` registered.

        >>> await conn.domain_event_register(print)
        >>> await conn.domain_event_deregister()

        Rests on: ``virConnectDomainEventDeregister``. Perl: ``domain_event_deregister``.
        """
        await self._call(self._sync.domain_event_deregister)

    async def domain_event_register_any(
        self, dom: Domain | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called in the loop for an event of a domain, or of all (``None``).

        What it gets, by event, is what the synchronous one's gets; the result is the number to
        take it back with.

        >>> came = asyncio.Queue()
        >>> wanted = Sys.Virt.Domain.EVENT_ID_LIFECYCLE
        >>> number = await conn.domain_event_register_any(
        ...     None, wanted, lambda conn, dom, event, detail: came.put_nowait(dom)
        ... )
        >>> await dom.suspend()
        >>> await came.get()
        <sysvirt.aio.Domain 'test'>
        >>> await conn.domain_event_deregister_any(number)

        Rests on: ``virConnectDomainEventRegisterAny``. Perl: ``domain_event_register_any``.
        """
        return await self._register(Domain, dom, eventID, callback)

    async def domain_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``domain_event_register_any`` gave.

        >>> number = await conn.domain_event_register_any(dom, 0, print)
        >>> await conn.domain_event_deregister_any(number)

        Rests on: ``virConnectDomainEventDeregisterAny``. Perl: ``domain_event_deregister_any``.
        """
        await self._call(self._sync.domain_event_deregister_any, callbackID)

    async def network_event_register_any(
        self, net: Network | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called in the loop for an event of a network, or of all (``None``).

        >>> number = await conn.network_event_register_any(None, 0, print)
        >>> await conn.network_event_deregister_any(number)

        Rests on: ``virConnectNetworkEventRegisterAny``. Perl: ``network_event_register_any``.
        """
        return await self._register(Network, net, eventID, callback)

    async def network_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``network_event_register_any`` gave.

        >>> number = await conn.network_event_register_any(net, 0, print)
        >>> await conn.network_event_deregister_any(number)

        Rests on: ``virConnectNetworkEventDeregisterAny``. Perl: ``network_event_deregister_any``.
        """
        await self._call(self._sync.network_event_deregister_any, callbackID)

    async def storage_pool_event_register_any(
        self, pool: StoragePool | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called in the loop for an event of a pool, or of all (``None``).

        >>> number = await conn.storage_pool_event_register_any(None, 0, print)
        >>> await conn.storage_pool_event_deregister_any(number)

        Rests on: ``virConnectStoragePoolEventRegisterAny``.
        Perl: ``storage_pool_event_register_any``.
        """
        return await self._register(StoragePool, pool, eventID, callback)

    async def storage_pool_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``storage_pool_event_register_any`` gave.

        >>> number = await conn.storage_pool_event_register_any(pool, 0, print)
        >>> await conn.storage_pool_event_deregister_any(number)

        Rests on: ``virConnectStoragePoolEventDeregisterAny``.
        Perl: ``storage_pool_event_deregister_any``.
        """
        await self._call(self._sync.storage_pool_event_deregister_any, callbackID)

    async def node_device_event_register_any(
        self, dev: NodeDevice | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called in the loop for an event of a device, or of all (``None``).

        >>> number = await conn.node_device_event_register_any(None, 0, print)
        >>> await conn.node_device_event_deregister_any(number)

        Rests on: ``virConnectNodeDeviceEventRegisterAny``.
        Perl: ``node_device_event_register_any``.
        """
        return await self._register(NodeDevice, dev, eventID, callback)

    async def node_device_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``node_device_event_register_any`` gave.

        >>> number = await conn.node_device_event_register_any(None, 0, print)
        >>> await conn.node_device_event_deregister_any(number)

        Rests on: ``virConnectNodeDeviceEventDeregisterAny``.
        Perl: ``node_device_event_deregister_any``.
        """
        await self._call(self._sync.node_device_event_deregister_any, callbackID)

    async def secret_event_register_any(
        self, secret: Secret | None, eventID: int, callback: EventCallback
    ) -> int:
        """Have ``callback`` called in the loop for an event of a secret, or of all (``None``).

        >>> number = await conn.secret_event_register_any(None, 0, print)  # doctest: +SKIP
        >>> await conn.secret_event_deregister_any(number)  # doctest: +SKIP

        Rests on: ``virConnectSecretEventRegisterAny``. Perl: ``secret_event_register_any``.
        """
        return await self._register(Secret, secret, eventID, callback)

    async def secret_event_deregister_any(self, callbackID: int) -> None:
        """Take back a callback by the number that ``secret_event_register_any`` gave.

        >>> number = await conn.secret_event_register_any(None, 0, print)  # doctest: +SKIP
        >>> await conn.secret_event_deregister_any(number)  # doctest: +SKIP

        Rests on: ``virConnectSecretEventDeregisterAny``. Perl: ``secret_event_deregister_any``.
        """
        await self._call(self._sync.secret_event_deregister_any, callbackID)

    async def _register(
        self, cls: type[Twin], item: Twin | None, event: int, callback: EventCallback
    ) -> int:
        arguments.callback(callback, "callback")
        await self._end.turn_loop()
        register, deregister = self._registering(cls)
        # Cancelled meanwhile, nobody learns of the number that takes it back.
        return await self._lanes.main.call_or_undo(
            deregister, register, sync_of(item), event, Callback(self, callback, cls)
        )

    async def _deregister(self, cls: type[Twin], number: int) -> None:
        await self._call(self._registering(cls)[1], number)

    def _registering(self, cls: type[Twin]) -> tuple[Callable[..., int], Callable[[int], None]]:
        """The synchronous methods that register a callback for a class, and take it back."""
        kind = KINDS[cls]
        register = getattr(self._sync, f"{kind}_event_register_any")
        return register, getattr(self._sync, f"{kind}_event_deregister_any")

    async def register_close_callback(self, coderef: Callable[[Any, int], object]) -> None:
        """Have ``coderef(conn, reason)`` called in the loop when the connection breaks.

        ``reason`` is one of ``CLOSE_REASON_*``; it may be a coroutine function. There can be one
        callback. :meth:`closed` waits for the same, and for the end by :meth:`close` too.

        >>> await conn.register_close_callback(lambda conn, reason: print("closed"))
        >>> await conn.unregister_close_callback()

        Rests on: ``virConnectRegisterCloseCallback``. Perl: ``register_close_callback``.
        """
        arguments.callback(coderef, "coderef")
        await self._end.watch()
        self._end.callback = Callback(self, coderef).call

    async def unregister_close_callback(self) -> None:
        """Take the close callback back; ``Error`` when there is none.

        >>> await conn.register_close_callback(print)
        >>> await conn.unregister_close_callback()

        Rests on: ``virConnectUnregisterCloseCallback``. Perl: ``unregister_close_callback``.
        """
        self._lanes.calls.check()
        if self._end.callback is None:
            message = "Requested operation is not valid: no close callback is registered"
            raise Error._own(Error.ERR_OPERATION_INVALID, message, origin="close callback")
        self._end.callback = None
