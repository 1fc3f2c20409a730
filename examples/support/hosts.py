"""The hosts of a fleet, as a command line or a file has them."""

from __future__ import annotations

import argparse
import re
from itertools import takewhile
from pathlib import Path

from support import command
from sysvirt.aio import Fleet

#: A name before an equals sign; a URI has a colon or a slash before its first one.
NAMED = re.compile(r"([^=:/?]+)=(.+)")


def add_hosts(to: argparse.ArgumentParser) -> None:
    """Add the hosts, on the command line and in a file."""
    to.add_argument(
        "hosts",
        metavar="NAME=URI",
        nargs="*",
        type=host,
        help="a host; a URI alone is its own name",
    )
    to.add_argument(
        "--hosts",
        metavar="FILE",
        dest="file",
        type=Path,
        help="a file with a host in each line: its name and its URI; # begins a comment",
    )


def add_limit(to: argparse.ArgumentParser, default: float) -> None:
    """Add how long the answer of a host is waited for."""
    to.add_argument(
        "--limit",
        metavar="SECONDS",
        type=command.some_seconds,
        default=default,
        help=f"how long an answer is waited for (default: {default:g})",
    )


def host(text: str) -> tuple[str, str]:
    """For `type=`: the name and the URI of a host."""
    if not text.strip():
        raise argparse.ArgumentTypeError("must be NAME=URI or a URI, not empty")
    named = NAMED.fullmatch(text)
    return (named[1], named[2]) if named else (text, text)


def hosts(args: argparse.Namespace) -> dict[str, str]:
    """All hosts by their names; without any it is libvirt's default."""
    found: dict[str, str] = {}
    for name, uri in [*args.hosts, *(_read(args.file) if args.file else [])]:
        if found.setdefault(name, uri) != uri:
            raise OSError(f"{name} is the name of two hosts: {found[name]} and {uri}")
    if not found and args.file:
        raise OSError(f"{args.file}: no host is in it")
    return found or {"default": ""}


def _read(file: Path) -> list[tuple[str, str]]:
    read: list[tuple[str, str]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        words = [*takewhile(lambda word: not word.startswith("#"), line.split())]
        if len(words) > 2:
            raise OSError(f"{file}:{number}: a line is a name and a URI, not {line.strip()!r}")
        if words:
            read.append((words[0], words[1]) if len(words) > 1 else host(words[0]))
    return read


def fleet(args: argparse.Namespace) -> Fleet:
    """The fleet of all hosts. It only reads."""
    return Fleet(hosts(args), readonly=True)
