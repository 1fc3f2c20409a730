"""A hundred thousand calls of all methods with what they must not get: never a crash or a hang.

Among the arguments are objects of other connections and closed ones, numbers and texts that close
the connection as they are read, lists and dicts that change meanwhile, NULs, lone surrogates,
numbers without bounds. What comes out is ``TypeError``, ``ValueError`` or ``Error``, or what the
argument itself raises. A part runs with Python's checks (``-X dev``, ``PYTHONMALLOC=debug``), and
some calls under valgrind.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from reference.data import Method, read_methods
from sysvirt import Error, Event, Sys, Virt
from tests.campaign import often
from tests.reference.test_bad_input import (
    GIGANTIC,
    LEFT_OUT,
    UNDO,
    Mine,
    plain,
    scene,
)
from tests.torture import valgrind
from tests.torture.child import in_process, program
from tests.torture.counts import turn_once
from tests.torture.hostile import choose
from tests.torture.result import Result

RELY = (
    "Whatever an argument is, and whatever it does while it is looked at, a method raises "
    "`TypeError`, `ValueError` or `Error`, or what the argument raises; the interpreter lives."
)

#: How many calls a process makes, and how many a world of the test driver lives through.
CALLS, WORLD = 2_500, 50
#: What a method may raise; no machine has the room for what can be asked of some.
MEANT = (TypeError, ValueError, Error, Mine, MemoryError)


def attack(seed: int) -> Result:
    """Most as usual, a part with Python's checks, a little under valgrind."""
    chance = random.Random(seed)
    usual, checked, calls = often(4, 32), often(2, 8), often(500, CALLS)
    jobs: list[Callable[[], Result]] = [
        partial(in_process, fuzz, chance.randrange(2**32), calls, patience=1800)
        for _ in range(usual)
    ]
    checks = {"flags": ("-X", "dev"), "environment": {"PYTHONMALLOC": "debug"}}
    jobs += [
        partial(in_process, fuzz, chance.randrange(2**32), calls, patience=1800, **checks)  # type: ignore[arg-type]
        for _ in range(checked)
    ]
    if often(0, 1):
        jobs.append(_under_valgrind)
    result = Result()
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda job: job(), jobs):
            result.add(found)
    return result


def fuzz(seed: int, number: int) -> Result:
    """In a process of its own: so many calls; a hang ends it with a traceback."""
    chance = random.Random(seed)
    result = Result()
    Event.register_default()
    methods = [
        method
        for (package, name), method in read_methods().items()
        if not {f"{package}::{name}", package} & LEFT_OUT.keys()
    ]
    with _folder():
        for _ in range(number // WORLD):
            _world(result, chance, methods, seed)
    result.tries = number
    return result


@contextmanager
def _folder() -> Iterator[None]:
    """The test driver writes files of any name: into a folder that goes."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="sv-fuzz-") as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _world(result: Result, chance: random.Random, methods: list[Method], seed: int) -> None:
    """Some calls on a connection of its own; it is opened anew when an argument has closed it."""
    other = Virt(uri="test:///default")
    gone = Virt(uri="test:///default")
    # The world begins anew when the last connection of the process to it is gone.
    doms = [dom.get_name() for dom in other.list_all_domains()]
    if doms != ["test"]:
        result.fault(f"seed {seed}: a connection lived on, {doms}")
    with suppress(Error):
        scene(other, {})
    strangers = list(_objects(other).values())
    closed = list(_objects(gone).values())
    gone.close()
    conn: Virt | None = None
    objects: dict[str, Any] = {}
    for _ in range(WORLD):
        if conn is None or not _stands(conn):
            conn = Virt(uri="test:///default")
            objects = _objects(conn)
        there = [each for each in methods if each.kind != "method" or each.package in objects]
        method = chance.choice(there)
        _call(result, chance, method, conn, objects, [*strangers, *closed, *objects.values()], seed)
    for each in (conn, other):
        if each is not None:
            each.close()
    gc.collect()
    # What a callback of a stream holds is let go of in the next turn.
    for _ in range(3):
        turn_once()


def _stands(conn: Virt) -> bool:
    try:
        return conn.is_alive()
    except Error:
        return False


def _objects(conn: Virt) -> dict[str, Any]:
    """Objects of each class, as far as calls before have left them."""
    found: dict[str, Any] = {"Sys::Virt": conn, "Sys::Virt::Stream": conn.new_stream()}

    def take(package: str, some: Sequence[Any]) -> None:
        if some:
            found[package] = some[0]

    take("Sys::Virt::Domain", conn.list_all_domains())
    take("Sys::Virt::Network", conn.list_all_networks())
    take("Sys::Virt::StoragePool", conn.list_all_storage_pools())
    take("Sys::Virt::Interface", conn.list_all_interfaces())
    take("Sys::Virt::NodeDevice", conn.list_all_node_devices())
    if dom := found.get("Sys::Virt::Domain"):
        take("Sys::Virt::DomainSnapshot", dom.list_all_snapshots())
        take("Sys::Virt::DomainCheckpoint", dom.list_all_checkpoints())
    if pool := found.get("Sys::Virt::StoragePool"):
        with suppress(Error):
            take("Sys::Virt::StorageVol", pool.list_all_volumes())
    return found


def _call(
    result: Result,
    chance: random.Random,
    method: Method,
    conn: Virt,
    objects: dict[str, Any],
    others: list[Any],
    seed: int,
) -> None:
    package, name = method.package, method.name
    on: Any = getattr(Sys.Virt, package.rpartition("::")[2], Sys.Virt)
    if method.kind == "method":
        on = objects[package]
    arguments = _arguments(chance, method, conn, objects, others)
    what = f"{package}::{name}, seed {seed}"
    faulthandler.dump_traceback_later(600, exit=True)
    begun = time.monotonic()
    try:
        answer = getattr(on, name)(**arguments)
    except MEANT:
        answer = None
    except BaseException as error:  # noqa: BLE001 - any other is the finding
        result.fault(f"{what}: {type(error).__name__}: {error}")
        return
    finally:
        faulthandler.cancel_dump_traceback_later()
        result.took(time.monotonic() - begun, what, 300)
    if answer is not None and (undo := UNDO.get(f"{package}::{name}")):
        getattr(on, undo)(answer)


def _arguments(
    chance: random.Random,
    method: Method,
    conn: Virt,
    objects: dict[str, Any],
    others: list[Any],
) -> dict[str, Any]:
    """Some that pass, some that don't."""
    chosen: dict[str, Any] = {}
    for parameter in method.params:
        if not parameter.required and chance.random() < 0.4:
            continue
        if parameter.name == "handler":
            # One that takes nothing is asked for ever.
            value = chance.choice([_take, len, None])
        elif chance.random() < 0.6:
            value = plain(parameter, objects)
        else:
            value = choose(chance.choice(parameter.type), conn, others, chance)
        gigantic = (f"{method.package}::{method.name}", parameter.name) in GIGANTIC
        if gigantic and isinstance(value, int) and value > 2**20:
            value = 2**20
        chosen[parameter.name] = value
    return chosen


def _take(*values: Any) -> Any:
    """A handler of a stream."""
    return values[-1]


def _under_valgrind() -> Result:
    """A thousand calls, seen by valgrind."""
    if not valgrind.is_there():
        return Result(lacking=["valgrind: is not installed"])
    done, invalid = valgrind.watch(program(fuzz, 1, 1000), 900)
    result = Result(tries=1000)
    result.check(done.status == 0, f"under valgrind: {done.errors[-2000:]}")
    for each in set(invalid):
        result.fault(f"under valgrind: {each}")
    result.figures["invalid accesses that valgrind saw in 1,000 calls"] = str(len(invalid))
    return result
