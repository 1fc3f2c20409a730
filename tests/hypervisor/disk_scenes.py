"""Scenes of examples about the disks of guests."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from sysvirt import Domain
from tests.hosts import Disk, Guest, Host, make_disk, remove, wait_until
from tests.hypervisor.guests import World, connection, guest_on

#: What a host calls the directory of its images; `Host.images` is what tests call it.
IMAGES = "/var/lib/libvirt/images"
#: A backup that clients fetch, so that it goes on until it is ended.
PULLED = """
<domainbackup mode='pull'><server transport='unix' socket='{root}/backup'/>
  <disks><disk name='vda' type='file'><scratch file='{images}/scratch.qcow2'/></disk></disks>
</domainbackup>
"""


@contextlib.contextmanager
def emptied(host: Host) -> Iterator[None]:
    """Leave no image behind."""
    yield
    for image in host.images.iterdir():
        image.unlink()


@pytest.fixture
def raw_disk(host: Host) -> Iterator[World]:
    """A disk with the mark of a boot sector, and nothing else."""
    disk = make_disk(host.images / "disk.img")
    with disk.open("r+b") as image:
        image.seek(510)
        image.write(b"\x55\xaa")
    with emptied(host), guest_on(host, disks=(Disk(f"{IMAGES}/disk.img"),)) as dom:
        yield {"dom": dom}


@pytest.fixture
def layered_disk(host: Host) -> Iterator[World]:
    """A disk of three images, each on top of the next."""
    make_disk(host.images / "base.qcow2", kind="qcow2")
    for below, image in (("base", "middle"), ("middle", "disk")):
        layer = ("-b", f"{IMAGES}/{below}.qcow2", "-F", "qcow2", f"{IMAGES}/{image}.qcow2")
        host.run("qemu-img", "create", "-q", "-f", "qcow2", *layer)
    disk = Disk(f"{IMAGES}/disk.qcow2", format="qcow2")
    with emptied(host), guest_on(host, disks=(disk,)) as dom:
        yield {"dom": dom, "conn": dom.connection}
        # A job that an example has begun ends by itself; or it is an active one, which is ready.
        wait_until(lambda: is_over(dom), "the job is over")


def is_over(dom: Domain) -> bool:
    """Whether no job on the disk does anything any more."""
    job = dom.get_block_job_info("vda")
    return job["cur"] == job["end"] and dom.get_job_info()["type"] == Domain.JOB_NONE


@pytest.fixture
def copied_disk(host: Host) -> Iterator[World]:
    """A disk of 8 MiB has been copied, and the copy is kept equal."""
    make_disk(host.images / "disk.img")
    target = f"<disk type='file'><source file='{IMAGES}/copy.img'/><driver type='raw'/></disk>"
    with emptied(host), guest_on(host, disks=(Disk(f"{IMAGES}/disk.img"),)) as dom:
        dom.block_copy("vda", target, {}, Domain.BLOCK_COPY_TRANSIENT_JOB)
        wait_until(lambda: is_complete(dom), "the copy is complete")
        yield {"dom": dom}


def is_complete(dom: Domain) -> bool:
    """Whether all is copied, and libvirt knows it."""
    job = dom.get_block_job_info("vda")
    ready = "<mirror" in (xml := dom.get_xml_description()) and "ready='yes'" in xml
    return job["cur"] == job["end"] > 0 and ready


@pytest.fixture
def backup_under_way(host: Host) -> Iterator[World]:
    """A backup that waits for whoever fetches it."""
    make_disk(host.images / "disk.qcow2", kind="qcow2")
    disk = Disk(f"{IMAGES}/disk.qcow2", format="qcow2")
    with emptied(host), guest_on(host, disks=(disk,)) as dom:
        dom.backup_begin(PULLED.format(root=host.root, images=IMAGES))
        yield {"dom": dom}


@pytest.fixture
def given_disk(host: Host) -> Iterator[World]:
    """A domain whose disk is a file that it is yet to be given."""
    path = make_disk(host.root / "given.img")
    disk = Disk(path).xml().replace("<source ", "<source fdgroup='image' ")
    with connection(host) as conn:
        guest = Guest(name="test", kvm=host.kvm, balloon=False, devices=disk)
        try:
            yield {"dom": conn.define_domain(guest.xml()), "path": path}
        finally:
            remove(conn.handle, guest.name)
    path.unlink()
