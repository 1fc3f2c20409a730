"""The domains of parity cases."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from tests.hosts.guests import Guest
from tests.parity.case import Step, call


def small(name: str = "small", number: int = 1, more: str = "") -> str:
    """A domain of the test driver."""
    return (
        f"<domain type='test'><name>{name}</name>"
        f"<uuid>00000000-0000-4000-8000-00000000000{number}</uuid><memory>65536</memory>"
        f"<vcpu>2</vcpu><os><type>hvm</type></os>{more}</domain>"
    )


def guest(name: str, *, emulated: bool = False, **parts: Any) -> str:
    """A domain of a real hypervisor, without a system in it; its UUID is always the same.

    One that is reset while it runs has to be ``emulated``: on a machine that is virtual itself,
    KVM may fail at a firmware that is begun anew, and QEMU then pauses the guest.
    """
    parts.setdefault("uuid", str(uuid5(NAMESPACE_DNS, name)))
    xml = Guest(name=name, **parts).xml()
    return xml if emulated else xml.replace('type="qemu"', 'type="{domtype}"', 1)


def gone(name: str) -> list[Step]:
    """What ends a guest, however far a case got with it."""
    return [
        call("conn", "get_domain_by_name", name, keep="left"),
        call("left", "destroy"),
        # With its managed save, snapshots' metadata and NVRAM.
        call("left", "undefine", 1 | 2 | 4),
    ]
