"""The callback of a connection that breaks."""

from __future__ import annotations

import gc
import weakref

import pytest

from sysvirt import Error, Event, Virt
from tests.hosts.daemon import Daemon
from tests.loop import settle, turn_until


def test_it_comes_once_when_the_daemon_dies(daemon: Daemon) -> None:
    Event.register_default()
    conn = Virt(uri=daemon.uri())
    came: list[tuple[bool, int]] = []

    def callback(one: Virt, reason: int) -> None:
        came.append((one is conn, reason))

    conn.register_close_callback(callback)
    with pytest.raises(Error, match="A close callback is already registered"):
        conn.register_close_callback(print)
    daemon.kill()
    turn_until(lambda: came)
    settle()
    assert came == [(True, Virt.CLOSE_REASON_EOF)]
    assert not conn.is_alive()
    conn.close()


@pytest.mark.parametrize("end", ["unregister", "close"])
def test_it_never_comes_after_unregistering_or_closing(daemon: Daemon, end: str) -> None:
    Event.register_default()
    conn, watching = Virt(uri=daemon.uri()), Virt(uri=daemon.uri())
    came: list[int] = []

    def callback(_conn: Virt, reason: int) -> None:
        came.append(reason)

    kept = weakref.ref(callback)
    conn.register_close_callback(callback)
    if end == "unregister":
        conn.unregister_close_callback()
    else:
        conn.close()
    daemon.kill()
    turn_until(lambda: not watching.is_alive())
    settle()
    assert came == []
    del callback
    gc.collect()
    assert kept() is None
    conn.close()
    watching.close()
