"""Copy a file into a volume, piece by piece: a port of vol-upload.pl.

python examples/vol_upload.py /var/lib/libvirt/images/demo.img demo.img
"""

from __future__ import annotations

import argparse

from support import command
from support.progress import meter
from support.volumes import PIECE, command_line, filled
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream()
        vol = conn.get_storage_volume_by_path(args.volume)
        with open(args.file, "rb") as file, meter(args.progress, "Upload", filled(file)) as bar:
            vol.upload(st, 0, 0)
            while data := file.read(PIECE):
                while data:
                    done = st.send(data, len(data))
                    data = data[done:]
                    bar.add(done)
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "up"))
