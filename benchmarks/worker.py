"""A contender in Python: reads its scene, then ``number loops`` lines; answers with seconds."""

from __future__ import annotations

import gc
import json
import sys
import time
import timeit
from typing import Any


def connect(contender: str, uri: str) -> dict[str, Any]:
    """``conn`` and ``Error`` as this contender has them."""
    if contender == "sysvirt":
        from sysvirt import Error, Sys

        return {"gc": gc, "Sys": Sys, "conn": Sys.Virt.new(uri=uri), "Error": Error}
    import libvirt

    # It prints each error otherwise, and would be timed doing that.
    libvirt.registerErrorHandler(lambda *_: None, None)
    conn = libvirt.open(uri)
    return {"gc": gc, "libvirt": libvirt, "conn": conn, "Error": libvirt.libvirtError}


def main() -> None:
    """The contender's name is the argument, its scene the first line, as JSON."""
    scene = json.loads(sys.stdin.readline())
    names = connect(sys.argv[1], scene["uri"])
    exec(scene["setup"], names)
    # The collector is on, as in any program: what makes many objects pays for it.
    clock = getattr(time, scene.get("clock", "perf_counter"))
    timers = [
        timeit.Timer(each, "gc.enable()", timer=clock, globals=names)
        for each in scene["statements"]
    ]
    for line in sys.stdin:
        number, loops = map(int, line.split())
        print(timers[number].timeit(loops), flush=True)


if __name__ == "__main__":
    main()
