"""Show how busy each of a host's CPUs is, and which are online: a port of node-cpu.pl.

    python examples/node_cpu.py qemu:///system
    python examples/node_cpu.py qemu:///system 2 10

The first line of numbers is empty: there is nothing before it to compare with.
"""

from __future__ import annotations

import argparse
import time

from support import command
from sysvirt import Virt
from sysvirt.bitmap import to_bools


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri, readonly=True) as hv:
        ncpus = hv.get_node_info()["cpus"]
        cpu_time: dict[int, int] = {}
        then = 0

        print("".join(f"CPU {c:3d} " for c in range(ncpus)))

        for i in range(args.iterations):
            if i:
                time.sleep(args.interval)

            now = time.monotonic_ns()

            for c in range(ncpus):
                info = hv.get_node_cpu_stats(c)

                used = info["kernel"] + info["user"]
                if c in cpu_time:
                    # The clock may not have moved on, without an interval.
                    util = (used - cpu_time[c]) * 100 / max(now - then, 1)
                    print(f"{util:3.2f}% ", end="")
                cpu_time[c] = used
            print(flush=True)

            then = now

        totcpus, onlinemask, nonline = hv.get_node_cpu_map()

        print(f"CPUs total {totcpus}, online {nonline}")
        for i, online in enumerate(to_bools(onlinemask, totcpus)):
            print(f"  {i}: {online:d}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.add_interval(command_line)
    command_line.add_argument(
        "iterations",
        metavar="ITERATIONS",
        nargs="?",
        type=command.natural,
        default=1,
        help="how many looks; it takes two to see a difference (default: 1)",
    )
    command.run(main, command_line)
