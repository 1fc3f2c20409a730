"""Scenes of examples about hosts, their devices and their storage."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from sysvirt import Error, StorageVol
from tests.hosts import Host, wait_until
from tests.hypervisor.guests import World, connection
from tests.storage import directory, volume

CARD = "pci_0000_00_1f_0"
PART = """
<device><parent>pci_0000_00_1f_0</parent><capability type='mdev'><type id='card-1'/>
  <uuid>6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5</uuid></capability></device>
"""
#: How many pages the kernel looks at at a time, as it does from the start.
PAGES = 100


@pytest.fixture
def plain_host(host: Host, machine: None) -> Iterator[World]:  # noqa: ARG001 - a setting of it
    """It has a pool."""
    with connection(host) as conn:
        pool = conn.create_storage_pool(directory("images", "/var/lib/libvirt/images"))
        conn.set_node_memory_parameters({"shm_pages_to_scan": PAGES})
        yield {"conn": conn}
        conn.set_node_memory_parameters({"shm_pages_to_scan": PAGES})
        pool.destroy()


@pytest.fixture
def volume_of_a_pool(host: Host) -> Iterator[World]:
    """A volume of 1 MiB: a page with a word, and then a hole."""
    with connection(host) as conn:
        pool = conn.create_storage_pool(directory("images", "/var/lib/libvirt/images"))
        vol = pool.create_volume(volume("disk.img", 2**20))
        write(vol, b"hello".ljust(4096, b"\0"))
        yield {"conn": conn, "vol": vol}
        vol.delete()
        pool.destroy()


def write(vol: StorageVol, data: bytes) -> None:
    """Put data at the beginning of a volume."""
    st = vol.connection.new_stream()
    vol.upload(st, 0, len(data))
    st.send(data, len(data))
    st.finish()


@pytest.fixture
def devices(equipped: Host) -> Iterator[World]:
    """A host with a card that can be divided, and an adapter."""
    with connection(equipped) as conn:
        yield {"conn": conn}
        for device in conn.list_node_devices("mdev"):
            device.undefine()
        wait_until(lambda: not conn.list_node_devices("mdev"), "the parts of the card are gone")


@pytest.fixture
def card(devices: World) -> Iterator[World]:
    """The card, which the host uses."""
    dev = devices["conn"].get_node_device_by_name(CARD)
    yield {"dev": dev}
    with contextlib.suppress(Error):
        dev.reattach()


@pytest.fixture
def detached_card(card: World) -> World:
    """The card, which nobody uses."""
    card["dev"].dettach()
    return card


@pytest.fixture
def part_of_a_card(devices: World) -> World:
    """A part of the card that is stored, and not started."""
    conn = devices["conn"]
    return {"conn": conn, "dev": conn.define_node_device(PART)}
