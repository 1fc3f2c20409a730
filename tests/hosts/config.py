"""The files under a host's own /etc: what its daemons read."""

from __future__ import annotations

import shutil
from pathlib import Path

# Messages of level 3 (warnings) and above: enough to tell why something failed.
_LIBVIRTD = """\
host_uuid = "{uuid}"
auth_unix_ro = "none"
auth_unix_rw = "none"
unix_sock_group = "root"
unix_sock_rw_perms = "0700"
listen_tls = {tls}
listen_tcp = {tcp}
listen_addr = "0.0.0.0"
auth_tcp = "{tcp_auth}"
auth_tls = "{tls_auth}"
log_filters = "3:object 3:event 3:json"
log_outputs = "3:file:/var/log/libvirt/libvirtd.log"
# A client with an event loop that doesn't turn for a while, as in most tests, isn't dead.
keepalive_interval = -1
"""

# No security driver and no private /dev: the host as a whole is already walled in, and
# what a test checks is the library, not the confinement of guests.
_QEMU = """\
user = "root"
group = "root"
security_driver = "none"
namespaces = []
remember_owner = 0
dynamic_ownership = 1
vnc_listen = "127.0.0.1"
migration_address = "0.0.0.0"
save_image_format = "raw"
"""

_DEFAULT_NETWORK = """\
<network>
  <name>default</name>
  <forward mode='nat'/>
  <bridge name='virbr0' stp='on' delay='0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>
"""

_DMIDECODE = """\
#!/bin/sh
printf 'BIOS Information\n\tVendor: Sysvirt\n\tVersion: 1.0\n'
printf '\tRelease Date: 01/01/2023\n\n'
printf 'System Information\n\tManufacturer: Sysvirt\n\tProduct Name: Test host\n'
printf '\tVersion: 1.0\n\tSerial Number: 1\n'
printf '\tUUID: 00000000-0000-0000-0000-000000000001\n\n'
printf 'Base Board Information\n\tManufacturer: Sysvirt\n\tProduct Name: Board\n\n'
"""

_TLS = """\
ca_file = "{pki}/cacert.pem"
cert_file = "{pki}/servercert.pem"
key_file = "{pki}/serverkey.pem"
tls_no_sanity_certificate = 0
"""


def libvirtd_conf(
    uuid: str, *, tcp: str | None = None, tls: str | None = None, pki: str = ""
) -> str:
    """The text of libvirtd.conf; `tcp` and `tls` are an authentication or None."""
    text = _LIBVIRTD.format(
        uuid=uuid,
        tcp=int(tcp is not None),
        tls=int(tls is not None),
        tcp_auth=tcp or "none",
        tls_auth=tls or "none",
    )
    return text + (_TLS.format(pki=pki) if tls is not None else "")


def furnish(etc: Path, libvirtd: str, qemu: str) -> None:
    """Write a fresh /etc/libvirt to `etc`: `libvirtd.conf`, more of `qemu.conf`."""
    networks = etc / "qemu" / "networks"
    networks.mkdir(parents=True)
    (networks / "default.xml").write_text(_DEFAULT_NETWORK)
    (etc / "libvirtd.conf").write_text(libvirtd)
    (etc / "qemu.conf").write_text(_QEMU + qemu)
    for name in ("virtlogd.conf", "virtlockd.conf", "libvirt.conf"):
        (etc / name).write_text("")
    # The stock filters come with a package; a machine without it has none to give.
    for filters in (Path("/etc/libvirt/nwfilter"), Path("/usr/share/libvirt/nwfilter")):
        if filters.is_dir():
            shutil.copytree(filters, etc / "nwfilter")
            break


def furnish_tools(directory: Path) -> None:
    """Write the stand-ins for tools that need hardware this machine may lack.

    A virtual machine often has no DMI tables at all; with a made-up one, what libvirt
    says of its host's hardware is the same everywhere.
    """
    directory.mkdir()
    dmidecode = directory / "dmidecode"
    dmidecode.write_text(_DMIDECODE)
    dmidecode.chmod(0o755)
