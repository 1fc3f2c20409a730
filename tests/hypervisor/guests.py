"""Guests for the scenes of examples: they have the name of the test driver's domain."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sysvirt import Domain, Event, Virt
from tests.hosts import Guest, Host, Pair, remove

#: What an example may use.
World = dict[str, Any]


@contextlib.contextmanager
def connection(host: Host) -> Iterator[Virt]:
    """A connection on which events come."""
    Event.register_default()
    with Virt(uri=host.uri) as conn:
        yield conn


@contextlib.contextmanager
def guest_on(host: Host, **attributes: Any) -> Iterator[Domain]:
    """A running guest with the name that the test driver's has."""
    with connection(host) as conn:
        guest = Guest(name="test", kvm=host.kvm, balloon=False, **attributes)
        try:
            yield conn.create_domain(guest.xml())
        finally:
            remove(conn.handle, guest.name)


@contextlib.contextmanager
def traveller(pair: Pair, **attributes: Any) -> Iterator[tuple[Domain, Virt]]:
    """A guest, and the connection to where it is to go."""
    with guest_on(pair.source, **attributes) as dom, Virt(uri=pair.target.uri) as there:
        try:
            yield dom, there
        finally:
            remove(there.handle, "test")
