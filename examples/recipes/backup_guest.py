"""Back up all disks of a running guest into a new folder, as they are at one moment.

    python backup_guest.py qemu:///system web /backup

The guest runs on. The folder is /backup/web-YYYYMMDD-HHMMSS, with a qcow2 for each disk and the
guest's XML; it is there when the backup is complete. Whatever ends the program before (Ctrl-C,
SIGTERM, a closed terminal, a daemon that restarts), the job is given up, and nothing stays.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import signal
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Collection, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sysvirt import ConnectionLostError, Domain, Error, NotFoundError, Virt

#: What ends a program in the middle. All three wait until `pause` asks for them.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: Seconds: between two looks, and for a daemon to come back when all is to be cleaned up.
INTERVAL, PATIENCE = 1.0, 60.0

log = logging.getLogger("backup_guest")


def pause(seconds: float, wanted: Collection[int]) -> None:
    """Sleep; a signal that has come ends the program by way of all that cleans up."""
    if came := signal.sigtimedwait(wanted, seconds):
        # The status that shells give to it.
        raise SystemExit(128 + came.si_signo)


def backup_xml(guest: ET.Element, folder: Path) -> str:
    """What to back up: every disk that the guest can write to, and no other."""
    root = ET.Element("domainbackup", mode="push")
    disks = ET.SubElement(root, "disks")
    for disk in guest.iterfind("devices/disk"):
        target = disk.find("target")
        name = "" if target is None else target.get("dev", "")
        writable = disk.get("device") == "disk" and disk.find("readonly") is None
        backup = ET.SubElement(disks, "disk", name=name, backup="yes" if writable else "no")
        if writable:
            backup.set("type", "file")
            ET.SubElement(backup, "driver", type="qcow2")
            ET.SubElement(backup, "target", file=str(folder / f"{name}.qcow2"))
    if root.find("disks/disk[@backup='yes']") is None:
        sys.exit("backup_guest.py: the guest has no disk that it can write to")
    return ET.tostring(root, encoding="unicode")


def busy(dom: Domain) -> bool:
    """Whether the guest has a job; how far that is goes to the log."""
    info = dom.get_job_info()
    if info["fileTotal"]:
        log.info("%d of %d MiB", info["fileProcessed"] >> 20, info["fileTotal"] >> 20)
    return info["type"] != Domain.JOB_NONE


def give_up(uri: str, name: str) -> None:
    """End the guest's job and wait until it is gone; by new connections, the old one may be cut."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with Virt.new(uri=uri) as conn:
                dom = conn.get_domain_by_name(name)
                if not dom.is_active() or dom.get_job_info()["type"] == Domain.JOB_NONE:
                    return
                dom.abort_job()
        except NotFoundError:
            return
        except Error as err:
            # The daemon is away, or the job was just about to begin or to end.
            log.info("%s", err.message())
        time.sleep(0.2)
    log.error("the backup of %s may still run: look with virsh domjobinfo", name)


def run_job(uri: str, dom: Domain, xml: str, signals: Collection[int]) -> None:
    """Run the backup to its end; it is given up if anything comes between."""
    begun = False
    try:
        dom.backup_begin(xml)
        begun = True
        while busy(dom):
            pause(INTERVAL, signals)
    except BaseException as err:
        # One that was refused leaves another's job alone. One whose connection broke may run.
        if begun or isinstance(err, ConnectionLostError):
            log.warning("giving up")
            give_up(uri, dom.get_name())
        raise
    kind, stats = dom.get_job_stats(Domain.JOB_STATS_COMPLETED)
    if kind != Domain.JOB_COMPLETED:
        sys.exit(f"backup_guest.py: it failed: {stats.get(Domain.JOB_ERRMSG, 'given up')}")


@contextmanager
def whole_folder(folder: Path) -> Generator[Path]:
    """A folder to fill, which takes its name at the end; otherwise it goes."""
    part = folder.with_name(f".{folder.name}.part")
    # QEMU has to come through it, nobody may look into it.
    part.mkdir(mode=0o711)
    try:
        yield part
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def backup(args: argparse.Namespace, signals: Collection[int]) -> Path:
    """The folder with the backup."""
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    folder: Path = args.folder / f"{args.guest}-{now}"
    with Virt.new(uri=args.uri) as conn, whole_folder(folder) as part:
        dom = conn.get_domain_by_name(args.guest)
        guest = ET.fromstring(dom.get_xml_description())
        run_job(args.uri, dom, backup_xml(guest, part), signals)
        (part / "guest.xml").write_text(dom.get_xml_description(Domain.XML_INACTIVE), "utf-8")
    return folder


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("uri", metavar="URI")
    parser.add_argument("guest", metavar="GUEST")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="on the guest's host")
    parser.add_argument("-v", "--verbose", action="store_const", const="INFO", default="WARNING")
    args = parser.parse_args()
    logging.basicConfig(level=args.verbose, format="%(name)s: %(message)s")
    # What nohup or a shell had ignored stays so.
    signals = [each for each in SIGNALS if signal.getsignal(each) != signal.SIG_IGN]
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        print(backup(args, signals))
    except (Error, OSError) as err:
        sys.exit(f"backup_guest.py: {err.message() if isinstance(err, Error) else err}")


if __name__ == "__main__":
    main()
