"""No error of libvirt's is lost, whatever runs between the failed call and its being raised.

libvirt keeps a thread's last error until the thread calls libvirt again. The collector does that
when it frees a domain, and a signal handler may. ``tests/campaign.py`` says how to run this 200,000
times.
"""

from __future__ import annotations

import libvirt
import pytest

from sysvirt import Error, Sys, Virt
from sysvirt._libvirt.errors import call_checked, failed
from tests.campaign import often, run

#: Calls that fail, on each of the ways to libvirt, with the code of each.
FAILURES = """
import gc, signal, sys, threading
import libvirt
from sysvirt import Error, Sys

conn = Sys.Virt.new(uri="test:///default")
theirs = libvirt.open("test:///default")
dom = conn.get_domain_by_name("test")
computer = conn.get_node_device_by_name("computer")

FAILURES = [
    (Error.ERR_NO_NETWORK, lambda: conn.get_network_by_name("nothing")),
    (Error.ERR_NO_DOMAIN, lambda: conn.get_domain_by_name("nobody")),
    (Error.ERR_NO_STORAGE_POOL, lambda: conn.get_storage_pool_by_name("nothing")),
    (Error.ERR_NO_NODE_DEVICE, lambda: conn.get_node_device_by_name("nothing")),
    (Error.ERR_INVALID_ARG, lambda: conn.list_all_domains(1 << 30)),
    (Error.ERR_INVALID_ARG, lambda: dom.get_xml_description(1 << 20)),
    (Error.ERR_INVALID_ARG, lambda: dom.get_numa_parameters(64)),
    (Error.ERR_INVALID_ARG, lambda: dom.memory_stats(64)),
    (Error.ERR_NO_SUPPORT, lambda: conn.get_secret_by_usage(1, "nothing")),
]

def check(number):
    "Let a call fail; whether its error is that one's."
    code, call = FAILURES[number % len(FAILURES)]
    try:
        call()
    except Error as error:
        return error.code() == code
    return False
"""


def test_each_failure_has_its_error_by_itself() -> None:
    assert run(FAILURES + "print([check(at) for at in range(9)] == [True] * 9)") == "True\n"


def test_campaign_of_failures_beside_the_collector() -> None:
    number = often(5_000, 200_000)
    program = """
class Node:
    pass

number = int(sys.argv[1])
right = freed = 0
gc.freeze()
def note(phase, info):
    global freed
    freed += phase == "stop"
gc.callbacks.append(note)
for at in range(number):
    gc.disable()
    # A circle with a domain in it: only the collector frees it.
    node = Node()
    node.me, node.dom = node, conn.get_domain_by_name("test")
    del node
    gc.set_threshold(1)
    gc.enable()
    right += check(at)
print(right, freed >= number)
"""
    assert run(FAILURES + program, number) == f"{number} True\n"


def test_campaign_of_failures_with_the_error_still_held() -> None:
    # The classic way: the last error is kept, with the frame that holds a domain.
    number = often(5_000, 200_000)
    program = """
def fail(last):
    dom = conn.get_domain_by_name("test")
    try:
        conn.get_network_by_name("nothing")
    except Error as error:
        last = error
    return last

number = int(sys.argv[1])
right = 0
last = None
for _ in range(number):
    last = fail(last)
    right += last.code() == Error.ERR_NO_NETWORK
print(right)
"""
    assert run(FAILURES + program, number) == f"{number}\n"


def test_campaign_of_failures_beside_a_signal_handler() -> None:
    number = often(5_000, 200_000)
    program = """
number = int(sys.argv[1])
right = 0
# A handler may run within itself, so that counting would lose some.
signals, handled = [], []
# What is imported late: a signal handler can't wait for the end of an import.
for at in range(len(FAILURES)):
    check(at)

def handle(*_):
    # Calls that succeed and that fail, by both libraries.
    signals.append(True)
    theirs.lookupByName("test")
    conn.get_domain_by_name("test").get_state()
    try:
        theirs.lookupByName("nobody")
    except libvirt.libvirtError:
        handled.append(check(len(signals)))

signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.0003, 0.0003)
done = 0
while done < number or len(signals) < number // 100:
    right += check(done)
    done += 1
signal.setitimer(signal.ITIMER_REAL, 0)
print(right == done, len(signals) >= number // 100, handled == signals)
"""
    assert run(FAILURES + program, number) == "True True True\n"


def test_campaign_of_failures_in_threads_at_once() -> None:
    number = often(1_000, 20_000)
    program = """
sys.setswitchinterval(1e-6)
number = int(sys.argv[1])
right = []

def fail(first):
    right.append(sum(check(first + at) for at in range(number)))

def fail_beside_us():
    for _ in range(number):
        try:
            theirs.lookupByName("nobody")
        except libvirt.libvirtError as error:
            assert error.get_error_code() == Error.ERR_NO_DOMAIN

threads = [threading.Thread(target=fail, args=[at]) for at in range(6)]
threads += [threading.Thread(target=fail_beside_us) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(set(right) == {number}, len(right))
"""
    assert run(FAILURES + program, number) == "True 6\n"


def test_a_handler_that_the_program_registers_later_leaves_all_errors_right() -> None:
    program = """
seen = []
libvirt.registerErrorHandler(lambda context, error: seen.append(error[0]), None)
print([check(at) for at in range(9)] == [True] * 9, seen == [code for code, _ in FAILURES])
"""
    assert run(FAILURES + program) == "True True\n"


def test_a_failure_where_nothing_may_be_the_answer_shows_beside_such_a_handler() -> None:
    program = """
from sysvirt._core.binding import get_optional_text
def look():
    try:
        return repr(get_optional_text("virNodeDeviceGetParent", None))
    except Error as error:
        return error.code() == Error.ERR_INVALID_NODE_DEVICE
print(look(), repr(computer.get_parent()))
libvirt.registerErrorHandler(lambda *_: None, None)
print(look(), repr(computer.get_parent()))
"""
    assert run(FAILURES + program) == "True None\nTrue None\n"


def test_errors_of_libvirt_python_beside_us_do_not_pile_up() -> None:
    program = """
def fail(number):
    for _ in range(number):
        try:
            theirs.lookupByName("nobody")
        except libvirt.libvirtError:
            pass

fail(1_000)
before = sys.getallocatedblocks()
fail(100_000)
print(sys.getallocatedblocks() - before < 500)
"""
    assert run(FAILURES + program) == "True\n"


def test_our_errors_do_not_pile_up() -> None:
    program = """
def fail(number):
    for at in range(number):
        check(at)

fail(1_000)
before = sys.getallocatedblocks()
fail(20_000)
print(sys.getallocatedblocks() - before < 500)
"""
    assert run(FAILURES + program) == "True\n"


def test_a_failure_without_a_reason_is_an_unknown_problem() -> None:
    libvirt.virResetLastError()
    error = failed("virNothing() failed")
    assert (error.code(), error.domain(), error.level()) == (0, 0, 0)
    assert error.message() == "Unknown problem"
    assert error.origin() == "virNothing() failed"


def test_a_result_that_is_nothing_is_no_failure_though_there_was_one_before(conn: Virt) -> None:
    other: dict[str, str] = {}
    with pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    assert call_checked(other.get, "nothing") is None


def test_nothing_goes_to_the_error_stream() -> None:
    # run() looks at it, too.
    assert run(FAILURES + "print(check(0))") == "True\n"


def test_a_failure_in_a_thread_of_libvirts_own_harms_nobody() -> None:
    program = """
import ctypes
library = ctypes.CDLL(vars(libvirt)["libvirtmod"].__file__)
close = ctypes.cast(library.virConnectClose, ctypes.c_void_p)
for at in range(100):
    thread = ctypes.c_ulong()
    ctypes.CDLL(None).pthread_create(ctypes.byref(thread), None, close, None)
    ctypes.CDLL(None).pthread_join(thread, None)
    assert check(at)
print("well")
"""
    assert run(FAILURES + program) == "well\n"


def test_the_error_of_an_interrupted_call_is_not_the_next_ones(conn: Virt) -> None:
    with pytest.raises(Error) as first:
        conn.get_domain_by_name("nobody")
    with pytest.raises(Error) as second:
        Sys.Virt.new(uri="test:///nowhere")
    assert first.value.code() == Error.ERR_NO_DOMAIN
    assert second.value.code() != Error.ERR_NO_DOMAIN
