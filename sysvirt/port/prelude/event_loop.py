"""A loop that calls code when its time has come, as AnyEvent and POE have one."""

from __future__ import annotations

import os
import select
import signal
import time
import weakref

from sysvirt.port.prelude.scalars import perl_number, perl_text
from sysvirt.port.prelude.signals import perl_signal_number


class PerlLoop:
    """All that is waited for; a watcher that nothing else refers to isn't waited for any more."""

    def __init__(self):
        self.watchers = []

    def add(self, watcher):
        """Wait for one more."""
        self.watchers.append(weakref.ref(watcher))

    def alive(self):
        """The watchers that are still wanted."""
        self.watchers = [each for each in self.watchers if each() is not None]
        return [each() for each in self.watchers]

    def step(self):
        """Wait for what comes next, and call its code."""
        for each in self.ready():
            watcher = each()
            # The code may let go of its own watcher, or of another one.
            code = None if watcher is None else watcher.happened()
            del watcher
            if code is not None:
                code()

    def ready(self):
        """Those whose time has come, by weak references; the earliest first."""
        watchers = self.alive()
        files = {kind: [] for kind in "rw"}
        for each in watchers:
            if each.poll:
                files[each.poll].append(each)
        times = [each.due for each in watchers if each.due is not None]
        idle = [each for each in watchers if each.is_idle]
        seconds = max(0, min(times) - time.monotonic()) if times else None
        seconds = 0 if idle else seconds
        readable, writable, _ = select.select(files["r"], files["w"], [], seconds)
        now = time.monotonic()
        timed = [each for each in watchers if each.due is not None and each.due <= now]
        timed.sort(key=lambda each: each.due)
        found = [*timed, *readable, *writable]
        return [weakref.ref(each) for each in found or idle]


perl_loop = PerlLoop()


class PerlWatcher:
    """Code that is called when something happens, and then again."""

    #: When its time has come, and whether it waits to read or to write.
    due = None
    poll = ""
    #: Whether it waits for a moment when nothing else is to be done.
    is_idle = False

    def __init__(self, code):
        self.code = code
        perl_loop.add(self)

    def happened(self):
        """What has to be called now."""
        return self.code


class PerlTimer(PerlWatcher):
    """Code that is called after some seconds; with an interval again and again."""

    def __init__(self, after=0, interval=0, cb=None):
        super().__init__(cb)
        self.due = time.monotonic() + perl_number(after)
        self.interval = perl_number(interval)

    def happened(self):
        """The code; the next time comes an interval later."""
        self.due = self.due + self.interval if self.interval else None
        return self.code


class PerlIdle(PerlWatcher):
    """Code that is called whenever nothing else is to be done."""

    is_idle = True

    def __init__(self, cb=None):
        super().__init__(cb)


class PerlFileWatcher(PerlWatcher):
    """Code that is called when a handle can be read, or written."""

    def __init__(self, fh=None, poll="r", cb=None):
        super().__init__(cb)
        self.file = fh
        self.poll = perl_text(poll)

    def fileno(self):
        """The number of the file."""
        return self.file if isinstance(self.file, int) else self.file.fileno()


class PerlSignalWatcher(PerlWatcher):
    """Code that is called in the loop when a signal has come."""

    poll = "r"

    def __init__(self, signal=None, cb=None):
        super().__init__(cb)
        self.number = perl_signal_number(signal)
        self.reading, self.writing = os.pipe()
        self.before = perl_catch_signal(self.number, self.writing)
        self.finish = weakref.finalize(
            self, perl_leave_signal, self.number, self.before, self.reading, self.writing
        )

    def fileno(self):
        """The number of the pipe that the signal writes into."""
        return self.reading

    def happened(self):
        """The code; signals that came together are one."""
        os.read(self.reading, 4096)
        return self.code


def perl_catch_signal(number, writing):
    """Let a signal write into a pipe; what was done before."""
    return signal.signal(number, lambda *_: os.write(writing, b"x"))


def perl_leave_signal(number, before, reading, writing):
    """Do with a signal what was done before."""
    signal.signal(number, before)
    os.close(reading)
    os.close(writing)


class PerlChildWatcher(PerlWatcher):
    """Code that is called with the number and the status of a program that has ended."""

    poll = "r"

    def __init__(self, pid=None, cb=None):
        super().__init__(cb)
        self.pid = int(perl_number(pid))
        self.number = os.pidfd_open(self.pid)
        self.finish = weakref.finalize(self, os.close, self.number)

    def fileno(self):
        """The number of the file that can be read when the program has ended."""
        return self.number

    def happened(self):
        """The code with its values."""
        self.poll = ""
        code, (pid, status) = self.code, os.waitpid(self.pid, 0)
        return lambda: code(pid, status)


class PerlCondition:
    """Something that the program waits for, with the values that it is told: a condvar."""

    perl_class = "AnyEvent::CondVar"

    def __init__(self, cb=None):
        self.is_ready = False
        self.values = []
        self.error = None
        self.code = cb
        self.count = 0
        self.end_code = None

    def __call__(self, *values):
        self.send(*values)

    def ready(self):
        """Whether it has come."""
        return self.is_ready

    def send(self, *values):
        """Say that it has come; only the first time counts."""
        if self.is_ready:
            return
        self.is_ready, self.values = True, values
        if self.code is not None:
            self.code(self)

    def croak(self, error):
        """Let the one who waits die."""
        self.error = error
        self.send()

    def received(self):
        """Wait for it; the values."""
        while not self.is_ready:
            perl_loop.step()
        if isinstance(self.error, Exception):
            raise self.error
        if self.error is not None:
            raise RuntimeError(perl_text(self.error))
        return list(self.values)

    def recv(self):
        """Wait for it; the first value."""
        return next(iter(self.received()), None)

    def cb(self, code):
        """Call code when it has come."""
        self.code = code
        if self.is_ready and code is not None:
            code(self)

    def begin(self, code=None):
        """One more thing has to end first; the code is called behind the last."""
        self.count += 1
        self.end_code = code or self.end_code

    def end(self):
        """One thing has ended."""
        self.count -= 1
        if self.count == 0:
            (self.end_code or PerlCondition.send)(self)
