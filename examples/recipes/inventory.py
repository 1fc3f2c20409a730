"""All guests of all hosts as CSV, a line for each.

    python inventory.py qemu:///system qemu+ssh://root@other/system > inventory.csv

A host that can't be asked is told on the error stream; the others are in the table all the same.
"""

from __future__ import annotations

import argparse
import csv
import logging
import sys
import xml.etree.ElementTree as ET
from contextlib import nullcontext

from sysvirt import Domain, Error, NotFoundError, Virt
from sysvirt.names import constant_name

log = logging.getLogger("inventory")

COLUMNS: tuple[str, ...] = (
    "host", "guest", "uuid", "state", "autostart", "vcpus", "memory_mib", "disks", "disk_gib",
    "networks", "macs", "title",
)  # fmt: skip


def state(dom: Domain) -> str:
    """STATE_SHUTOFF is "shutoff"."""
    value = dom.get_state()[0]
    try:
        return constant_name(Domain, "STATE_", value).removeprefix("STATE_").lower()
    except ValueError:
        # A libvirt that is newer than the names.
        return str(value)


def disk_size(dom: Domain, target: str) -> int:
    """How many bytes a disk holds, 0 where the host can't say: its file is gone, say."""
    try:
        return dom.get_block_info(target)["capacity"]
    except Error as err:
        log.info("%s: %s: %s", dom.get_name(), target, err.message())
        return 0


def row(host: str, dom: Domain) -> dict[str, object]:
    """What the table says of a guest."""
    tree = ET.fromstring(dom.get_xml_description(Domain.XML_INACTIVE))
    info = dom.get_info()
    disks = [each.get("dev", "") for each in tree.iterfind("devices/disk[@device='disk']/target")]
    sources = tree.iterfind("devices/interface/source")
    return {
        "host": host,
        "guest": dom.get_name(),
        "uuid": dom.get_uuid_string(),
        "state": state(dom),
        "autostart": "yes" if dom.is_persistent() and dom.get_autostart() else "no",
        "vcpus": info["nrVirtCpu"],
        "memory_mib": info["maxMem"] // 1024,
        "disks": " ".join(disks),
        "disk_gib": f"{sum(disk_size(dom, target) for target in disks) / 2**30:.2f}",
        "networks": " ".join(
            each.get("network") or each.get("bridge") or each.get("dev") or "?" for each in sources
        ),
        "macs": " ".join(
            each.get("address", "") for each in tree.iterfind("devices/interface/mac")
        ),
        "title": tree.findtext("title", ""),
    }


def rows(uri: str, limit: float | None) -> list[dict[str, object]]:
    """A host's lines, sorted by name."""
    found: list[dict[str, object]] = []
    with (
        Virt.new(uri=uri, readonly=True, time_limit=limit) as conn,
        conn.time_limit(limit) if limit else nullcontext(),
    ):
        host = conn.get_hostname()
        for dom in conn.list_all_domains():
            try:
                found.append(row(host, dom))
            except NotFoundError:
                log.info("%s: gone while we looked", dom.get_name())
    return sorted(found, key=lambda each: str(each["guest"]))


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("uris", metavar="URI", nargs="+")
    parser.add_argument(
        "--limit", metavar="SECONDS", type=float, help="for each host; not for ssh and test"
    )
    parser.add_argument("-v", "--verbose", action="store_const", const="INFO", default="WARNING")
    args = parser.parse_args()
    logging.basicConfig(level=args.verbose, format="%(name)s: %(message)s")
    failed = 0
    table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    table.writeheader()
    for uri in args.uris:
        try:
            table.writerows(rows(uri, args.limit))
        except (Error, TimeoutError) as err:
            log.error("%s: %s", uri, err.message() if isinstance(err, Error) else err)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
