"""Runs cases on both sides, compares the transcripts and counts what is proven."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import asdict, define, field, frozen

import tests.parity.cases
from reference.data import read_methods
from sysvirt import Error
from tests.parity.case import Case, Step

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PERL = ["perl", str(HERE / "run.pl")]
PYTHON = [sys.executable, "-m", "tests.parity.run"]

Transcript = dict[tuple[str, int], dict[str, Any]]


@frozen
class Verdict:
    """What came of one step: how it ended, and what is wrong when it isn't proven."""

    case: str
    step: int
    method: str | None
    #: ``equal``, ``refused`` (the same error on both sides), ``differs`` (as meant), ``wrong``
    outcome: str
    detail: str = ""


@define
class Report:
    """All verdicts of a run, and the cases that couldn't run."""

    verdicts: list[Verdict] = field(factory=list)
    left_out: dict[str, str] = field(factory=dict)

    def wrong(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.outcome == "wrong"]

    def best(self) -> dict[str, str]:
        """The best outcome of each method; a method with a wrong step isn't proven."""
        rank = {"equal": 3, "differs": 2, "refused": 1, "wrong": 0}
        best: dict[str, str] = {}
        for verdict in self.verdicts:
            name = verdict.method
            if name and rank[verdict.outcome] >= rank[best.get(name, "wrong")]:
                best[name] = verdict.outcome
        return best | {v.method: "wrong" for v in self.wrong() if v.method}


def all_cases() -> list[Case]:
    """The cases of every module in ``cases/``."""
    found: list[Case] = []
    for module in pkgutil.iter_modules(tests.parity.cases.__path__):
        loaded = importlib.import_module(f"tests.parity.cases.{module.name}")
        found += loaded.CASES
    names = [case.name for case in found]
    assert len(set(names)) == len(names), "two cases of one name"
    return found


@cache
def perl_missing() -> str | None:
    """Why the original can't be run here, or ``None``."""
    if not shutil.which("perl"):
        return "perl is not installed"
    probe = subprocess.run(
        ["perl", "-MSys::Virt", "-MJSON", "-e", "1"], capture_output=True, text=True, check=False
    )
    return None if probe.returncode == 0 else "Perl's Sys::Virt or JSON is not installed"


def needs(case: Case) -> set[str]:
    """What has to be given for a case: the ``{names}`` in it, but for ``{tmp}``."""
    return set(re.findall(r"\{(\w+)\}", json.dumps(asdict(case)))) - {"tmp"}


def installed() -> tuple[int, ...]:
    """The release of the installed libvirt."""
    import sysvirt

    version = sysvirt.Virt.get_version()
    return version // 1000000, version // 1000 % 1000, version % 1000


@cache
def perls() -> tuple[int, ...]:
    """The release of Perl's module, which a distribution may have older than its libvirt."""
    probe = subprocess.run(
        ["perl", "-MSys::Virt", "-e", "print $Sys::Virt::VERSION"],
        capture_output=True,
        text=True,
        check=True,
    )
    return _release(probe.stdout)


def _release(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def unfit(case: Case) -> str | None:
    """Why this libvirt or Perl's module can't play the case, or ``None``."""
    if case.since and _release(case.since) > installed():
        return f"needs libvirt {case.since}"
    if case.since and _release(case.since) > perls():
        return f"needs Perl's Sys::Virt {case.since}"
    breaks = case.breaks
    if breaks and _release(breaks.since) <= installed() < _release(breaks.until):
        return f"breaks libvirt before {breaks.until}: {breaks.why}"
    return None


def judge(cases: Iterable[Case], given: dict[str, str]) -> Report:
    """Run the cases on both sides."""
    report = Report()
    ready: list[Case] = []
    for case in cases:
        missing = sorted(needs(case) - given.keys())
        if why := unfit(case):
            report.left_out[case.name] = why
        elif missing:
            report.left_out[case.name] = f"needs {', '.join(missing)}"
        else:
            ready.append(case)
    # A loop in the process is what only some cases want; there can be only one in each.
    for eventful in (False, True):
        batch = [case for case in ready if _eventful(case) is eventful and not _own_loop(case)]
        if batch:
            _judge_batch(batch, given, eventful, report)
    for case in filter(_own_loop, ready):
        _judge_batch([case], given, False, report)
    return report


def _eventful(case: Case) -> bool:
    return any(step.loop or "event" in (step.call or "") for step in case.steps)


def _own_loop(case: Case) -> bool:
    return any("$loop" in arg for step in case.steps for arg in step.args if isinstance(arg, dict))


def _judge_batch(batch: list[Case], given: dict[str, str], eventful: bool, report: Report) -> None:
    base = Path(tempfile.mkdtemp(prefix="parity-", dir=given.get("host_root")))
    base.chmod(0o755)
    try:
        perl = _run(PERL, batch, given, eventful, base)
        python = _run(PYTHON, batch, given, eventful, base)
    finally:
        shutil.rmtree(base)
    for case in batch:
        report.verdicts += _verdicts(case, perl, python)


def _run(
    command: list[str], batch: list[Case], given: dict[str, str], eventful: bool, base: Path
) -> Transcript:
    """The transcript of one side. A case that takes its process down only loses itself."""
    transcript: Transcript = {}
    left = list(batch)
    while left:
        job = {
            "cases": [_plain(case, base) for case in left],
            "given": given,
            "events": eventful,
        }
        lines, complaint = _talk(command, job)
        for line in lines:
            transcript[line["case"], line["step"]] = line
        done = {line["case"] for line in lines}
        reached = [at for at, case in enumerate(left) if case.name in done]
        last = max(reached, default=0)
        if complaint is None:
            break
        transcript[left[last].name, _next_step(transcript, left[last])] = {"died": complaint}
        left = left[last + 1 :]
    return transcript


def _next_step(transcript: Transcript, case: Case) -> int:
    return max((step for name, step in transcript if name == case.name), default=-2) + 1


def _talk(command: list[str], job: dict[str, Any]) -> tuple[list[dict[str, Any]], str | None]:
    """The lines that a side answered, and how it ended if not well."""
    seconds = sum(case["timeout"] for case in job["cases"])
    environment = {**os.environ, "PERL_HASH_SEED": "0"}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        out, err = process.communicate(json.dumps(job).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    lines = [json.loads(line) for line in out.splitlines() if line.endswith(b"}")]
    if process.returncode == 0:
        return lines, None
    tail = err.decode(errors="replace").strip()[-800:]
    return lines, f"the process ended with {process.returncode}: {tail}"


def _plain(case: Case, base: Path) -> dict[str, Any]:
    """A case as JSON, with a fresh directory of its own."""
    directory = base / re.sub(r"\W+", "-", case.name)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(mode=0o777)
    directory.chmod(0o777)
    uri = case.uri
    if case.node is not None:
        node = directory / "node.xml"
        node.write_text(case.node)
        uri = uri and f"test://{node}"
    plain = asdict(case) | {"uri": uri}
    text: str = json.dumps(plain).replace("{tmp}", str(directory))
    return json.loads(text)  # type: ignore[no-any-return]


def _verdicts(case: Case, perl: Transcript, python: Transcript) -> Iterator[Verdict]:
    opened = python.get((case.name, -1)), perl.get((case.name, -1))
    for at, step in enumerate(case.steps):
        key = (case.name, at)
        if key not in perl or key not in python:
            side = "Perl" if key not in perl else "Python"
            why = perl.get((case.name, -1)) if side == "Perl" else opened[0]
            yield Verdict(*key, _wanted(step), "wrong", f"{side} did not get there: {why}")
            return
        outcome, detail = compare(step, perl[key], python[key])
        yield Verdict(*key, python[key].get("method") or _wanted(step), outcome, detail)


def _wanted(step: Step) -> str | None:
    """The method that a step on a class names; one on an object is known only when it ran."""
    return f"{step.on}::{step.call}" if step.on and step.on.startswith("Sys::") else None


def compare(step: Step, perl: dict[str, Any], python: dict[str, Any]) -> tuple[str, str]:
    """The outcome of one step, and what is wrong."""
    outcome, detail = _compare(step, perl, python)
    if step.differs is None:
        return outcome, detail
    seen = _seen(python)
    if step.differs.python is not None and seen != step.differs.python:
        return "wrong", f"meant to give {step.differs.python}, gave {seen}"
    if outcome != "wrong" and step.differs.always:
        return "wrong", f"meant to differ ({step.differs.why}), but both gave {_short(seen)}"
    return "differs", step.differs.why


def _seen(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: answer[key] for key in ("value", "error", "died") if key in answer}


def _compare(step: Step, perl: dict[str, Any], python: dict[str, Any]) -> tuple[str, str]:
    seen = _seen(python)
    if "error" in perl and "error" in python:
        same = _error(perl["error"]) == _error(python["error"]) or step.compare == "type"
        same = same and perl["error"]["code"] == python["error"]["code"]
        return ("refused", "") if same else ("wrong", f"Perl {perl['error']}, Python {seen}")
    if "died" in perl and "died" in python:
        return "refused", ""
    if "value" not in perl or "value" not in python:
        return "wrong", f"Perl {_short(_seen(perl))}, Python {_short(seen)}"
    if python.get("shape"):
        return "wrong", f"not the shape of the reference: {', '.join(python['shape'])}"
    if step.compare == "none":
        return "equal", ""
    ours, original = (masked(side["value"], step) for side in (python, perl))
    if ours != original and _any_order(step):
        # A daemon lists from a hash table, whose order follows what came and went before.
        ours, original = (sorted(side, key=_as_text) for side in (ours, original))
    return ("equal", "") if ours == original else ("wrong", _difference(original, ours))


def _as_text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _any_order(step: Step) -> bool:
    """Whether a step's answer is a list whose order libvirt doesn't promise."""
    return (step.call or "").startswith("list_") and step.compare == "value"


def _error(error: dict[str, Any]) -> dict[str, Any]:
    """An error for comparison; which of libvirt's functions a driver lacks is no difference."""
    if error["code"] != Error.ERR_NO_SUPPORT:
        return error
    return {**error, "message": re.sub(r": vir\w+$", "", error["message"])}


def masked(value: Any, step: Step) -> Any:
    """A lowered value with what may vary reduced to its type."""
    return _mask(value, set(step.volatile), step.compare == "type")


def _mask(value: Any, volatile: set[str], all_of_it: bool) -> Any:
    if isinstance(value, list):
        return [_mask(item, volatile, all_of_it) for item in value]
    if not isinstance(value, dict):
        return value
    if "hash" in value:
        return {
            "hash": {
                key: _mask(item, volatile, all_of_it or key in volatile)
                for key, item in value["hash"].items()
            }
        }
    if "list" in value:
        return {"list": _mask(value["list"], volatile, all_of_it)}
    if all_of_it and ("n" in value or "s" in value):
        return next(iter(value))
    if "object" in value:
        return value if not all_of_it else value["object"]
    return value


def _difference(theirs: Any, ours: Any) -> str:
    return f"Perl {_short(theirs)}, Python {_short(ours)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= 1200 else f"{text[:1200]}…"


def known_methods() -> list[str]:
    """Every method of the reference, ``Sys::Virt::Domain::get_name``."""
    return [f"{package}::{name}" for package, name in read_methods()]
