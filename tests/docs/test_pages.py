"""Every page's examples run, in order, on a fresh test driver, and print what the page says."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Event, Sys
from tests.docs.pages import ROOT, Page, Snippet, every, read
from tests.docs.running import check_output, compile_perl, play_perl, play_snippet, program
from tests.hosts.daemon import Daemon
from tests.parity.judge import perl_missing

PAGES = every()
#: The guide for porting.
PORTING = [page for page in PAGES if page.name.startswith("docs/porting/")]
#: Pages whose point are examples.
MANY = (
    "README.md",
    "docs/events.md",
    "docs/streams.md",
    "docs/errors.md",
    "docs/typing.md",
    "docs/testing.md",
    "docs/connecting.md",
    "docs/forks.md",
    "docs/signals.md",
    "docs/threads.md",
    *(page.name for page in PORTING),
)
#: The pages of the guide that show no Perl, as all others do.
NO_PERL = ("docs/porting/pitfalls.md",)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What a page's examples may use."""
    # Where a page makes its files, which nobody cleans up there.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # What an expected error's traceback keeps would keep the test driver's world as well.
    gc.collect()
    conn = Sys.Virt.new(uri="test:///default")
    names = {"__name__": "page", "Sys": Sys, "conn": conn}
    names["dom"] = conn.get_domain_by_name("test")
    yield names
    names.clear()
    conn.close()


@pytest.fixture
def perl() -> None:
    """The original is there to be asked."""
    if why := perl_missing():
        pytest.skip(why)


def here(page: Page) -> list[Snippet]:
    return [snippet for snippet in page.python() if snippet.here]


@pytest.mark.parametrize("page", [p for p in PAGES if here(p)], ids=lambda page: page.name)
def test_a_page(page: Page, world: dict[str, Any], tmp_path: Path) -> None:
    for snippet in here(page):
        play_snippet(page, snippet, world, tmp_path)


@pytest.fixture
def far_world(
    daemon: Daemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """What the examples may use that need a daemon: they may make it stop."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # As in a program that has its daemon's events.
    Event.register_default()
    conn = Sys.Virt.new(uri=daemon.uri())
    names = {"__name__": "page", "Sys": Sys, "conn": conn, "uri": daemon.uri()}
    names["dom"] = conn.get_domain_by_name("test")
    names["pid"] = daemon.pid
    yield names
    names.clear()
    # Whatever went wrong, closing must not wait for it.
    conn.abort()
    conn.close()


def far(page: Page) -> list[Snippet]:
    return [snippet for snippet in page.python() if snippet.marks.get("needs") == "daemon"]


@pytest.mark.parametrize("page", [p for p in PAGES if far(p)], ids=lambda page: page.name)
def test_a_page_that_needs_a_daemon(
    page: Page, far_world: dict[str, Any], tmp_path: Path, daemon: Daemon
) -> None:
    for snippet in far(page):
        play_snippet(page, snippet, far_world, tmp_path)
        # None may leave it stopped for the next one.
        daemon.signal(signal.SIGCONT)


@pytest.mark.parametrize("name", MANY)
def test_a_page_has_something_to_run(name: str) -> None:
    (page,) = (page for page in PAGES if page.name == name)
    assert len(here(page)) + len(far(page)) > 0


def test_a_page_for_porting_has_perl_beside_its_python() -> None:
    assert {page.name for page in PORTING if not page.pairs()} == {*NO_PERL}


@pytest.mark.parametrize(
    ("page", "snippet"),
    [pytest.param(p, s, id=p.place(s)) for p in PAGES for s in p.python() if "mypy" in s.marks],
)
def test_what_mypy_says(page: Page, snippet: Snippet, tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    cache = str(ROOT / ".mypy_cache" / "docs")
    options = snippet.marks["mypy"].split() or ["--strict"]
    command = [sys.executable, "-m", "mypy", *options, "--no-pretty", "--cache-dir", cache]
    faults = ": error:" in (snippet.prints or "")
    check_output(page, snippet, program(command, [], page, snippet, tmp_path, int(faults)))


#: Modules of the guide's that don't come with Perl.
APART = ("Term::ReadKey", "XML::LibXML", "XML::Simple", "Monitoring::Plugin", "Log::Log4perl")


def skip_without_its_module(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where a module is missing that doesn't come with Perl."""
    for module in APART:
        if f"Can't locate {module.replace('::', '/')}.pm" in done.stderr:
            pytest.skip(f"Perl's {module} is not installed")


@pytest.mark.usefixtures("perl")
@pytest.mark.parametrize(
    ("page", "snippet"),
    [pytest.param(page, s, id=page.place(s)) for page in PAGES for s in page.perl()],
)
def test_the_perl_of_a_page_compiles(page: Page, snippet: Snippet) -> None:
    done = compile_perl(page, snippet)
    skip_without_its_module(done)
    assert done.returncode == 0, done.stderr


@pytest.mark.usefixtures("perl")
@pytest.mark.parametrize("page", [p for p in PAGES if p.perl()], ids=lambda page: page.name)
def test_perl_and_python_print_the_same(page: Page, world: dict[str, Any], tmp_path: Path) -> None:
    for snippet in page.perl():
        if any(f"use {module};" in snippet.text for module in APART):
            skip_without_its_module(compile_perl(page, snippet))
    printed = {s.line: play_snippet(page, s, world, tmp_path) for s in here(page)}
    python = {perl.line: other for perl, other in page.pairs()}
    original = play_perl(page, tmp_path)
    assert original
    for snippet, output in original:
        assert output, f"{page.place(snippet)}: prints nothing that could be compared"
        other = python[snippet.line]
        if "prints other" not in other.marks:
            assert printed[other.line] == output, f"{page.place(other)}: Perl prints\n{output}"


# The reading of pages --------------------------------------------------------------------------

PAGE = """
# Title

::::{grid} 1 1 2 2
:::{grid-item}
```perl
print 1;
```
:::
:::{grid-item}

% program: a b
```python
print(1)
```

```text
1
```
:::
::::

% needs: host

```text
apart
```
"""


def read_text(tmp_path: Path, text: str) -> Page:
    file = tmp_path / "page.md"
    file.write_text(text)
    return read(file)


def test_a_page_is_read(tmp_path: Path) -> None:
    page = read_text(tmp_path, PAGE.replace("host\n\n", "host\n"))
    perl, python, apart = page.snippets
    assert (perl.language, perl.text, perl.line, perl.marks) == ("perl", "print 1;\n", 7, {})
    assert (python.line, python.marks, python.prints) == (14, {"program": "a b"}, "1\n")
    assert (apart.text, apart.marks, apart.here) == ("apart\n", {"needs": "host"}, False)
    assert page.pairs() == [(perl, python)]


def test_a_page_in_a_folder_is_found(tmp_path: Path) -> None:
    for name in ("README.md", "docs/a.md", "docs/deep/er/b.md", "docs/_build/c.md", "docs/d.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.replace("host\n\n", "host\n"))
    found = every(tmp_path)
    assert [str(page.path.relative_to(tmp_path)) for page in found] == [
        "README.md",
        "docs/a.md",
        "docs/deep/er/b.md",
    ]
    assert [len(page.snippets) for page in found] == [3, 3, 3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PAGE, "page.md:24: a mark stands directly above its fence"),
        ("% neds: host\n```text\n```\n", "page.md:1: no such mark: neds"),
        ("```text\n", "page.md:1: the fence isn't closed"),
    ],
)
def test_a_faulty_page_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_text(tmp_path, text)


@pytest.mark.parametrize(
    "fence",
    [
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```pycon\n>>> 1\n2\n```\n",
        "```pycon\n1\n```\n",
        "% program:\n```python\nraise SystemExit(1)\n```\n",
    ],
)
def test_what_prints_other_than_its_page_says_is_found(
    tmp_path: Path, world: dict[str, Any], fence: str
) -> None:
    page = read_text(tmp_path, fence)
    with pytest.raises(AssertionError, match=r"page\.md"):
        play_snippet(page, page.snippets[0], world, tmp_path)
