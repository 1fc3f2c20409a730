"""How every program here is called, and how it ends."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from support import trouble
from sysvirt import Sys


def parser(doc: str) -> argparse.ArgumentParser:
    """A command line that explains itself with the program's docstring."""
    return argparse.ArgumentParser(
        description=doc.strip(), formatter_class=argparse.RawDescriptionHelpFormatter
    )


def add_uri(to: argparse.ArgumentParser) -> None:
    """Add the URI as the first argument, which can be left out."""
    to.add_argument(
        "uri",
        metavar="URI",
        nargs="?",
        default="",
        help="the hypervisor; without it libvirt's default",
    )


def add_interval(to: argparse.ArgumentParser) -> None:
    """Add how many seconds pass between two looks, which can be left out."""
    to.add_argument(
        "interval",
        metavar="INTERVAL",
        nargs="?",
        type=seconds,
        default=1,
        help="seconds between two looks (default: 1)",
    )


def add_connect(to: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add `--connect URI`, for a program whose original has its URI written into it."""
    to.add_argument(
        "-c",
        "--connect",
        metavar="URI",
        default=default,
        help=f"the hypervisor (default: {default})",
    )


def natural(text: str, most: int = 2**32 - 1) -> int:
    """For `type=`: a number from 0 on."""
    if not text.isdecimal() or int(text) > most:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {most}, not {text!r}")
    return int(text)


def seconds(text: str) -> float:
    """For `type=`: a length of time."""
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"must be seconds, up to a million, not {text!r}")
    return number


def some_seconds(text: str) -> float:
    """The same, but not 0."""
    number = seconds(text)
    if number == 0:
        raise argparse.ArgumentTypeError(f"must be more than 0 seconds, not {text!r}")
    return number


def run(main: Callable[[argparse.Namespace], None], command_line: argparse.ArgumentParser) -> None:
    """Call the program; whatever stops it ends as one line and a status, not as a traceback."""
    args = command_line.parse_args()
    try:
        main(args)
        sys.stdout.flush()
    except Sys.Virt.Error as err:
        command_line.exit(1, f"{command_line.prog}: {trouble.explain(err, _uris(args))}\n")
    except BrokenPipeError:
        # Who read has had enough; Python would complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as err:
        command_line.exit(1, f"{command_line.prog}: {err}\n")
    except ModuleNotFoundError as err:
        command_line.exit(
            1, f"{command_line.prog}: needs {err.name}: pip install 'sysvirt[examples]'\n"
        )
    except KeyboardInterrupt:
        sys.exit(130)


def _uris(args: argparse.Namespace) -> list[str]:
    """Those that the program was called with, by whichever name it has them."""
    given = vars(args)
    return [given[name] for name in ("uri", "connect", "desturi") if given.get(name) is not None]
