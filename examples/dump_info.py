"""Show a host and what is on it: a port of dump-info.pl, with more to see."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from support import command
from support.words import size, version, words
from sysvirt import Virt

#: Node devices of which there are many are counted, not listed.
MANY = 12


def table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Rows in columns under their heads."""
    body = [heads, *rows]
    print(f"\n{title}")
    if len(body) == 1:
        print("  none")
        return
    widths = [max(map(len, column)) for column in zip(*body, strict=True)]
    for row in body:
        print(
            "  "
            + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


def fill(used: int, total: int) -> str:
    """How full something is, as a bar and a number."""
    share = used / total if total else 0.0
    return f"[{'#' * round(share * 10):10}] {share:4.0%}"


def show_host(conn: Virt) -> None:
    """The machine and the libvirt on it."""
    info = conn.get_node_info()
    print(f"Host {conn.get_hostname()} ({conn.get_uri()})")
    print(f"  {conn.get_type()} {version(conn.get_version())}", end=", ")
    print(f"libvirt {version(conn.get_library_version())}")
    print(
        f"  {info['cpus']} CPUs {info['model']} at {info['mhz']} MHz: {info['nodes']} nodes, "
        f"{info['sockets']} sockets, {info['cores']} cores, {info['threads']} threads"
    )
    print(f"  {size(info['memory'])} memory")


def show_domains(conn: Virt) -> None:
    """Every domain, running ones first."""
    rows = []
    doms = conn.list_all_domains()
    for dom in sorted(doms, key=lambda dom: (dom.get_id() < 0, dom.get_id(), dom.get_name())):
        info = dom.get_info()
        rows.append(
            (
                str(dom.get_id()) if dom.get_id() >= 0 else "-",
                dom.get_name(),
                words(Virt.Domain, "STATE_", info["state"]),
                size(info["memory"]),
                str(info["nrVirtCpu"]),
                dom.get_uuid_string(),
            )
        )
    table("Domains", ("id", "name", "state", "memory", "vCPUs", "UUID"), rows)


def show_networks(conn: Virt) -> None:
    """Every network."""
    rows = [
        (
            net.get_name(),
            "active" if net.is_active() else "inactive",
            net.get_bridge_name() if net.is_active() else "-",
            "yes" if net.is_persistent() and net.get_autostart() else "no",
        )
        for net in conn.list_all_networks()
    ]
    table("Networks", ("name", "state", "bridge", "autostart"), rows)


def show_pools(conn: Virt) -> None:
    """Every storage pool, and how full it is."""
    rows = []
    for pool in conn.list_all_storage_pools():
        info = pool.get_info()
        rows.append(
            (
                pool.get_name(),
                words(Virt.StoragePool, "STATE_", info["state"]),
                size(info["capacity"] / 1024),
                fill(info["allocation"], info["capacity"]),
            )
        )
    table("Storage pools", ("name", "state", "capacity", "fill"), rows)


def show_devices(conn: Virt) -> None:
    """The node's devices by what they can do."""
    names: dict[str, list[str]] = {}
    for dev in conn.list_all_node_devices():
        for capability in dev.list_capabilities():
            names.setdefault(capability, []).append(dev.get_name())
    rows = [
        (capability, str(len(found)), " ".join(found) if len(found) <= MANY else "…")
        for capability, found in sorted(names.items())
    ]
    table("Node devices", ("capability", "number", "names"), rows)


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri, readonly=True) as conn:
        show_host(conn)
        for show in (show_domains, show_networks, show_pools, show_devices):
            try:
                show(conn)
            except Virt.Error as err:
                # Not every driver has everything; the rest is worth seeing all the same.
                if err.code() != Virt.Error.ERR_NO_SUPPORT:
                    raise


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command.run(main, command_line)
