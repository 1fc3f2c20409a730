"""Sessions that send each other events, and the kernel that brings them: POE."""

from __future__ import annotations

import itertools
import select
import time

from sysvirt.port.prelude.boxes import perl_one_given
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text
from sysvirt.port.prelude.status import perl_status


class PerlEvent:
    """What a session is to be told, and when."""

    def __init__(self, due, session, name, arguments, sender, is_timer=False):
        self.due = due
        self.session = session
        self.name = name
        self.arguments = arguments
        self.sender = sender
        self.is_timer = is_timer
        self.number = next(perl_event_numbers)


perl_event_numbers = itertools.count(1)


class PerlSession:
    """Code for events, with a heap of its own; it ends when nothing can come any more."""

    perl_class = "POE::Session"

    def __init__(self, inline_states=None, heap=None, args=(), options=None):
        self.states = dict(inline_states or {})
        self.heap = {} if heap is None else heap
        self.options = options
        self.number = next(perl_event_numbers)
        self.parent = perl_kernel.active()
        perl_kernel.begin(self, args)

    def ID(self):
        """Its number."""
        return self.number

    def get_heap(self):
        """Its heap."""
        return self.heap


class PerlKernel:
    """What calls the code of sessions."""

    perl_class = "POE::Kernel"

    def __init__(self):
        self.sessions = []
        self.events = []
        #: By handle and "r" or "w": the session, the event, and more values for it.
        self.files = {}
        self.aliases = {}
        self.counts = {}
        self.running = []

    def active(self):
        """The session whose code runs, or the kernel itself."""
        return self.running[-1][0] if self.running else self

    # Sessions

    def begin(self, session, arguments):
        """Take a session in, and tell its parent."""
        self.sessions.append(session)
        value = self.tell(session, "_start", session.parent, arguments)
        if session.parent is not self:
            self.tell(session.parent, "_child", self, ["create", session, value])

    def tell(self, session, name, sender, arguments):
        """Call the code of a session for an event; what it gives."""
        code, state = session.states.get(name), name
        if code is None:
            code, arguments = session.states.get("_default"), [name, list(arguments)]
        if code is None:
            return None
        before = self.running[-1][1] if self.running else None
        self.running.append((session, state))
        try:
            first = (None, session, self, session.heap, state, sender)
            return perl_one_given(code(*first, None, None, None, before, *arguments))
        finally:
            self.running.pop()

    def is_busy(self, session):
        """Whether something can still come to a session."""
        return (
            any(session in (each.session, each.sender) for each in self.events)
            or any(each[0] is session for each in self.files.values())
            or any(each.parent is session for each in self.sessions)
            or any(owner is session for owner, _ in self.counts)
        )

    def sweep(self):
        """End the sessions to which nothing can come any more."""
        for each in reversed(self.sessions):
            if each in self.sessions and each not in self.aliases.values():
                self.end(each)
        if not self.events and not self.files and not self.counts:
            # Only names are left, which nobody asks for.
            for each in reversed(self.sessions):
                self.end(each)

    def end(self, session, is_forced=False):
        """End a session, if nothing can come to it."""
        if session not in self.sessions or (not is_forced and self.is_busy(session)):
            return
        value = self.tell(session, "_stop", self, [])
        self.sessions.remove(session)
        self.events = [each for each in self.events if each.session is not session]
        self.files = {key: each for key, each in self.files.items() if each[0] is not session}
        self.aliases = {name: one for name, one in self.aliases.items() if one is not session}
        self.counts = {key: one for key, one in self.counts.items() if key[0] is not session}
        if session.parent in self.sessions:
            self.tell(session.parent, "_child", self, ["lose", session, value])
            self.end(session.parent)

    # The loop

    def run(self):
        """Bring all events until no session is left."""
        while self.sessions:
            self.look_at_files()
            now = time.monotonic()
            due = [each for each in self.events if each.due <= now]
            for each in sorted(due, key=lambda one: (one.due, one.number)):
                # What was called may have taken it away.
                if each in self.events:
                    self.events.remove(each)
                    self.tell(each.session, each.name, each.sender, each.arguments)
                    self.sweep()
            if not self.events and not self.files:
                self.sweep()

    def look_at_files(self):
        """Wait until something is due, and tell of handles that are ready."""
        times = [each.due for each in self.events]
        seconds = max(0, min(times) - time.monotonic()) if times else None
        if not times and not self.files:
            return
        waiting = {kind: [handle for handle, one in self.files if one == kind] for kind in "rw"}
        ready = select.select(waiting["r"], waiting["w"], [], seconds)
        for mode, kind in enumerate("rw"):
            for handle in ready[mode]:
                found = self.files.get((handle, kind))
                if found is not None:
                    session, name, more = found
                    self.tell(session, name, session, [handle, mode, *more])
                    self.sweep()

    def stop(self):
        """End all sessions at once."""
        for each in reversed(self.sessions):
            self.end(each, True)

    # Events

    def enqueue(self, due, session, name, arguments, is_timer=False):
        """Keep an event until its time has come; its number."""
        sender = self.active()
        event = PerlEvent(due, session, perl_text(name), list(arguments), sender, is_timer)
        self.events.append(event)
        return event.number

    def resolve(self, target):
        """The session that a name, a number or a session itself means."""
        if isinstance(target, PerlSession):
            return target if target in self.sessions else None
        for each in self.sessions:
            if target == each.number:
                return each
        return self.aliases.get(perl_text(target))

    def yield_(self, name, *arguments):
        """Tell the session that runs something behind what waits already."""
        self.enqueue(time.monotonic(), self.active(), name, arguments)

    def post(self, target, name, *arguments):
        """Tell another session something; 0 if there is none."""
        session = self.resolve(target)
        if session is None:
            perl_status.error = 3
            return 0
        self.enqueue(time.monotonic(), session, name, arguments)
        return 1

    def call(self, target, name, *arguments):
        """Tell a session something now; what its code gives."""
        session = self.resolve(target)
        if session is None:
            perl_status.error = 3
            return None
        return self.tell(session, perl_text(name), self.active(), arguments)

    # Timers

    def timer(self, name, due, arguments):
        """Tell the session that runs something later; the number of that."""
        return self.enqueue(due, self.active(), name, arguments, True)

    def forget(self, is_meant):
        """Take timers of the session that runs away; those that were there."""
        own = [each for each in self.events if each.is_timer and each.session is self.active()]
        gone = [each for each in own if is_meant(each)]
        self.events = [each for each in self.events if each not in gone]
        return [[each.name, perl_epoch(each.due), *each.arguments] for each in gone]

    def delay(self, name, seconds=None, *arguments):
        """Tell something in some seconds, and no more what was told so before."""
        self.forget(lambda each: each.name == name)
        if seconds is not None:
            self.delay_set(name, seconds, *arguments)
        return 0

    def delay_add(self, name, seconds, *arguments):
        """Tell something in some seconds as well."""
        self.delay_set(name, seconds, *arguments)
        return 0

    def delay_set(self, name, seconds, *arguments):
        """The same; the number of the timer."""
        return self.timer(name, time.monotonic() + perl_number(seconds), arguments)

    def alarm(self, name, when=None, *arguments):
        """What delay does, at a time of the clock."""
        self.forget(lambda each: each.name == name)
        if when is not None:
            self.alarm_set(name, when, *arguments)
        return 0

    def alarm_add(self, name, when, *arguments):
        """What delay_add does, at a time of the clock."""
        self.alarm_set(name, when, *arguments)
        return 0

    def alarm_set(self, name, when, *arguments):
        """What delay_set does, at a time of the clock."""
        return self.timer(name, perl_monotonic(when), arguments)

    def alarm_remove(self, number):
        """Take a timer away: its event, its time and its values; None if it is gone."""
        return next(iter(self.forget(lambda each: each.number == perl_integer(number))), None)

    def alarm_remove_all(self):
        """Take all timers of the session that runs away."""
        return self.forget(lambda each: each.is_timer)

    def delay_adjust(self, number, seconds):
        """Let a timer come in some seconds from now; its time."""
        for each in self.events:
            if each.number == perl_integer(number):
                each.due = time.monotonic() + perl_number(seconds)
                return perl_epoch(each.due)
        return None

    # Handles, names, code

    def watch(self, handle, kind, event, more):
        """Tell the session that runs when a handle is ready; without an event no more."""
        if event is None:
            self.files.pop((handle, kind), None)
        else:
            self.files[handle, kind] = (self.active(), perl_text(event), more)

    def select_read(self, handle, event=None, *more):
        """Tell when a handle can be read."""
        self.watch(handle, "r", event, more)

    def select_write(self, handle, event=None, *more):
        """Tell when a handle can be written."""
        self.watch(handle, "w", event, more)

    def alias_set(self, name):
        """Give the session that runs a name; 17 if another one has it."""
        if self.aliases.setdefault(perl_text(name), self.active()) is not self.active():
            return 17
        return 0

    def alias_remove(self, name):
        """Take a name away; 3 if there is none."""
        return 3 if self.aliases.pop(perl_text(name), None) is None else 0

    def alias_resolve(self, name):
        """The session that has a name; None if there is none."""
        return self.resolve(name)

    def refcount_increment(self, number, name):
        """Keep a session; how often by that name."""
        key = self.resolve(number), name
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def refcount_decrement(self, number, name):
        """Keep a session one time less; how often still."""
        key = self.resolve(number), name
        self.counts[key] -= 1
        return self.counts[key] or self.counts.pop(key)

    def state(self, name, code=None):
        """Set the code of the session that runs for an event; without code take it away."""
        if code is None:
            self.active().states.pop(name, None)
        else:
            self.active().states[name] = code

    def get_active_session(self):
        """The session whose code runs."""
        return self.active()


perl_kernel = PerlKernel()


def perl_epoch(due):
    """A time of the loop as one of the clock."""
    return time.time() + due - time.monotonic()


def perl_monotonic(when):
    """A time of the clock as one of the loop."""
    return time.monotonic() + perl_number(when) - time.time()
