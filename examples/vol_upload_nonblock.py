"""Copy a file into a volume from an event loop, never waiting: a port of vol-upload-nonblock.pl.

python examples/vol_upload_nonblock.py /var/lib/libvirt/images/demo.img demo.img
"""

from __future__ import annotations

import argparse

from support import command
from support.loop import Loop
from support.progress import meter
from support.volumes import PIECE, command_line, filled
from sysvirt import Event, Stream, Virt


def main(args: argparse.Namespace) -> None:
    Event.register_default()
    with Virt.new(uri=args.connect) as conn:
        st = conn.new_stream(Stream.NONBLOCK)
        vol = conn.get_storage_volume_by_path(args.volume)
        loop = Loop()
        loop.ends_with(conn)
        with open(args.file, "rb") as file, meter(args.progress, "Upload", filled(file)) as bar:
            next_data = bytearray()

            def stream_event(st: Stream, events: int) -> None:
                if events & (Stream.EVENT_HANGUP | Stream.EVENT_ERROR):
                    raise ConnectionError("the stream broke off")
                if not next_data:
                    next_data.extend(file.read(PIECE))
                if not next_data:
                    loop.end()
                    st.remove_callback()
                    return
                sent = st.send(next_data, len(next_data))
                # Below 0 it would have to wait: there will be another event.
                if sent > 0:
                    del next_data[:sent]
                    bar.add(sent)

            vol.upload(st, 0, 0)
            st.add_callback(Stream.EVENT_WRITABLE, loop.guard(stream_event))
            loop.run()
            st.finish()


if __name__ == "__main__":
    command.run(main, command_line(__doc__, "up"))
