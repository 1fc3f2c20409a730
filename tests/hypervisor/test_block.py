"""Disks of running guests: their data, what is counted of them, and jobs on them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts import Connection, Disk, Guest, Host, programs, running, wait_until

MIB = 2**20
DATA = bytes(range(256)) * 16
NO_JOB = {"type": 0, "bandwidth": 0, "cur": 0, "end": 0}


@pytest.fixture
def place(host: Host) -> Iterator[Path]:
    """An empty directory that the host sees, cleared afterwards."""
    folder = host.root / "images"
    folder.mkdir()
    yield folder
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def overlay(image: Path, base: Path, form: str) -> Path:
    """An image that has only what differs from another."""
    command = [programs.need("qemu-img"), "create", "-q", "-f", "qcow2", "-F", form]
    subprocess.run([*command, "-b", str(base), str(image)], check=True)
    return image


def data(image: Path) -> Path:
    """An image of 4 MiB with something at its beginning."""
    with image.open("wb") as file:
        file.write(DATA)
        file.truncate(4 * MIB)
    return image


@pytest.fixture
def dom(host: Host, libvirt_host: Connection, conn: Virt, place: Path) -> Iterator[Domain]:
    """A guest with a chain of three images as its disk."""
    middle = overlay(place / "middle", data(place / "base"), "raw")
    disk = Disk(overlay(place / "top", middle, "qcow2"), format="qcow2")
    with running(libvirt_host, Guest(name="chained", kvm=host.kvm, disks=(disk,))):
        yield conn.get_domain_by_name("chained")


def done(dom: Domain) -> None:
    """Wait until there is no job any more."""
    wait_until(lambda: dom.get_block_job_info("vda") == NO_JOB, "the job ends")


def go_over(dom: Domain) -> None:
    """Let the guest use the copy, once it is complete and libvirt has heard of that."""

    def finished() -> bool:
        try:
            dom.abort_block_job("vda", Domain.BLOCK_JOB_ABORT_PIVOT)
        except Error as error:
            if error.code() != Error.ERR_BLOCK_COPY_ACTIVE:
                raise
            return False
        return True

    wait_until(finished, "the guest goes over to the copy")


def test_data_beyond_4_gib(host: Host, libvirt_host: Connection, conn: Virt, place: Path) -> None:
    image = place / "large"
    with image.open("wb") as file:
        file.seek(2**32 + 512)
        file.write(DATA)
        file.truncate(5 * 2**30)
    guest = Guest(name="large", kvm=host.kvm, disks=(Disk(image),))
    with running(libvirt_host, guest):
        dom = conn.get_domain_by_name("large")
        assert dom.block_peek("vda", 2**32 + 512, len(DATA)) == DATA
        assert dom.block_peek(image, 0, 512) == bytes(512)
        assert dom.get_block_info("vda")["capacity"] == 5 * 2**30
        dom.block_resize("vda", 6 * 2**30, Domain.BLOCK_RESIZE_BYTES)
        assert dom.get_block_info("vda")["capacity"] == 6 * 2**30


def test_what_is_counted(dom: Domain) -> None:
    assert sorted(dom.block_stats("vda")) == [
        "flush_reqs",
        "flush_total_times",
        "rd_bytes",
        "rd_req",
        "rd_total_times",
        "wr_bytes",
        "wr_req",
        "wr_total_times",
    ]
    assert dom.get_disk_errors() == []
    with pytest.raises(Error, match="unsupported flags"):
        dom.get_disk_errors(1)


def test_the_time_on_each_cpu(dom: Domain) -> None:
    there = dom.connection.get_node_cpu_map()[0]
    try:
        each = dom.get_cpu_stats(0, 0)
    except Error as error:
        pytest.skip(f"this machine can't: {error.message()}")
    assert len(each) == there
    assert {tuple(sorted(cpu)) for cpu in each} == {("cpu_time", "vcpu_time")}
    assert len(dom.get_cpu_stats(there - 1, 9)) == 1
    (total,) = dom.get_cpu_stats(-1, 1)
    assert sorted(total) == ["cpu_time", "system_time", "user_time"]
    assert total["cpu_time"] >= sum(cpu["cpu_time"] for cpu in each) > 0


def test_a_rebase_without_a_base(dom: Domain) -> None:
    dom.block_rebase("vda", None, 0)
    done(dom)
    assert "<backingStore/>" in dom.get_xml_description()


def test_a_commit_of_all(dom: Domain, place: Path) -> None:
    dom.block_commit("vda", None, None, 0, Domain.BLOCK_COMMIT_ACTIVE)
    ready_type = Domain.BLOCK_JOB_TYPE_ACTIVE_COMMIT
    assert dom.get_block_job_info("vda")["type"] == ready_type
    go_over(dom)
    assert f"<source file='{place / 'base'}'" in dom.get_xml_description()
    assert dom.get_block_job_info("vda") == NO_JOB


def test_a_copy(dom: Domain, place: Path) -> None:
    copy = place / "copy"
    xml = f"<disk type='file'><source file='{copy}'/><driver type='raw'/></disk>"
    params = {"bandwidth": 2**30, "granularity": 65536, "buf-size": 4 * MIB}
    dom.block_copy("vda", xml, params, Domain.BLOCK_COPY_TRANSIENT_JOB)
    info = dom.get_block_job_info("vda", Domain.BLOCK_JOB_INFO_BANDWIDTH_BYTES)
    assert (info["type"], info["bandwidth"]) == (Domain.BLOCK_JOB_TYPE_COPY, 2**30)
    go_over(dom)
    assert dom.block_peek(copy, 0, len(DATA)) == DATA
