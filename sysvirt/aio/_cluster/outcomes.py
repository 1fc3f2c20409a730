"""What stands for things that stay where they are."""

from __future__ import annotations

import attrs


@attrs.frozen
class RemoteObject:
    """An object of a host as it is told of from afar: what it is and how it is called.

    It stands in events and statistics where a fleet of one machine has the object itself, which
    can't leave its connection.

    >>> RemoteObject("Domain", "web", "6695eb01-f6a4-8304-79aa-97f2502e193f", "host1").name
    'web'

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio.cluster"

    #: The name of its class: ``Domain``, ``StoragePool``, …
    cls: str
    #: What it is called; of a secret, what it is used for.
    name: str
    #: ``None`` where such objects have none.
    uuid: str | None
    #: The name of its host in the fleet.
    host: str


class WorkerLostError(ConnectionError):
    """A worker died, or no worker is there: what was under way may or may not have happened.

    >>> issubclass(WorkerLostError, ConnectionError)
    True

    Rests on: no C function. Perl: not there.
    """

    __module__ = "sysvirt.aio.cluster"

    def __init__(self, message: str) -> None:
        super().__init__(message)
