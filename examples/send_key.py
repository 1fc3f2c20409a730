"""Type "hello world" and Enter into a guest: a port of send-key.pl.

python examples/send_key.py qemu:///system demo
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Domain, Virt

#: Linux's numbers of the keys.
CODES = (
    *(35, 18, 38, 38, 24),
    57,
    *(17, 24, 19, 38, 32),
    28,
)


def main(args: argparse.Namespace) -> None:
    print(f"Addr {args.uri}")
    with Virt.new(uri=args.uri, readonly=False) as con:
        dom = con.get_domain_by_name(args.name)

        dom.send_key(Domain.KEYCODE_SET_LINUX, 100, CODES)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("name", metavar="DOMAIN-NAME", help="the guest")
    command.run(main, command_line)
