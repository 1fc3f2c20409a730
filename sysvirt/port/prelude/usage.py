"""What a script says of itself, and then ends."""

from __future__ import annotations

import sys


def perl_usage(text, status=2, message=None, stream=None):
    """Print a usage and end, as pod2usage does: to standard output where all is well."""
    goes_on = str(status).lower() == "noexit"
    if stream is None:
        stream = sys.stdout if goes_on or int(status) < 2 else sys.stderr
    if message:
        print(message, file=stream)
    print(text, end="", file=stream, flush=True)
    if not goes_on:
        sys.exit(int(status))


def perl_version(version=None):
    """Print the name and the version of a script and end, as Getopt::Long's auto_version does."""
    print(sys.argv[0] + ("" if version is None else f" version {version}"))
    print(f"(Python version {'.'.join(map(str, sys.version_info[:3]))})", flush=True)
    sys.exit(0)
