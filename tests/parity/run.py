"""Runs parity cases on sysvirt; ``run.pl`` is its twin, and what it prints is the same."""

from __future__ import annotations

import json
import re
import signal
import socket
import sys
import time
from typing import Any

import sysvirt
from sysvirt import Sys
from sysvirt.error_kinds import KINDS
from tests import recorder
from tests.parity.shape import problems, returned


class Runner:
    """The state of one case: objects, callbacks' notes, buffers."""

    def __init__(self, given: dict[str, str]) -> None:
        self.given = given
        self.kept: dict[str, Any] = {}
        self.calls: dict[str, list[Any]] = {}
        self.buffers: dict[str, bytearray] = {}
        self.open_files: list[Any] = []
        self.method: str | None = None

    def open(self, uri: str | None) -> dict[str, Any]:
        if uri is None:
            return {"value": []}
        try:
            self.kept["conn"] = Sys.Virt.new(uri=self.fill(uri))
        except Exception as error:  # noqa: BLE001 - any is part of the transcript
            return failure(error)
        return {"value": []}

    def fill(self, text: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda found: self.given.get(found[1], found[0]), text)

    def step(self, step: dict[str, Any]) -> dict[str, Any]:
        if (calls := step["calls"]) is not None:
            # What libvirt called on its own counts as a call of that method.
            method = calls if calls.startswith("Sys::") else None
            return {"value": self.calls.get(calls, []), "method": method}
        if step["buffer"] is not None:
            return {"value": [lower(bytes(self.buffers.setdefault(step["buffer"], bytearray())))]}
        if step["drop"] is not None:
            self.kept.pop(step["drop"], None)
            return {"value": []}
        try:
            if step["loop"] is not None:
                self.run_loop(**step["loop"])
                return {"value": []}
            self.method = None
            result, wrong = self.until_done(step)
        except Exception as error:  # noqa: BLE001 - any is part of the transcript
            if step["catch"] is not None:
                self.kept[step["catch"]] = error
            return {**failure(error), "method": self.method}
        if step["keep"] is not None:
            self.kept[step["keep"]] = result[step["pick"] or 0] if result else None
        shown = [lower(item) for item in result]
        return {"value": shown, "shape": wrong, "method": self.method}

    def until_done(self, step: dict[str, Any]) -> tuple[list[Any], list[str]]:
        until = step["until"]
        deadline = time.monotonic() + 450
        while True:
            try:
                result, wrong = self.perform(step)
            except Sys.Virt.Error:
                if until is None or "answers" not in until or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
                continue
            if until is None or "answers" in until:
                return result, wrong
            here: Any = result
            for key in until.get("path", [0]):
                here = here[key]
            if here is not None and here == until["equals"]:
                return result, wrong
            if time.monotonic() > deadline:
                raise TimeoutError("waited in vain")
            time.sleep(0.05)

    def perform(self, step: dict[str, Any]) -> tuple[list[Any], list[str]]:
        """The result as Perl's list, and what is wrong with its Python form."""
        args = [self.argument(arg) for arg in step["args"]]
        named = {key: self.argument(arg) for key, arg in step["named"].items()}
        on = step["on"]
        target = self.kept[on] if on in self.kept else package(on)
        name = on if isinstance(target, type) else perl_class(target)
        self.method = f"{name}::{step['call']}"
        value = getattr(target, step["call"])(*args, **named)
        returns = returned(name, step["call"])
        wrong = problems(value, returns)
        if value is None and returns.shape == "none":
            return [], wrong
        if returns.shape == "tuple" or returns.shape.startswith("list"):
            return list(value), wrong
        return [value], wrong

    def argument(self, arg: Any) -> Any:
        if isinstance(arg, list):
            return [self.argument(item) for item in arg]
        if isinstance(arg, str):
            return self.fill(arg)
        if not isinstance(arg, dict):
            return arg
        if "$ref" in arg:
            return self.kept[arg["$ref"]]
        if "$bytes" in arg:
            return bytes.fromhex(arg["$bytes"])
        if "$const" in arg:
            return constant(arg["$const"])
        if "$buffer" in arg:
            return self.buffers.setdefault(arg["$buffer"], bytearray())
        if "$file" in arg:
            return self.stay(open(self.fill(arg["$file"]), "a+b"))
        if "$socket" in arg:
            return self.stay(*socket.socketpair())
        if "$callback" in arg:
            return self.make_callback(**arg["$callback"])
        if "$loop" in arg:
            return self.kept.setdefault(arg["$loop"], OwnLoop(self))
        return {key: self.argument(item) for key, item in arg.items()}

    def stay(self, *opened: Any) -> int:
        """The number of the first; all stay open as long as the case."""
        self.open_files += opened
        return int(opened[0].fileno())

    def make_callback(
        self,
        name: str,
        returns: Any = 0,
        results: list[Any] | None = None,
        dies: str | None = None,
        source: str | None = None,
        sink: bool = False,
        answers: dict[str, str] | None = None,
        quiet: bool = False,
        volatile: list[int] | None = None,
    ) -> Any:
        left = bytearray(bytes.fromhex(source)) if source is not None else None
        each = list(results or [])

        def called(*args: Any) -> Any:
            notes = self.calls.setdefault(name, [])
            if quiet:
                notes.append({"n": "1"})
            else:
                shown = [
                    {"volatile": 1} if at in (volatile or ()) else lower(arg)
                    for at, arg in enumerate(args)
                ]
                notes.append({"list": shown})
            if dies is not None:
                raise Died(dies)
            if left is not None:
                piece = bytes(left[: args[2]])
                del left[: args[2]]
                args[1][:] = piece
                return len(piece)
            if sink:
                self.buffers.setdefault(name, bytearray()).extend(args[1])
                return len(args[1])
            for credential in args[0] if answers else ():
                if (answer := answers.get(str(credential["type"]))) is not None:  # type: ignore[union-attr]
                    credential["result"] = answer
            result = each.pop(0) if each else returns
            return tuple(result) if isinstance(result, list) else result

        return called

    def run_loop(self, until: str, count: int, timeout: int) -> None:
        deadline = time.monotonic() + timeout
        timer = Sys.Virt.Event.add_timeout(50, lambda *_: None)
        while len(self.calls.get(until, [])) < count:
            if time.monotonic() > deadline:
                raise TimeoutError("no event came")
            Sys.Virt.Event.run_default()
        Sys.Virt.Event.remove_timeout(timer)


class OwnLoop(sysvirt.EventImpl):
    """An event loop that only notes what is asked of it."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.last = 0

    def _note(self, method: str, *values: int) -> None:
        notes = self.runner.calls.setdefault(f"Sys::Virt::EventImpl::{method}", [])
        notes.append({"list": [lower(value) for value in values]})

    def _keep(self, callback: Any, opaque: Any, ff: Any) -> int:
        self.runner.kept.update(callback=callback, opaque=opaque, ff=ff)
        self.last += 1
        return self.last

    def add_handle(self, fd: int, events: int, callback: Any, opaque: Any, ff: Any) -> int:
        self._note("add_handle", fd, events)
        return self._keep(callback, opaque, ff)

    def update_handle(self, watch_id: int, events: int) -> None:
        self._note("update_handle", watch_id, events)

    def remove_handle(self, watch_id: int) -> int:
        self._note("remove_handle", watch_id)
        return 0

    def add_timeout(self, frequency: int, callback: Any, opaque: Any, ff: Any) -> int:
        self._note("add_timeout", frequency)
        return self._keep(callback, opaque, ff)

    def update_timeout(self, timer_id: int, frequency: int) -> None:
        self._note("update_timeout", timer_id, frequency)

    def remove_timeout(self, timer_id: int) -> int:
        self._note("remove_timeout", timer_id)
        return 0


class Died(Exception):
    """What a case's callback dies with."""


def package(name: str) -> Any:
    """The Python class for a Perl package."""
    target: Any = Sys
    for part in name.split("::")[1:]:
        target = getattr(target, part)
    return target


def perl_class(value: object) -> str:
    """The Perl package for an object of sysvirt."""
    for cls in type(value).__mro__:
        # Perl knows no kinds of errors.
        if cls.__name__ in sysvirt.__all__ and cls.__name__ not in KINDS:
            return "Sys::Virt" if cls is sysvirt.Virt else f"Sys::Virt::{cls.__name__}"
    raise LookupError(type(value))


def constant(name: str) -> Any:
    """``Domain::STATE_RUNNING`` of a case."""
    owner, _, last = name.rpartition("::")
    return getattr(package(f"Sys::Virt::{owner}" if owner else "Sys::Virt"), last)


def failure(error: Exception) -> dict[str, Any]:
    """An exception as the transcript has it."""
    if isinstance(error, Sys.Virt.Error):
        message = as_bytes(error.message())
        return {"error": {"code": error.code(), "domain": error.domain(), "message": message}}
    return {"died": f"{type(error).__name__}: {error}"}


def as_bytes(text: str) -> str:
    """A text as Perl shows it: a character for each byte."""
    return text.encode().decode("latin-1")


def lower(value: Any) -> Any:
    """A value as something that can be compared with Perl's."""
    if value is None:
        return None
    if isinstance(value, (bool, int)):
        return {"n": str(int(value))}
    if isinstance(value, float):
        return {"n": f"{value:.15g}"}
    if isinstance(value, str):
        return {"s": as_bytes(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"s": bytes(value).decode("latin-1")}
    if isinstance(value, dict):
        return {"hash": {as_bytes(str(key)): lower(item) for key, item in value.items()}}
    if isinstance(value, (list, tuple)):
        return {"list": [lower(item) for item in value]}
    if callable(value):
        return {"code": 1}
    return {"object": perl_class(value), "id": identity(value)}


def identity(value: Any) -> str:
    """What an object calls itself."""
    for method in ("get_name", "get_uuid_string", "get_port_dev", "get_uri"):
        if hasattr(value, method):
            try:
                return as_bytes(getattr(value, method)())
            except Sys.Virt.Error:
                return ""
    return ""


def time_is_up(*_: object) -> None:
    """The alarm of a case that hangs."""
    raise TimeoutError("time is up")


def main() -> None:
    """Cases from standard input, a line for each step to standard output."""
    job = json.load(sys.stdin)
    recorder.start()
    signal.signal(signal.SIGALRM, time_is_up)
    if job["events"]:
        Sys.Virt.Event.register_default()
    for case in job["cases"]:
        runner = Runner(job["given"])
        signal.alarm(case["timeout"])
        opened = runner.open(case["uri"])
        say(case, -1, opened)
        if "value" in opened:
            for at, step in enumerate(case["steps"]):
                say(case, at, runner.step(step))
        signal.alarm(0)
        for step in case["cleanup"]:
            runner.step(step)


def say(case: dict[str, Any], at: int, result: dict[str, Any]) -> None:
    """A line of the transcript."""
    print(json.dumps({"case": case["name"], "step": at, **result}), flush=True)


if __name__ == "__main__":
    main()
