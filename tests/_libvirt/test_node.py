"""The host, as libvirt knows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sysvirt import Error, Sys, Virt
from sysvirt._libvirt import node


def test_the_memory_of_the_host_is_in_kib(conn: Virt) -> None:
    info = node.get_info(conn.handle)
    assert info["model"] == "i686"
    assert info["memory"] == 3145728
    assert info == conn.get_node_info()
    # libvirt-python's is in MiB.
    assert conn.handle.getInfo()[1] == 3072


def test_a_size_that_is_no_whole_mib_is_whole(tmp_path: Path) -> None:
    cpu = "<cpu><mhz>1</mhz><model>m</model><active>1</active><nodes>1</nodes><sockets>1</sockets>"
    file = tmp_path / "node.xml"
    file.write_text(
        f"<node>{cpu}<cores>1</cores><threads>1</threads></cpu><memory>1025</memory></node>"
    )
    with Sys.Virt.new(uri=f"test://{file}") as conn:
        assert node.get_info(conn.handle)["memory"] == 1025


def test_statistics_have_libvirts_names(conn: Virt) -> None:
    found = node.get_stats("virNodeGetCPUStats", conn.handle, -1, 0)
    # Newer libvirts know more.
    assert {"kernel", "user", "idle", "iowait"} <= set(found)
    assert all(type(value) is int for value in found.values())
    with pytest.raises(Error):
        node.get_stats("virNodeGetCPUStats", conn.handle, -1, 64)


def test_the_free_pages_of_each_cell(conn: Virt) -> None:
    found = node.get_free_pages(conn.handle, [4, 2048], 0, 2, 0)
    assert list(found) == [0, 1]
    assert [list(pages) for pages in found.values()] == [[4, 2048]] * 2
    rows = conn.get_node_free_pages([4, 2048], 0, 1)
    assert [row["pages"] for row in rows] == list(found.values())
    with pytest.raises(Error):
        node.get_free_pages(conn.handle, [4], 0, 1, 64)


def test_the_security_model_of_the_host(conn: Virt) -> None:
    found = node.get_security_model(conn.handle)
    in_xml = re.findall(r"<model>(\w+)</model>", conn.get_capabilities().partition("</host>")[0])
    assert found["model"] in in_xml
    assert found == {"model": "testSecurity", "doi": ""}
