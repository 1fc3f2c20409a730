"""Run the campaigns at their full length: see ``tests.torture``."""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.campaign import LENGTH
from tests.torture import report
from tests.torture.campaigns import CAMPAIGNS, attack_all


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line: 1 when there was a fault."""
    parser = argparse.ArgumentParser(prog="tests.torture")
    parser.add_argument("--only", choices=CAMPAIGNS, action="append", help="this campaign alone")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of a run before")
    parser.add_argument("--quick", action="store_true", help="as few tries as the suite has")
    parser.add_argument("--report", type=Path, help="write the figures into this page")
    options = parser.parse_args(arguments)
    os.environ[LENGTH] = "" if options.quick else "long"
    begun = time.monotonic()
    results = []
    for result in attack_all(options.only or list(CAMPAIGNS), options.seed):
        print(report.line(result, options.seed), flush=True)
        results.append(result)
    wall = time.monotonic() - begun
    print(f"{wall / 60:.1f} minutes, seed {options.seed}")
    if options.report:
        options.report.write_text(report.page(results, options.seed, wall))
    return int(any(result.faults for result in results))


if __name__ == "__main__":
    sys.exit(main())
