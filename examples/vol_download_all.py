"""Copy a volume into a file by a function that takes the data: a port of vol-download-all.pl.

    python examples/vol_download_all.py /var/lib/libvirt/images/demo.img demo.img

A download that fails or is interrupted leaves no file.
"""

from __future__ import annotations

import argparse

from support import command
from support.files import whole_file
from support.progress import meter
from support.volumes import command_line, stored
from sysvirt import Stream, Virt


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream()
        vol = conn.get_storage_volume_by_path(args.volume)
        with whole_file(args.file) as file, meter(args.progress, "Download", stored(vol)) as bar:

            def take(_st: Stream, data: bytes, _nbytes: int) -> int:
                bar.add(len(data))
                return file.write(data)

            vol.download(st, 0, 0)
            st.recv_all(take)
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "down"))
