"""An event loop in Python. libvirt keeps one for each process, so each test has its own."""

from __future__ import annotations

import textwrap

import pytest

from sysvirt import Event, EventImpl, Sys
from tests.loop import alone
from tests.selector_loop import SelectorLoop

START = """
import gc, sys, time, weakref
from sysvirt import Domain, Error, Event, EventImpl, Sys
from tests.selector_loop import SelectorLoop

reports = []
sys.unraisablehook = reports.append
loop = SelectorLoop()

def turn_until(done, seconds=600):
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        loop.turn()

def fails(kind, words, call, *values):
    try:
        call(*values)
    except kind as error:
        assert words in str(error), error
        return error
    raise AssertionError(f"no {kind.__name__}")
"""


def well(program: str) -> None:
    """Run a program, whose assertions all have to hold."""
    done = alone(START + textwrap.dedent(program) + "\nprint('well')\n")
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


def test_names() -> None:
    assert Sys.Virt.EventImpl is EventImpl
    assert not issubclass(Event, EventImpl)


def test_events_come_through_a_loop_of_ones_own() -> None:
    well("""
        Event.register(loop)
        conn = Sys.Virt.new(uri="test:///default")
        dom = conn.get_domain_by_name("test")
        came = []
        number = conn.domain_event_register_any(
            None, Domain.EVENT_ID_LIFECYCLE, lambda *values: came.append(values)
        )
        assert len(loop.timers) == 1
        dom.suspend()
        turn_until(lambda: came)
        assert came == [(conn, dom, Domain.EVENT_SUSPENDED, 0)] and came[0][0] is conn
        conn.domain_event_deregister_any(number)
        dom.resume()
        for _ in range(5):
            loop.turn()
        assert len(came) == 1 and not loop.timers and not loop.spent
        left = weakref.ref(conn), weakref.ref(conn.handle)
        del conn, dom, came
        gc.collect()
        assert left[0]() is left[1]() is None
        assert not reports
    """)


def test_the_functions_of_event_use_it() -> None:
    well("""
        import os
        Event.register(loop)
        ticks, came = [], []
        timer = Event.add_timeout(5, ticks.append)
        assert timer in loop.timers
        turn_until(lambda: len(ticks) >= 3)
        assert set(ticks) == {timer}
        Event.update_timeout(timer, -1)
        assert loop.timers[timer]["period"] < 0
        Event.remove_timeout(timer)
        assert not loop.timers and len(loop.spent) == 1
        reading, writing = os.pipe()
        def ready(watch, fd, events):
            came.append((watch, fd, events, os.read(fd, 10)))
            Event.remove_handle(watch)
        watch = Event.add_handle(reading, 0, ready)
        os.write(writing, b"x")
        loop.turn()
        assert not came
        Event.update_handle(watch, Event.HANDLE_READABLE)
        turn_until(lambda: came)
        assert came == [(watch, reading, Event.HANDLE_READABLE, b"x")]
        loop.turn()
        assert not loop.watches and not loop.spent
        assert not reports
    """)


def test_only_one_loop_can_be_registered() -> None:
    well("""
        Event.register(loop)
        Event.register(loop)
        for call in (Event.register_default, Event.run_default,
                     lambda: Event.register(SelectorLoop())):
            error = fails(Error, "Requested operation is not valid", call)
            assert error.code() == Error.ERR_OPERATION_INVALID
            assert error.domain() == Error.FROM_EVENT
        timer = Event.add_timeout(0, lambda timer: None)
        assert timer in loop.timers
    """)


def test_a_loop_that_libvirt_python_registered_is_respected() -> None:
    well("""
        import libvirt
        libvirt.virEventRegisterImpl(*[lambda *values: 1] * 6)
        fails(Error, "an event loop already", Event.register, loop)
        assert not loop.timers
    """)


def test_an_exception_in_the_loop_is_reported_and_a_failure() -> None:
    well("""
        class Broken(SelectorLoop):
            def add_timeout(self, *values):
                raise ZeroDivisionError
            def add_handle(self, *values):
                return "1"
            def update_timeout(self, *values):
                raise KeyError(values)
            def update_handle(self, *values):
                raise SystemExit(values)
            def remove_handle(self, watch_id):
                raise OSError
            def remove_timeout(self, timer_id):
                return []
        loop = Broken()
        Event.register(loop)
        conn = Sys.Virt.new(uri="test:///default")
        fails(Error, "could not initialize domain event timer",
              conn.domain_event_register_any, None, 0, print)
        assert [report.exc_type for report in reports] == [ZeroDivisionError]
        assert reports[0].object == loop.add_timeout
        fails(Error, "Unknown problem", Event.add_timeout, 0, print)
        fails(Error, "Unknown problem", Event.add_handle, 0, 0, print)
        assert "the result of add_handle must be an int" in str(reports[2].exc_value)
        Event.update_timeout(1, 2)
        assert reports[3].exc_value.args == ((1, 2),)
        fails(SystemExit, "(3, 4)", Event.update_handle, 3, 4)
        fails(Error, "Unknown problem", Event.remove_handle, 5)
        fails(Error, "Unknown problem", Event.remove_timeout, 5)
        assert "the result of remove_timeout must be an int" in str(reports[5].exc_value)
        assert len(reports) == 6
    """)


def test_results_of_the_loop() -> None:
    well("""
        class Short(SelectorLoop):
            result = None
            def add_timeout(self, *values):
                super().add_timeout(*values)
                return self.result
            def remove_timeout(self, timer_id):
                super().remove_timeout(self.last)
                return self.result
        loop = Short()
        Event.register(loop)
        loop.result = -1
        fails(Error, "Unknown problem", Event.add_timeout, 0, print)
        loop.result = -7
        fails(Error, "Unknown problem", Event.add_timeout, 0, print)
        assert not reports
        loop.result = 2**40
        fails(Error, "Unknown problem", Event.add_timeout, 0, print)
        assert len(reports) == 1
        loop.result = 0
        assert Event.add_timeout(-1, print) == 0
        loop.result = -1
        fails(Error, "Unknown problem", Event.remove_timeout, 0)
        loop.last -= 1
        loop.result = None
        Event.remove_timeout(0)
        assert len(reports) == 1
    """)


def test_what_ends_the_program_comes_out_of_the_helpers() -> None:
    well("""
        Event.register(loop)
        def interrupt(timer):
            Event.remove_timeout(timer)
            raise KeyboardInterrupt
        def broken(timer):
            Event.remove_timeout(timer)
            raise ZeroDivisionError
        Event.add_timeout(0, broken)
        turn_until(lambda: reports)
        assert reports[0].exc_type is ZeroDivisionError and reports[0].object is broken
        Event.add_timeout(0, interrupt)
        fails(KeyboardInterrupt, "", turn_until, lambda: False)
        conn = Sys.Virt.new(uri="test:///default")
        def leave(*_):
            raise SystemExit(3)
        conn.domain_event_register(leave)
        conn.get_domain_by_name("test").suspend()
        assert fails(SystemExit, "3", turn_until, lambda: False).code == 3
        assert len(reports) == 1
    """)


def test_helpers_take_only_what_libvirt_gave() -> None:
    well("""
        Event.register(loop)
        timer = Event.add_timeout(-1, print)
        watch = Event.add_handle(0, 0, print)
        cb, opaque = loop.timers[timer]["give"]
        other, others = loop.watches[watch]["give"]
        ff = loop.timers[timer]["ff"]
        assert repr(cb) == "<callback of libvirt>"
        run_timer, run_handle = loop._run_timeout_callback, loop._run_handle_callback
        free = loop._free_callback_opaque
        fails(TypeError, "timer_id must be an int", run_timer, "1", cb, opaque)
        fails(TypeError, "cb must be what add_timeout got", run_timer, 1, 4096, opaque)
        fails(TypeError, "cb must be what add_timeout got", run_timer, 1, opaque, opaque)
        fails(ValueError, "cb must be what add_timeout got", run_timer, 1, other, others)
        fails(ValueError, "cb must be what add_handle got", run_handle, 1, 0, 0, cb, opaque)
        fails(ValueError, "opaque must be what came together", run_timer, 1, cb, others)
        fails(TypeError, "opaque must be", run_timer, 1, cb, None)
        fails(TypeError, "fd must be an int", run_handle, 1, None, 0, other, others)
        fails(TypeError, "ff must be", free, 4096, opaque)
        fails(ValueError, "opaque must be what came together", free, ff, others)
        free(None, opaque)
        free(ff, None)
        Event.remove_timeout(timer)
        ff, opaque = loop.spent.pop()
        free(ff, opaque)
        fails(ValueError, "ff was freed before", free, ff, opaque)
        fails(ValueError, "cb was freed before", run_timer, 1, cb, opaque)
    """)


def test_freeing_inside_the_callback_does_no_harm() -> None:
    well("""
        class Hasty(SelectorLoop):
            def remove_timeout(self, timer_id):
                super().remove_timeout(timer_id)
                while self.spent:
                    self._free_callback_opaque(*self.spent.pop())
                return 0
        loop = Hasty()
        Event.register(loop)
        ticks = []
        def once(timer):
            Event.remove_timeout(timer)
            for _ in range(100):
                Event.remove_timeout(Event.add_timeout(0, once))
            ticks.append(timer)
        for _ in range(100):
            Event.add_timeout(0, once)
        turn_until(lambda: len(ticks) == 100)
        assert not reports
    """)


def test_freeing_inside_a_removal_comes_later() -> None:
    well("""
        from sysvirt._libvirt.registration import held
        class Hasty(SelectorLoop):
            def remove_handle(self, watch_id):
                super().remove_handle(watch_id)
                self._free_callback_opaque(*self.spent.pop())
                numbers.append(len(held()))
        numbers = []
        loop = Hasty()
        Event.register(loop)
        before = len(held())
        Event.remove_handle(Event.add_handle(0, 0, print))
        assert numbers == [before + 1] == [len(held())]
        ticks = []
        timer = Event.add_timeout(0, ticks.append)
        turn_until(lambda: ticks)
        assert len(held()) == before + 1, "the timer alone"
        Event.remove_timeout(timer)
    """)


def test_a_loop_that_lacks_something_is_refused() -> None:
    class Half(EventImpl):
        def add_handle(self, *_: object) -> int:
            return 1

        def add_timeout(self, *_: object) -> int:
            return 1

    with pytest.raises(
        TypeError,
        match="^impl must override update_handle, remove_handle, update_timeout, remove_timeout$",
    ):
        Event.register(Half())
    with pytest.raises(TypeError, match="^Half must override remove_timeout$"):
        Half().remove_timeout(1)


def test_a_subclass_of_event_is_the_older_way() -> None:
    well("""
        import warnings
        class Old(Event):
            pass
        fails(TypeError, "impl must override add_handle", Event.register, Old())
        for name in ("__init__", "_next", "_wait", "turn", "add_handle", "update_handle",
                     "remove_handle", "add_timeout", "update_timeout", "remove_timeout"):
            setattr(Old, name, vars(SelectorLoop)[name])
        loop = Old()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            Event.register(loop)
        assert [warning.category for warning in caught] == [DeprecationWarning]
        assert caught[0].filename == "<string>"
        ticks = []
        timer = Event.add_timeout(0, ticks.append)
        turn_until(lambda: ticks)
        Event.remove_timeout(timer)
        loop.turn()
        assert not loop.spent and not reports
    """)


def test_the_loop_of_these_tests_is_complete() -> None:
    assert SelectorLoop().timers == {}
