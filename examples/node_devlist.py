"""List a host's devices, each with the device that it belongs to: a port of node-devlist.pl.

python examples/node_devlist.py
python examples/node_devlist.py --connect qemu:///system
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        for dev in conn.list_all_node_devices():
            parent = dev.get_parent()
            print(f"{dev.get_name()}: < {parent or ''}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_connect(command_line)
    command.run(main, command_line)
