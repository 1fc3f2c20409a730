"""What a program does over one connection: some sixty messages of many shapes in each direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sysvirt import Domain, Event, Virt

Step = tuple[str, Callable[[], object]]


def visit(conn: Virt, do: Callable[[str, Callable[[], object]], None]) -> None:
    """Have ``do`` make all calls, each with its name, as long as the connection stands."""
    for part in (_look, _register, _transfer, _change):
        walk = part(conn)
        going = [True]

        def step(walk: Iterator[Step] = walk, going: list[bool] = going) -> None:
            # To get the next one may take a call, too.
            going[:] = []
            for _, call in walk:
                going[:] = [True]
                call()
                return

        while going and conn.is_alive():
            do(part.__name__.strip("_"), step)


def _look(conn: Virt) -> Iterator[Step]:
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    calls: list[Callable[[], object]] = [
        conn.get_hostname,
        conn.get_node_info,
        conn.get_capabilities,
        conn.list_all_domains,
        partial(conn.get_all_domain_stats, 0),
        conn.list_all_networks,
        conn.list_all_storage_pools,
        conn.list_all_interfaces,
        conn.list_all_node_devices,
        conn.get_version,
        conn.get_node_free_memory,
        dom.get_info,
        dom.get_state,
        dom.get_xml_description,
        dom.get_max_memory,
        dom.get_vcpu_info,
        dom.get_scheduler_parameters,
        dom.list_all_snapshots,
        pool.get_info,
        pool.get_xml_description,
        pool.list_all_volumes,
    ]
    for call in calls:
        yield getattr(call, "__name__", "get_all_domain_stats"), call


def _register(conn: Virt) -> Iterator[Step]:
    dom = conn.get_domain_by_name("test")
    numbers: list[int] = []

    def register() -> None:
        numbers.append(
            conn.domain_event_register_any(None, Domain.EVENT_ID_LIFECYCLE, lambda *_: None)
        )

    def deregister() -> None:
        for number in numbers:
            conn.domain_event_deregister_any(number)

    def turn() -> None:
        timer = Event.add_timeout(5, lambda _: None)
        for _ in range(3):
            Event.run_default()
        Event.remove_timeout(timer)

    yield "register", register
    yield "suspend", dom.suspend
    yield "turn", turn
    yield "resume", dom.resume
    yield "turn", turn
    yield "deregister", deregister


def _transfer(conn: Virt) -> Iterator[Step]:
    dom = conn.get_domain_by_name("test")
    st = conn.new_stream()
    yield "screenshot", lambda: dom.screenshot(st, 0)
    yield "recv_all", lambda: st.recv_all(lambda _st, _data, nbytes: nbytes)
    yield "finish", st.finish


def _change(conn: Virt) -> Iterator[Step]:
    dom = conn.get_domain_by_name("test")
    yield "set_metadata", lambda: dom.set_metadata(Domain.METADATA_TITLE, "title")
    yield "get_metadata", lambda: dom.get_metadata(Domain.METADATA_TITLE)
    yield "set_vcpus", lambda: dom.set_vcpus(2)
    net = conn.get_network_by_name("default")
    yield "get_bridge_name", net.get_bridge_name
    yield "get_uuid", net.get_uuid_string
    for name in ("get_hostname", "get_type", "get_max_vcpus", "get_version", "is_secure"):
        yield name, partial(getattr(conn, name), *(["test"] if name == "get_max_vcpus" else []))
