"""A connection on which five threads call is cut, over and over: nothing crashes.

libvirt before 10.4 does crash there, with libvirt-python alone too (CVE-2024-4418): while a thread
waits for an answer and another one wants to send, something on the stack of the first is left
behind, and is used when the connection breaks.
"""

from __future__ import annotations

import random
import threading
import time

import libvirt

from sysvirt import Error, Virt
from tests.campaign import often
from tests.torture.child import collect, in_process, program
from tests.torture.result import Result

#: The first libvirt without that fault.
MENDED = 10_004_000
THREADS = 5


def attack(uri: str, seed: int) -> Result:
    """With the libvirt of this machine."""
    return _judge(in_process(cuts, uri, often(20, 1000), seed), libvirt.getVersion())


def attack_newest(run: list[str], uri: str, seed: int) -> Result:
    """With the newest one, by the command that runs Python there."""
    command = [*run, *program(cuts, uri, often(20, 1000), seed)]
    return collect(command, "cuts with the newest libvirt", 300)


def _judge(found: Result, version: int) -> Result:
    """A crash is libvirt's own where it has that fault."""
    if version < MENDED:
        crashes = [fault for fault in found.faults if "ended with SIG" in fault]
        found.faults = [fault for fault in found.faults if fault not in crashes]
        if crashes:
            what = "libvirt before 10.4 crashes when a connection breaks on which several threads"
            found.theirs.append(f"{what} call without a pause (CVE-2024-4418)")
    return found


# In the process of the client ----------------------------------------------------------------


def cuts(uri: str, rounds: int, seed: int) -> Result:
    """Open a connection, call in several threads, cut it meanwhile, close it."""
    result = Result()
    chance = random.Random(seed)
    for _ in range(rounds):
        conn = Virt(uri=uri, time_limit=60)
        raised: list[BaseException] = []
        arguments = (conn, raised)
        threads = [
            threading.Thread(target=_call, args=arguments, daemon=True) for _ in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0, 0.02))
        conn.abort()
        for thread in threads:
            thread.join(150)
        result.check(not any(thread.is_alive() for thread in threads), "a call hangs after abort()")
        for error in raised:
            lost = isinstance(error, ConnectionError) and isinstance(error, Error)
            result.check(lost, f"a call beside abort(): {error!r}")
        result.check(len(raised) == THREADS, "a call works after abort()")
        conn.close()
        result.tries += 1
    return result


def _call(conn: Virt, raised: list[BaseException]) -> None:
    try:
        while True:
            conn.get_hostname()
    except BaseException as error:  # noqa: BLE001 - looked at above
        raised.append(error)
