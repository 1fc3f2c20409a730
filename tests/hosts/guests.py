"""Guests as data, and the domain XML of each.

`Guest()` is the least of them: a running QEMU with neither disk nor system, which is
all that states, jobs, devices and migration need. More is added by its attributes.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import uuid as uuids
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import libvirt

from tests.hosts import programs
from tests.hosts.image import Image

# A guest may end or be removed at any moment, also while it is being removed.
_GONE = (libvirt.VIR_ERR_NO_DOMAIN, libvirt.VIR_ERR_OPERATION_INVALID)

# libvirt-python's objects. Its annotations say "str" of nearly all that they return, so
# they are of more use without.
Connection = Any
Domain = Any

AGENT_CHANNEL = "org.qemu.guest_agent.0"


@attrs.frozen
class Disk:
    """A file as a disk. `cdrom` makes it a CD drive, with or without a `path`."""

    path: str | Path | None
    target: str = "vda"
    format: str = "raw"
    bus: str = "virtio"
    cdrom: bool = False
    readonly: bool = False
    serial: str | None = None
    iothread: int | None = None

    def element(self) -> ET.Element:
        """The <disk> element, as for attach_device too."""
        kind = "cdrom" if self.cdrom else "disk"
        disk = ET.Element("disk", type="file", device=kind)
        driver = _add(disk, "driver", name="qemu", type=self.format)
        if not self.cdrom:
            driver.set("discard", "unmap")
        if self.iothread is not None:
            driver.set("iothread", str(self.iothread))
        if self.path is not None:
            _add(disk, "source", file=str(self.path))
        _add(disk, "target", dev=self.target, bus=self.bus)
        if self.serial is not None:
            _add(disk, "serial", self.serial)
        if self.readonly:
            _add(disk, "readonly")
        return disk

    def xml(self) -> str:
        """The <disk> element as text."""
        return ET.tostring(self.element(), encoding="unicode")


@attrs.frozen
class Guest:
    """A guest. Memory is in MiB.

    `kvm` says which accelerator; give it `host.kvm`. `slots` of memory devices raise
    the memory that can be plugged in to `max_memory`. `channels` are the names of
    virtio channels of the guest, each a unix socket that libvirt chooses the path of.
    `console_log` is a file for all that the console says, kept by virtlogd.
    `vnc` is "socket" for a unix socket, "port" for one on 127.0.0.1 inside the host.
    The UUID, unless given, follows from the name, so it is the same on every host.
    `devices` is further XML inside <devices>, `extra` further XML inside <domain>.
    """

    name: str = "nullguest"
    kvm: bool = False
    uuid: str = attrs.field(kw_only=True)
    title: str | None = None
    memory: int = 64
    current_memory: int | None = None
    max_memory: int | None = None
    slots: int = 0
    vcpus: int = 1
    max_vcpus: int | None = None
    iothreads: int = 0
    machine: str = "pc"
    disks: tuple[Disk, ...] = ()
    networks: tuple[str, ...] = ()
    console: bool = False
    console_log: str | Path | None = None
    channels: tuple[str, ...] = ()
    vnc: str | None = None
    balloon: bool = True
    image: Image | None = None
    arguments: str = "console=ttyS0 quiet panic=-1"
    devices: str = ""
    extra: str = ""

    @uuid.default
    def _uuid(self) -> str:
        return str(uuids.uuid5(uuids.NAMESPACE_DNS, self.name))

    def xml(self) -> str:
        """The domain XML."""
        domain = ET.Element("domain", type="kvm" if self.kvm else "qemu")
        _add(domain, "name", self.name)
        _add(domain, "uuid", self.uuid)
        if self.title is not None:
            _add(domain, "title", self.title)
        self._memory(domain)
        vcpu = _add(domain, "vcpu", str(self.max_vcpus or self.vcpus))
        if self.max_vcpus is not None:
            vcpu.set("current", str(self.vcpus))
        if self.iothreads:
            _add(domain, "iothreads", str(self.iothreads))
        system = _add(domain, "os")
        _add(system, "type", "hvm", arch="x86_64", machine=self.machine)
        if self.image is not None:
            _add(system, "kernel", str(self.image.kernel))
            if self.image.initrd is not None:
                _add(system, "initrd", str(self.image.initrd))
            _add(system, "cmdline", self.arguments)
        features = _add(domain, "features")
        _add(features, "acpi")
        power = _add(domain, "pm")
        _add(power, "suspend-to-mem", enabled="yes")
        self._devices(_add(domain, "devices"))
        domain.extend(ET.fromstring(f"<extra>{self.extra}</extra>"))
        return ET.tostring(domain, encoding="unicode")

    def _memory(self, domain: ET.Element) -> None:
        if self.slots:
            most = str(self.max_memory or self.memory * 4)
            _add(domain, "maxMemory", most, unit="MiB", slots=str(self.slots))
            # Memory devices need a NUMA node to go to.
            last = (self.max_vcpus or self.vcpus) - 1
            numa = _add(_add(domain, "cpu"), "numa")
            cell = {"id": "0", "cpus": f"0-{last}", "memory": str(self.memory)}
            _add(numa, "cell", **cell, unit="MiB")
        _add(domain, "memory", str(self.memory), unit="MiB")
        if self.current_memory is not None:
            _add(domain, "currentMemory", str(self.current_memory), unit="MiB")

    def _devices(self, devices: ET.Element) -> None:
        for disk in self.disks:
            devices.append(disk.element())
        for network in self.networks:
            interface = _add(devices, "interface", type="network")
            _add(interface, "source", network=network)
            _add(interface, "model", type="virtio")
            # No guest here boots from the network, so its firmware need not look.
            _add(interface, "rom", enabled="no")
        if self.console:
            serial = _add(devices, "serial", type="pty")
            if self.console_log is not None:
                _add(serial, "log", file=str(self.console_log), append="off")
            _add(serial, "target", port="0")
            target = _add(_add(devices, "console", type="pty"), "target", port="0")
            target.set("type", "serial")
        for name in self.channels:
            channel = _add(devices, "channel", type="unix")
            _add(channel, "target", type="virtio", name=name)
        if self.vnc == "socket":
            _add(_add(devices, "graphics", type="vnc"), "listen", type="socket")
        elif self.vnc == "port":
            port = {"autoport": "yes", "listen": "127.0.0.1"}
            _add(devices, "graphics", type="vnc", **port)
        if self.vnc is not None:
            _add(_add(devices, "video"), "model", type="vga")
        _add(devices, "memballoon", model="virtio" if self.balloon else "none")
        devices.extend(ET.fromstring(f"<extra>{self.devices}</extra>"))


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def make_disk(
    path: Path, *, mebibytes: int = 8, kind: str = "raw", filesystem: bool = False
) -> Path:
    """Make an image file, empty or with an ext4 file system (raw only)."""
    size = f"{mebibytes}M"
    _call("qemu-img", "create", "-q", "-f", kind, str(path), size)
    if filesystem:
        _call("mkfs.ext4", "-q", "-F", str(path))
    return path


def filled_disk(path: Path, mebibytes: int = 8) -> Path:
    """Make an image file (raw) with data all over, which no other has."""
    block = os.urandom(2**20)
    with path.open("wb") as file:
        for _ in range(mebibytes):
            file.write(block)
    return path


def _call(program: str, *arguments: str) -> None:
    command = [programs.need(program), *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)


@contextlib.contextmanager
def running(connection: Connection, guest: Guest, *, persistent: bool = False) -> Iterator[Domain]:
    """Start a guest for the length of a `with`; whatever became of it, it is gone."""
    if persistent:
        domain = connection.defineXML(guest.xml())
        domain.create()
    else:
        domain = connection.createXML(guest.xml())
    try:
        yield domain
    finally:
        remove(connection, guest.name)


def remove(connection: Connection, name: str) -> None:
    """End and forget a guest with all that belongs to it, if there is one."""
    for domain in connection.listAllDomains():
        if domain.name() != name:
            continue
        with _unless_gone():
            if domain.isPersistent():
                # First, so that a guest which ends by itself meanwhile is gone as well.
                domain.undefineFlags(
                    libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
                    | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
                    | libvirt.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
                )
        with _unless_gone():
            if domain.isActive():
                domain.destroy()


@contextlib.contextmanager
def _unless_gone() -> Iterator[None]:
    try:
        yield
    except libvirt.libvirtError as error:
        if error.get_error_code() not in _GONE:
            raise
