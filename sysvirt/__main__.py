"""``python -m sysvirt names get_info``: a name in Perl, in Python and in C."""

from __future__ import annotations

import argparse
import os
import sys

from sysvirt._hints.listing import find_rows, nearest, table

_EPILOG = """\
examples:
  python -m sysvirt names get_info                the methods of this name
  python -m sysvirt names snapshot                all that have it in a name
  python -m sysvirt names '$dom->get_state'       what stands in a script
  python -m sysvirt names STATE_RUNNING           a constant
  python -m sysvirt names virDomainGetInfo        C, and also libvirt-python and virsh
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; the exit status is 1 if there is no such name."""
    parser = argparse.ArgumentParser(prog="python -m sysvirt", description="Look something up.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    names = commands.add_parser(
        "names",
        help="rows of the table of names",
        description="Print the rows of the table of names: Perl, Python, class, C and release.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names.add_argument("name", nargs="+", help="a name, a part of one, or a line of Perl")
    text = " ".join(parser.parse_args(arguments).name)
    if rows := find_rows(text):
        _show(table(rows))
        return 0
    near = nearest(text)
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    print(f"No name has {text!r} in it.{hint}", file=sys.stderr)
    return 1


def _show(text: str) -> None:
    """Print it; whoever reads it, such as ``head``, may have had enough."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Python flushes it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
