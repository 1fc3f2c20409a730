"""Examples that need a Dask cluster run on one that is started by the commands of their page."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.clusters import commanded, in_process
from tests.docs.pages import Page, Snippet, every
from tests.docs.running import check_output, play_snippet, program
from tests.hosts import programs
from tests.hosts.auth import Certificates

PAGES = {page.name: page for page in every()}
CLUSTERS = PAGES["docs/clusters.md"]
#: The address that stands in the page, and what commands print instead.
ADDRESS = "scheduler:8786"


def wanted(page: Page) -> list[Snippet]:
    return [each for each in page.python() if each.marks.get("needs") == "cluster"]


def commands(page: Page) -> Iterator[list[str]]:
    """The lines of a page that start Dask's programs."""
    for snippet in page.snippets:
        if snippet.language == "console":
            for line in snippet.text.splitlines():
                words = shlex.split(line.removeprefix("$ "))
                if words[0] == "dask":
                    yield words


def test_there_are_two_commands_and_two_with_certificates() -> None:
    assert [words[1] for words in commands(CLUSTERS)] == ["scheduler", "worker"] * 2


def play_all(snippets: list[Snippet], address: str, folder: Path) -> None:
    for snippet in snippets:
        text = snippet.text.replace(f"{address.partition(':')[0]}://{ADDRESS}", address)
        assert text != snippet.text
        here = attrs.evolve(snippet, text=text)
        printed = program([sys.executable], [], CLUSTERS, here, folder)
        check_output(CLUSTERS, snippet, printed)


def test_the_page(tmp_path: Path) -> None:
    scheduler, worker, *_ = commands(CLUSTERS)
    plain = [each for each in wanted(CLUSTERS) if "tls" not in each.text]
    assert len(plain) > 2
    assert worker[2] == f"tcp://{ADDRESS}"
    with commanded(tmp_path, scheduler[2:], worker[3:]) as address:
        play_all(plain, address, tmp_path)


def test_the_page_on_certificates(tmp_path: Path) -> None:
    if programs.find("certtool") is None:
        pytest.skip(f"needs certtool ({programs.PACKAGES['certtool']})")
    made = Certificates(tmp_path / "made")
    made.create(["127.0.0.1"])
    made.create_peer(["127.0.0.1"])
    for source, name in (("cacert", "ca"), ("peercert", "cert"), ("peerkey", "key")):
        shutil.copy(tmp_path / "made" / f"{source}.pem", tmp_path / f"{name}.pem")
    *_, scheduler, worker = commands(CLUSTERS)
    guarded = [each for each in wanted(CLUSTERS) if "tls" in each.text]
    assert len(guarded) == 1
    assert worker[2] == f"tls://{ADDRESS}"
    with commanded(tmp_path, scheduler[2:], worker[3:], host="tls://127.0.0.1") as address:
        play_all(guarded, address, tmp_path)


def test_the_client_of_where_examples_start(tmp_path: Path) -> None:
    page = PAGES["docs/starting.md"]
    (snippet,) = wanted(page)
    world: dict[str, Any] = {"__name__": "page"}
    # Only to skip it where there is no Dask.
    in_process().close()
    play_snippet(page, snippet, world, tmp_path)
    try:
        assert len(world["client"].nthreads()) == 1
    finally:
        world["client"].close()
