"""Show which addresses a network has lent: a port of dhcp-leases.pl.

python examples/dhcp_leases.py
python examples/dhcp_leases.py --connect qemu+ssh://root@host/system --network lab
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect, readonly=True) as c:
        n = c.get_network_by_name(args.network)

        for lease in n.get_dhcp_leases():
            print(f"Interface {lease['iface']}")
            print(f"   MAC: {lease['mac']}")
            print(f"    IP: {lease['ipaddr']}")
            if lease["hostname"]:
                print(f"  Host: {lease['hostname']}")
            print()


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_connect(command_line, "qemu:///system")
    command_line.add_argument(
        "--network", metavar="NAME", default="default", help="the network (default: default)"
    )
    command.run(main, command_line)
