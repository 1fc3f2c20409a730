"""What the page on `check` shows is what happens."""

from __future__ import annotations

from pathlib import Path

from tests.docs.pages import ROOT, read
from tests.port.check import rooms
from tests.port.running import port

PAGE = read(ROOT / "docs/port/check.md")


def test_the_page_shows_what_it_says(tmp_path: Path) -> None:
    rooms.need_perl()
    (session,) = (each.text for each in PAGE.snippets if each.language == "console")
    (last,) = (each.text for each in PAGE.snippets if each.language == "text")
    scripts, said = session.split("$ sysvirt-port check vm.pl\n")
    perl, python = scripts.removeprefix("$ cat vm.pl\n").split("$ cat vm.py\n")
    (tmp_path / "vm.pl").write_text(perl)
    (tmp_path / "vm.py").write_text(python)
    done = port("check", "vm.pl", folder=tmp_path)
    assert (done.stdout, done.returncode) == (said, 1)
    mended = python.replace("dom.is_active())", "int(dom.is_active()))")
    assert mended != python
    (tmp_path / "vm.py").write_text(mended)
    done = port("check", "vm.pl", folder=tmp_path)
    assert (done.stdout, done.returncode) == (last, 0)
