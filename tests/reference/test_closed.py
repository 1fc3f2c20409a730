"""After ``close()`` each method of each object says so, and nothing else.

libvirt itself crashes on some of them, and fails without an error of its own on others, so that
an older error of the same thread would be shown.
"""

from __future__ import annotations

import contextlib
import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest

from reference.data import read_methods
from sysvirt import Domain, Error, Stream, Virt
from tests.reference.test_bad_input import pick, plain, scene
from tests.reference.test_completeness import show

#: Packages whose methods have no connection.
LEFT_OUT = {"Sys::Virt::Error", "Sys::Virt::Event", "Sys::Virt::EventImpl"}

FORMS: dict[str, dict[str, Any]] = {
    "migrate_to_uri": {"desturi": "x"},
    "save": {"filename": "x"},
    "restore_domain": {"savefile": "x"},
    "migrate_to_uri2": {"dconnuri": "x"},
}


@pytest.fixture(scope="module")
def objects(closed_rare: dict[str, Any]) -> dict[str, Any]:
    """An object of each class, closed."""
    # The traceback of an error that another test caught may still hold an object of that world.
    gc.collect()
    with Virt(uri="test:///default") as conn:
        return scene(conn, closed_rare)


@pytest.fixture(autouse=True)
def _another_error(conn: Virt) -> None:
    """An error that libvirt still knows, and that is none of the next call's."""
    with contextlib.suppress(Error):
        conn.get_domain_by_name("nobody")


def wanted() -> list[tuple[str, str]]:
    """The methods of objects."""
    return [
        pair
        for pair, method in read_methods().items()
        if method.kind == "method" and not {pair[0], show(pair)} & LEFT_OUT
    ]


def arguments(pair: tuple[str, str], objects: dict[str, Any]) -> dict[str, Any]:
    """Arguments that pass the checks."""
    if pair[1] == "migrate":
        return {"destcon": objects["Sys::Virt"]}
    return FORMS.get(pair[1]) or {
        each.name: plain(each, objects) for each in read_methods()[pair].params if each.required
    }


@pytest.mark.parametrize("pair", wanted(), ids=show)
def test_a_closed_object_raises(pair: tuple[str, str], objects: dict[str, Any]) -> None:
    package, name = pair
    on = pick(objects, package)
    with pytest.raises(Error) as caught:
        getattr(on, name)(**arguments(pair, objects))
    if caught.value.code() != Error.ERR_NO_SUPPORT:
        assert caught.value.message().lower().startswith("invalid ")
        assert caught.value.message().endswith(": the connection is closed")
        assert caught.value.origin() == "close()"


ACTIONS: dict[str, Callable[[Virt, dict[str, Any]], object]] = {
    "migrate": lambda conn, old: only(conn).migrate(old["Sys::Virt"]),
    "open_console": lambda conn, old: only(conn).open_console(old["Sys::Virt::Stream"], None),
    "stats": lambda conn, old: conn.get_all_domain_stats(0, [old["Sys::Virt::Domain"]]),
    "by_volume": lambda conn, old: conn.get_storage_pool_by_volume(old["Sys::Virt::StorageVol"]),
    "new_stream": lambda _, old: Stream.new(old["Sys::Virt"]),
}


def only(conn: Virt) -> Domain:
    """The domain of the test driver."""
    return conn.get_domain_by_name("test")


@pytest.mark.parametrize("name", ACTIONS)
def test_a_closed_argument_raises(name: str, conn: Virt, objects: dict[str, Any]) -> None:
    with pytest.raises(Error, match="the connection is closed"):
        ACTIONS[name](conn, objects)


@pytest.mark.parametrize("kind", ["Domain", "Network", "StoragePool", "NodeDevice", "Secret"])
def test_a_closed_object_is_not_all_of_its_kind(
    kind: str, conn: Virt, objects: dict[str, Any]
) -> None:
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind)[1:]
    register = getattr(conn, f"{snake}_event_register_any")
    about = pick(objects, f"Sys::Virt::{kind}")

    def callback(*_: object) -> None:
        """Nothing is to be done."""

    kept = weakref.ref(callback)
    with pytest.raises(Error, match="the connection is closed"):
        register(about, 0, callback)
    del callback
    gc.collect()
    assert kept() is None


def test_nothing_is_made_of_a_closed_handle(conn: Virt) -> None:
    dom = only(conn)
    conn.close()
    for each in (conn, dom):
        with pytest.raises(Error, match="the connection is closed"):
            Virt.from_libvirt(each.handle)
    assert repr([conn, dom]) == "[<sysvirt.Virt (closed)>, <sysvirt.Domain (closed)>]"
