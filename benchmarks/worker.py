"""A contender in Python: reads ``statement-number loops`` lines, answers with seconds."""

from __future__ import annotations

import json
import sys
import timeit
from typing import Any


def scene(contender: str) -> dict[str, Any]:
    """``conn``, ``dom`` and ``Error`` as this contender has them."""
    if contender == "sysvirt":
        from sysvirt import Error, Sys

        conn = Sys.Virt.new(uri="test:///default")
        return {"conn": conn, "dom": conn.get_domain_by_name("test"), "Error": Error}
    import libvirt

    # It prints each error otherwise, and would be timed doing that.
    libvirt.registerErrorHandler(lambda *_: None, None)
    handle = libvirt.open("test:///default")
    return {"conn": handle, "dom": handle.lookupByName("test"), "Error": libvirt.libvirtError}


def main() -> None:
    """The contender's name is the argument, its statements come first, as a line of JSON."""
    statements = json.loads(sys.stdin.readline())
    names = scene(sys.argv[1])
    timers = [timeit.Timer(statement, globals=names) for statement in statements]
    for line in sys.stdin:
        number, loops = map(int, line.split())
        print(timers[number].timeit(loops), flush=True)


if __name__ == "__main__":
    main()
