"""What a handler of a signal raises inside a call, where libvirt uses a loop in Python."""

from __future__ import annotations

import pytest

from tests.campaign import run
from tests.hosts.daemon import Daemon

#: A loop that raises in the middle of a call, in the way that a signal handler would.
START = """
import sys
reports = []
sys.unraisablehook = lambda each: reports.append(each.exc_value)
from sysvirt import Error, Event, Sys
from tests.selector_loop import SelectorLoop

class End(BaseException):
    "What ends the program."

class Raising(SelectorLoop):
    error = None
    updates = 0
    def update_handle(self, watch_id, events):
        self.updates += 1
        if error := self.error:
            self.error = None
            raise error
        super().update_handle(watch_id, events)

loop = Raising()
Event.register(loop)
conn = Sys.Virt.new(uri=sys.argv[1])
"""


def test_it_comes_out_of_the_call_as_it_was(daemon: Daemon) -> None:
    program = """
error = loop.error = End("now", 1)
try:
    conn.get_domain_by_name("test")
except End as caught:
    print(caught is error, caught.args, reports)
print(conn.get_domain_by_name("test").get_name())
"""
    assert run(START + program, daemon.uri()) == "True ('now', 1) []\ntest\n"


def test_the_watch_is_changed_all_the_same(daemon: Daemon) -> None:
    """libvirt takes it for done: else the connection would get no more events."""
    program = """
calls = []
dom = conn.get_domain_by_name("test")
conn.domain_event_register_any(None, dom.EVENT_ID_LIFECYCLE, lambda *values: calls.append(values))
other = Sys.Virt.new(uri=sys.argv[1]).get_domain_by_name("test")
number = loop.updates
conn.get_domain_by_name("test")
number = loop.updates - number
for at in range(number):
    class Late(End):
        pass
    loop.error = None
    def update(watch_id, events, left=[at]):
        left[0] -= 1
        if left[0] == -1:
            raise Late
        SelectorLoop.update_handle(loop, watch_id, events)
    loop.update_handle = update
    try:
        conn.get_domain_by_name("test")
        print("nothing came")
    except Late:
        pass
    del loop.update_handle
    calls.clear()
    other.suspend()
    other.resume()
    turns = 0
    while len(calls) < 2 and turns < 12000:
        loop.turn()
        turns += 1
    assert len(calls) == 2
print(number > 1, reports)
"""
    assert run(START + program, daemon.uri()) == "True []\n"


#: Raises at a step of what is called: at the beginning of the function that is entered then.
AT_STEP = """
def interrupt(step, function, *arguments):
    "Whether it was long enough for the step; what is raised there has to come out."
    def profile(frame, event, argument):
        nonlocal step
        if event == "call":
            step -= 1
            if step == 0:
                raise End
    sys.setprofile(profile)
    try:
        function(*arguments)
    except End:
        return True
    finally:
        sys.setprofile(None)
    if step <= 0:
        print("nothing came")
    return step <= 0
"""


def test_a_turn_may_be_interrupted_at_every_step(daemon: Daemon) -> None:
    """What libvirt had changed in the loop there is changed all the same: events go on coming."""
    program = """
import time
calls = []
dom = conn.get_domain_by_name("test")
conn.domain_event_register_any(None, dom.EVENT_ID_LIFECYCLE, lambda *values: calls.append(values))
other = Sys.Virt.new(uri=sys.argv[1]).get_domain_by_name("test")
step = dead = 0
while not dead:
    step += 1
    other.suspend()
    other.resume()
    was_long_enough = interrupt(step, loop.turn, 600)
    calls.clear()
    other.suspend()
    other.resume()
    deadline = time.monotonic() + 600
    while len(calls) < 2 and not dead:
        loop.turn()
        dead = step if time.monotonic() > deadline else 0
    if not was_long_enough:
        break
print(step > 20, dead, reports)
"""
    assert run(START + AT_STEP + program, daemon.uri()) == "True 0 []\n"


@pytest.mark.parametrize("method", ["update_handle", "update_timeout"])
def test_what_a_method_raises_in_a_turn_undoes_nothing(daemon: Daemon, method: str) -> None:
    program = """
import time
calls = []
dom = conn.get_domain_by_name("test")
conn.domain_event_register_any(None, dom.EVENT_ID_LIFECYCLE, lambda *values: calls.append(values))
other = Sys.Virt.new(uri=sys.argv[1]).get_domain_by_name("test")
def interrupted(*values):
    delattr(loop, sys.argv[2])
    raise End
other.suspend()
other.resume()
setattr(loop, sys.argv[2], interrupted)
try:
    loop.turn(600)
    print("nothing came")
except End:
    pass
deadline = time.monotonic() + 600
while len(calls) < 2 and time.monotonic() < deadline:
    loop.turn()
print(len(calls), reports)
"""
    assert run(START + program, daemon.uri(), method) == "2 []\n"


def test_a_call_may_be_interrupted_at_every_step(daemon: Daemon) -> None:
    """It comes out, also where the loop fails, and somebody keeps the tracebacks of that."""
    program = """
import io
def fail(*values):
    raise KeyError(values)
loop.update_handle = fail
# Python prints what a hook couldn't take that was interrupted itself.
sys.stderr = io.StringIO()
step = 1
while interrupt(step, conn.get_domain_by_name, "test"):
    step += 1
print(step > 20, {type(each) for each in reports})
"""
    done = run(START + AT_STEP + program, daemon.uri())
    assert done == "True {<class 'KeyError'>}\n"


def test_it_comes_out_in_the_child_of_a_thread(daemon: Daemon) -> None:
    """The thread that forked is the main thread there."""
    program = """
import os, threading
def work():
    if child := os.fork():
        print(os.waitpid(child, 0)[1])
        return
    mine = Sys.Virt.new(uri=sys.argv[1])
    loop.error = End()
    try:
        mine.get_domain_by_name("test")
        os._exit(1)
    except End:
        os._exit(0)
    finally:
        os._exit(2)
thread = threading.Thread(target=work)
thread.start()
thread.join()
"""
    assert run(START + program, daemon.uri()) == "0\n"


def test_other_exceptions_are_reported(daemon: Daemon) -> None:
    program = """
error = loop.error = KeyError("mine")
print(conn.get_domain_by_name("test").get_name(), reports == [error])
"""
    assert run(START + program, daemon.uri()) == "test True\n"


def test_a_report_that_is_not_ours_goes_to_the_programs_hook(daemon: Daemon) -> None:
    program = """
class Freed:
    def __del__(self):
        raise End("elsewhere")
Freed()
print([type(each) for each in reports], conn.get_hostname() != "")
"""
    assert run(START + program, daemon.uri()) == "[<class '__main__.End'>] True\n"


@pytest.mark.parametrize("thread", ["main", "another"])
def test_in_another_thread_it_is_reported(daemon: Daemon, thread: str) -> None:
    """Signal handlers run in the main thread alone, so it can't be one's."""
    program = """
import threading
def call():
    error = loop.error = End()
    try:
        conn.get_domain_by_name("test")
        print("reported", reports == [error])
    except End:
        print("raised", reports)
if sys.argv[2] == "main":
    call()
else:
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
"""
    expected = "raised []\n" if thread == "main" else "reported True\n"
    assert run(START + program, daemon.uri(), thread) == expected


def test_the_programs_own_hook_stays_until_a_loop_is_registered() -> None:
    program = """
import sys
hook = sys.unraisablehook
from sysvirt import Event, Sys
conn = Sys.Virt.new(uri="test:///default")
Event.register_default()
conn.get_domain_by_name("test")
print(sys.unraisablehook is hook)
"""
    assert run(program) == "True\n"
