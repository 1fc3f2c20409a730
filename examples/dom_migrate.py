"""Take a running guest to another host, whose libvirt its own host calls: a port of dom-migrate.pl.

    python examples/dom_migrate.py qemu:///system demo qemu+ssh://b.example.org/system vda
    python examples/dom_migrate.py --live --copy-storage qemu:///system demo \\
        qemu+ssh://b.example.org/system vda

Ctrl-C gives the migration up: the guest stays where it is.
"""

from __future__ import annotations

import argparse
from typing import Any

from support import command, jobs
from support.progress import Meter, add_progress, meter
from sysvirt import Domain, Virt


def show(dom: Domain, bar: Meter) -> None:
    """How much of the guest is on the other side by now; what it writes anew has to go again."""
    info = dom.get_job_info()
    if info["dataTotal"]:
        bar.to(info["dataTotal"] - info["dataRemaining"], info["dataTotal"])


def main(args: argparse.Namespace) -> None:
    # Two connections, as two threads are at work: before 10.4, libvirt's client may miss a second
    # thread's call on the same one.
    with Virt.new(uri=args.uri) as conn, Virt.new(uri=args.uri) as other:
        dom, seen = (each.get_domain_by_name(args.domain) for each in (conn, other))
        params: dict[str, Any] = {}
        if args.disks:
            params[Domain.MIGRATE_PARAM_MIGRATE_DISKS] = args.disks
        if args.bandwidth:
            params[Domain.MIGRATE_PARAM_BANDWIDTH] = args.bandwidth
        flags = Domain.MIGRATE_PEER2PEER
        if args.live:
            flags |= Domain.MIGRATE_LIVE
        if args.copy_storage:
            flags |= Domain.MIGRATE_NON_SHARED_DISK

        def migrate() -> None:
            dom.migrate_to_uri(args.desturi, params, flags)

        with meter(args.progress, "Migration") as bar:
            jobs.call(migrate, lambda: show(seen, bar), seen.abort_job)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor that the guest is on")
    command_line.add_argument("domain", metavar="DOMAIN", help="its name")
    command_line.add_argument(
        "desturi", metavar="DEST-URI", help="the other hypervisor, as the first one's host calls it"
    )
    command_line.add_argument(
        "disks",
        metavar="DISK",
        nargs="*",
        help="the disks to be copied, such as vda (the original wants one at least)",
    )
    command_line.add_argument(
        "--live", action="store_true", help="let the guest run on meanwhile (MIGRATE_LIVE)"
    )
    command_line.add_argument(
        "--copy-storage",
        action="store_true",
        help="copy the disks, which the hosts don't share (MIGRATE_NON_SHARED_DISK)",
    )
    command_line.add_argument(
        "--bandwidth",
        metavar="MIB",
        type=command.natural,
        default=0,
        help="the most MiB in a second",
    )
    add_progress(command_line)
    command.run(main, command_line)
