"""Start a guest, save it to a file and go on with it: a port of save-restore.pl.

    python examples/save_restore.py
    python examples/save_restore.py -c qemu:///system --type qemu

The guest is called perl-demo and has no disk; afterwards it is gone, and the file too. The file
stands in the current directory, where the hypervisor must be able to write it.
"""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from support import command
from sysvirt import Domain, Virt

XML = """\
<domain type='{type}'>
  <name>perl-demo</name>
  <memory>219200</memory>
  <currentMemory>219136</currentMemory>
  <vcpu>1</vcpu>
  <os>
    <type arch='i686'>hvm</type>
    <boot dev='network'/>
  </os>
  <features>
    <acpi/>
  </features>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <serial type='pty'>
      <target port='0'/>
    </serial>
  </devices>
</domain>
"""

FILE = "perl-demo.img"


def save_and_restore(conn: Virt, dom: Domain) -> None:
    """Both in their older forms, with the flags in the third place."""
    print("Saving the guest")
    # The original takes all that is known of the running guest, which libvirt refuses: it is more
    # than can be saved.
    curxml = dom.get_xml_description(Domain.XML_MIGRATABLE)
    dom.save(FILE, curxml, Domain.SAVE_BYPASS_CACHE)
    newxml = conn.get_save_image_xml_description(FILE)
    print(newxml, end="")
    print("Restoring the guest")
    conn.restore_domain(FILE, newxml, Domain.SAVE_BYPASS_CACHE)


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        print("Starting a transient guest")
        dom = conn.create_domain(XML.format(type=args.type))
        try:
            save_and_restore(conn, dom)
        except BaseException:
            # The original leaves the guest running when it fails; if it is saved, it is gone.
            with contextlib.suppress(Virt.Error):
                dom.destroy()
            raise
        finally:
            Path(FILE).unlink(missing_ok=True)
        print("Destroying the guest")
        dom = conn.get_domain_by_name("perl-demo")
        dom.destroy()


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_connect(command_line, "qemu:///session")
    command_line.add_argument(
        "--type",
        default="kvm",
        choices=("kvm", "qemu"),
        help="how the guest is run; qemu works without /dev/kvm (default: kvm)",
    )
    command.run(main, command_line)
