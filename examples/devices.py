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
    command.add_uri(command_line)
    command.run(main, command_line)
