"""What a campaign counts, and what it has to say at its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

import attrs

#: Beyond a limit of time, in seconds: a busy machine is late, a hang is far later.
SLACK = 60.0


@attrs.define
class Result:
    """Tries, and what went wrong with some of them.

    ``slowest`` is how long the slowest answer took, in seconds. ``theirs`` are crashes and the like
    that are libvirt's own, each with its reason; ``lacking`` is what couldn't be tried, ``figures``
    what else was measured.
    """

    name: str = ""
    tries: int = 0
    faults: list[str] = attrs.field(factory=list)
    slowest: float = 0.0
    theirs: list[str] = attrs.field(factory=list)
    lacking: list[str] = attrs.field(factory=list)
    figures: dict[str, str] = attrs.field(factory=dict)
    #: How long all of it took, in seconds.
    wall: float = 0.0

    @classmethod
    def read(cls, values: dict[str, Any]) -> Self:
        """What ``attrs.asdict`` wrote."""
        return cls(**values)

    def add(self, other: Result) -> None:
        """Take over what a part of the campaign has counted."""
        self.tries += other.tries
        self.faults += other.faults
        self.slowest = max(self.slowest, other.slowest)
        self.theirs += other.theirs
        self.lacking += other.lacking
        self.figures |= other.figures

    def fault(self, what: str) -> None:
        """Note a fault."""
        self.faults.append(what)

    def check(self, is_right: object, what: str) -> None:
        """Note a fault unless something is right."""
        if not is_right:
            self.fault(what)

    def took(self, seconds: float, what: str, most: float) -> None:
        """Note how long an answer took; more than ``most`` is a fault."""
        self.slowest = max(self.slowest, seconds)
        self.check(seconds <= most, f"{what}: took {seconds:.1f} s")

    @contextmanager
    def watch(self, what: str, *meant: type[BaseException], most: float = 60.0) -> Iterator[None]:
        """Time what a block does; what it raises is a fault, unless that is ``meant``."""
        begun = time.monotonic()
        try:
            yield
        except meant:
            pass
        except Exception as error:  # noqa: BLE001 - whatever comes out is the finding
            self.fault(f"{what}: {type(error).__name__}: {error}")
        self.took(time.monotonic() - begun, what, most)
