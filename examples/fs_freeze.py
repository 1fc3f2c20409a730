"""Hold back what a guest writes to its file systems: a port of fs-freeze.pl.

    python examples/fs_freeze.py qemu:///system demo / /home
    python examples/fs_freeze.py qemu:///system demo --thaw

It needs the QEMU guest agent in the guest. Without mount points it is all file systems. They stay
frozen until they are thawed; QEMU thaws only all of them at once.
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    print(f"Addr {args.uri}")
    with Virt.new(uri=args.uri, readonly=False) as con:
        dom = con.get_domain_by_name(args.name)

        if args.thaw:
            dom.fs_thaw(args.mountpoints)
        else:
            dom.fs_freeze(args.mountpoints)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("name", metavar="DOMAIN-NAME", help="the guest")
    command_line.add_argument(
        "mountpoints",
        metavar="MOUNT-POINT",
        nargs="*",
        help="where in the guest a file system is mounted",
    )
    command_line.add_argument(
        "--thaw", action="store_true", help="let them write again, instead of freezing"
    )
    command.run(main, command_line)
