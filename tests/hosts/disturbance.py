"""What goes wrong with one message on its way through the proxy.

Proxy(daemon.socket, Disturbance("garble", at=7, from_daemon=True, seed=3))
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import attrs

from tests.hosts import wire
from tests.hosts.wire import Message


@attrs.define
class Disturbance:
    """Something that is done to the message number ``at``, of those in one direction.

    ``seconds`` is how long ``delay`` takes, ``seed`` chooses the bytes that ``garble`` changes.
    ``refuse`` puts an error in the place of an answer.
    """

    action: str
    at: int
    from_daemon: bool = False
    seed: int = 0
    seconds: float = 0.1
    _passed: int = attrs.field(init=False, default=0)

    def __str__(self) -> str:
        way = "from" if self.from_daemon else "to"
        return f"{self.action} message {self.at} {way} the daemon, seed {self.seed}"

    def apply(self, data: bytes) -> bytes:
        """What goes on in place of a whole message; it may be nothing."""
        self._passed += 1
        return ACTIONS[self.action](self, data) if self._passed == self.at else data

    def _cut(self, _data: bytes) -> bytes:
        # The proxy cuts both sides.
        raise ConnectionAbortedError

    def _delay(self, data: bytes) -> bytes:
        time.sleep(self.seconds)
        return data

    def _truncate(self, data: bytes) -> bytes:
        return data[: len(data) // 2]

    def _drop(self, _data: bytes) -> bytes:
        return b""

    def _double(self, data: bytes) -> bytes:
        return data + data

    def _garble(self, data: bytes) -> bytes:
        chance = random.Random(self.seed)
        changed = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] ^= chance.randint(1, 255)
        return bytes(changed)

    def _refuse(self, data: bytes) -> bytes:
        (message,), _ = wire.split(data)
        if (message.program, message.kind) != (wire.REMOTE, wire.REPLY):
            return data
        content = wire.error(REFUSED, "refused by the proxy")
        return Message(*message[:5], wire.ERROR, content).write()


#: The code of the error that ``refuse`` makes: ``ERR_OPERATION_FAILED``.
REFUSED = 9

ACTIONS: dict[str, Callable[[Disturbance, bytes], bytes]] = {
    "cut": Disturbance._cut,
    "delay": Disturbance._delay,
    "truncate": Disturbance._truncate,
    "drop": Disturbance._drop,
    "double": Disturbance._double,
    "garble": Disturbance._garble,
    "refuse": Disturbance._refuse,
}
