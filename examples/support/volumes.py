"""What the programs for the data of volumes share."""

from __future__ import annotations

import argparse
import contextlib
import os
import stat
from collections.abc import Callable
from typing import BinaryIO

from support import command, progress
from sysvirt import Error, StorageVol

#: How many bytes are moved at a time: what fits into one message of libvirt's. The originals say
#: 1024, which takes a message for each.
PIECE = 262120


def command_line(doc: str, direction: str) -> argparse.ArgumentParser:
    """The arguments of all programs that take a volume's path and a file."""
    made = command.parser(doc)
    command.add_connect(made, "qemu:///session")
    made.add_argument("volume", metavar="VOL-PATH", help="the path of the volume on the host")
    if direction == "up":
        made.add_argument("file", metavar="INPUT-FILE", help="the file to put into it")
    else:
        made.add_argument("file", metavar="OUTPUT-FILE", help="the file to write")
    progress.add_progress(made)
    return made


def stored(vol: StorageVol) -> Callable[[], int | None]:
    """Tells how much a download will bring."""

    def total() -> int | None:
        # A driver that can't say it may still give the data.
        with contextlib.suppress(Error):
            return vol.get_info(StorageVol.GET_PHYSICAL)["allocation"]
        return None

    return total


def filled(file: BinaryIO) -> Callable[[], int | None]:
    """Tells how much there is to be uploaded."""

    def total() -> int | None:
        status = os.fstat(file.fileno())
        return status.st_size if stat.S_ISREG(status.st_mode) else None

    return total
