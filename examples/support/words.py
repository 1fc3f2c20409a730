"""Numbers as people read them."""

from __future__ import annotations

from sysvirt.bitmap import to_bools
from sysvirt.names import constant_name

UNITS = ("KiB", "MiB", "GiB", "TiB", "PiB")


def size(kib: float) -> str:
    """An amount of KiB in the unit that suits it."""
    for unit in UNITS:
        if kib < 1024 or unit == UNITS[-1]:
            break
        kib /= 1024
    return f"{kib:.0f} {unit}" if kib >= 100 or kib == int(kib) else f"{kib:.1f} {unit}"


def words(owner: type, family: str, value: int) -> str:
    """A constant's name as a person says it: STATE_SHUTOFF is "shutoff"."""
    try:
        name = constant_name(owner, family, value)
    except ValueError:
        # A libvirt newer than the table of constants.
        return str(value)
    return name.removeprefix(family).lower().replace("_", " ")


def version(number: int) -> str:
    """libvirt's form of a version, in dots."""
    return f"{number // 1000000}.{number // 1000 % 1000}.{number % 1000}"


def bits(cpumap: bytes | bytearray, cpus: int | None = None) -> list[str]:
    """A CPU map as Perl's `split(//, unpack("b*", $cpumap))`: "1" or "0" for each CPU.

    `cpus` is how many are wanted, as in `unpack("b8", ...)`; there are no more than the map has.
    """
    held = len(cpumap) * 8
    used = to_bools(cpumap, held if cpus is None else min(cpus, held))
    return ["1" if use else "0" for use in used]
