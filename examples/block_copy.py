"""Copy the disk of a running guest, or commit what it has changed to the disk's base image.

    python examples/block_copy.py qemu:///system demo vda /images/copy.qcow2
    python examples/block_copy.py --pivot qemu:///system demo vda /images/new.qcow2
    python examples/block_copy.py --commit qemu:///system demo vda

The guest runs on meanwhile. The copy is the disk at the moment when the program ends, unless the
guest goes over to it with --pivot. With --commit the guest goes over to the lowest image, which
then has everything. Ctrl-C gives the job up: the guest stays with the disk that it has.
"""

from __future__ import annotations

import argparse
import sys
from xml.sax.saxutils import quoteattr

from support import command, jobs
from support.progress import Meter, add_progress, meter
from sysvirt import Domain, Error, Virt


def start_copy(dom: Domain, args: argparse.Namespace) -> None:
    """Begin to copy to a new file, in the format of the disk if no other is asked for."""
    driver = f"<driver type={quoteattr(args.format)}/>" if args.format else ""
    target = f"<disk type='file'>{driver}<source file={quoteattr(args.file)}/></disk>"
    params = {Domain.BLOCK_COPY_BANDWIDTH: args.bandwidth} if args.bandwidth else {}
    # Else libvirt copies no disk of a guest that is defined.
    dom.block_copy(args.disk, target, params, Domain.BLOCK_COPY_TRANSIENT_JOB)


def start_commit(dom: Domain, args: argparse.Namespace) -> None:
    """Begin to write all that the chain of images has into the lowest one."""
    flags = Domain.BLOCK_COMMIT_ACTIVE | Domain.BLOCK_COMMIT_BANDWIDTH_BYTES
    dom.block_commit(args.disk, None, None, args.bandwidth, flags)


def complete(dom: Domain, disk: str, bar: Meter) -> None:
    """Wait until the job has done all that there was."""

    def goes_on() -> bool:
        info = dom.get_block_job_info(disk)
        bar.to(info["cur"], info["end"] or None)
        # From here on what the guest writes goes to both.
        return info["type"] != 0 and not info["cur"] == info["end"] > 0

    jobs.wait_while(goes_on)
    if dom.get_block_job_info(disk)["type"] == 0:
        sys.exit("block_copy.py: the job failed; the hypervisor's log says why")


def end(dom: Domain, disk: str, how: int) -> None:
    """End the job; to go over to a copy libvirt must have heard that it is complete, too."""

    def too_early() -> bool:
        try:
            dom.abort_block_job(disk, how)
        except Error as error:
            if error.code() != Error.ERR_BLOCK_COPY_ACTIVE:
                raise
            return True
        return False

    jobs.wait_while(too_early)


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as conn:
        dom = conn.get_domain_by_name(args.domain)
        start = start_commit if args.commit else start_copy
        ending = Domain.BLOCK_JOB_ABORT_PIVOT if args.commit or args.pivot else 0
        with (
            meter(args.progress, "Block job") as bar,
            jobs.started(lambda: start(dom, args), lambda: dom.abort_block_job(args.disk)),
        ):
            complete(dom, args.disk, bar)
            end(dom, args.disk, ending)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("domain", metavar="DOMAIN", help="the guest's name")
    command_line.add_argument("disk", metavar="DISK", help="its disk, such as vda")
    either = command_line.add_mutually_exclusive_group(required=True)
    either.add_argument(
        "file", metavar="FILE", nargs="?", help="the copy: a new file on the guest's host"
    )
    either.add_argument("--commit", action="store_true", help="commit instead of copying")
    command_line.add_argument("--format", help="the copy's format (default: the disk's)")
    command_line.add_argument("--pivot", action="store_true", help="let the guest use the copy")
    command_line.add_argument(
        "--bandwidth",
        metavar="BYTES",
        type=command.natural,
        default=0,
        help="the most bytes in a second",
    )
    add_progress(command_line)
    command.run(main, command_line)
