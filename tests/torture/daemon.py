"""A daemon is killed, terminated, stopped, continued, restarted, whatever a client does.

The client makes small and large calls, in one thread and in eight, transfers in each way, registers
callbacks, turns loops, opens and closes; on real hosts it migrates, saves and copies. Each time an
``Error`` comes out, or ``TimeoutError`` from a limit of time; nothing hangs, and threads and file
descriptors are back.
"""

from __future__ import annotations

import random
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sysvirt import Error, Event
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.torture import eight, hosts
from tests.torture.activities import ACTIVITIES, Activity, Client, loop
from tests.torture.child import in_process
from tests.torture.counts import Counts, turn_once
from tests.torture.result import SLACK, Result

RELY = (
    "When a daemon dies, whatever runs ends with `Error`. When it hangs, what runs under a limit "
    "of time ends with `TimeoutError`, closing too. libvirt's own keepalive ends a single call, "
    "made outside of the thread in which the loop turns."
)

#: The limit of time for each call, in seconds.
LIMIT = 1.0
#: libvirt's own keepalive gives up after two questions without an answer, one each second.
KEEPALIVE = 4.0
#: How long harm may take to be noticed by those that use neither.
PATIENCE = 150.0


def _kill(daemon: Daemon) -> None:
    daemon.kill()


def _terminate(daemon: Daemon) -> None:
    daemon.signal(signal.SIGTERM)


def _stop(daemon: Daemon) -> None:
    daemon.signal(signal.SIGSTOP)


def _pause(daemon: Daemon) -> None:
    daemon.signal(signal.SIGSTOP)
    time.sleep(0.1)
    daemon.signal(signal.SIGCONT)
    time.sleep(0.05)


def _restart(daemon: Daemon) -> None:
    daemon.kill()
    daemon.start()


HARMS: dict[str, Callable[[Daemon], None]] = {
    "killed": _kill,
    "terminated": _terminate,
    "stopped": _stop,
    "stopped and continued": _pause,
    "restarted": _restart,
}


def attack(seed: int) -> Result:
    """Each harm in the middle of each activity; then real hosts, and the newest libvirt."""
    others = [harm for harm in HARMS if harm != "stopped"]
    # The suite has the hardest and another one, by chance.
    chosen = random.Random(seed).sample(others, k=often(1, len(others)))
    harms = ["stopped", *chosen] * often(1, 3)
    result = Result()
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda name: in_process(torment, name, harms, seed), ACTIVITIES):
            result.add(found)
    result.add(eight.attack(seed))
    result.add(hosts.attack(seed))
    return result


# In the process of the client ----------------------------------------------------------------


def torment(name: str, harms: list[str], seed: int) -> Result:
    """Do each harm in the middle of one activity."""
    result = Result()
    if name == "EventImpl":
        Event.register(loop)
        turn: Callable[[], object] = loop.turn
    else:
        Event.register_default()
        turn = turn_once
    chance = random.Random(f"{seed} {name}")
    # One without harm imports what is imported late, and begins the thread that watches limits.
    for harm in ["stopped and continued", *harms]:
        before = Counts.take()
        _try(result, name, harm, chance.uniform(0, 0.1))
        left = before.describe_left(turn) if result.tries else ""
        result.check(not left, f"{name}, {harm}: {left}")
        result.tries += 1
    return result


def _try(result: Result, name: str, harm: str, delay: float) -> None:
    what = f"{name}, {harm} after {delay * 1000:.0f} ms"
    activity = ACTIVITIES[name]
    with Daemon() as daemon:
        client = Client(daemon, LIMIT, daemon.uri(*activity.driver))
        raised: list[Exception] = []
        threads = [_start(activity, client, raised) for _ in range(activity.threads)]
        client.ready.wait(PATIENCE)
        time.sleep(delay)
        HARMS[harm](daemon)
        begun = time.monotonic()
        survives = harm == "stopped and continued"
        if survives or not activity.raises:
            client.going = False
        for thread in threads:
            thread.join(PATIENCE)
        result.took(
            time.monotonic() - begun, what, (KEEPALIVE if name == "keepalive" else LIMIT) + SLACK
        )
        # What still hangs goes on, and shows.
        daemon.signal(signal.SIGCONT)
        for thread in threads:
            thread.join(PATIENCE)
        result.check(not any(thread.is_alive() for thread in threads), f"{what}: hangs")
        with result.watch(f"{what}: closing", TimeoutError, most=LIMIT + SLACK):
            client.conn.close()
    wanted = 0 if survives else activity.threads * activity.raises
    result.check(len(raised) >= wanted, f"{what}: {wanted - len(raised)} threads without an error")
    for error in raised:
        if survives and not isinstance(error, TimeoutError):
            result.fault(f"{what}: though it went on: {error}")
        elif not isinstance(error, (Error, TimeoutError)):
            result.fault(f"{what}: {type(error).__name__}: {error}")


def _start(activity: Activity, client: Client, raised: list[Exception]) -> threading.Thread:
    def run() -> None:
        try:
            activity.act(client)
        except Exception as error:  # noqa: BLE001 - looked at afterwards
            raised.append(error.with_traceback(None))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread
