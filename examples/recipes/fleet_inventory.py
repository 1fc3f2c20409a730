"""All guests of a fleet as CSV, a line for each, from all hosts at once.

    python fleet_inventory.py -o inventory.csv a=qemu+ssh://a.example.org/system @hosts.txt

A host is a URI or NAME=URI; @FILE has one in each line. A host that can't be asked is told on the
error stream, and the status is 1; the others are in the table all the same.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Generator
from pathlib import Path
from typing import IO

from sysvirt import Domain, Error, NotFoundError, Virt
from sysvirt.fleet import Fleet
from sysvirt.names import constant_name

COLUMNS: tuple[str, ...] = (
    "host", "guest", "uuid", "state", "vcpus", "memory_mib", "disks", "networks", "title",
)  # fmt: skip

Row = dict[str, object]


class Parser(argparse.ArgumentParser):
    """Reads the hosts of a file, too."""

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        """One in a line; what follows # is for people."""
        return arg_line.partition("#")[0].split()


def state(value: int) -> str:
    """STATE_SHUTOFF is "shutoff"; a number where libvirt is newer than the names."""
    try:
        return constant_name(Domain, "STATE_", value).removeprefix("STATE_").lower()
    except ValueError:
        return str(value)


def row(dom: Domain) -> Row:
    """What the table says of a guest."""
    tree = ET.fromstring(dom.get_xml_description(Domain.XML_INACTIVE))
    info = dom.get_info()
    disks = tree.iterfind("devices/disk[@device='disk']/target")
    nets = tree.iterfind("devices/interface/source")
    return {
        "guest": dom.get_name(),
        "uuid": dom.get_uuid_string(),
        "state": state(info["state"]),
        "vcpus": info["nrVirtCpu"],
        "memory_mib": info["maxMem"] // 1024,
        "disks": " ".join(disk.get("dev", "?") for disk in disks),
        "networks": " ".join(
            net.get("network") or net.get("bridge") or net.get("dev") or "?" for net in nets
        ),
        "title": tree.findtext("title", ""),
    }


def rows(conn: Virt) -> list[Row]:
    """A host's guests, by name. It runs in a thread of that host."""
    found: list[Row] = []
    for dom in conn.list_all_domains():
        # It may go while we look.
        with contextlib.suppress(NotFoundError):
            found.append(row(dom))
    return sorted(found, key=lambda each: str(each["guest"]))


def show(done: int, total: int) -> None:
    """How far it has come, for whoever watches."""
    print(f"\r{done} of {total} hosts", end="" if done < total else "\n", file=sys.stderr)


@contextlib.contextmanager
def written(path: Path | None) -> Generator[IO[str]]:
    """The file to write into; it takes the place of an older one when it is whole."""
    if path is None:
        yield sys.stdout
        return
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}-", delete=False
    ) as file:
        try:
            yield file
            file.flush()
            os.chmod(file.name, 0o644)  # noqa: PTH101 - the name is a text
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def host(text: str) -> tuple[str, str]:
    """NAME=URI; a URI alone is its own name."""
    name, separator, uri = text.partition("=")
    return (name, uri) if separator and "://" not in name else (text, text)


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = Parser(description=__doc__, formatter_class=layout, fromfile_prefix_chars="@")
    parser.add_argument("hosts", metavar="HOST", nargs="+", type=host)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path)
    parser.add_argument("--timeout", metavar="SECONDS", type=float, default=30)
    args = parser.parse_args()
    hosts = dict(args.hosts)
    if len(hosts) < len(args.hosts):
        parser.error("each host must have a name of its own")

    progress = show if args.output and sys.stderr.isatty() else None
    with Fleet(hosts, readonly=True, open_timeout=args.timeout, timeout=args.timeout) as fleet:
        # In the order in which the hosts were given, whoever answers first.
        results = fleet.map(rows, progress=progress)
    failed = 0
    with written(args.output) as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        for name, result in results.items():
            if result.ok:
                table.writerows({**each, "host": name} for each in result.unwrap())
                continue
            failed += 1
            reason = result.error
            words = reason.message() if isinstance(reason, Error) else reason
            print(f"fleet_inventory: {name}: {words}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
