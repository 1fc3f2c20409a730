"""List the network cards of a host: a port of devices.pl.

python examples/devices.py qemu:///system
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri, readonly=True) as con:
        devs = con.list_node_devices("net")

        print("Available NICS")
        for dev in devs:
            print(f"NIC: {dev.get_name()}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument(
        "uri", metavar="URI", nargs="?", help="the hypervisor; without it libvirt's default"
    )
    command.run(main, command_line)
