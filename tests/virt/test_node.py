"""The host: exact values of the test driver, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sysvirt import Error, Event, Virt
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy
from tests.hosts.wire import STRING, UINT, ULLONG, pack

NODE = """
<node>
  <cpu><mhz>6000</mhz><model>splurg</model><active>50</active><nodes>4</nodes><sockets>4</sockets>
    <cores>4</cores><threads>2</threads></cpu>
  <memory>{}</memory>
</node>
"""


def test_memory_is_kib_to_the_last_one(tmp_path: Path) -> None:
    node = tmp_path / "node.xml"
    node.write_text(NODE.format(8589934597))
    with Virt(uri=f"test://{node}") as conn:
        assert conn.get_node_info() == {
            "model": "splurg",
            "memory": 8589934597,
            "cpus": 50,
            "mhz": 6000,
            "nodes": 4,
            "sockets": 4,
            "cores": 4,
            "threads": 2,
        }


def test_the_cpu_map_is_bytes(conn: Virt) -> None:
    assert conn.get_node_cpu_map() == (8, b"\x15", 3)


def test_cpu_statistics_of_one_and_of_all(conn: Virt) -> None:
    everything = conn.get_node_cpu_stats()
    assert everything == conn.get_node_cpu_stats(Virt.NODE_CPU_STATS_ALL_CPUS)
    assert {"kernel", "user", "idle", "iowait"} <= set(everything)
    assert all(type(value) is int for value in everything.values())


def test_free_memory_takes_an_inclusive_end(conn: Virt) -> None:
    assert conn.get_node_cells_free_memory(0, 0) == [2097152]
    assert conn.get_node_cells_free_memory(0, 1) == [2097152, 4194304]
    assert conn.get_node_cells_free_memory(1, 1) == [4194304]
    with pytest.raises(ValueError, match="end must not be below start"):
        conn.get_node_cells_free_memory(1, 0)


@pytest.mark.parametrize("span", [(0, 2**31 - 1), (-(2**31), 0), (5, 65541)])
def test_more_nodes_than_there_can_be_are_refused(conn: Virt, span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="end must be less than 65536 above start"):
        conn.get_node_cells_free_memory(*span)
    with pytest.raises(ValueError, match="end must be less than 65536 above start"):
        conn.get_node_free_pages([4], *span)


def test_free_memory_that_libvirt_can_not_tell_is_an_error(far: Virt, proxy: Proxy) -> None:
    proxy.refuse("NODE_GET_FREE_MEMORY", Error.ERR_INTERNAL_ERROR, "nobody knows")
    with pytest.raises(Error, match="nobody knows"):
        far.get_node_free_memory()
    proxy.answer("NODE_GET_FREE_MEMORY", "L", 2**63 - 1)
    assert far.get_node_free_memory() == 2**63 - 1


def test_free_pages_are_by_cell_and_size(conn: Virt) -> None:
    cells = conn.get_node_free_pages([4, 2048], 0, 1)
    assert [cell["cell"] for cell in cells] == [0, 1]
    assert all(list(cell["pages"]) == [4, 2048] for cell in cells)
    with pytest.raises(ValueError, match="pagesizes must not be empty"):
        conn.get_node_free_pages([], 0, 1)
    assert [cell["cell"] for cell in conn.get_node_free_pages([4], 1, 1)] == [1]


@pytest.mark.parametrize(
    ("pages", "error", "name"),
    [
        (None, TypeError, "pages must be a list"),
        ([7], TypeError, r"pages\[0\] must be a pair"),
        ([(2048,)], TypeError, r"pages\[0\] must be a pair"),
        ([(2048, "1")], TypeError, r"pages\[0\] must be an int"),
        ([(2048, -1)], ValueError, r"pages\[0\] must be between"),
    ],
)
def test_pages_to_reserve_are_pairs(conn: Virt, pages: Any, error: type, name: str) -> None:
    with pytest.raises(error, match=name):
        conn.node_alloc_pages(pages, 0, 0)


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("get_node_cpu_map", ["x"], "flags"),
        ("get_node_cpu_stats", ["x"], "cpuNum"),
        ("get_node_memory_stats", ["x"], "cellNum"),
        ("get_node_cells_free_memory", ["x", 0], "start"),
        ("get_node_cells_free_memory", [0, "x"], "end"),
        ("get_node_free_pages", ["4", 0, 0], "pagesizes"),
        ("node_suspend_for_duration", ["x", 0], "target"),
        ("node_suspend_for_duration", [0, "x"], "duration"),
        ("set_node_memory_parameters", [[]], "params"),
        ("set_keep_alive", ["x", 1], "interval"),
        ("set_keep_alive", [1, "x"], "count"),
        ("get_max_vcpus", [3], "domtype"),
        ("compare_cpu", [3], "xml"),
        ("baseline_cpu", ["<cpu/>"], "xml"),
        ("baseline_cpu", [None], "xml"),
        ("get_cpu_model_names", [None], "arch"),
        ("get_domain_capabilities", [3, None, None, None], "emulator"),
        ("domain_xml_from_native", [None, ""], "format"),
        ("domain_xml_to_native", ["x", None], "xml"),
        ("register_close_callback", [None], "coderef"),
        ("list_domain_ids", ["x"], "maxids"),
        ("list_defined_domain_names", [None], "maxnames"),
        ("get_domain_by_name", [None], "name"),
        ("get_domain_by_id", ["1"], "id"),
        ("get_domain_by_uuid", [1], "uuid"),
        ("get_all_domain_stats", ["x"], "stats"),
        ("get_all_domain_stats", [0, ["x"]], r"doms\[0\]"),
        ("get_all_domain_stats", [0, 3], "doms"),
    ],
)
def test_a_wrong_type_is_named(conn: Virt, method: str, arguments: list[Any], name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(conn, method)(*arguments)


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("list_domain_ids", [-1], "maxids"),
        ("get_domain_by_id", [2**31], "id"),
        ("get_domain_by_name", ["a\0b"], "name"),
        ("get_domain_by_uuid", ["abc"], "uuid"),
        ("get_node_cpu_map", [-1], "flags"),
        ("get_node_cpu_map", [2**32], "flags"),
        ("node_suspend_for_duration", [0, -1], "duration"),
    ],
)
def test_a_wrong_value_is_named(conn: Virt, method: str, arguments: list[Any], name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} must"):
        getattr(conn, method)(*arguments)


def test_what_a_host_says_of_encryption_is_unsigned(far: Virt, proxy: Proxy) -> None:
    # libvirt-python takes an unsigned number of 32 bits for a signed one.
    rows = {
        "pdh": (STRING, "UERI"),
        "cbitpos": (UINT, 51),
        "max-guests": (UINT, 2**32 - 1),
        "max-es-guests": (ULLONG, 2**40),
    }
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer("NODE_GET_SEV_INFO", "Pi", rows, len(rows))
    assert far.get_node_sev_info() == {name: value for name, (_, value) in rows.items()}


def test_statistics_have_the_keys_that_libvirt_has(far: Virt, proxy: Proxy) -> None:
    cpu = {"kernel": 1, "user": 2, "idle": 3, "iowait": 4, "intr": 5, "guest": 6}
    memory = {"total": 5, "free": 4, "buffers": 3, "cached": 2, "available": 1}

    def tell(values: dict[str, int], room: int) -> bytes:
        return pack("[sL]i", [*values.items()] if room else [], len(values))

    proxy.answer_by("NODE_GET_CPU_STATS", lambda _cpu, room, _flags: tell(cpu, room))
    proxy.answer_by("NODE_GET_MEMORY_STATS", lambda room, _cell, _flags: tell(memory, room))
    assert far.get_node_cpu_stats(3) == cpu
    assert far.get_node_memory_stats(1) == memory
    assert proxy.calls[-1] == ("NODE_GET_MEMORY_STATS", 5, 1, 0)
    assert proxy.calls[1] == ("NODE_GET_CPU_STATS", 3, 6, 0)


def test_pages_are_reserved(far: Virt, proxy: Proxy) -> None:
    # How many there are now isn't returned: Perl's manual has no result.
    proxy.answer("NODE_ALLOC_PAGES", "i", 4)
    assert far.node_alloc_pages([(4, 1), (2048, 2**64 - 1)], 0, 3, 1) is None  # type: ignore[func-returns-value]
    assert proxy.calls == [("NODE_ALLOC_PAGES", [4, 2048], [1, 2**64 - 1], 0, 4, 1)]


def test_keeping_a_connection_alive(daemon: Daemon) -> None:
    Event.register_default()
    with Virt(uri=daemon.uri()) as conn:
        # Whether the other end can do it isn't returned either.
        assert conn.set_keep_alive(5, 3) is None  # type: ignore[func-returns-value]
        assert conn.is_alive()
