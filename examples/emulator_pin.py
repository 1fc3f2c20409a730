"""Keep a hypervisor's own threads off the host's CPU 0, and let them back: emulator-pin.pl's port.

    python examples/emulator_pin.py qemu:///system
    python examples/emulator_pin.py qemu:///system --domain demo

A line is a CPU map: 1 or 0 for each of the host's CPUs, and for those up to the end of the last
byte. The guest is started if it isn't running; its threads end where they were.
"""

from __future__ import annotations

import argparse

from support import command
from support.words import bits
from sysvirt import Virt
from sysvirt.bitmap import unuse_cpu


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as c:
        d = c.get_domain_by_name(args.domain)

        if not d.is_active():
            d.create()

        mask = d.get_emulator_pin_info()
        print(":".join(bits(mask)))

        # Only if there is another CPU left.
        if bits(mask, 2) == ["1", "1"]:
            newmask = bytearray(mask)
            unuse_cpu(newmask, 0)
            print(":".join(bits(newmask)))
            try:
                d.pin_emulator(newmask)
                print(":".join(bits(d.get_emulator_pin_info())))
            finally:
                d.pin_emulator(mask)
            print(":".join(bits(d.get_emulator_pin_info())))


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument(
        "--domain", metavar="NAME", default="vm1", help="the guest (default: vm1)"
    )
    command.run(main, command_line)
