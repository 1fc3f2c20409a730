"""A program's callback, which is called in the loop."""

from __future__ import annotations

from asyncio import ensure_future
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable

    from sysvirt.aio._twin import Twin


class Callback:
    """What libvirt's loop calls; the program's function is called in the loop of asyncio.

    The function gets ``owner``, whom it doesn't keep from being dropped, and what libvirt tells,
    of which the first is an object of ``cls``.
    """

    def __init__(
        self, owner: Twin, function: Callable[..., object], cls: type[Twin] | None = None
    ) -> None:
        self._owner = ref(owner)
        self._calls = owner._conn._lanes.calls
        self._function = function
        self._cls = cls
        #: asyncio holds on to no task by itself.
        self._tasks: set[Future[object]] = set()

    def __call__(self, _owner: object, *values: Any) -> None:
        """What libvirt calls, in the thread of its loop."""
        self._calls.add(partial(self.call, *values))

    def call(self, *values: Any) -> None:
        """Call the program's function, in the loop."""
        owner = self._owner()
        if owner is None:
            return
        if self._cls is not None:
            item, *rest = values
            values = (self._cls(owner._conn, item), *rest)
        result = self._function(owner, *values)
        if isawaitable(result):
            task = ensure_future(result, loop=self._calls.loop)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
