"""No method leaves anything behind that only the garbage collector would free.

A program that makes thousands of calls would grow until the collector comes by, or for ever where
it is turned off.
"""

from __future__ import annotations

import contextlib
import gc
from pathlib import Path
from typing import Any

import pytest

from reference.data import read_methods
from sysvirt import Error, Virt
from tests.reference.test_bad_input import LEFT_OUT, UNDO, pick, plain, scene

#: As a campaign does, it calls every method several times.
pytestmark = pytest.mark.long

#: Left out: what is called without an object.
CALLS = [
    (package, name)
    for (package, name), method in read_methods().items()
    if method.kind == "method"
    and package not in LEFT_OUT
    and package != "Sys::Virt::Error"
    and f"{package}::{name}" not in UNDO
]


@pytest.mark.parametrize("method", CALLS, ids="::".join)
def test_nothing_is_left_for_the_collector(
    conn: Virt,
    rare: dict[str, Any],
    method: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    package, name = method
    # Some calls succeed, and write a file.
    monkeypatch.chdir(tmp_path)
    objects = scene(conn, rare)
    on = pick(objects, package)
    given = [plain(p, objects) for p in read_methods()[method].params if p.required]

    def call(*arguments: Any) -> None:
        with contextlib.suppress(Error, TypeError, ValueError):
            getattr(on, name)(*arguments)

    def left_by(calls: int) -> int:
        for _ in range(calls):
            call(*given)
        return gc.collect()

    gc.disable()
    try:
        # What is made once, a module or a type of ctypes, is no finding.
        left_by(2)
        assert left_by(1) == left_by(5)
    finally:
        gc.enable()
