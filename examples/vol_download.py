"""Copy a volume into a file, piece by piece: a port of vol-download.pl.

    python examples/vol_download.py /var/lib/libvirt/images/demo.img demo.img

A download that fails or is interrupted leaves no file.
"""

from __future__ import annotations

import argparse

from support import command
from support.files import whole_file
from support.progress import meter
from support.volumes import PIECE, command_line, stored
from sysvirt import Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream()
        vol = conn.get_storage_volume_by_path(args.volume)
        with whole_file(args.file) as file, meter(args.progress, "Download", stored(vol)) as bar:
            vol.download(st, 0, 0)
            data = bytearray()
            while st.recv(data, PIECE):
                file.write(data)
                bar.add(len(data))
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "down"))
