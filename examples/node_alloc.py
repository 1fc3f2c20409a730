"""Reserve more huge pages on a host, over all its NUMA nodes: a port of node-alloc.pl.

    python examples/node_alloc.py qemu:///system 2048=64
    python examples/node_alloc.py qemu:///system 2048=64 1048576=1

Sizes are in KiB. The pages come on top of those that the host has reserved.
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def pair(text: str) -> tuple[int, int]:
    """A size and a number of pages."""
    size, equals, count = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"must be SIZE=COUNT, not {text!r}")
    return command.natural(size), command.natural(count, 2**64 - 1)


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as c:
        c.node_alloc_pages(args.pages, -1, -1)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument(
        "pages",
        metavar="SIZE=COUNT",
        nargs="+",
        type=pair,
        help="how many pages more of a size in KiB",
    )
    command.run(main, command_line)
