"""Copy a file into a volume by a function that gives the data: a port of vol-upload-all.pl.

python examples/vol_upload_all.py /var/lib/libvirt/images/demo.img demo.img
"""

from __future__ import annotations

import argparse

from support import command
from support.progress import meter
from support.volumes import command_line, filled
from sysvirt import Stream, Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream()
        vol = conn.get_storage_volume_by_path(args.volume)
        with open(args.file, "rb") as file, meter(args.progress, "Upload", filled(file)) as bar:

            def give(_st: Stream, data: bytearray, nbytes: int) -> int:
                data[:] = file.read(nbytes)
                bar.add(len(data))
                return len(data)

            vol.upload(st, 0, 0)
            st.send_all(give)
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "up"))
