"""Copy a volume into a file or a file into a volume, holes staying holes: a port of vol-sparse.pl.

    python examples/vol_sparse.py qemu:///system --download /images/demo.img demo.img
    python examples/vol_sparse.py qemu:///system --upload /images/demo.img demo.img

A download that fails or is interrupted leaves no file.
"""

from __future__ import annotations

import argparse
import errno
import os

from support import command
from support.files import whole_file
from support.progress import add_progress, meter
from support.volumes import filled, stored
from sysvirt import StorageVol, Stream, Virt


def download(vol: StorageVol, st: Stream, filename: str, progress: bool | None) -> None:
    """Write the volume's data into a new file, and skip where the volume has holes."""
    with whole_file(filename) as file, meter(progress, "Download", stored(vol)) as bar:

        def data_handler(_st: Stream, data: bytes, _nbytes: int) -> int:
            bar.add(len(data))
            return file.write(data)

        def hole_handler(_st: Stream, length: int) -> int:
            bar.add(length)
            # The file may end in a hole.
            file.truncate(file.seek(length, os.SEEK_CUR))
            return 0

        vol.download(st, 0, 0, StorageVol.VOL_DOWNLOAD_SPARSE_STREAM)
        st.sparse_recv_all(data_handler, hole_handler)
        st.finish()


def section(fd: int) -> tuple[bool, int]:
    """Whether a file has data where it stands, and how far that, or the hole, goes."""
    cur = os.lseek(fd, 0, os.SEEK_CUR)
    try:
        data = os.lseek(fd, cur, os.SEEK_DATA)
    except OSError as err:
        if err.errno != errno.ENXIO:
            raise
        # No more data: a hole up to the end, of no length at the end itself.
        data = os.lseek(fd, 0, os.SEEK_END)
        in_data = False
    else:
        in_data = data == cur
    end = os.lseek(fd, cur, os.SEEK_HOLE) if in_data else data
    os.lseek(fd, cur, os.SEEK_SET)
    return in_data, end - cur


def upload(vol: StorageVol, st: Stream, filename: str, progress: bool | None) -> None:
    """Write the file's data into the volume, and let the volume have the file's holes."""
    # Without a buffer, as it is asked where it stands.
    with (
        open(filename, "rb", buffering=0) as file,
        meter(progress, "Upload", filled(file)) as bar,
    ):

        def data_handler(_st: Stream, data: bytearray, nbytes: int) -> int:
            data[:] = file.read(nbytes)
            bar.add(len(data))
            return len(data)

        def hole_handler(_st: Stream) -> tuple[bool, int]:
            return section(file.fileno())

        def skip_handler(_st: Stream, length: int) -> int:
            bar.add(length)
            file.seek(length, os.SEEK_CUR)
            return 0

        vol.upload(st, 0, 0, StorageVol.VOL_UPLOAD_SPARSE_STREAM)
        st.sparse_send_all(data_handler, hole_handler, skip_handler)
        st.finish()


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as conn:
        vol = conn.get_storage_volume_by_key(args.volume)
        st = conn.new_stream()
        args.action(vol, st, args.file, args.progress)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    action = command_line.add_mutually_exclusive_group(required=True)
    action.add_argument(
        "--download",
        dest="action",
        action="store_const",
        const=download,
        help="from the volume into the file",
    )
    action.add_argument(
        "--upload",
        dest="action",
        action="store_const",
        const=upload,
        help="from the file into the volume",
    )
    command_line.add_argument("volume", metavar="VOLUME", help="the key of the volume")
    command_line.add_argument("file", metavar="FILE", help="the file to write or to read")
    add_progress(command_line)
    command.run(main, command_line)
