"""Take a picture of the screen of each running guest, and keep the newest ones.

    python rotate_screenshots.py qemu:///system /var/lib/screens --keep 48

For cron or a timer of systemd. A picture is GUEST.YYYYMMDD-HHMMSS.png, the time is UTC.
"""

from __future__ import annotations

import argparse
import logging
import mimetypes
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sysvirt import Domain, Error, InvalidStateError, NotFoundError, NotSupportedError, Stream, Virt

log = logging.getLogger("rotate_screenshots")


def picture(conn: Virt, dom: Domain, screen: int) -> tuple[str, bytes]:
    """The picture's MIME type and its bytes."""
    st = conn.new_stream()
    mime = dom.screenshot(st, screen)
    data = bytearray()

    def take(_st: Stream, part: bytes, nbytes: int) -> int:
        data.extend(part)
        return nbytes

    st.recv_all(take)
    st.finish()
    return mime, bytes(data)


def save(folder: Path, stem: str, mime: str, data: bytes) -> Path:
    """Write a picture; it takes its name when it is whole."""
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    # PNG or, from an older QEMU, PPM.
    path = folder / f"{stem}.{now}{mimetypes.guess_extension(mime) or '.bin'}"
    part = folder / f".{stem}.part"
    # What is on a screen is nobody else's business.
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    part.replace(path)
    return path


def rotate(folder: Path, stem: str, keep: int) -> None:
    """Remove all pictures of a guest but the newest."""
    # Not a glob: "web.*" would be the pictures of "web.old" as well.
    own = re.compile(re.escape(stem) + r"\.\d{8}-\d{6}\.\w+")
    for old in sorted(path for path in folder.iterdir() if own.fullmatch(path.name))[:-keep]:
        old.unlink(missing_ok=True)
        log.info("removed %s", old)


def run(conn: Virt, args: argparse.Namespace) -> int:
    """All guests; how many failed."""
    failed = 0
    for dom in [conn.get_domain_by_name(name) for name in args.guests] or conn.list_domains():
        name = dom.get_name()
        # No name leads out of the folder.
        stem = quote(name, safe="")
        try:
            log.info("saved %s", save(args.folder, stem, *picture(conn, dom, args.screen)))
        except (InvalidStateError, NotFoundError, NotSupportedError) as err:
            # It has no screen, or was just shut down: that's no fault.
            log.info("%s: %s", name, err.message())
        except Error as err:
            log.error("%s: %s", name, err.message())
            failed += 1
        rotate(args.folder, stem, args.keep)
    return failed


def positive(text: str) -> int:
    """For `type=`: a number from 1 on; to keep none would be to remove all."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a number from 1 on, not {text!r}")
    return int(text)


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("uri", metavar="URI")
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("guests", metavar="GUEST", nargs="*", help="default: all that run")
    parser.add_argument("--keep", metavar="N", type=positive, default=24, help="of each guest")
    parser.add_argument("--screen", metavar="N", type=int, default=0)
    parser.add_argument("-v", "--verbose", action="store_const", const="INFO", default="WARNING")
    args = parser.parse_args()
    logging.basicConfig(level=args.verbose, format="%(name)s: %(message)s")
    try:
        args.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Needs a connection that may write: a picture counts as more than looking.
        with Virt.new(uri=args.uri) as conn:
            failed = run(conn, args)
    except (Error, OSError) as err:
        sys.exit(f"rotate_screenshots.py: {err.message() if isinstance(err, Error) else err}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
