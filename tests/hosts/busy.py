"""A guest that never stops writing its memory: no migration of it ends by itself.

Its whole system is a kernel of a few bytes, as the Multiboot specification has them: in an
endless loop it fills 16 MiB, each time with another number.
"""

from __future__ import annotations

import struct
from pathlib import Path

import libvirt

from tests.hosts.agent import wait_until
from tests.hosts.guests import Domain
from tests.hosts.image import Image

_MAGIC, _ADDRESSES_GIVEN = 0x1BADB002, 0x10000
_LOADED_AT = 0x100000
#: Where it writes, and how much.
_START, _WORDS = 0x200000, 4 * 2**20

_HEADER = "<8I"
_CODE = b"".join(
    (
        b"\xbf" + struct.pack("<I", _START),  # mov edi, START
        b"\xb9" + struct.pack("<I", _WORDS),  # mov ecx, WORDS
        b"\x40",  # inc eax
        b"\xf3\xab",  # rep stosd
        b"\xeb\xf1",  # jmp to the first
    )
)


def busy_kernel(path: Path) -> Image:
    """Write the kernel into a file: for `Guest(image=...)`."""
    entry = _LOADED_AT + struct.calcsize(_HEADER)
    end = entry + len(_CODE)
    checksum = -(_MAGIC + _ADDRESSES_GIVEN) & 0xFFFFFFFF
    addresses = (_LOADED_AT, _LOADED_AT, end, end, entry)
    path.write_bytes(struct.pack(_HEADER, _MAGIC, _ADDRESSES_GIVEN, checksum, *addresses) + _CODE)
    return Image(path)


def wait_until_busy(domain: Domain) -> None:
    """Wait until it has begun to write; takes libvirt-python's domain."""
    peek = (_START, 4, libvirt.VIR_MEMORY_PHYSICAL)
    wait_until(lambda: domain.memoryPeek(*peek) != bytes(4), "the guest writes its memory")
