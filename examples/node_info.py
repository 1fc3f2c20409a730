"""Show what a host can do: CPU models, free pages, storage, guests: a port of node-info.pl.

    python examples/node_info.py qemu:///system

At the end is libvirt's XML of what a guest with KVM can have.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET

from support import command
from sysvirt import Virt

#: In KiB.
PAGESIZES = (4, 2048, 1048576)


def supported(pool_caps: str) -> list[str]:
    """The types of storage pools in libvirt's XML that the host supports."""
    # It comes from libvirt, which has to be trusted anyway.
    tree = ET.fromstring(pool_caps)  # noqa: S314
    return [pool.get("type", "") for pool in tree.findall("pool[@supported='yes']")]


def main(args: argparse.Namespace) -> None:
    # libvirt tells what a guest can have only to those who may change something. The original
    # doesn't know that yet: it asks for a connection that just reads, and ends early.
    with Virt.new(uri=args.uri) as hv:
        info = hv.get_node_info()

        models = hv.get_cpu_model_names(info["model"])

        print("Available CPU model names:")
        print("\n".join(f"  {model}" for model in sorted(models, key=str.lower)))

        print("Free pages per NUMA node:")
        for cell in hv.get_node_free_pages(PAGESIZES, 0, 0):
            print(f"  Node: {cell['cell']}")
            print("  Free: ", end="")
            for pagesize in PAGESIZES:
                print(f"{cell['pages'][pagesize]} @ {pagesize} KB, ", end="")
            print()

        pool_types = supported(hv.get_storage_pool_capabilities())
        print(f"Supported pool types: {' '.join(pool_types)}")

        xml = hv.get_domain_capabilities(None, "x86_64", None, "kvm")
        print(xml, end="")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.run(main, command_line)
