"""What a worker tells whoever spread the fleet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from sysvirt.aio._cluster.packing import unpack_error

if TYPE_CHECKING:
    from sysvirt.aio import HostState
    from sysvirt.aio._cluster.packing import Failure, Packed


@attrs.frozen
class Answered:
    """What a host gave in a sweep."""

    sweep: int
    packed: Packed


@attrs.frozen
class Broken:
    """A sweep that this worker can't go on with."""

    sweep: int
    failure: Failure


@attrs.frozen
class Down:
    """The ``HostDown`` of a host."""

    host: str
    failure: Failure


@attrs.frozen
class Told:
    """Events, and how many of them were lost before for want of room."""

    feed: int
    events: list[Any]
    lost: int


@attrs.frozen
class Left:
    """A host that the worker has let go of: nothing of it comes after this."""

    host: str


@attrs.frozen
class State:
    """The state of a host, with its error apart."""

    state: HostState
    failure: Failure | None

    def read(self) -> HostState:
        """The state with its error in it."""
        error = unpack_error(self.failure) if self.failure is not None else None
        return attrs.evolve(self.state, error=error)


@attrs.frozen
class Reply:
    """What a worker says to a request: a value or an error."""

    value: Any = None
    failure: Failure | None = None


Message: TypeAlias = Answered | Broken | Told | Left
