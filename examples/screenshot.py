"""Save a picture of a guest's screen as PNG.

    python examples/screenshot.py qemu:///system demo demo.png

What the hypervisor gives in another format is converted by Pillow.
"""

from __future__ import annotations

import argparse
import io

from support import command
from support.files import whole_file
from sysvirt import Stream, Virt


def taken(conn: Virt, domain: str, screen: int) -> tuple[str, bytes]:
    """The picture's MIME type and its bytes."""
    st = conn.new_stream()
    mime = conn.get_domain_by_name(domain).screenshot(st, screen)
    picture = bytearray()

    def take(_st: Stream, data: bytes, nbytes: int) -> int:
        picture.extend(data)
        return nbytes

    st.recv_all(take)
    st.finish()
    return mime, bytes(picture)


def as_png(mime: str, picture: bytes) -> bytes:
    """The same picture; QEMU used to give PPM only."""
    if mime == "image/png":
        return picture
    from PIL import Image

    png = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.save(png, "PNG")
    return png.getvalue()


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as conn:
        png = as_png(*taken(conn, args.domain, args.screen))
    with whole_file(args.file) as file:
        file.write(png)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command_line.add_argument("uri", metavar="URI", help="the hypervisor")
    command_line.add_argument("domain", metavar="DOMAIN", help="the guest's name")
    command_line.add_argument("file", metavar="FILE", help="the picture to write")
    command_line.add_argument(
        "--screen",
        metavar="N",
        type=command.natural,
        default=0,
        help="which of its screens (default: 0)",
    )
    command.run(main, command_line)
