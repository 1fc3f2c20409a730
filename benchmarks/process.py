"""Fresh processes: how long until the first answer, and what a domain's object weighs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.contender import HERE, environment, missing
from benchmarks.table import BOTH, OURS

Samples = dict[str, list[float]]

NUMBER = 20_000
_RESIDENT = """
import os
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE")
warm = [find("test") for _ in range(1000)]
before = resident()
kept = [find("test") for _ in range(NUMBER)]
print((resident() - before) / NUMBER)
"""
_PERL_RESIDENT = """
sub resident { open my $f, "<", "/proc/self/statm"; (split " ", <$f>)[1] * 4096 }
my @warm = map { $conn->get_domain_by_name("test") } 1 .. 1000;
my $before = resident();
my @kept = map { $conn->get_domain_by_name("test") } 1 .. NUMBER;
print((resident() - $before) / NUMBER);
"""
_OPEN = {
    "sysvirt": "from sysvirt import Sys\nconn = Sys.Virt.new(uri='test:///default')\n",
    "libvirt-python": "import libvirt\nconn = libvirt.open('test:///default')\n",
    "Perl": "use Sys::Virt;\nmy $conn = Sys::Virt->new(uri => 'test:///default');\n",
}
_LIST = {
    "sysvirt": "for dom in conn.list_domains(): print(dom.get_name())",
    "libvirt-python": "for dom in conn.listAllDomains(1): print(dom.name())",
    "Perl": 'print $_->get_name(), "\\n" for $conn->list_domains()',
}
_FIND = {
    "sysvirt": "find = conn.get_domain_by_name\n" + _RESIDENT,
    "libvirt-python": "find = conn.lookupByName\n" + _RESIDENT,
    "Perl": _PERL_RESIDENT,
}
_IMPORT = {"sysvirt": "import sysvirt", "libvirt-python": "import libvirt", "Perl": "use Sys::Virt"}


def _commands(rest: dict[str, str], *, opened: bool = True) -> dict[str, list[str]]:
    programs = {name: (_OPEN[name] if opened else "") + text for name, text in rest.items()}
    return {
        name: ["perl" if name == "Perl" else sys.executable, "-e" if name == "Perl" else "-c", text]
        for name, text in programs.items()
        if not missing(name)
    }


def _turns(
    commands: dict[str, list[str]], rounds: int, read: Callable[[str, float], float]
) -> Samples:
    """What each command's run gives, all in turn; the first of each only warms the caches."""
    samples: Samples = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            run = subprocess.run(
                command,
                cwd=HERE.parent,
                env=environment(),
                capture_output=True,
                text=True,
                check=True,
            )
            if turn:
                samples[name].append(read(run.stdout, time.perf_counter() - start))
    return samples


def imported(rounds: int) -> Samples:
    """Seconds of a process that only imports."""
    return _turns(_commands(_IMPORT, opened=False), rounds, lambda _, seconds: seconds)


def first_answer(rounds: int) -> Samples:
    """Seconds of a process that imports, connects, lists and ends."""
    return _turns(_commands(_LIST), rounds, lambda _, seconds: seconds)


def imported_awaited(rounds: int) -> Samples:
    """Seconds of a process that only imports `sysvirt.aio`, and its two parts."""
    texts = {OURS: "import sysvirt.aio", BOTH: "import sysvirt, asyncio"}
    commands = {name: [sys.executable, "-c", text] for name, text in texts.items()}
    return _turns(commands, rounds, lambda _, seconds: seconds)


def memory(rounds: int) -> Samples:
    """Bytes of resident memory for each of many domains."""
    sized = {name: text.replace("NUMBER", str(NUMBER)) for name, text in _FIND.items()}
    return _turns(_commands(sized), rounds, lambda text, _: float(text))
