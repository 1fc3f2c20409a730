"""What an object of each kind weighs: resident memory of 20,000 of them, in bytes each."""

from __future__ import annotations

import os
import sys

from benchmarks.worker import scene

NUMBER = 20_000


def resident() -> int:
    """The memory that this process holds, in bytes."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def main() -> None:
    """The contender's name is the argument."""
    conn = scene(sys.argv[1])["conn"]
    find = conn.get_domain_by_name if sys.argv[1] == "sysvirt" else conn.lookupByName
    warm = [find("test") for _ in range(1000)]
    before = resident()
    kept = [find("test") for _ in range(NUMBER)]
    print((resident() - before) / len(kept), len(warm))


if __name__ == "__main__":
    main()
