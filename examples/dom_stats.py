"""Show the states of guests, or draw what they use: a port of dom-stats.pl, with a chart.

    python examples/dom_stats.py qemu:///system
    python examples/dom_stats.py qemu:///system demo other
    python examples/dom_stats.py qemu:///system --plot usage.png --samples 60 --interval 1

A state is one of the numbers STATE_RUNNING, STATE_SHUTOFF, ... The chart shows CPU, disk and
network of each guest over time; what there is no data of, is said on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from support import chart, command, samples
from support.files import whole_file
from sysvirt import Domain, Virt


def print_states(c: Virt, doms: Sequence[Domain] | None) -> None:
    """The original's output."""
    for stats in c.get_all_domain_stats(
        Domain.STATS_STATE, doms, Domain.GET_ALL_STATS_ENFORCE_STATS
    ):
        print(f"Guest {stats['dom'].get_name()}")
        print(f"  State: {stats['data']['state.state']}")


def plot(c: Virt, doms: Sequence[Domain] | None, args: argparse.Namespace) -> None:
    """Draw the guests' rates into a file."""
    # That the file can be written and that there is matplotlib had better be known first.
    with chart.Canvas(), whole_file(args.plot) as file:
        taken = samples.take(c, doms, args.samples, args.interval)
        rates = samples.rates(taken)
        times = [sample.time - taken[0].time for sample in taken[1:]]
        chart.draw(file, f"Guests of {c.get_uri()}", times, rates)
    for title, names in chart.lacking(rates).items():
        if names:
            print(f"No data: {title} of {', '.join(names)}", file=sys.stderr)
    print(f"Saved {args.plot}")


def several(text: str) -> int:
    """For `type=`: a number of samples; a rate takes two."""
    number = command.natural(text)
    if number < 2:
        raise argparse.ArgumentTypeError(f"must be 2 or more, not {text!r}")
    return number


def main(args: argparse.Namespace) -> None:
    with Virt.new(uri=args.uri) as c:
        # No names mean all guests, as None does.
        doms = [c.get_domain_by_name(name) for name in args.names] or None
        if args.plot is None:
            print_states(c, doms)
        else:
            plot(c, doms, args)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument(
        "names", metavar="DOMAIN-NAME", nargs="*", help="the guests (default: all)"
    )
    command_line.add_argument(
        "--plot", metavar="FILE.png", help="draw what they use into this file, and print no states"
    )
    command_line.add_argument(
        "--samples",
        metavar="N",
        type=several,
        default=10,
        help="how many times to look, for the chart (default: 10)",
    )
    command_line.add_argument(
        "--interval",
        metavar="SECONDS",
        type=command.seconds,
        default=0.5,
        help="the time between two looks (default: 0.5)",
    )
    command.run(main, command_line)
