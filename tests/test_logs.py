"""libvirt's log in Python's ``logging``: whole, in order, and never in libvirt's way."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from ctypes import byref, c_int
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Sys, Virt, logs
from sysvirt._core import log_pipe
from sysvirt._libvirt.functions import call, pointer
from sysvirt._libvirt.parameters import Row
from tests.campaign import ROOT, run
from tests.hosts.daemon import Daemon
from tests.loop import open_descriptors
from tests.patience import LONG

#: A domain of which libvirt's reader of XML says something in its log.
WARNED = """
<domain type='test'>
  <name>warned</name>
  <uuid>6695eb01-f6a4-8304-79aa-97f2502e1940</uuid>
  <memory>1024</memory>
  <vcpu>1</vcpu>
  <cputune><vcpupin vcpu='5' cpuset='0'/></cputune>
  <os><type>hvm</type></os>
</domain>
"""


class Keeper(logging.Handler):
    """Keeps records."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def texts(self) -> list[str]:
        return [record.getMessage() for record in self.records]


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeper]:
    """A handler of the logger ``libvirt``, which lets all through."""
    # On a busy machine the end of a log may take longer than a program would wait for it.
    monkeypatch.setattr(log_pipe, "PATIENCE", LONG)
    logger = logging.getLogger("libvirt")
    before = logger.level, logger.propagate
    made = Keeper()
    logger.addHandler(made)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    yield made
    logs.stop()
    logger.removeHandler(made)
    logger.setLevel(before[0])
    logger.propagate = before[1]


def alone(program: str, **environment: str) -> tuple[str, str]:
    """What a program of its own prints, on both its streams."""
    done = subprocess.run(
        # Newer Pythons warn of a fork beside any thread.
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", textwrap.dedent(program)],
        cwd=ROOT,
        env={**os.environ, "WARNED": WARNED, **environment},
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


# What is logged -------------------------------------------------------------------------------


def test_a_warning_with_its_source(conn: Virt, keeper: Keeper) -> None:
    before = time.time()
    with logs.start():
        conn.define_domain(WARNED)
    (record,) = [each for each in keeper.records if each.levelno == logging.WARNING]
    assert record.name == "libvirt"
    assert record.levelname == "WARNING"
    assert record.getMessage() == "Ignoring vcpupin for missing vcpus"
    assert record.funcName is not None
    assert record.funcName.startswith("virDomain")
    assert record.lineno > 0
    # libvirt's clock has milliseconds.
    assert before - 0.001 <= record.created <= time.time()
    assert (record.thread, record.threadName) == (threading.get_ident(), "MainThread")


def test_an_error_is_logged_once(conn: Virt, keeper: Keeper) -> None:
    with logs.start():
        for name in ("nobody", "100 % of %s"):
            with pytest.raises(Error):
                conn.get_domain_by_name(name)
    assert [(record.levelno, record.getMessage()) for record in keeper.records] == [
        (logging.ERROR, "Domain not found")
    ] * 2


def test_closing_says_nothing(keeper: Keeper) -> None:
    # In a process of its own, where nothing has been closed yet.
    program = """
        import logging, sys
        logging.basicConfig(stream=sys.stdout, level=1)
        from sysvirt import Sys, logs
        with logs.start():
            conn = Sys.Virt.new(uri="test:///default")
            dom = conn.get_domain_by_name("test")
            conn.close()
        print("closed")
    """
    assert alone(program) == ("closed\n", "")
    assert keeper.records == []


def test_a_message_of_several_lines_is_one_record(conn: Virt, keeper: Keeper) -> None:
    with logs.start(logging.DEBUG):
        conn.define_domain(WARNED)
    (text,) = [text for text in keeper.texts() if "<name>warned</name>" in text and "xml=" in text]
    assert text.partition("xml=")[2].startswith(WARNED)


def test_a_text_that_is_no_utf8_is_spelled_out(dom: Domain, keeper: Keeper) -> None:
    rows = (Row * 32)()
    with logs.start(), pytest.raises(Error):
        call("virDomainGetBlockIoTune", pointer(dom.handle), b"/a\xff", rows, byref(c_int(32)), 0)
    (text,) = keeper.texts()
    assert "/a\\xff" in text


def test_all_comes_in_order(conn: Virt, keeper: Keeper) -> None:
    names = [f"number {number}" for number in range(500)]
    with logs.start(logging.DEBUG, filters="4:object"):
        for name in names:
            with pytest.raises(Error):
                conn.get_domain_by_name(name)
    found = [text.partition("name=")[2] for text in keeper.texts() if "name=number" in text]
    assert found == names
    assert keeper.texts().count("Domain not found") == 500


def test_another_thread_has_its_name(conn: Virt, keeper: Keeper) -> None:
    gate = threading.Event()

    def fail() -> None:
        with pytest.raises(Error):
            conn.get_domain_by_name("nobody")
        gate.wait()

    thread = threading.Thread(target=fail, name="worker")
    with logs.start():
        thread.start()
        while not keeper.records:
            time.sleep(0.01)
        gate.set()
    thread.join()
    (record,) = keeper.records
    assert (record.thread, record.threadName) == (thread.ident, "worker")


@pytest.mark.parametrize(
    ("level", "lowest"),
    [
        (logging.DEBUG, logging.DEBUG),
        (0, logging.DEBUG),
        (logging.INFO, logging.INFO),
        (logging.WARNING, logging.WARNING),
        (logging.ERROR, logging.ERROR),
        (logging.CRITICAL, logging.ERROR),
    ],
)
def test_a_level_keeps_what_is_lower_away(
    conn: Virt, keeper: Keeper, level: int, lowest: int
) -> None:
    with logs.start(level):
        conn.define_domain(WARNED)
        with pytest.raises(Error):
            conn.get_domain_by_name("nobody")
    levels = {logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR}
    assert {record.levelno for record in keeper.records} == {
        each for each in levels if each >= lowest
    }


def test_filters_let_some_sources_through(daemon: Daemon, keeper: Keeper) -> None:
    with logs.start(logging.ERROR, filters="1:rpc 4:util"), Virt(uri=daemon.uri()) as conn:
        conn.get_type()
    functions = {str(record.funcName) for record in keeper.records if record.levelno < 40}
    assert functions
    # Those of the library itself, virConnectGetType among them, are another source.
    assert {
        name for name in functions if not name.startswith(("virNet", "virKeep", "None"))
    } == set()


def test_a_logger_of_the_programs_own(conn: Virt, keeper: Keeper) -> None:
    mine, other = logging.getLogger("mine"), Keeper()
    mine.addHandler(other)
    mine.propagate = False
    for logger in ("mine", mine):
        with logs.start(logger=logger), pytest.raises(Error):
            conn.get_domain_by_name("nobody")
    mine.removeHandler(other)
    assert [record.name for record in other.records] == ["mine", "mine"]
    assert keeper.records == []


def test_the_loggers_own_level_holds_too(conn: Virt, keeper: Keeper) -> None:
    logging.getLogger("libvirt").setLevel(logging.CRITICAL)
    with logs.start(logging.DEBUG), pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    assert keeper.records == []


# Beginning and end ----------------------------------------------------------------------------


PRINTING = """
import os, sys
from sysvirt import Error, Sys
conn = Sys.Virt.new(uri="test:///default")
def warn():
    conn.define_domain(os.environ["WARNED"])
"""


def test_what_libvirt_prints_by_itself_is_printed_no_more() -> None:
    program = """
warn()
print("-", file=sys.stderr, flush=True)
import logging
from sysvirt import logs
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
with logs.start():
    warn()
print("-", file=sys.stderr, flush=True)
warn()
"""
    out, err = alone(PRINTING + program)
    assert out == "WARNING Ignoring vcpupin for missing vcpus\n"
    before, during, after = err.split("-\n")
    assert before.count("\n") == 3
    assert before.endswith("Ignoring vcpupin for missing vcpus\n")
    assert during == ""
    assert after.endswith("Ignoring vcpupin for missing vcpus\n")


def test_the_settings_of_the_environment_hold_before_and_after(tmp_path: Path) -> None:
    program = """
import logging
from sysvirt import logs
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
def size():
    return os.stat(os.environ["HERE"]).st_size
warn()
# For the first time it finds out what libvirt says to closed objects.
with logs.start():
    pass
first = size()
logs.start(logging.ERROR)
logs.start(logging.ERROR, filters="1:nothing")
warn()
second = size()
logs.stop()
logs.stop()
warn()
third = size()
print(0 < first == second < third)
"""
    file = str(tmp_path / "log")
    settings = {"LIBVIRT_LOG_OUTPUTS": f"2:file:{file}", "LIBVIRT_LOG_FILTERS": "1:test 4:object"}
    settings["HERE"] = file
    assert alone(PRINTING + program, **settings) == ("True\n", "")
    assert "debug" not in (tmp_path / "log").read_text()


def test_what_was_there_before_and_is_gone_is_no_hindrance(tmp_path: Path) -> None:
    program = """
from sysvirt import logs
import shutil
logs.start()
shutil.rmtree(os.environ["HERE"])
logs.stop()
warn()
"""
    folder = tmp_path / "gone"
    folder.mkdir()
    settings = {"LIBVIRT_LOG_OUTPUTS": f"3:file:{folder}/log", "HERE": str(folder)}
    out, err = alone(PRINTING + program, **settings)
    assert out == ""
    assert err.endswith("Ignoring vcpupin for missing vcpus\n")


def test_started_again_it_is_another_log(conn: Virt, keeper: Keeper) -> None:
    mine, other = logging.getLogger("mine"), Keeper()
    mine.addHandler(other)
    mine.propagate = False
    logs.start()
    with pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    logs.start(logger=mine)
    with pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    logs.stop()
    with pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    mine.removeHandler(other)
    assert keeper.texts() == other.texts() == ["Domain not found"]


def test_nothing_remains(conn: Virt, keeper: Keeper) -> None:
    def count() -> tuple[int, int]:
        return open_descriptors(), threading.active_count()

    files, threads = count()
    for _ in range(50):
        logs.start()
        with logs.start(logging.DEBUG), pytest.raises(Error):
            conn.get_domain_by_name("nobody")
    # A thread of an earlier test may have ended meanwhile.
    assert count()[0] <= files
    assert count()[1] <= threads
    assert keeper.texts().count("Domain not found") == 50


def test_in_threads_at_once(conn: Virt, keeper: Keeper) -> None:
    def go() -> None:
        for _ in range(30):
            with logs.start(), pytest.raises(Error):
                conn.get_domain_by_name("nobody")

    threads = [threading.Thread(target=go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keeper.records.clear()
    with logs.start(), pytest.raises(Error):
        conn.get_domain_by_name("nobody")
    assert keeper.texts() == ["Domain not found"]


def test_the_end_of_the_program_loses_nothing() -> None:
    program = """
import logging
from sysvirt import logs
from sysvirt._core import log_pipe
log_pipe.PATIENCE = 600.0
logging.basicConfig(stream=sys.stdout, format="%(message)s")
logs.start()
for _ in range(1000):
    warn()
"""
    assert alone(PRINTING + program) == ("Ignoring vcpupin for missing vcpus\n" * 1000, "")


def test_the_end_of_the_program_does_not_wait_for_ever() -> None:
    program = """
import logging, threading
from sysvirt import logs
class Slow(logging.Filter):
    # A handler has a lock, for which logging itself would wait at the end.
    def filter(self, record):
        print("stuck", flush=True)
        threading.Event().wait()
logging.getLogger("libvirt").addFilter(Slow())
logs.start()
warn()
"""
    assert alone(PRINTING + program) == ("stuck\n", "")


# Handlers -------------------------------------------------------------------------------------


def test_a_handler_that_is_stuck_keeps_nobody_waiting(conn: Virt, keeper: Keeper) -> None:
    stuck, free = threading.Event(), threading.Event()

    class Slow(logging.Handler):
        def emit(self, _: logging.LogRecord) -> None:
            stuck.set()
            free.wait()

    slow = Slow()
    logger = logging.getLogger("libvirt")
    logger.addHandler(slow)
    try:
        logs.start(logging.DEBUG)
        conn.get_type()
        assert stuck.wait(LONG)
        # Some megabytes: more than there is room for.
        number = 20_000
        for _ in range(number):
            conn.get_type()
    finally:
        free.set()
        logs.stop()
        logger.removeHandler(slow)
    found = [record for record in keeper.records if record.funcName == "virConnectGetType"]
    assert 1000 < len(found) < number


def test_a_handler_that_fails_is_reported_and_the_log_goes_on() -> None:
    program = """
import logging
from sysvirt import logs
faults, seen = [], []
sys.unraisablehook = lambda fault: faults.append(fault.exc_type)
class Rude(logging.Filter):
    def filter(self, record):
        seen.append(record)
        raise [ValueError, SystemExit][len(seen) % 2]
logging.getLogger("libvirt").addFilter(Rude())
with logs.start():
    for _ in range(4):
        warn()
print(len(seen), [fault.__name__ for fault in faults])
"""
    out, err = alone(PRINTING + program)
    assert out == "4 ['SystemExit', 'ValueError', 'SystemExit', 'ValueError']\n"
    assert err == ""


def test_a_handler_that_calls_libvirt_does_not_feed_itself(conn: Virt, keeper: Keeper) -> None:
    calls = []

    class Busy(logging.Handler):
        def emit(self, _: logging.LogRecord) -> None:
            calls.append(conn.get_type())

    busy = Busy()
    logger = logging.getLogger("libvirt")
    logger.addHandler(busy)
    try:
        with logs.start(logging.DEBUG):
            conn.get_type()
    finally:
        logger.removeHandler(busy)
    found = [record for record in keeper.records if record.funcName == "virConnectGetType"]
    assert len(found) == 1
    assert len(calls) == len(keeper.records)


# Child processes ------------------------------------------------------------------------------


FORKING = """
import logging
from sysvirt import logs
logging.basicConfig(stream=sys.stdout, format="%(process)d %(message)s")
def fail(word):
    try:
        Sys.Virt.new(uri="test:///default").get_network_by_name(word)
    except Error:
        pass
"""


def test_a_child_process_logs_nowhere_and_its_parent_goes_on() -> None:
    program = """
logs.start()
fail("before")
logs.stop(); logs.start()
child = os.fork()
if not child:
    fail("inside")
    fail("inside")
    os._exit(0)
os.waitpid(child, 0)
fail("after")
logs.stop()
"""
    out, err = alone(PRINTING + FORKING + program)
    assert err == ""
    assert "inside" not in out
    assert [word for word in ("before", "after") if f"'{word}'" in out] == ["before", "after"]


def test_a_child_process_may_have_a_log_of_its_own() -> None:
    program = """
logs.start()
child = os.fork()
if not child:
    with logs.start():
        fail("inside")
    fail("stopped")
    sys.stdout.flush()
    # libvirt prints by itself again.
    conn = Sys.Virt.new(uri="test:///default")
    warn()
    os._exit(0)
os.waitpid(child, 0)
fail("after")
"""
    out, err = alone(PRINTING + FORKING + program)
    lines = out.splitlines()
    assert len(lines) == 2
    assert "'inside'" in lines[0]
    assert "'after'" in lines[1]
    assert lines[0].split()[0] != lines[1].split()[0]
    assert err.endswith("Ignoring vcpupin for missing vcpus\n")


# What can't be --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"level": "DEBUG"}, TypeError, "level must be an int, not str"),
        ({"level": 2**40}, ValueError, "level must be between"),
        ({"logger": 5}, TypeError, "logger must be a str or a logging.Logger, not int"),
        ({"filters": None}, TypeError, "filters must be a str, not NoneType"),
        ({"filters": "rpc"}, ValueError, "filters must be like '1:rpc 4:util', but has 'rpc'"),
        ({"filters": "1:rpc 9:x"}, ValueError, "but has '9:x'"),
        ({"filters": "1:"}, ValueError, "but has '1:'"),
        ({"filters": "1:a:b"}, ValueError, "but has '1:a:b'"),
    ],
)
def test_a_wrong_argument_is_named_and_nothing_is_changed(
    conn: Virt, keeper: Keeper, arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with logs.start():
        with pytest.raises(error, match=words):
            logs.start(**arguments)
        with pytest.raises(Error):
            conn.get_domain_by_name("nobody")
    assert keeper.texts() == ["Domain not found"]


def test_a_libvirt_without_the_functions_is_an_error() -> None:
    # Any other library has none of them.
    program = """
        import ctypes
        from sysvirt import NotSupportedError, logs
        from sysvirt._libvirt import log
        log.library = lambda: ctypes.CDLL(None)
        try:
            logs.start()
        except NotSupportedError as error:
            print(error.code(), error.message())
        logs.stop()
    """
    out, _ = alone(program)
    release = ".".join(map(str, divmod(Sys.Virt.get_version() // 1000, 1000)))
    assert out.startswith(f"3 this function is not supported: libvirt {release}.")


def test_importing_sysvirt_loads_none_of_it() -> None:
    program = """
        import sys
        import sysvirt
        print([name for name in ("logging", "sysvirt.logs") if name in sys.modules])
    """
    assert run(program) == "[]\n"
