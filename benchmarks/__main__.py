"""The report of ``make bench``: medians and ratios, all contenders interleaved in one run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attrs import define

from benchmarks.calls import CALLS

HERE = Path(__file__).parent


@define
class Worker:
    """A contender's process."""

    name: str
    process: subprocess.Popen[str]

    @classmethod
    def start(cls, name: str, command: list[str], statements: list[str]) -> Worker:
        process = subprocess.Popen(
            command, cwd=HERE.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        worker = cls(name, process)
        worker.send(json.dumps(statements))
        return worker

    def send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def time(self, number: int, loops: int) -> float:
        """Seconds that one call took, over so many."""
        self.send(f"{number} {loops}")
        assert self.process.stdout is not None
        return float(self.process.stdout.readline()) / loops

    def stop(self) -> None:
        self.process.communicate()


def contenders() -> list[Worker]:
    """sysvirt, libvirt-python and, where it is installed, Perl."""
    python = [sys.executable, "-m", "benchmarks.worker"]
    workers = [
        Worker.start("sysvirt", [*python, "sysvirt"], [call.sysvirt for call in CALLS]),
        Worker.start("libvirt-python", [*python, "libvirt"], [call.libvirt for call in CALLS]),
    ]
    perl = ["perl", "-MSys::Virt", "-MJSON", "-e", "1"]
    if shutil.which("perl") and not subprocess.run(perl, capture_output=True).returncode:
        command = ["perl", str(HERE / "worker.pl")]
        workers.append(Worker.start("Perl", command, [call.perl for call in CALLS]))
    return workers


#: For each contender and call, the nanoseconds of each round.
Samples = dict[str, list[list[float]]]


def call_overhead(rounds: int, seconds: float) -> Samples:
    """What each call took each contender, round by round."""
    workers = contenders()
    try:
        loops = [max(10, int(seconds / workers[1].time(at, 200))) for at in range(len(CALLS))]
        samples: Samples = {worker.name: [[] for _ in CALLS] for worker in workers}
        for turn in range(rounds):
            for at in range(len(CALLS)):
                # Who goes first changes, so that nobody always has the warm or the noisy slot.
                for worker in workers[turn % len(workers) :] + workers[: turn % len(workers)]:
                    samples[worker.name][at].append(worker.time(at, loops[at]) * 1e9)
    finally:
        for worker in workers:
            worker.stop()
    return samples


def ratios(overhead: Samples, other: str) -> list[float]:
    """sysvirt's time over another's, for each call: the median of the rounds' ratios.

    The two of one round ran within milliseconds of each other, so a machine whose speed drifts
    spoils neither.
    """
    pairs = zip(overhead["sysvirt"], overhead[other], strict=True)
    return [
        statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        for ours, theirs in pairs
    ]


def interleaved(
    commands: dict[str, list[str]], rounds: int, read: Callable[[str], float]
) -> dict[str, list[float]]:
    """What each command's run gives, all in turn."""
    samples: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            # Bytecode is kept, as in any normal installation.
            environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
            run = subprocess.run(
                command,
                cwd=HERE.parent,
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            elapsed = time.perf_counter() - start
            samples[name].append(read(run.stdout) if run.stdout else elapsed * 1e3)
    # The first of each only warms the caches.
    return {name: values[1:] for name, values in samples.items()}


def report(overhead: Samples, start: dict[str, list[float]], memory: dict[str, list[float]]) -> str:
    """All of it as Markdown."""
    names = list(overhead)
    compared = {other: ratios(overhead, other) for other in names[1:]}
    rows = [
        f"Python {platform.python_version()}, {platform.machine()}; medians",
        "",
        f"| call, ns | {' | '.join(names)} | {' | '.join(f'÷ {name}' for name in compared)} |",
        f"|---|{'---:|' * (len(names) + len(compared))}",
    ]
    for at, call in enumerate(CALLS):
        times = [f"{statistics.median(overhead[name][at]):,.0f}" for name in names]
        rows.append(_row(call.name, times, [each[at] for each in compared.values()]))
    means = [statistics.geometric_mean(each) for each in compared.values()]
    rows += [_row("**geometric mean**", [""] * len(names), means), ""]
    rows += ["| | sysvirt | libvirt-python | ratio |", "|---|---:|---:|---:|"]
    figures = (("import, fresh process", start, "ms"), ("memory of a Domain", memory, "bytes"))
    for what, values, unit in figures:
        ours, theirs = (statistics.median(values[name]) for name in ("sysvirt", "libvirt"))
        rows.append(f"| {what} | {ours:,.1f} {unit} | {theirs:,.1f} {unit} | {ours / theirs:.2f} |")
    return "\n".join(rows)


def _row(name: str, cells: list[str], figures: list[float]) -> str:
    return f"| {name} | {' | '.join(cells)} | {' | '.join(f'{ratio:.2f}' for ratio in figures)} |"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    rounds = 7 if parser.parse_args().quick else 21
    overhead = call_overhead(rounds, 0.01 if rounds == 7 else 0.02)
    start = interleaved(
        {name: [sys.executable, "-c", f"import {name}"] for name in ("sysvirt", "libvirt")},
        rounds,
        float,
    )
    memory = interleaved(
        {
            name: [sys.executable, "-m", "benchmarks.memory", name]
            for name in ("sysvirt", "libvirt")
        },
        max(3, rounds // 5),
        lambda text: float(text.split()[0]),
    )
    print(report(overhead, start, memory))


if __name__ == "__main__":
    main()
