"""Daemons of real hosts are killed and stopped during migration, managed save and block copy."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import attrs
import libvirt

from sysvirt import Domain, Error, Virt
from tests.campaign import often
from tests.hosts import (
    Disk,
    Guest,
    Host,
    Pair,
    busy_kernel,
    make_disk,
    programs,
    remove,
    wait_until_busy,
)
from tests.patience import LONG
from tests.torture.child import in_process
from tests.torture.counts import Counts
from tests.torture.result import SLACK, Result

#: The limit of time for each call, in seconds.
LIMIT = 2.0
NAME = "tortured"


def attack(seed: int) -> Result:
    """Each operation some times, where hosts can be."""
    missing = programs.missing([*programs.HOST, *programs.PAIR])
    if missing:
        needs = f"migration, managed save and block copy: need {', '.join(missing)}"
        return Result(lacking=[needs])
    number = often(0, 8)
    if not number:
        return Result()
    return in_process(torment, number, seed, patience=LONG)


@attrs.frozen
class Stage:
    """Two hosts, and a guest on the first that writes its memory all the time."""

    pair: Pair
    guest: Guest
    here: Virt
    there: Virt

    @property
    def dom(self) -> Domain:
        return self.here.get_domain_by_name(NAME)


def _migrate(stage: Stage) -> None:
    stage.dom.migrate(stage.there, {Domain.MIGRATE_PARAM_BANDWIDTH: 8}, Domain.MIGRATE_LIVE)


def _save(stage: Stage) -> None:
    stage.dom.managed_save()


def _copy(stage: Stage) -> None:
    dom, copy = stage.dom, stage.pair.shared / "copy.raw"
    disk = Disk(copy, target="vda").xml()
    speed = {Domain.BLOCK_COPY_BANDWIDTH: 2**20}
    dom.block_copy("vda", disk, speed, Domain.BLOCK_COPY_TRANSIENT_JOB)
    while dom.get_block_job_info("vda")["type"]:
        time.sleep(0.01)


OPERATIONS: dict[str, Callable[[Stage], None]] = {
    "migration": _migrate,
    "managed save": _save,
    "block copy": _copy,
}


def torment(number: int, seed: int) -> Result:
    """In the process of the client: each operation so many times."""
    chance = random.Random(seed)
    result = Result()
    with Pair() as pair:
        for at in range(number):
            for operation in OPERATIONS:
                hurts_target = operation == "migration" and at % 4 >= 2
                victim = pair.target if hurts_target else pair.source
                harm = "stopped" if at % 2 else "killed"
                what = f"{operation}, {victim.name} {harm}"
                before = Counts.take()
                _try(result, what, pair, operation, victim, chance.uniform(0, 0.5))
                # The first one has imported what is imported late.
                left = before.describe_left() if result.tries else ""
                result.check(not left, f"{what}: {left}")
                result.tries += 1
    return result


def _open(host: Host) -> Virt:
    # By TCP: its socket is at another path outside, and isn't taken for the one of the URI.
    with host.network():
        return Virt(uri="qemu+tcp://127.0.0.1/system", time_limit=60)


@contextmanager
def _stage(pair: Pair) -> Iterator[Stage]:
    image = busy_kernel(pair.shared / "busy")
    disk = make_disk(pair.shared / "disk.raw", mebibytes=32)
    guest = Guest(NAME, kvm=pair.source.kvm, image=image, balloon=False, disks=(Disk(disk),))
    with _plain(pair.source) as conn:
        conn.defineXML(guest.xml()).create()
        wait_until_busy(conn.lookupByName(NAME))
    try:
        yield Stage(pair, guest, _open(pair.source), _open(pair.target))
    finally:
        for host in (pair.source, pair.target):
            with _plain(host) as conn:
                remove(conn, NAME)
        for file in (disk, Path(pair.shared / "copy.raw")):
            file.unlink(missing_ok=True)


@contextmanager
def _plain(host: Host) -> Iterator[libvirt.virConnect]:
    conn = libvirt.open(host.uri)
    try:
        yield conn
    finally:
        conn.close()


def _try(result: Result, what: str, pair: Pair, operation: str, victim: Host, delay: float) -> None:
    raised: list[Exception] = []

    def run() -> None:
        try:
            with stage.here.time_limit(LIMIT), stage.there.time_limit(LIMIT):
                OPERATIONS[operation](stage)
        except Exception as error:  # noqa: BLE001 - looked at below
            raised.append(error.with_traceback(None))

    with ExitStack() as stack:
        stage = stack.enter_context(_stage(pair))
        thread = threading.Thread(target=run, daemon=True)
        begun = time.monotonic()
        thread.start()
        time.sleep(delay)
        stack.callback(_hurt(victim, kill="killed" in what))
        thread.join(150)
        result.took(time.monotonic() - begun, what, LIMIT + SLACK)
        result.check(not thread.is_alive(), f"{what}: hangs")
        for conn in (stage.here, stage.there):
            closing = result.watch(f"{what}: closing", TimeoutError, most=LIMIT + SLACK)
            with closing, conn.time_limit(LIMIT):
                conn.close()
    for error in raised:
        meant = isinstance(error, (Error, TimeoutError))
        result.check(meant, f"{what}: {type(error).__name__}: {error}")


def _hurt(host: Host, *, kill: bool) -> Callable[[], None]:
    """Do harm to a daemon; what repairs it."""
    if kill:
        host.stop_daemon("libvirtd", signal.SIGKILL)
        return lambda: host.start_daemon("libvirtd")
    host.space.signal("libvirtd", signal.SIGSTOP)
    return lambda: host.space.signal("libvirtd", signal.SIGCONT)
