"""What frees an object: in C, so that no signal is lost there."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Sys, Virt
from sysvirt._libvirt.finalizers import add_finalizer
from tests.campaign import often, run
from tests.hosts.daemon import Daemon


class Freed:
    """What is freed here: the length of its text is asked for."""

    def __init__(self, text: Any) -> None:
        self.text = text


@pytest.fixture
def freed() -> list[Any]:
    """What was freed; the function that does so is one in C."""
    texts: list[Any] = []
    add_finalizer(Freed, texts.append, "text")
    return texts


def test_it_gets_the_attribute_once(freed: list[Any]) -> None:
    item = Freed("a")
    assert freed == []
    del item
    assert freed == ["a"]


def test_an_object_inside_another_is_freed_first(freed: list[Any]) -> None:
    outer = Freed([Freed("inner")])
    outer.text.append("outer")
    del outer
    freed.pop().clear()
    assert freed == ["inner"]


def test_the_collector_frees_too(freed: list[Any]) -> None:
    item = Freed("circle")
    item.self = item  # type: ignore[attr-defined]
    del item
    gc.collect()
    assert freed == ["circle"]


def test_what_fails_is_reported_and_the_next_is_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    reports: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda each: reports.append(each.exc_type))
    lengths: list[int] = []
    add_finalizer(Freed, len, "text")
    Freed(1)
    assert reports == [TypeError]
    add_finalizer(Freed, lengths.append, "text")
    del Freed("no text").text
    assert reports == [TypeError, AttributeError]
    Freed(2)
    assert lengths == [2]


def test_threads_free_each_their_own(freed: list[Any]) -> None:
    def work(name: int) -> None:
        for number in range(2000):
            Freed((name, number))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(freed) == [(name, number) for name in range(4) for number in range(2000)]


#: Ctrl-C again and again, at moments that nobody chooses, while objects come and go.
INTERRUPTED = """
import os, random, signal, sys, threading, time
from sysvirt import Error, Event, Sys

kind, loop, number, uri = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
lost = []
sys.unraisablehook = lost.append
if loop == "EventImpl":
    from tests.selector_loop import SelectorLoop
    Event.register(SelectorLoop())
conn = Sys.Virt.new(uri=uri)

def look_up():
    dom = conn.get_domain_by_name("test")

def list_all():
    for dom in conn.list_all_domains():
        dom.get_name()

def make_streams():
    stream = conn.new_stream()

def open_again():
    Sys.Virt.new(uri=uri)

def fail():
    try:
        conn.get_domain_by_name("nobody")
    except Error:
        pass

call = globals()[kind]
sent = seen = 0
# Each byte asks for one.
asked, asking = os.pipe()

def send():
    global sent
    for _ in range(number):
        os.read(asked, 1)
        time.sleep(random.random() / 300)
        sent += 1
        os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=send, daemon=True).start()
deadline = time.monotonic() + 0.2 * number + 600
while seen < number and time.monotonic() < deadline:
    try:
        os.write(asking, b"x")
        while seen < number and time.monotonic() < deadline:
            call()
    except KeyboardInterrupt:
        seen += 1
print(seen == sent == number, [each.exc_value for each in lost])
os._exit(0)
"""


@pytest.mark.parametrize(
    ("kind", "loop"),
    [
        ("look_up", "none"),
        ("list_all", "none"),
        ("make_streams", "none"),
        ("open_again", "none"),
        ("fail", "none"),
        # libvirt uses the loop in the middle of these.
        ("look_up", "EventImpl"),
        ("list_all", "EventImpl"),
        ("fail", "EventImpl"),
    ],
)
def test_campaign_of_interrupted_calls(kind: str, loop: str, daemon: Daemon) -> None:
    assert run(INTERRUPTED, kind, loop, often(50, 1000), daemon.uri()) == "True []\n"


@pytest.mark.parametrize("kind", ["look_up", "list_all", "make_streams", "open_again", "fail"])
def test_campaign_of_interrupted_calls_inside_the_process(kind: str) -> None:
    done = run(INTERRUPTED, kind, "none", often(50, 1000), "test:///default")
    assert done == "True []\n"


@pytest.mark.parametrize(
    "make",
    [
        lambda conn: conn.get_domain_by_name("test"),
        lambda conn: conn.list_all_networks(),
        lambda conn: conn.new_stream(),
    ],
)
def test_the_connection_closes_when_its_objects_have_gone(make: Callable[[Virt], object]) -> None:
    """The test driver forgets what was changed as soon as its last connection is closed."""
    gc.collect()
    conn = Sys.Virt.new(uri="test:///default")
    conn.get_domain_by_name("test").suspend()
    made = make(conn)
    del conn
    assert made
    with Sys.Virt.new(uri="test:///default") as another:
        dom = another.get_domain_by_name("test")
        assert dom.get_state()[0] == dom.STATE_PAUSED
        del dom, made
    del another
    with Sys.Virt.new(uri="test:///default") as another:
        dom = another.get_domain_by_name("test")
        assert dom.get_state()[0] == dom.STATE_RUNNING


# In a process of its own, without a loop: with one, libvirt closes sockets when that turns.
INTERRUPTED_OPENINGS = """
import gc
import itertools
import os
import sys

from sysvirt import Virt

uri = sys.argv[1]


class Stop(BaseException):
    pass


def count_descriptors():
    return len(os.listdir("/proc/self/fd"))


Virt(uri=uri).close()
before = count_descriptors()
left = []
for step in itertools.count():
    steps = iter(range(step))

    def interrupt(frame, event, what):
        # Where Python runs handlers: a function of Python's begins, or one of C's has ended.
        if event in ("call", "c_return") and next(steps, None) is None:
            sys.setprofile(None)
            raise Stop

    conn = None
    try:
        sys.setprofile(interrupt)
        conn = Virt(uri=uri)
    except Stop:
        pass
    finally:
        sys.setprofile(None)
    if conn is not None:
        break
    gc.collect()
    if count_descriptors() != before:
        left.append(step)
        before = count_descriptors()
print(step > 50, left)
"""


def test_what_is_interrupted_while_it_is_opened_leaves_nothing_open(daemon: Daemon) -> None:
    assert run(INTERRUPTED_OPENINGS, daemon.uri(), patience=1200) == "True []\n"
