"""What a client is doing when harm comes to its daemon: each goes on until an error comes out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import attrs

from sysvirt import Domain, Error, Event, StorageVol, Stream, Virt
from sysvirt.stream import PIECE
from tests.hosts.daemon import Daemon
from tests.selector_loop import SelectorLoop
from tests.test_stream import Disks, Sections

#: A file of data and holes.
PARTS: tuple[bytes | int, ...] = (b"a" * 2**17, 2**17) * 8
SIZE = 2**21
LOST = Stream.EVENT_ERROR | Stream.EVENT_HANGUP


@attrs.define
class Client:
    """A client of a daemon, from its opening on; it goes on as long as ``going``."""

    daemon: Daemon
    limit: float
    uri: str
    going: bool = True
    #: Set when what is prepared without a limit is over.
    ready: threading.Event = attrs.field(factory=threading.Event)
    conn: Virt = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.conn = Virt(uri=self.uri, time_limit=60)

    def repeat(self, *calls: Callable[[], object]) -> None:
        """Make calls again and again, each with a limit of time."""
        self.ready.set()
        while self.going:
            for call in calls:
                with self.conn.time_limit(self.limit):
                    call()


def call(client: Client) -> None:
    """Small calls."""
    dom = client.conn.get_domain_by_name("test")
    client.repeat(client.conn.get_hostname, dom.get_info, dom.get_xml_description)


def list_all(client: Client) -> None:
    """Calls with large answers."""
    conn = client.conn
    lists = (conn.list_all_domains, conn.list_all_networks, conn.list_all_node_devices)
    client.repeat(partial(conn.get_all_domain_stats, 0), *lists, conn.get_capabilities)


def register(client: Client) -> None:
    """Callbacks come and go."""

    def once() -> None:
        number = client.conn.domain_event_register_any(
            None, Domain.EVENT_ID_LIFECYCLE, lambda *_: None
        )
        client.conn.domain_event_deregister_any(number)

    client.repeat(once)


def open_many(client: Client) -> None:
    """Other connections are opened and closed."""
    client.ready.set()
    while client.going:
        conn = Virt(uri=client.uri, time_limit=client.limit)
        with conn.time_limit(client.limit):
            conn.close()


def close_many(client: Client) -> None:
    """Connections that stand are closed, with a callback each."""
    standing = [Virt(uri=client.uri, time_limit=60) for _ in range(8)]
    for conn in standing:
        conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, lambda *_: None)
    client.ready.set()
    late: list[TimeoutError] = []
    for conn in standing:
        time.sleep(0.01)
        try:
            _close(conn, client.limit / len(standing))
        except TimeoutError as error:
            late.append(error)
    if late:
        raise late[0]


def _close(conn: Virt, limit: float) -> None:
    with conn.time_limit(limit):
        conn.close()


# Loops that turn -----------------------------------------------------------------------------


def turn_default(client: Client) -> None:
    """The default loop turns, and has events."""
    _turn(client, Event.run_default)


def turn_own(client: Client) -> None:
    """A loop written in Python turns."""
    _turn(client, loop.turn)


#: The loop of the process, where it is one written in Python.
loop = SelectorLoop()


def _turn(client: Client, turn: Callable[[], object]) -> None:
    dom = client.conn.get_domain_by_name("test")
    raised: list[Exception] = []
    reasons: list[int] = []

    def touch(_timer: int) -> None:
        try:
            with client.conn.time_limit(client.limit):
                dom.suspend()
                dom.resume()
        except (Error, TimeoutError) as error:
            raised.append(error)

    client.conn.register_close_callback(lambda _conn, reason: reasons.append(reason))
    client.conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, lambda *_: None)
    timer = Event.add_timeout(1, touch)
    client.ready.set()
    try:
        while client.going and not (raised and reasons):
            turn()
    finally:
        Event.remove_timeout(timer)
    if raised:
        raise raised[0]


def keep_alive(client: Client) -> None:
    """libvirt's own keepalive, one call at a time and no limit; a loop turns elsewhere."""
    client.conn.set_keep_alive(1, 2)
    ticks: list[int] = []
    timer = Event.add_timeout(20, ticks.append)
    is_over: list[bool] = []

    def turn() -> None:
        while not is_over:
            Event.run_default()

    turning = threading.Thread(target=turn, daemon=True)
    turning.start()
    client.ready.set()
    try:
        while client.going:
            client.conn.get_hostname()
    finally:
        is_over.append(True)
        turning.join()
        Event.remove_timeout(timer)


# Streams -------------------------------------------------------------------------------------


@attrs.define
class Transfers:
    """Transfers from and to a volume, one after the other, each with a limit of time."""

    client: Client
    sparse: bool = False
    flags: int = 0
    vol: StorageVol = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.vol = Disks(self.client.conn, self.client.daemon.root / "streams").file(*PARTS)

    def repeat(self, start: Callable[..., object], transfer: Callable[[Stream], object]) -> None:
        """Start one, have it done, end it."""

        def once() -> None:
            st = self.client.conn.new_stream(self.flags)
            # Both ways have the flag by the same number.
            start(st, 0, 0, StorageVol.VOL_DOWNLOAD_SPARSE_STREAM if self.sparse else 0)
            transfer(st)
            st.finish()

        self.client.repeat(once)

    def down(self, transfer: Callable[[Stream], object]) -> None:
        self.repeat(self.vol.download, transfer)

    def up(self, transfer: Callable[[Stream], object]) -> None:
        self.repeat(self.vol.upload, transfer)


def recv(client: Client) -> None:
    """``recv``."""

    def transfer(st: Stream) -> None:
        data = bytearray()
        while st.recv(data, PIECE):
            pass

    Transfers(client).down(transfer)


def send(client: Client) -> None:
    """``send``."""

    def transfer(st: Stream) -> None:
        left = SIZE
        while left:
            left -= st.send(bytes(min(left, 2**16)), 2**16)

    Transfers(client).up(transfer)


def _take(_st: Stream, _data: bytes, nbytes: int) -> int:
    return nbytes


def recv_all(client: Client) -> None:
    """``recv_all``."""
    Transfers(client).down(lambda st: st.recv_all(_take))


def sparse_recv_all(client: Client) -> None:
    """``sparse_recv_all``."""
    Transfers(client, sparse=True).down(lambda st: st.sparse_recv_all(_take, lambda *_: 0))


def send_all(client: Client) -> None:
    """``send_all``."""

    def transfer(st: Stream) -> None:
        pieces = [2**16] * (SIZE // 2**16)

        def give(_st: Stream, data: bytearray, _nbytes: int) -> int:
            data[:] = bytes(pieces.pop() if pieces else 0)
            return len(data)

        st.send_all(give)

    Transfers(client).up(transfer)


def sparse_send_all(client: Client) -> None:
    """``sparse_send_all``."""

    def transfer(st: Stream) -> None:
        sections = Sections(*PARTS)
        st.sparse_send_all(sections.give, sections.where, sections.skip)

    Transfers(client, sparse=True).up(transfer)


def call_back(client: Client) -> None:
    """A stream that never waits, with a callback, while the loop turns."""
    transfers = Transfers(client, flags=Stream.NONBLOCK)

    def transfer(st: Stream) -> None:
        ends: list[int] = []
        data = bytearray()

        def ready(st: Stream, events: int) -> None:
            if events & LOST or not st.recv(data, PIECE):
                ends.append(events)

        st.add_callback(Stream.EVENT_READABLE | LOST, ready)
        timer = Event.add_timeout(20, lambda _: None)
        try:
            while not ends:
                Event.run_default()
        finally:
            Event.remove_timeout(timer)
            with suppress(Error):
                st.remove_callback()
        if ends[0] & LOST:
            # What broke shows here.
            st.recv(data, PIECE)

    transfers.down(transfer)


@attrs.frozen
class Activity:
    """What is done, in how many threads, with which driver."""

    act: Callable[[Client], None]
    threads: int = 1
    driver: tuple[str, str] = ("test", "/default")
    #: Whether an error always comes out when the connection breaks.
    raises: bool = True


_STORAGE = ("storage", "/session")

ACTIVITIES = {
    "calls": Activity(call),
    "bulk calls": Activity(list_all),
    "eight threads": Activity(call, threads=8),
    "registration": Activity(register),
    "opening": Activity(open_many, raises=False),
    "closing": Activity(close_many, raises=False),
    "default loop": Activity(turn_default),
    "EventImpl": Activity(turn_own),
    "keepalive": Activity(keep_alive),
    "stream callback": Activity(call_back, driver=_STORAGE),
    **{
        each.__name__: Activity(each, driver=_STORAGE)
        for each in (recv, send, recv_all, send_all, sparse_recv_all, sparse_send_all)
    },
}
