"""Make a guest from a template and the copy of a volume, start it, and wait for its address.

    python provision.py qemu:///system web1 --template guest.xml --pool default --base debian.qcow2

The address is printed. If anything goes wrong, or no address comes in time, all that was made is
removed again.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from sysvirt import Domain, Error, StoragePool, StorageVol, Virt

#: The DHCP leases of libvirt's own networks, and the agent in the guest, which knows all others.
SOURCES = (Domain.INTERFACE_ADDRESSES_SRC_LEASE, Domain.INTERFACE_ADDRESSES_SRC_AGENT)

#: What ends a program in the middle. Both wait until `pause` asks for them: a copy that is just
#: being made would else be there, and nobody know of it.
SIGNALS = (signal.SIGINT, signal.SIGTERM)

log = logging.getLogger("provision")


def pause(seconds: float) -> None:
    """Sleep; a signal that has come ends the program by way of all that undoes."""
    if came := signal.sigtimedwait(SIGNALS, seconds):
        # The status that shells give to it.
        raise SystemExit(128 + came.si_signo)


def clone(pool: StoragePool, base: StorageVol, name: str) -> StorageVol:
    """A copy of a volume, of the same format and size."""
    about = ET.fromstring(base.get_xml_description())
    volume = ET.Element("volume")
    ET.SubElement(volume, "name").text = name
    ET.SubElement(volume, "capacity").text = str(base.get_info()["capacity"])
    kind = about.find("target/format")
    if kind is not None:
        ET.SubElement(ET.SubElement(volume, "target"), "format", type=kind.get("type", "raw"))
    return pool.clone_volume(ET.tostring(volume, encoding="unicode"), base)


def undo(what: str, work: Callable[[], object]) -> None:
    """Take something back; what can't be is told, and the rest is taken back all the same."""
    try:
        work()
        log.info("removed %s", what)
    except Error as err:
        log.error("%s: %s", what, err.message())


def remove(dom: Domain) -> None:
    """End the guest and forget it."""
    if dom.is_active():
        dom.destroy()
    dom.undefine(Domain.UNDEFINE_MANAGED_SAVE | Domain.UNDEFINE_NVRAM)


def addresses(dom: Domain) -> list[str]:
    """The guest's addresses so far, but for those that lead nowhere."""
    found: list[str] = []
    for source in SOURCES:
        try:
            interfaces = dom.get_interface_addresses(source)
        except Error as err:
            # No agent, or one that hasn't started yet.
            log.debug("%s: %s", dom.get_name(), err.message())
            continue
        found += [address["addr"] for each in interfaces for address in each["addrs"]]
    return [each for each in found if not each.startswith(("127.", "::1", "fe80:"))]


def wait_for_address(dom: Domain, seconds: float) -> str:
    """The guest's first address; TimeoutError if there is none in time."""
    end = time.monotonic() + seconds
    while True:
        if found := addresses(dom):
            return found[0]
        if not dom.is_active():
            raise TimeoutError("the guest has ended while we waited for its address")
        if time.monotonic() > end:
            raise TimeoutError(f"no address within {seconds:g} s")
        pause(0.5)


def provision(conn: Virt, args: argparse.Namespace) -> str:
    """The new guest's address."""
    # What can be wrong without anything being made comes first.
    if args.name in [dom.get_name() for dom in conn.list_all_domains()]:
        sys.exit(f"provision.py: there is a guest {args.name}")
    pool = conn.get_storage_pool_by_name(args.pool)
    base = pool.get_volume_by_name(args.base)
    template = Template(args.template.read_text("utf-8"))
    with ExitStack() as made:
        vol = clone(pool, base, f"{args.name}{Path(args.base).suffix}")
        made.callback(undo, "the volume", vol.delete)
        log.info("volume %s", vol.get_path())
        pause(0)
        values = {"name": args.name, "disk": vol.get_path(), "memory": args.memory}
        xml = template.substitute({key: escape(str(each)) for key, each in values.items()})
        dom = conn.define_domain(xml, Domain.DEFINE_VALIDATE)
        made.callback(undo, "the guest", lambda: remove(dom))
        dom.create()
        log.info("guest %s", dom.get_uuid_string())
        address = wait_for_address(dom, args.wait)
        # It stays.
        made.pop_all()
    return address


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("uri", metavar="URI")
    parser.add_argument("name", metavar="NAME", help="of the new guest")
    parser.add_argument("--template", metavar="FILE", type=Path, required=True)
    parser.add_argument("--pool", default="default")
    parser.add_argument("--base", metavar="VOLUME", required=True, help="what its disk is made of")
    parser.add_argument("--memory", metavar="MIB", type=int, default=1024)
    parser.add_argument("--wait", metavar="SECONDS", type=float, default=120)
    parser.add_argument("-v", "--verbose", action="store_const", const="INFO", default="WARNING")
    args = parser.parse_args()
    logging.basicConfig(level=args.verbose, format="%(name)s: %(message)s")
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        with Virt.new(uri=args.uri) as conn:
            print(provision(conn, args))
    except KeyError as err:
        sys.exit(f"provision.py: {args.template} wants ${err.args[0]}, which is unknown")
    except (Error, OSError, ValueError) as err:
        sys.exit(f"provision.py: {err.message() if isinstance(err, Error) else err}")


if __name__ == "__main__":
    main()
