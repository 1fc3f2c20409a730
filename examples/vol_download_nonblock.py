"""Copy a volume into a file from an event loop, never waiting: a port of vol-download-nonblock.pl.

    python examples/vol_download_nonblock.py /var/lib/libvirt/images/demo.img demo.img

A download that fails or is interrupted leaves no file.
"""

from __future__ import annotations

import argparse

from support import command
from support.files import whole_file
from support.loop import Loop
from support.progress import meter
from support.volumes import PIECE, command_line, stored
from sysvirt import Event, Stream, Virt


def main(args: argparse.Namespace) -> None:
    Event.register_default()
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream(Stream.NONBLOCK)
        vol = conn.get_storage_volume_by_path(args.volume)
        loop = Loop()
        loop.ends_with(conn)
        with whole_file(args.file) as file, meter(args.progress, "Download", stored(vol)) as bar:

            def stream_event(st: Stream, events: int) -> None:
                if events & (Stream.EVENT_HANGUP | Stream.EVENT_ERROR):
                    # The original takes this for the end, and what has come for everything.
                    raise ConnectionError("the stream broke off")
                data = bytearray()
                got = st.recv(data, PIECE)
                if got == 0:
                    loop.end()
                    st.remove_callback()
                file.write(data)
                bar.add(len(data))

            vol.download(st, 0, 0)
            st.add_callback(Stream.EVENT_READABLE, loop.guard(stream_event))
            loop.run()
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "down"))
