"""Ask all hosts of a fleet how full they are, and print a line for each as it answers.

    python fleet_sweep.py qemu+ssh://a.example.org/system b=qemu+ssh://b.example.org/system
    python fleet_sweep.py --timeout 5 @hosts.txt

A host is a URI or NAME=URI; @FILE has one in each line. A host that hangs or is down delays
nobody: it is told on the error stream, and the status is 1.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from typing import NamedTuple

from sysvirt import Error, NotFoundError, Virt
from sysvirt.fleet import Fleet
from sysvirt.shapes.domain import DomainInfo

GIB = 2**20  # of KiB


class Parser(argparse.ArgumentParser):
    """Reads the hosts of a file, too."""

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        """One in a line; what follows # is for people."""
        return arg_line.partition("#")[0].split()


class Load(NamedTuple):
    """How full a host is; memory in KiB."""

    guests: int
    running: int
    vcpus: int
    cpus: int
    used: int
    memory: int

    def __str__(self) -> str:
        return (
            f"{self.running} of {self.guests} guests run, {self.vcpus} vCPUs on {self.cpus} CPUs, "
            f"{self.used / GIB:.1f} of {self.memory / GIB:.1f} GiB"
        )


def look(conn: Virt) -> Load:
    """Ask one host. It runs in a thread of that host, with an ordinary connection."""
    node = conn.get_node_info()
    guests = conn.list_all_domains()
    infos: list[DomainInfo] = []
    for dom in conn.list_domains():
        # It may end while we look.
        with contextlib.suppress(NotFoundError):
            infos.append(dom.get_info())
    return Load(
        guests=len(guests),
        running=len(infos),
        vcpus=sum(info["nrVirtCpu"] for info in infos),
        cpus=node["cpus"],
        used=sum(info["memory"] for info in infos),
        memory=node["memory"],
    )


def host(text: str) -> tuple[str, str]:
    """NAME=URI; a URI alone is its own name."""
    name, separator, uri = text.partition("=")
    # A URI may have a = in it, too, after its "://".
    return (name, uri) if separator and "://" not in name else (text, text)


def why(error: Exception | None) -> str:
    """The reason in words; an Error's text begins with numbers that nobody needs here."""
    return error.message() if isinstance(error, Error) else str(error)


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = Parser(description=__doc__, formatter_class=layout, fromfile_prefix_chars="@")
    parser.add_argument("hosts", metavar="HOST", nargs="+", type=host)
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=float, default=10, help="for a host (default: 10)"
    )
    parser.add_argument(
        "--at-once", metavar="N", type=int, default=64, help="hosts at one time (default: 64)"
    )
    args = parser.parse_args()
    hosts = dict(args.hosts)
    if len(hosts) < len(args.hosts):
        parser.error("each host must have a name of its own")

    answered = 0
    with Fleet(
        hosts,
        readonly=True,
        at_once=args.at_once,
        open_timeout=args.timeout,
        timeout=args.timeout,
    ) as fleet:
        for result in fleet.each(look):
            if result.ok:
                answered += 1
                print(f"{result.host}: {result.value}", flush=True)
            else:
                print(f"fleet_sweep: {result.host}: {why(result.error)}", file=sys.stderr)
    return 0 if answered == len(hosts) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
