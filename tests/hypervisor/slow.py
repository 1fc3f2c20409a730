"""A disk that is read slowly: a job that copies it can't end before a test has had its turn."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from sysvirt import Domain, Virt
from tests.hosts import Guest, Host, filled_disk, programs, remove, wait_until

#: Its MiB, and how many bytes a second are read: to copy all of it takes a minute, to give that up
#: a few seconds.
SIZE, A_SECOND = 1024, 2**24
DISK = """
<disk type='network' device='disk'>
  <driver name='qemu' type='raw'/>
  <source protocol='nbd'><host transport='unix' socket='{socket}'/></source>
  <target dev='vda' bus='virtio'/>
</disk>
"""


@contextlib.contextmanager
def slow_disk(place: Path) -> Iterator[str]:
    """The XML of such a disk; a server of this `with` reads its image."""
    socket, listens = place / "slow.socket", place / "slow.pid"
    # Holes would be passed over at once.
    file = f"file.driver=file,file.filename={filled_disk(place / 'slow.raw', SIZE)}"
    command = [programs.need("qemu-nbd"), "--socket", str(socket), "--persistent"]
    # It is written when there is one who listens; a socket has its name before.
    command += ["--pid-file", str(listens)]
    command += ["--object", f"throttle-group,id=slow,x-bps-read={A_SECOND}"]
    command += ["--image-opts", f"driver=throttle,throttle-group=slow,{file}"]
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        wait_until(listens.exists, "the server of the disk listens")
        yield DISK.format(socket=socket)
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def slow_guest(host: Host, conn: Virt, place: Path) -> Iterator[Domain]:
    """A guest with a slow disk, vda; its name is "slow"."""
    with slow_disk(place) as disk:
        conn.create_domain(Guest(name="slow", kvm=host.kvm, devices=disk).xml())
        try:
            yield conn.get_domain_by_name("slow")
        finally:
            remove(conn.handle, "slow")


def idle(dom: Domain) -> bool:
    """Whether it has no job."""
    return dom.get_job_info()["type"] == Domain.JOB_NONE


def backed_up(dom: Domain) -> bool:
    """Whether a backup of its disk is going on."""
    return dom.get_block_job_info("vda")["type"] == Domain.BLOCK_JOB_TYPE_BACKUP
