"""``python -m tests.parity``: run the cases and say how many methods are proven equal.

As root, with the programs that ``tests.hosts`` needs, it makes two hosts and a guest with an
agent for the cases that want them; ``--quick`` leaves those out.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path

from tests.parity.judge import Report, all_cases, judge, known_methods, needs, perl_missing
from tests.parity.stage import missing, stage


def summary(report: Report, elsewhere: dict[str, str], verbose: bool) -> str:
    """The count, and the methods that aren't proven with what is missing.

    ``elsewhere`` are outcomes from another libvirt, for methods that this one lacks.
    """
    best = elsewhere | report.best()
    known = known_methods()
    proven = [name for name in known if best.get(name, "wrong") != "wrong"]
    kinds = ("equal", "differs", "refused")
    how = {kind: sum(best.get(name) == kind for name in known) for kind in kinds}
    lines = [f"{v.case}, step {v.step} ({v.method}): {v.detail}" for v in report.wrong()]
    if verbose:
        lines += [f"left out: {case}: {why}" for case, why in report.left_out.items()]
        lines += [f"{name}: {_missing(name, best)}" for name in known if name not in proven]
    lines.append(
        f"{how['equal']} by a call that succeeded on both sides, {how['differs']} with a meant "
        f"difference, {how['refused']} by an equal refusal"
    )
    lines.append(f"{len(proven)} of {len(known)} methods proven equal")
    if newer := sum(name not in report.best() for name in proven):
        lines[-1] += f" ({newer} of them on a newer libvirt)"
    return "\n".join(lines)


def _missing(name: str, best: dict[str, str]) -> str:
    return "the two sides differ" if best.get(name) == "wrong" else "no case that ran has it"


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description=__doc__)
    parser.add_argument("-k", default="", help="only cases whose name has this in it")
    parser.add_argument("-q", action="store_true", help="without the list of what is missing")
    parser.add_argument("--quick", action="store_true", help="only what the test driver can play")
    parser.add_argument("--save", type=Path, help="write each method's outcome into this file")
    parser.add_argument("--also", type=Path, help="count what such a file has from elsewhere")
    options = parser.parse_args()
    if (why := perl_missing()) is not None:
        print(f"The original can't be asked: {why}.", file=sys.stderr)
        return 2
    cases = [case for case in all_cases() if options.k in case.name]
    with contextlib.ExitStack() as stack:
        given: dict[str, str] = {}
        if not options.quick and any(needs(case) for case in cases):
            if (why := missing()) is not None:
                print(f"Only the test driver's cases are run: {why}.", file=sys.stderr)
            else:
                given = stack.enter_context(stage())
        report = judge(cases, given)
    if options.save:
        options.save.write_text(json.dumps(report.best()))
    elsewhere = json.loads(options.also.read_text()) if options.also else {}
    print(summary(report, elsewhere, verbose=not options.q and not options.k))
    return 1 if report.wrong() else 0


if __name__ == "__main__":
    sys.exit(main())
