"""GLib's main loop, in a process of its own: no other test is to find it turning."""

from __future__ import annotations

import sys

from tests.campaign import run_apart

TURNED = """
import threading
from sysvirt import Event, _libvirt

Event.register_default()
assert not _libvirt.glib.is_busy()
came = []
timer = Event.add_timeout(0, came.append)
assert _libvirt.glib.is_busy()
_libvirt.glib.settle()
assert came[0] == timer
Event.remove_timeout(timer)
_libvirt.glib.settle()

loop, begun, number = _libvirt.glib.MainLoop(), threading.Event(), len(came)
thread = threading.Thread(target=loop.run)
thread.start()
timer = Event.add_timeout(1, lambda timer: (came.append(timer), begun.set()))
begun.wait()
loop.quit()
thread.join()
assert len(came) > number
print("ok")
"""


def test_the_loop_is_turned_and_stopped() -> None:
    done = run_apart([sys.executable, "-c", TURNED], 1200.0)
    assert not done.hung, done.errors
    assert done.output == "ok\n", done.errors
