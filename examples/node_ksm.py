"""Set how eagerly a host looks for memory pages that guests can share: a port of node-ksm.pl.

    python examples/node_ksm.py
    python examples/node_ksm.py 400 50

It prints the host's settings before and after.
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as con:
        params = con.get_node_memory_parameters()
        for key, value in params.items():
            print(f"{key}: {value}")

        param = {
            Virt.NODE_MEMORY_SHARED_PAGES_TO_SCAN: args.pagetoscan or 200,
            Virt.NODE_MEMORY_SHARED_SLEEP_MILLISECS: args.sleepmillis or 100,
        }
        con.set_node_memory_parameters(param)

        params = con.get_node_memory_parameters()
        for key, value in params.items():
            print(f"{key}: {value}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_connect(command_line, "qemu:///system")
    command_line.add_argument(
        "pagetoscan",
        metavar="PAGES",
        nargs="?",
        type=command.natural,
        default=200,
        help="how many pages to look at in a go (default, and instead of 0: 200)",
    )
    command_line.add_argument(
        "sleepmillis",
        metavar="MILLISECONDS",
        nargs="?",
        type=command.natural,
        default=100,
        help="how long to sleep between two goes (default, and instead of 0: 100)",
    )
    command.run(main, command_line)
