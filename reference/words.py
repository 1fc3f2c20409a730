"""Reads ``error_words.csv``: in a few words what a code means of which libvirt says no more."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from reference.data import HERE


@cache
def read_words(path: Path = HERE / "error_words.csv") -> dict[str, str]:
    """The words by the names of the codes.

    >>> read_words()["ERR_OPERATIONED_DENIED"]
    'on a connection that is read-only'
    """
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["words"] for row in csv.DictReader(file)}
