"""Show the stored virtual CPUs of all guests, and the host's that they may use: vcpuinfo.pl's port.

    python examples/vcpuinfo.py qemu:///system

A guest that isn't stored ends it with libvirt's message.
"""

from __future__ import annotations

import argparse

from support import command
from support.words import bits
from sysvirt import Domain, Virt


def main(args: argparse.Namespace) -> None:
    print(f"Addr {args.uri}")
    with Virt.new(uri=args.uri, readonly=True) as con:
        print(f"VMM type: {con.get_type()}")

        for dom in sorted(con.list_all_domains(), key=Domain.get_id):
            print("Domain: {")
            print(f"  ID: {dom.get_id()} '{dom.get_name()}'")
            print(f"  UUID: {dom.get_uuid_string()}")
            nodeinfo = con.get_node_info()

            for info in dom.get_vcpu_info(Domain.AFFECT_CONFIG):
                print("  VCPU: {")
                for key, value in sorted(info.items()):
                    if isinstance(value, bytes):
                        print(f"    {key}: {''.join(bits(value, nodeinfo['cpus']))}")
                        print()
                    else:
                        print(f"    {key}: {value}")
                print("  }")
            print("}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.run(main, command_line)
