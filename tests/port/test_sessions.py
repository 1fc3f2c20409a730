"""What pages show that are sessions is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import ROOT
from tests.port import sessions
from tests.port.check import rooms

WORKED = ROOT / "docs/porting/worked.md"
DRAFT = ROOT / "docs/port/draft.md"


@pytest.mark.parametrize("page", [WORKED, DRAFT], ids=lambda page: page.name)
def test_a_page_shows_what_its_commands_print(page: Path, tmp_path: Path) -> None:
    """If the program says something else now: ``python -m tests.port.sessions PAGE``."""
    rooms.need_perl()
    text = page.read_text("utf-8")
    assert sessions.replay(text, sessions.NAMES[page.name], tmp_path) == text


def test_the_worked_example_has_a_real_size() -> None:
    perl, python = [
        step for step in sessions.steps(WORKED.read_text("utf-8")) if step.language != "console"
    ]
    assert (perl.language, python.language) == ("perl", "python")
    assert 150 <= perl.text.count("\n") <= 250


def test_the_worked_example_comes_out_the_same() -> None:
    """What the page says of its own commands: no TODO, and the same as Perl."""
    text = WORKED.read_text("utf-8")
    assert "\n0 TODOs and " in text
    checks = text.count("$ sysvirt-port check guests.pl")
    assert checks >= 6
    assert text.count("\nsame: ") == checks


PAGE = """\
```perl
print "one\\n";
```

```console
$ perl page.pl
wrong
$ cat page.pl; exit 3
$ cat other
a file
$ cat other
not this
```

```console
$ sysvirt-port --version | cut -c1-7; echo oops >&2
```
"""


def test_a_page_is_replayed(tmp_path: Path) -> None:
    new = sessions.replay(PAGE, "page", tmp_path)
    assert new == (
        '```perl\nprint "one\\n";\n```\n\n```console\n$ perl page.pl\none\n'
        '$ cat page.pl; exit 3\nprint "one\\n";\n$ cat other\na file\n$ cat other\na file\n'
        "```\n\n```console\n"
        "$ sysvirt-port --version | cut -c1-7; echo oops >&2\nsysvirt\noops\n```\n"
    )


def test_a_page_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "page.md"
    file.write_text(PAGE)
    monkeypatch.setitem(sessions.NAMES, "page.md", "page")
    assert sessions.main([str(file)]) == 0
    assert "wrong" not in file.read_text()
    assert "$ perl page.pl\none\n" in file.read_text()
