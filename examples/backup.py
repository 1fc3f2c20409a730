"""Back up a disk of a running guest into a file, as it is when the backup begins.

    python examples/backup.py qemu:///system demo vda /images/demo-backup.qcow2

The guest runs on meanwhile. Ctrl-C gives the backup up.
"""

from __future__ import annotations

import argparse
import sys
from xml.sax.saxutils import quoteattr

from support import command, jobs
from support.progress import Meter, add_progress, meter
from sysvirt import Domain, Virt

XML = """\
<domainbackup mode='push'>
  <disks>
    <disk name={disk} backup='yes' type='file'>
      <driver type={format}/>
      <target file={file}/>
    </disk>
  </disks>
</domainbackup>
"""


def complete(dom: Domain, bar: Meter) -> None:
    """Wait until the backup has ended, one way or the other."""

    def goes_on() -> bool:
        info = dom.get_job_info()
        if info["fileTotal"]:
            bar.to(info["fileProcessed"], info["fileTotal"])
        return info["type"] != Domain.JOB_NONE

    jobs.wait_while(goes_on)
    kind, stats = dom.get_job_stats(Domain.JOB_STATS_COMPLETED)
    if kind != Domain.JOB_COMPLETED:
        sys.exit(f"backup.py: no backup: {stats.get(Domain.JOB_ERRMSG, 'it was given up')}")
    bar.to(stats[Domain.JOB_DISK_TOTAL], stats[Domain.JOB_DISK_TOTAL])


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as conn:
        dom = conn.get_domain_by_name(args.domain)
        quoted = {name: quoteattr(getattr(args, name)) for name in ("disk", "format", "file")}
        with (
            meter(args.progress, "Backup") as bar,
            jobs.started(lambda: dom.backup_begin(XML.format(**quoted)), dom.abort_job),
        ):
            complete(dom, bar)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("domain", metavar="DOMAIN", help="the guest's name")
    command_line.add_argument("disk", metavar="DISK", help="its disk, such as vda")
    command_line.add_argument("file", metavar="FILE", help="a new file on the guest's host")
    command_line.add_argument(
        "--format", default="qcow2", help="the format of the file (default: qcow2)"
    )
    add_progress(command_line)
    command.run(main, command_line)
