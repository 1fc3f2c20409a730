"""Events of the test driver: registering callbacks, calling them, taking them back."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import libvirt
import pytest

from sysvirt import Domain, Error, Network, NodeDevice, Secret, StoragePool, Sys, Virt
from sysvirt._libvirt.events import EventRegistration, deregister_unnumbered
from sysvirt._libvirt.registration import held
from tests.loop import settle, turn_until
from tests.patience import LONG

FAMILIES: list[tuple[str, type[Any]]] = [
    ("domain", Domain),
    ("network", Network),
    ("storage_pool", StoragePool),
    ("node_device", NodeDevice),
]


@pytest.fixture
def conn() -> Iterator[Virt]:
    """A connection to the test driver with an event loop behind it."""
    Sys.Virt.Event.register_default()
    gc.collect()
    with Sys.Virt.new(uri="test:///default") as connection:
        yield connection


@pytest.fixture
def dom(conn: Virt) -> Domain:
    """The test driver's only domain."""
    return conn.get_domain_by_name("test")


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What ``sys.unraisablehook`` is called with."""
    found: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    return found


class Noting:
    """A callback that keeps what it gets."""

    def __init__(self) -> None:
        self.came: list[tuple[Any, ...]] = []

    def __call__(self, *values: Any) -> None:
        self.came.append(values)


def touch(conn: Virt, family: str) -> Any:
    """Let two things happen to an object of a family; the object."""
    if family == "domain":
        dom = conn.get_domain_by_name("test")
        dom.suspend()
        dom.resume()
        return dom
    item: Network | StoragePool
    if family == "network":
        item = conn.get_network_by_name("default")
    else:
        item = conn.get_storage_pool_by_name("default-pool")
    item.destroy()
    item.create()
    return item


@pytest.mark.parametrize("family", ["domain", "network", "storage_pool"])
@pytest.mark.parametrize("one", [False, True])
def test_events_of_one_or_all(conn: Virt, family: str, one: bool) -> None:
    noting = Noting()
    about = touch(conn, family) if one else None
    settle()
    number = getattr(conn, f"{family}_event_register_any")(about, 0, noting)
    assert type(number) is int
    item = touch(conn, family)
    turn_until(lambda: len(noting.came) == 2)
    for owner, found, event, detail in noting.came:
        assert owner is conn
        assert found == item
        assert type(found) is type(item)
        assert found.connection is conn
        assert type(event) is type(detail) is int
    events = [came[2] for came in noting.came]
    cls = type(item)
    if cls is Domain:
        assert events == [Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED]
    else:
        assert events == [cls.EVENT_STOPPED, cls.EVENT_STARTED]
    getattr(conn, f"{family}_event_deregister_any")(number)
    touch(conn, family)
    settle()
    assert len(noting.came) == 2


def test_an_event_of_another_object_does_not_come(conn: Virt, dom: Domain) -> None:
    noting = Noting()
    xml = dom.get_xml_description().replace("<name>test<", "<name>other<")
    xml = xml.replace(dom.get_uuid_string(), "00000000-0000-4000-8000-000000000001")
    other = conn.create_domain(xml)
    conn.domain_event_register_any(other, Domain.EVENT_ID_LIFECYCLE, noting)
    dom.suspend()
    settle()
    assert noting.came == []
    other.destroy()
    turn_until(lambda: noting.came)
    assert noting.came[0][1].get_name() == "other"
    assert noting.came[0][2] == Domain.EVENT_STOPPED


def test_other_events_have_their_own_arguments(conn: Virt, dom: Domain) -> None:
    noting = Noting()
    pool = conn.get_storage_pool_by_name("default-pool")
    conn.storage_pool_event_register_any(None, StoragePool.EVENT_ID_REFRESH, noting)
    pool.refresh()
    turn_until(lambda: noting.came)
    conn.domain_event_register_any(dom, Domain.EVENT_ID_METADATA_CHANGE, noting)
    dom.set_metadata(Domain.METADATA_TITLE, "a title")
    dom.set_metadata(Domain.METADATA_ELEMENT, "<x/>", "x", "urn:x")
    turn_until(lambda: len(noting.came) == 3)
    assert noting.came == [
        (conn, pool),
        (conn, dom, Domain.METADATA_TITLE, None),
        (conn, dom, Domain.METADATA_ELEMENT, "urn:x"),
    ]


def test_two_callbacks_for_one_event(conn: Virt, dom: Domain) -> None:
    # Perl, and libvirt-python, refuse the second.
    first, second = Noting(), Noting()
    numbers = {
        conn.domain_event_register_any(dom, Domain.EVENT_ID_LIFECYCLE, first),
        conn.domain_event_register_any(dom, Domain.EVENT_ID_LIFECYCLE, second),
    }
    assert len(numbers) == 2
    dom.suspend()
    turn_until(lambda: first.came and second.came)
    assert first.came == second.came == [(conn, dom, Domain.EVENT_SUSPENDED, 0)]


def test_the_unnumbered_callback(conn: Virt, dom: Domain) -> None:
    noting = Noting()
    assert conn.domain_event_register(noting) is None  # type: ignore[func-returns-value]
    with pytest.raises(Error, match="event callback already tracked"):
        conn.domain_event_register(Noting())
    dom.suspend()
    turn_until(lambda: noting.came)
    assert noting.came == [(conn, dom, Domain.EVENT_SUSPENDED, 0)]
    assert noting.came[0][0] is conn
    conn.domain_event_deregister()
    dom.resume()
    settle()
    assert len(noting.came) == 1
    with pytest.raises(Error, match="not registered"):
        conn.domain_event_deregister()
    conn.domain_event_register(noting)
    dom.suspend()
    turn_until(lambda: len(noting.came) == 2)


@pytest.mark.parametrize(("family", "cls"), FAMILIES)
def test_a_number_of_no_callback_is_an_error(conn: Virt, family: str, cls: Any) -> None:
    deregister = getattr(conn, f"{family}_event_deregister_any")
    with pytest.raises(Error) as caught:
        deregister(77)
    assert caught.value.code() == Error.ERR_INVALID_ARG
    number = getattr(conn, f"{family}_event_register_any")(None, cls.EVENT_ID_LIFECYCLE, print)
    deregister(number)
    with pytest.raises(Error):
        deregister(number)


@pytest.mark.parametrize(("family", "cls"), [*FAMILIES, ("secret", Secret)])
def test_wrong_arguments_name_their_parameter(conn: Virt, family: str, cls: Any) -> None:
    register = getattr(conn, f"{family}_event_register_any")
    item = {"domain": "dom", "network": "net", "storage_pool": "pool", "node_device": "dev"}
    with pytest.raises(TypeError, match=f"^{item.get(family, family)} must be a {cls.__name__}"):
        register(conn, 0, print)
    with pytest.raises(TypeError, match="^eventID must be an int"):
        register(None, "0", print)
    with pytest.raises(ValueError, match="^eventID must be between"):
        register(None, 2**31, print)
    with pytest.raises(TypeError, match="^callback must be callable"):
        register(None, 0, None)
    with pytest.raises(TypeError, match="^callbackID must be an int"):
        getattr(conn, f"{family}_event_deregister_any")(None)


def test_an_event_that_libvirt_does_not_know_is_an_error(conn: Virt) -> None:
    before = held()
    with pytest.raises(Error) as caught:
        conn.domain_event_register_any(None, 1000, print)
    assert caught.value.code() == Error.ERR_INVALID_ARG
    assert held() == before


def test_a_callback_takes_itself_back(conn: Virt, dom: Domain) -> None:
    came: list[int] = []

    def once(conn: Virt, _dom: Domain, event: int, _detail: int) -> None:
        came.append(event)
        conn.domain_event_deregister_any(number)

    number = conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, once)
    dom.suspend()
    dom.resume()
    turn_until(lambda: came)
    settle()
    assert came == [Domain.EVENT_SUSPENDED]


def test_a_callback_takes_another_back_and_registers_a_third(conn: Virt, dom: Domain) -> None:
    third, never = Noting(), Noting()
    came: list[int] = []

    def first(conn: Virt, _dom: Domain, event: int, _detail: int) -> None:
        if not came:
            conn.domain_event_deregister_any(second)
            conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, third)
        came.append(event)

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, first)
    second = conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, never)
    dom.suspend()
    turn_until(lambda: came)
    dom.resume()
    turn_until(lambda: third.came)
    assert never.came == []
    assert came == [Domain.EVENT_SUSPENDED, Domain.EVENT_RESUMED]


def test_a_callback_closes_the_connection(conn: Virt, dom: Domain) -> None:
    came: list[int] = []

    def close(conn: Virt, _dom: Domain, event: int, _detail: int) -> None:
        came.append(event)
        conn.close()

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, close)
    dom.suspend()
    dom.resume()
    turn_until(lambda: came)
    settle()
    assert len(came) == 1
    with pytest.raises(Error):
        dom.get_name()


def test_an_exception_is_reported_and_the_loop_goes_on(
    conn: Virt, dom: Domain, reports: list[Any]
) -> None:
    noting = Noting()

    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, broken)
    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, noting)
    dom.suspend()
    dom.resume()
    turn_until(lambda: len(noting.came) == 2)
    assert [report.exc_type for report in reports] == [ZeroDivisionError] * 2
    assert reports[0].object is broken


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_comes_out_of_run_default(
    conn: Virt, dom: Domain, kind: type[BaseException], reports: list[Any]
) -> None:
    noting = Noting()

    def ending(*_: Any) -> None:
        raise kind

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, ending)
    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, noting)
    dom.suspend()
    with pytest.raises(kind):
        turn_until(lambda: False)
    # The others got it, and nothing is broken.
    assert len(noting.came) == 1
    dom.resume()
    with pytest.raises(kind):
        turn_until(lambda: False)
    assert reports == []


def test_the_result_is_ignored(conn: Virt, dom: Domain, reports: list[Any]) -> None:
    came: list[object] = []

    def answering(*_: Any) -> object:
        came.append(None)
        return object()

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, answering)
    dom.suspend()
    turn_until(lambda: came)
    assert reports == []


# Lifetimes ---------------------------------------------------------------------------------


def registering(conn: Virt, how: str, callback: Callable[..., object]) -> Callable[[], object]:
    """Register in one of the ways; how to take it back."""
    if how == "unnumbered":
        conn.domain_event_register(callback)
        return conn.domain_event_deregister
    if how == "close callback":
        conn.register_close_callback(callback)
        return conn.unregister_close_callback
    number = getattr(conn, f"{how}_event_register_any")(None, 0, callback)
    return lambda: getattr(conn, f"{how}_event_deregister_any")(number)


HOWS = ["domain", "network", "storage_pool", "node_device", "unnumbered", "close callback"]


@pytest.mark.parametrize("how", HOWS)
def test_after_taking_back_connection_and_callback_are_freed(how: str) -> None:
    Sys.Virt.Event.register_default()
    conn = Sys.Virt.new(uri="test:///default")
    callback = Noting()
    left = weakref.ref(callback), weakref.ref(conn), weakref.ref(conn.handle)
    take_back = registering(conn, how, callback)
    del callback
    gc.collect()
    assert left[0]() is not None
    take_back()
    gc.collect()
    assert left[0]() is None
    del conn, take_back
    gc.collect()
    assert left[1]() is left[2]() is None


@pytest.mark.parametrize("how", HOWS)
def test_a_callback_keeps_the_connection(how: str) -> None:
    Sys.Virt.Event.register_default()
    conn = Sys.Virt.new(uri="test:///default")
    left = weakref.ref(conn)
    registering(conn, how, Noting())
    del conn
    gc.collect()
    kept = left()
    assert kept is not None
    kept.close()
    del kept
    gc.collect()
    assert left() is None


def test_closing_takes_everything_back(conn: Virt, dom: Domain) -> None:
    callbacks = {how: Noting() for how in HOWS}
    left = [weakref.ref(callback) for callback in callbacks.values()]
    for how, callback in callbacks.items():
        registering(conn, how, callback)
    dom.suspend()
    conn.close()
    settle()
    assert [callback.came for callback in callbacks.values()] == [[]] * len(HOWS)
    del callback
    callbacks.clear()
    gc.collect()
    assert [ref() for ref in left] == [None] * len(HOWS)


@pytest.mark.parametrize("how", HOWS)
def test_nothing_is_left_for_the_collector(conn: Virt, how: str) -> None:
    registering(conn, how, print)()
    settle()
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            registering(conn, how, print)()
        settle()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_connection_that_is_closed_meanwhile_keeps_no_callback(
    conn: Virt, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = EventRegistration.register

    def register_and_close(made: EventRegistration, *values: Any) -> int:
        result = register(made, *values)
        # As another thread may do it, when libvirt has accepted the callback.
        conn.close()
        return result

    monkeypatch.setattr(EventRegistration, "register", register_and_close)
    callback = Noting()
    left = weakref.ref(conn.handle), weakref.ref(callback)
    with pytest.raises(Error, match="the connection is closed"):
        conn.domain_event_register_any(None, Domain.EVENT_ID_REBOOT, callback)
    settle()
    del callback
    gc.collect()
    assert [each() for each in left] == [None, None]


def test_an_unnumbered_callback_that_libvirt_has_forgotten_gives_way(
    conn: Virt, dom: Domain
) -> None:
    calls: list[str] = []
    conn.domain_event_register(lambda *_: calls.append("first"))
    deregister_unnumbered(conn.handle)
    conn.domain_event_register(lambda *_: calls.append("second"))
    dom.suspend()
    settle()
    assert calls == ["second"]


def test_libvirt_gives_back_what_it_held(conn: Virt) -> None:
    settle()
    before = len(held())
    reboot = Domain.EVENT_ID_REBOOT
    numbers = [conn.domain_event_register_any(None, reboot, Noting()) for _ in range(50)]
    assert len(held()) == before + 50
    for number in numbers:
        conn.domain_event_deregister_any(number)
    settle()
    assert len(held()) <= before


def test_two_callbacks_for_lifecycles_are_taken_back_one_by_one(conn: Virt, dom: Domain) -> None:
    calls: list[str] = []
    first = conn.domain_event_register_any(None, 0, lambda *_: calls.append("first"))
    second = conn.domain_event_register_any(None, 0, lambda *_: calls.append("second"))
    dom.suspend()
    settle()
    assert sorted(calls) == ["first", "second"]
    conn.domain_event_deregister_any(first)
    dom.resume()
    settle()
    assert calls[2:] == ["second"]
    conn.domain_event_deregister_any(second)
    with pytest.raises(Error):
        conn.domain_event_deregister_any(first)


def test_the_connection_really_closes(conn: Virt, dom: Domain) -> None:
    """The test driver forgets what was changed as soon as its last connection is closed."""
    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, Noting())
    dom.suspend()
    conn.close()
    settle()
    with Sys.Virt.new(uri="test:///default") as another:
        assert another.get_domain_by_name("test").get_state()[0] == Domain.STATE_RUNNING


def test_the_test_driver_never_gives_a_close_callback_back(conn: Virt) -> None:
    settle()
    before = len(held())
    for _ in range(5):
        conn.register_close_callback(Noting())
    conn.unregister_close_callback()
    conn.register_close_callback(Noting())
    conn.close()
    assert len(held()) == before


def test_a_callback_of_libvirt_python_can_be_taken_back(conn: Virt) -> None:
    came: list[object] = []
    number = conn.handle.domainEventRegisterAny(None, 0, lambda *values: came.append(values), None)
    conn.domain_event_deregister_any(number)
    conn.get_domain_by_name("test").suspend()
    settle()
    assert came == []


def test_a_connection_of_libvirt_pythons_has_events_too() -> None:
    Sys.Virt.Event.register_default()
    raw = libvirt.open("test:///default")
    noting = Noting()
    with Sys.Virt.from_libvirt(raw) as conn:
        conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, noting)
        conn.get_domain_by_name("test").suspend()
        turn_until(lambda: noting.came)
        assert noting.came[0][0] is conn
        noting.came.clear()


def test_a_thread_may_turn_the_loop(conn: Virt, dom: Domain) -> None:
    noting = Noting()
    seen = threading.Event()

    def note(*values: Any) -> None:
        noting(*values)
        seen.set()

    conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, note)
    thread = threading.Thread(target=lambda: turn_until(seen.is_set))
    thread.start()
    dom.suspend()
    assert seen.wait(LONG)
    thread.join()
    assert len(noting.came) == 1
