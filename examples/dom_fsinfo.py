"""Show what a guest has mounted: a port of dom-fsinfo.pl. The guest needs the QEMU guest agent.

python examples/dom_fsinfo.py qemu:///system demo
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as c:
        dom = c.get_domain_by_name(args.name)

        for fs in dom.get_fs_info():
            print(f"{fs['name']} ({fs['fstype']}) at {fs['mountpoint']}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("name", metavar="DOMAIN-NAME", help="the guest")
    command.run(main, command_line)
