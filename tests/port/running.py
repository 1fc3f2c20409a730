"""Running the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO

COMMAND = [sys.executable, "-m", "sysvirt.port"]

#: A script that is all right.
GOOD = """\
use strict;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
foreach my $dom ($conn->list_domains) {
    my ($state) = $dom->get_state;
    print $dom->get_name, "\\n" if $state == Sys::Virt::Domain::STATE_RUNNING;
}
"""
#: The same with a mistake: line 7.
BAD = GOOD.replace("STATE_RUNNING", "STATE_RUNING")
#: The same with a line, 4, that nobody can understand.
ODD = GOOD.replace("\n\n", "\nmy $x = ]]] ((( ;\n", 1)


def port(
    *words: str,
    folder: Path | None = None,
    env: Mapping[str, str] = MappingProxyType({}),
    stdin: IO[str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "80", **env},
        stdin=stdin or subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
