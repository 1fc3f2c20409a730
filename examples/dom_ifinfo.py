"""Show the addresses that a guest has from libvirt's networks: a port of dom-ifinfo.pl.

python examples/dom_ifinfo.py qemu:///system demo
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Domain, Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as c:
        dom = c.get_domain_by_name(args.name)

        nics = dom.get_interface_addresses(Domain.INTERFACE_ADDRESSES_SRC_LEASE)

        for nic in nics:
            print(f"Interface {nic['name']}")
            # There is none where the driver doesn't know it.
            print(f"   MAC: {nic.get('hwaddr', '')}")
            for addr in nic["addrs"]:
                print(f"    IP: {addr['addr']}")
            print()


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("name", metavar="DOMAIN-NAME", help="the guest")
    command.run(main, command_line)
