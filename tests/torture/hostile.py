"""Arguments that nobody should pass, made from chance; some act while they are looked at."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, cast

from sysvirt import Virt
from tests.reference.test_bad_input import WRONG, Endless, Hostile, Mine, Number


class Closing(int):
    """A number that closes the connection when it is read."""

    conn: Virt

    def __index__(self) -> int:
        self.conn.close()
        return 0

    __int__ = __index__


class OddText(str):
    """A text whose own methods do something else."""

    __slots__ = ("conn",)

    conn: Virt

    def isascii(self) -> bool:
        self.conn.close()
        return True

    def encode(self, *_: Any) -> bytes:
        raise Mine

    def __contains__(self, _: object) -> bool:
        return False

    def __eq__(self, _: object) -> bool:
        raise Mine

    __hash__ = str.__hash__


class OddNumber(int):
    """A number whose own methods do something else."""

    def __index__(self) -> int:
        raise Mine

    def __rshift__(self, _: int) -> int:
        return 0

    def __le__(self, _: object) -> bool:
        return True

    __ge__ = __lt__ = __gt__ = __le__


class Changing(list[Any]):
    """A list that changes, and closes the connection, while it is read."""

    conn: Virt

    def __iter__(self) -> Iterator[Any]:
        for at in range(4):
            self.append(at)
            if at == 2:
                self.conn.close()
            yield self[at % len(self)]
        self.clear()


class ChangingDict(dict[str, Any]):
    """A dict whose keys change as they are asked for."""

    conn: Virt

    def keys(self) -> Any:
        self.conn.close()
        self[f"key {len(self)}"] = OddNumber(3)
        return super().keys()


class Buffer(bytearray):
    """Bytes that say that there are others."""

    def __len__(self) -> int:
        return 1 << 40


def _on(conn: Virt, thing: Any) -> Any:
    thing.conn = conn
    return thing


def _callable(*_: Any) -> Any:
    raise Mine


Maker = Callable[[Virt, random.Random], Any]

_SIZES = (8, 31, 32, 33, 63, 64, 65, 200)

#: Keys that some dicts may have.
KEYS: list[str] = [
    "weight",
    "cpu_shares",
    "hard_limit",
    "bandwidth",
    "seconds",
    "quota",
    "user-name",
    "uri",
]

#: Makers of arguments by the type that a parameter wants: so they get past the first look.
MAKERS: dict[str, list[Maker]] = {
    "int": [
        lambda conn, _: _on(conn, Closing(3)),
        lambda _, chance: chance.getrandbits(chance.choice(_SIZES)),
        lambda _, chance: -chance.getrandbits(chance.choice(_SIZES)),
        lambda _conn, _chance: OddNumber(7),
        lambda _conn, _chance: Number(2**63),
    ],
    "str": [
        lambda conn, _: _on(conn, OddText("test")),
        lambda _, chance: "".join(chance.choices("a\0\udc80ü/<>'\U0001f600", k=6)),
        lambda _, chance: chance.choice(["<domain/>", "<a>" * 999, "%s%n", "/dev/null", "test"]),
    ],
    "list": [
        lambda conn, _: _on(conn, Changing([1, "a"])),
        lambda conn, _: [_on(conn, Closing(0)), 1],
        lambda _conn, _chance: Endless(),
    ],
    "dict": [
        lambda conn, _: _on(conn, ChangingDict(a=1)),
        lambda conn, chance: {chance.choice(KEYS): _on(conn, Closing(1))},
        lambda conn, chance: {chance.choice(KEYS): _on(conn, OddText("x"))},
        lambda _, chance: {key: chance.choice(WRONG) for key in chance.sample(KEYS, k=2)},
        lambda _conn, _chance: Hostile(a=1),
    ],
    "bytes": [
        lambda _, chance: chance.randbytes(chance.randrange(40)),
        lambda _conn, _chance: Buffer(b"xyz"),
    ],
    "callable": [lambda _conn, _chance: _callable],
}


def choose(kind: str, conn: Virt, others: list[Any], chance: random.Random) -> Any:
    """An argument for a type of parameter, or for any other, or an object of any connection."""
    if kind.startswith("object:") and chance.random() < 0.7:
        return cast("Any", chance.choice(others))
    if kind in MAKERS and chance.random() < 0.7:
        return chance.choice(MAKERS[kind])(conn, chance)
    return chance.choice([chance.choice(WRONG), chance.choice(others)])
