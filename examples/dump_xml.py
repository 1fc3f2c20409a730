"""Print the XML of a guest: a port of dump-xml.pl.

python examples/dump_xml.py demo
python examples/dump_xml.py qemu:///system demo
"""

from __future__ import annotations

import argparse

from support import command
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri, readonly=True) as con:
        dom = con.get_domain_by_name(args.name)

        print(dom.get_xml_description())


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument("name", metavar="DOMAIN-NAME", help="the guest")
    command.run(main, command_line)
