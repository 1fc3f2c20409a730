"""What a parity case is made of."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen


@frozen
class Differs:
    """A difference that is meant: what sysvirt answers instead of Perl's answer, and why.

    ``python`` is a step's lowered answer (see ``run.py``); ``None`` means that any will do
    because another test states it, which ``why`` then names. Answers that are the same are a
    fault of the case, unless it says that they needn't differ ``always``.
    """

    why: str
    python: dict[str, Any] | None = None
    always: bool = True


@frozen
class Breaks:
    """What a case does to libvirt's own daemon: it dies, and with it every case that follows.

    ``since`` is the first release taken to be like that, ``until`` the first that no longer is.
    Which methods this leaves unproven there, other cases should prove.
    """

    since: str
    until: str
    why: str


@define(kw_only=True)
class Step:
    """One thing to do: a call on an object, or something about callbacks and buffers."""

    on: str | None = None
    call: str | None = None
    function: bool = False
    args: list[Any] = field(factory=list)
    named: dict[str, Any] = field(factory=dict)
    keep: str | None = None
    catch: str | None = None
    pick: int | None = None
    volatile: tuple[str, ...] = ()
    compare: str = "value"
    until: dict[str, Any] | None = None
    differs: Differs | None = None
    calls: str | None = None
    buffer: str | None = None
    loop: dict[str, Any] | None = None
    drop: str | None = None


@define
class Case:
    """Steps that belong together, on a connection of their own that is kept as ``conn``.

    ``uri`` may be ``test:///default``, the name of a fixture such as ``{host}``, or ``None`` for
    no connection. ``node`` is the XML of a test driver's host instead; with no connection it is
    there as ``{tmp}/node.xml``. ``cleanup`` runs at the end, come what may, and is not compared.
    ``since`` is the release of libvirt, and so of Perl's module too, that first has what it asks
    for; ``breaks`` says where it must not be run.
    """

    name: str
    steps: list[Step]
    uri: str | None = "test:///default"
    node: str | None = None
    cleanup: list[Step] = field(factory=list)
    since: str | None = None
    breaks: Breaks | None = None
    timeout: int = 600


def call(on: str, method: str, *args: Any, **options: Any) -> Step:
    """Call a method on what was kept under ``on``, or on a class such as ``Sys::Virt``.

    Options: ``keep`` stores the result under a name (``pick``: only that element of a list),
    ``catch`` stores the error that the call ends with,
    ``volatile`` names hash keys whose values differ from run to run (only their types are held
    together), ``compare="type"`` does that for the whole result and ``compare="none"`` holds
    nothing, ``named`` are keyword arguments, ``function=True`` calls without an object,
    ``until={"equals": value}`` repeats the call until it answers so (``"path"`` leads into the
    result, a list of indexes and keys), ``until={"answers": True}`` until it is no error,
    ``differs`` is a ``Differs``.
    """
    return Step(on=on, call=method, args=list(args), **options)


def ref(name: str) -> dict[str, str]:
    """An argument: what was kept under this name."""
    return {"$ref": name}


def raw(data: bytes) -> dict[str, str]:
    """An argument: binary data."""
    return {"$bytes": data.hex()}


def const(name: str) -> dict[str, str]:
    """An argument: a constant, ``Domain::STATE_RUNNING`` or ``CRED_USERNAME`` of Sys::Virt."""
    return {"$const": name}


def file(path: str) -> dict[str, str]:
    """An argument: the number of a file, opened for reading and writing, that stays open."""
    return {"$file": path}


def socket() -> dict[str, bool]:
    """An argument: the number of one end of a new pair of sockets that stay open."""
    return {"$socket": True}


def buffer(name: str) -> dict[str, str]:
    """An argument: a buffer that the method fills; ``filled(name)`` shows it."""
    return {"$buffer": name}


def callback(name: str, **behaviour: Any) -> dict[str, Any]:
    """An argument: a callback that notes its arguments under ``name``; ``noted(name)`` shows them.

    ``returns`` is its result (default 0), ``results`` a list of results for one call each;
    ``dies`` a text that it dies with; ``source`` a hex text that a send handler gives away in
    pieces, ``sink=True`` a receive handler that takes all; ``answers`` the credentials' results
    by their type; ``quiet=True`` notes nothing; ``volatile`` positions of arguments whose values
    differ from run to run.
    """
    return {"$callback": {"name": name, **behaviour}}


def own_loop(name: str) -> dict[str, str]:
    """An argument: an event loop, kept under ``name``, that does nothing by itself.

    What libvirt asks of it is noted under ``Sys::Virt::EventImpl::add_handle`` and so on, and
    what it was handed last is kept as ``callback``, ``opaque`` and ``ff``. Such a case needs
    ``uri=None``, since the loop has to be there before the connection.
    """
    return {"$loop": name}


def noted(name: str) -> Step:
    """Compare what a callback was called with so far."""
    return Step(calls=name)


def filled(name: str) -> Step:
    """Compare what is in a buffer."""
    return Step(buffer=name)


def loop(until: str, count: int = 1, timeout: int = 300) -> Step:
    """Run the default event loop until the callback has been called so often."""
    return Step(loop={"until": until, "count": count, "timeout": timeout})


def drop(name: str) -> Step:
    """Let go of what was kept under a name."""
    return Step(drop=name)
