"""Callbacks in the hands of libvirt: an interrupted registration leaves none behind.

A signal handler may raise at any step in Python. A tracing function does so here, at each step in
turn, until a registration comes through.
"""

from __future__ import annotations

import sys

import pytest

from sysvirt import Event
from sysvirt._libvirt.registration import FREE, do_in_next_turn, held
from tests.campaign import often, run
from tests.hosts.daemon import Daemon
from tests.loop import alone, settle

#: How each kind is registered and provoked, and what takes all of them back.
KINDS = {
    "event": "conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, callback)",
    "event of an object": "conn.domain_event_register_any(dom, 0, callback)",
    "unnumbered": "conn.domain_event_register(callback)",
    "close callback": "conn.register_close_callback(callback)",
    "stream": "stream.add_callback(Stream.EVENT_READABLE, callback)",
    "handle": "Event.add_handle(reading, Event.HANDLE_READABLE, callback)",
    "timer": "Event.add_timeout(0, callback)",
}

START = """
import gc, itertools, os, signal, sys, weakref
from sysvirt import Domain, Error, Event, Stream, Sys
from sysvirt._libvirt import registration

uri = sys.argv[1]
Event.register_default()
other = Sys.Virt.new(uri=uri)
reading, writing = os.pipe()
os.write(writing, b"x")

class Callback:
    def __init__(self):
        self.calls = []
    def __call__(self, *values):
        self.calls.append(values)

class Interruption(BaseException):
    pass

def turn():
    "Turn the loop until all that was ready before has been called."
    ticks = []
    timer = Event.add_timeout(0, ticks.append)
    while len(ticks) < 4:
        Event.run_default()
    Event.remove_timeout(timer)

def provoke(conn):
    "Let something happen; it comes to all callbacks of a connection before it comes to the last."
    witness = Callback()
    number = conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, witness)
    dom = other.get_domain_by_name("test")
    dom.suspend()
    dom.resume()
    while len(witness.calls) < 2:
        Event.run_default()
    conn.domain_event_deregister_any(number)
    turn()

def held():
    "What libvirt holds, but for timers: a loop gives those back when it finds the time."
    return [each for each in registration.held().values() if not hasattr(each, "ADD")]

def descriptors():
    return set(os.listdir("/proc/self/fd"))

def scene():
    "A connection with what can be registered on it."
    conn = Sys.Virt.new(uri=uri)
    dom = conn.get_domain_by_name("test")
    stream = conn.new_stream(Stream.NONBLOCK)
    dom.screenshot(stream, 0)
    return conn, dom, stream

def take_back(conn, callback):
    "By what its user has: its connection, or the number that each call of it gets."
    conn.close()
    if KIND in ("handle", "timer") and callback.calls:
        number = callback.calls[0][0]
        (Event.remove_handle if KIND == "handle" else Event.remove_timeout)(number)

def check(conn, callback, before):
    "Nothing is called any more, and nothing is left."
    provoke(conn)
    take_back(conn, callback)
    turn()
    count = len(callback.calls)
    provoke(other)
    assert len(callback.calls) == count, "called for ever"
    turn()
    assert descriptors() == before, "the connection stays open"
    assert not [each for each in held() if not each.is_over()], held()
"""

STEPS = """
# What is imported and made at its first use.
conn, dom, stream = scene()
callback = Callback()
register()
del dom, stream
check(conn, callback, START)

interrupted = called = 0
for step in itertools.count():
    before = descriptors()
    conn, dom, stream = scene()
    callback = Callback()
    steps = itertools.count()

    def trace(frame, event, value):
        if "/sysvirt/" not in frame.f_code.co_filename:
            return None
        if event in ("call", "line") and next(steps) == step:
            sys.settrace(None)
            raise Interruption
        return trace

    sys.settrace(trace)
    try:
        register()
    except Interruption:
        interrupted += 1
        done = False
    else:
        done = True
    finally:
        sys.settrace(None)
    del dom, stream
    check(conn, callback, before)
    called += bool(callback.calls)
    gone = weakref.ref(callback), weakref.ref(conn)
    del callback, conn
    gc.collect()
    assert [each() for each in gone] == [None, None], gone
    if done:
        break
print(interrupted > 20, interrupted)
"""


def program(kind: str, text: str) -> str:
    register = f"\ndef register():\n    return {KINDS[kind]}\n\nSTART = descriptors()\n"
    return f"KIND = {kind!r}\n{START}{register}{text}"


@pytest.mark.parametrize("kind", KINDS)
def test_an_exception_at_each_step_leaves_no_callback_behind(kind: str, daemon: Daemon) -> None:
    assert run(program(kind, STEPS), daemon.uri()).startswith("True ")


SIGNALS = """
import random, threading, time

armed = registered = False

def interrupt(*_):
    global armed
    if armed:
        # Where nothing can swallow it any more, it comes once.
        armed = not registered
        raise KeyboardInterrupt

def send(delay, done):
    "Ctrl-C, and again where it was swallowed on the way."
    time.sleep(delay)
    os.kill(os.getpid(), signal.SIGINT)
    while not done.wait(0.01):
        if registered:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, interrupt)
sys.setswitchinterval(1e-5)
conn, dom, stream = scene()
callback = Callback()
register()
del dom, stream
check(conn, callback, START)
inside = 0
chance = random.Random(sys.argv[3])
for at in range(int(sys.argv[2])):
    before = descriptors()
    conn, dom, stream = scene()
    callback = Callback()
    done = threading.Event()
    sender = threading.Thread(target=send, args=[chance.random() * 0.0005, done])
    registered = False
    try:
        armed = True
        sender.start()
        register()
        registered = True
        while True:
            time.sleep(0.01)
    except KeyboardInterrupt:
        armed = False
    done.set()
    sender.join()
    inside += not registered
    del dom, stream
    check(conn, callback, before)
print("well")
"""


@pytest.mark.parametrize("kind", KINDS)
def test_campaign_of_registrations_that_ctrl_c_interrupts(kind: str, daemon: Daemon) -> None:
    assert run(program(kind, SIGNALS), daemon.uri(), often(20, 500), 1) == "well\n"


# What is done later --------------------------------------------------------------------------


@pytest.fixture
def _loop() -> None:
    Event.register_default()
    settle()


@pytest.mark.usefixtures("_loop")
def test_what_is_for_the_next_turn_is_done_then_and_once() -> None:
    done: list[str] = []
    do_in_next_turn(lambda: done.append("done"))
    assert done == []
    settle()
    assert done == ["done"]
    settle()
    assert done == ["done"]


def test_without_a_loop_there_is_no_next_turn() -> None:
    over = alone("""
        from sysvirt._libvirt.registration import do_in_next_turn, held
        do_in_next_turn(lambda: print("never"))
        print(len(held()))
    """)
    assert (over.stdout, over.returncode) == ("0\n", 0), over.stderr


def test_giving_back_is_no_place_where_a_signal_handler_runs() -> None:
    # Python runs one at the first step of a function of its own.
    called: list[str] = []
    sys.setprofile(lambda frame, event, _: called.append(f"{event} {frame.f_code.co_name}"))
    FREE(2**40)
    sys.setprofile(None)
    assert [each for each in called if each.startswith("call ")] == []


@pytest.mark.usefixtures("_loop")
def test_libvirt_gives_back_what_it_has_no_use_for() -> None:
    before = len(held())
    for _ in range(20):
        Event.remove_timeout(Event.add_timeout(0, print))
    settle()
    assert len(held()) <= before
