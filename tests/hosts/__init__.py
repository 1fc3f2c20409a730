"""Real libvirt hosts for the tests, private to them and gone afterwards.

A host is a libvirtd of its own in namespaces of its own (mount, network, UTS, IPC, PID,
cgroup). Nothing of the machine's own libvirt, network or configuration is touched, and
nothing remains, even if the test process is killed. It takes root and the programs
named in `programs`; `/dev/kvm` is used where it works.

    import libvirt
    from tests.hosts import Guest, Host, running

    with Host() as host:
        connection = libvirt.open(host.uri)
        with running(connection, Guest(kvm=host.kvm)) as domain:
            print(domain.state())

In pytest, take the fixtures of `tests/hypervisor/conftest.py` instead. On the command
line, `python -m tests.hosts -- virsh -c ...` (see `--help`).

* `Host`: one host; `host.uri`, `host.uri_for("network")`, `host.root` (for images and
  other files: the same path inside and outside), `host.images` (what the host itself
  calls /var/lib/libvirt/images), `host.run("ip", "link")`,
  `host.restart_daemon()`, `host.kill_guest(name)`, `host.log()`.
* `Pair`: two hosts with a wire between them, for live migration: `pair.source`,
  `pair.target`, `pair.target_uri` for the peer to peer way, `pair.shared` for disks.
* `guarded()`: a host behind SASL and TLS; connect inside `with host.network():`.
* `Guest`, `Disk`, `running()`: guests as data, and their domain XML.
* `make_disk()`, `filled_disk()`: images for their disks.
* `daemon.Daemon`: only a libvirtd, of an ordinary user: no root, no namespaces, there at once.
* `proxy.Proxy`: stands before a daemon, and changes, makes up and notes what passes.
* `disturbance.Disturbance`: what the proxy does to one message: cut, delay, drop, double, garble.
* `listener.heard()`: a client that hears all events of hosts, without which libvirt may lose some.
* `devices.equipped()`: a host with devices that the machine needn't have.
* `booted()`: a guest that really boots and has the QEMU guest agent.
* `busy_kernel()`, `wait_until_busy()`: a guest whose migration never ends by itself.
* `wait_until()`: wait for a condition, with a deadline.

In the environment: SYSVIRT_TEST_CACHE for the bootable image and what QEMU can do
(default: sysvirt-tests in the user's cache directory), SYSVIRT_TEST_TMP for the hosts'
directories (default: the usual temporary directory).
"""

from tests.hosts.agent import (
    Booted,
    Late,
    agent_guest,
    booted,
    wait_for_agent,
    wait_until,
)
from tests.hosts.auth import Certificates, Guarded, Sasl, guarded
from tests.hosts.busy import busy_kernel, wait_until_busy
from tests.hosts.guests import (
    Connection,
    Disk,
    Domain,
    Guest,
    filled_disk,
    make_disk,
    remove,
    running,
)
from tests.hosts.host import Host, HostError
from tests.hosts.image import Image, ImageError, image
from tests.hosts.leftovers import Traces
from tests.hosts.pair import Pair

__all__ = [
    "Booted",
    "Certificates",
    "Connection",
    "Disk",
    "Domain",
    "Guarded",
    "Guest",
    "Host",
    "HostError",
    "Image",
    "ImageError",
    "Late",
    "Pair",
    "Sasl",
    "Traces",
    "agent_guest",
    "booted",
    "busy_kernel",
    "filled_disk",
    "guarded",
    "image",
    "make_disk",
    "remove",
    "running",
    "wait_for_agent",
    "wait_until",
    "wait_until_busy",
]
