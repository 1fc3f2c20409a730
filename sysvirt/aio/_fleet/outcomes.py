"""What a fleet tells: results, the states of hosts, and their coming and going."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import attrs

V = TypeVar("V")


@attrs.frozen
class Result(Generic[V]):
    """What one host gave: a value or an error, and how long it took.

    >>> Result("host1", 3).unwrap()
    3

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    host: str
    #: What the function gave; ``None`` where it failed.
    value: V | None = None
    #: Why there is no value: what the function raised, ``TimeoutError``, or why the host is down.
    error: Exception | None = None
    #: From the call of the function to its end.
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether there is a value.

        >>> Result("host1", error=TimeoutError()).ok
        False

        Rests on: no C function. Perl: not there.
        """
        return self.error is None

    def unwrap(self) -> V:
        """The value; where there is an error, it is raised.

        >>> Result("host1", 3).unwrap()
        3

        Rests on: no C function. Perl: not there.
        """
        if self.error is not None:
            raise self.error
        return self.value  # type: ignore[return-value]


@attrs.frozen
class HostState:
    """How a host is: one item of ``fleet.states()``.

    >>> HostState("up", since=1767225600.0).state
    'up'

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    #: ``new`` until the first try to open it has ended.
    state: Literal["new", "up", "down"]
    #: Since when, in seconds of ``time.time()``.
    since: float
    #: Why it is down.
    error: Exception | None = None
    #: When it is tried again, in seconds of ``time.time()``; ``None`` while it is being tried.
    next_try: float | None = None


@attrs.frozen
class HostUp:
    """A host has come up, and gives events from now on.

    >>> HostUp("host1")
    HostUp(host='host1')

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    host: str


@attrs.frozen
class HostDown:
    """A host gives no events any more; what happens there until its ``HostUp`` isn't told.

    >>> HostDown("host1", TimeoutError()).host
    'host1'

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio"

    host: str
    error: Exception
