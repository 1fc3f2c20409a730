"""An exception at each step of opening, using and closing, as a signal handler may raise it.

It is raised where Python looks for signals: at the first such step inside sysvirt, then at the
second, …, until the whole comes through. Afterwards the connection can be closed, others can be
opened, by another thread too, and nothing is left.
"""

from __future__ import annotations

import itertools
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import attrs

from sysvirt import Domain, Error, Event, Virt
from tests.interruption import Interruption
from tests.loop import settle
from tests.torture.counts import Counts
from tests.torture.result import Result


@attrs.define(eq=False)
class Scene:
    """A connection, if the action doesn't open it, and what is on it."""

    uri: str
    conns: list[Virt] = attrs.field(factory=list)

    def open(self) -> None:
        self.conns.append(Virt(uri=self.uri))

    def open_limited(self) -> None:
        self.conns.append(Virt(uri=self.uri, time_limit=60))

    def furnish(self) -> None:
        """Have objects and callbacks on the connection."""
        (conn,) = self.conns
        dom = conn.get_domain_by_name("test")
        conn.domain_event_register_any(dom, Domain.EVENT_ID_LIFECYCLE, lambda *_: None)
        conn.register_close_callback(lambda *_: None)
        self.objects = [dom, conn.list_all_networks(), conn.new_stream()]

    def close(self) -> None:
        self.conns[0].close()

    def use(self) -> None:
        (conn,) = self.conns
        with conn.time_limit(60):
            conn.get_hostname()

    def abort(self) -> None:
        self.conns[0].abort()

    objects: list[Any] = attrs.field(factory=list)


#: Where Python looks for signals: at the beginning of a function, and after one of C has returned.
LOOKING = ("call", "c_return")

#: What is raised in a finalizer comes out nowhere; the campaign of signals has those.
FREEING = ("__del__",)

#: What is interrupted, and what is done before.
ACTIONS: dict[str, tuple[Callable[[Scene], None], tuple[Callable[[Scene], None], ...]]] = {
    "opening": (Scene.open, ()),
    "opening with a limit": (Scene.open_limited, ()),
    "closing": (Scene.close, (Scene.open,)),
    "closing with callbacks": (Scene.close, (Scene.open, Scene.furnish)),
    "a limit of time": (Scene.use, (Scene.open,)),
    "aborting": (Scene.abort, (Scene.open, Scene.furnish)),
}


def interrupt(what: str, uri: str, every: int) -> Result:
    """Interrupt one action at each step, or at each ``every``-th one."""
    Event.register_default()
    result = Result()
    # What is imported and made at its first use.
    _try(result, what, uri, sys.maxsize)
    for step in itertools.count(0, every):
        before = Counts.take()
        came = _try(result, what, uri, step)
        left = before.describe_left(settle)
        result.check(not left, f"{what}, step {step}: {left}")
        result.tries += 1
        if not came or len(result.faults) > 5:
            break
    return result


def _try(result: Result, what: str, uri: str, step: int) -> bool:
    """Interrupt it at one step; whether there was such a step."""
    action, preparations = ACTIONS[what]
    scene = Scene(uri)
    for prepare in preparations:
        prepare(scene)
    where = ""
    steps = itertools.count()

    def look(frame: FrameType, event: str, _value: object) -> None:
        nonlocal where
        code = frame.f_code
        if event not in LOOKING or "/sysvirt/" not in code.co_filename or code.co_name in FREEING:
            return
        if next(steps) == step:
            sys.setprofile(None)
            where = f"{frame.f_code.co_qualname}, line {frame.f_lineno}"
            raise Interruption

    sys.setprofile(look)
    try:
        action(scene)
    except Interruption:
        pass
    finally:
        sys.setprofile(None)
    with result.watch(f"{what}, step {step} ({where}): afterwards"):
        _close_all(scene.conns)
        _open_elsewhere(result, uri, f"{what}, step {step} ({where})")
    gone = [weakref.ref(conn) for conn in scene.conns]
    del scene
    _check_gone(result, gone, f"{what}, step {step} ({where})")
    return bool(where)


def _close_all(conns: list[Virt]) -> None:
    for conn in conns:
        conn.close()


def _check_gone(result: Result, gone: list[weakref.ref[Virt]], what: str) -> None:
    settle()
    Counts.take()
    result.check(not any(each() for each in gone), f"{what}: the connection lives on")


def _open_elsewhere(result: Result, uri: str, what: str) -> None:
    """Another thread opens a connection, and isn't kept from it."""
    opened: list[bool] = []

    def run() -> None:
        with suppress(Error, TimeoutError), Virt(uri=uri, time_limit=60) as conn:
            opened.append(conn.is_alive())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    result.check(opened, f"{what}: nothing can be opened any more")
