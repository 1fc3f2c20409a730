"""Functions in processes of their own, where a crash and a hang can be seen and counted.

    result = in_process(visit, uri, 2.0)

runs ``visit(uri, 2.0)`` of any module there; it returns a ``Result``. Arguments are what JSON has.
"""

from __future__ import annotations

import importlib
import json
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from tests.campaign import run_apart
from tests.torture.result import Result

#: What Python writes when an exception had nobody to go to.
_UNSEEN = ("Traceback", "Exception ignored", "Fatal Python error")


def in_process(
    function: Callable[..., Result],
    *arguments: Any,
    patience: float = 1200.0,
    flags: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Result:
    """Call a function in a process of its own; a crash, a hang and lost exceptions are faults."""
    what = f"{function.__name__}{arguments}"
    command = [sys.executable, "-X", "faulthandler", *flags, *program(function, *arguments)]
    return collect(command, what, patience, environment)


def program(function: Callable[..., Result], *arguments: Any) -> list[str]:
    """Python's arguments for calling a function."""
    where = [function.__module__, function.__name__]
    return ["-m", "tests.torture.child", *where, json.dumps(arguments)]


def collect(
    command: Sequence[str], what: str, patience: float, environment: Mapping[str, str] | None = None
) -> Result:
    """Run such a program, and read its result."""
    done = run_apart(command, patience, environment)
    tail = "\n".join(done.errors.splitlines()[-40:])
    if done.hung or done.status != 0:
        how = "hangs" if done.hung else f"ended with {_describe(done.status)}"
        return Result(faults=[f"{what}: {how}\n{tail}"])
    result = Result.read(json.loads(done.output.splitlines()[-1]))
    if any(words in done.errors for words in _UNSEEN):
        result.fault(f"{what}: {tail}")
    return result


def _describe(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"


def main() -> None:
    """Be such a process."""
    module, name, arguments = sys.argv[1:]
    # Whoever started this may have had Ctrl-C ignored.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    result = getattr(importlib.import_module(module), name)(*json.loads(arguments))
    print(json.dumps(attrs.asdict(result)), flush=True)


if __name__ == "__main__":
    main()
