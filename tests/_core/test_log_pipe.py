"""The pipe of libvirt's log, with a test in libvirt's place as the one who writes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt._core import log_pipe
from sysvirt._core.log_messages import Message
from sysvirt._core.log_pipe import LogPipe
from tests.campaign import run
from tests.loop import open_descriptors
from tests.patience import LONG

LINE = "2026-11-26 07:29:11.123+0000: 1: debug : f:1 : {}\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine the end may take longer than a program would wait for it."""
    monkeypatch.setattr(log_pipe, "PATIENCE", LONG)


class Writer:
    """Who opens the pipe by its name, as libvirt does, and what comes out at its other end."""

    def __init__(self) -> None:
        self.found: list[Message] = []
        self.came = threading.Condition()
        self.pipe = LogPipe(self.take)
        self.descriptor = os.open(self.pipe.path, os.O_WRONLY | os.O_APPEND)
        os.set_inheritable(self.descriptor, True)
        self.pipe.prepare()

    def take(self, message: Message) -> None:
        with self.came:
            self.found.append(message)
            self.came.notify_all()

    def write(self, text: str) -> int:
        return os.write(self.descriptor, LINE.format(text).encode())

    def fill(self, text: str) -> int:
        """Write until there is no more room; how often there was."""
        number = 0
        with contextlib.suppress(BlockingIOError):
            while True:
                self.write(text)
                number += 1
        return number

    def wait(self, number: int) -> None:
        with self.came:
            assert self.came.wait_for(lambda: len(self.found) >= number, LONG)

    def texts(self) -> list[str]:
        return [message.text for message in self.found]


@pytest.fixture
def writer() -> Iterator[Writer]:
    made = Writer()
    made.pipe.start()
    yield made
    os.close(made.descriptor)
    made.pipe.end()


def test_a_message_comes_when_it_is_written(writer: Writer) -> None:
    for number in range(5):
        writer.write(f"n{number}")
        writer.wait(number + 1)
    assert writer.texts() == [f"n{number}" for number in range(5)]


def test_the_end_hands_on_what_is_left() -> None:
    before = open_descriptors()
    writer = Writer()
    for number in range(500):
        writer.write(f"n{number}")
    os.close(writer.descriptor)
    writer.pipe.start()
    writer.pipe.end()
    assert writer.texts() == [f"n{number}" for number in range(500)]
    assert open_descriptors() <= before


def test_who_writes_never_waits() -> None:
    writer = Writer()
    number = writer.fill("x" * 1000)
    os.close(writer.descriptor)
    writer.pipe.start()
    writer.pipe.end()
    assert len(writer.found) == number > 50


def test_the_end_finds_room_in_a_full_pipe() -> None:
    writer = Writer()
    number = writer.fill("x" * 1000) + writer.fill("x")
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writer.descriptor, b"\n")
    os.close(writer.descriptor)
    writer.pipe.start()
    writer.pipe.end()
    assert len([text for text in writer.texts() if text.strip()]) == number


def test_no_program_that_is_started_has_it(writer: Writer) -> None:
    pipe = Path(f"/proc/self/fd/{writer.descriptor}").readlink()
    started = ["ls", "-l", "/proc/self/fd"]
    done = subprocess.run(started, close_fds=False, capture_output=True, text=True, check=True)
    assert "pipe:" in done.stdout
    assert str(pipe) not in done.stdout


def test_a_fault_is_reported_and_the_next_message_comes() -> None:
    program = """
import os, sys
from sysvirt._core import log_pipe
from sysvirt._core.log_pipe import LogPipe
def take(message):
    found.append(message.text)
    if len(found) == 1:
        raise SystemExit(3)
log_pipe.PATIENCE = 600.0
found, faults = [], []
sys.unraisablehook = lambda fault: faults.append((fault.exc_type, fault.object))
pipe = LogPipe(take)
descriptor = os.open(pipe.path, os.O_WRONLY)
pipe.prepare()
pipe.start()
for text in "ab":
    os.write(descriptor, f"2026-11-26 07:29:11.123+0000: 1: debug : f:1 : {text}\\n".encode())
os.close(descriptor)
pipe.end()
print(found, faults == [(SystemExit, take)])
"""
    assert run(program) == "['a', 'b'] True\n"


def test_a_child_process_leaves_it_to_its_parent(writer: Writer) -> None:
    child = os.fork()
    if not child:
        writer.pipe.abandon()
        writer.write("the child's")
        os._exit(0)
    assert os.waitpid(child, 0) == (child, 0)
    writer.write("the parent's")
    writer.wait(1)
    assert writer.texts() == ["the parent's"]
