"""What the pages show of a real host and its guest runs there, and prints what they say."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Event, Sys, Virt
from tests import hosts
from tests.docs.pages import Page, Snippet, every
from tests.docs.running import play_snippet
from tests.hosts import Connection, Guest, Host
from tests.loop import settle
from tests.storage import directory


def there(page: Page) -> list[Snippet]:
    """The snippets that need a host."""
    return [snippet for snippet in page.python() if snippet.marks.get("needs") == "host"]


PAGES = [page for page in every() if there(page)]


@pytest.fixture
def world(
    host: Host, libvirt_host: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """What such a page may use: a connection, a guest, the pool that most hosts have."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    Event.register_default()
    host.images.mkdir(parents=True, exist_ok=True)
    guest = Guest(name="guest", kvm=host.kvm, console=True)
    with hosts.running(libvirt_host, guest), Virt(uri=host.uri) as conn:
        pool = conn.create_storage_pool(directory("default", host.images))
        names = {"__name__": "page", "Sys": Sys, "conn": conn}
        names["dom"] = conn.get_domain_by_name("guest")
        yield names
        names.clear()
        for vol in pool.list_all_volumes():
            vol.delete()
        pool.destroy()
    settle()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page(page: Page, world: dict[str, Any], tmp_path: Path) -> None:
    for snippet in there(page):
        play_snippet(page, snippet, world, tmp_path)


def test_the_pages_need_nothing_else() -> None:
    needs = {s.marks["needs"] for page in every() for s in page.snippets if "needs" in s.marks}
    assert needs == {"host", "daemon", "cluster"}
