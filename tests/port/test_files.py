"""The files that paths name."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from sysvirt.port.files import gather


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with Perl in it, and other things."""
    texts = {
        "bin/run": "#!/usr/bin/env perl\n",
        "bin/tool": "#!/usr/bin/perl -w\nuse strict;\n",
        "bin/other": "#!/bin/sh\n",
        "bin/data": "1;\n",
        "lib/A/B.pm": "package A::B;\n",
        "t/a.t": "use Test::More;\n",
        "t/b.t": "#!/bin/sh\n",
        "www/x.cgi": "#!/usr/bin/perl\n",
        "www/y.cgi": "#!/usr/bin/python3\n",
        ".git/hooks/a.pl": "1;\n",
        "x.pl": "",
        "readme.md": "perl\n",
    }
    for name, text in texts.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "project"


IN_PROJECT = [
    "project/x.pl",
    "project/bin/run",
    "project/bin/tool",
    "project/lib/A/B.pm",
    "project/t/a.t",
    "project/www/x.cgi",
]


def paths(*names: str) -> list[str]:
    return [source.path for source in gather(names).sources]


def test_a_folder_is_its_perl_files(project: Path) -> None:
    assert paths(project.name) == IN_PROJECT
    assert gather([project.name]).faults == ()


def test_a_file_that_is_named_is_read_whatever_it_is_called(project: Path) -> None:
    del project
    assert paths("project/readme.md", "project/bin", "project/bin/data") == [
        "project/readme.md",
        "project/bin/run",
        "project/bin/tool",
        "project/bin/data",
    ]


def test_a_file_is_read_once(project: Path) -> None:
    (project / "again.pl").symlink_to("x.pl")
    assert paths("project/x.pl", "./project/x.pl", "project", "project/lib") == IN_PROJECT


def test_what_cant_be_read_is_told_and_the_rest_is_read(project: Path) -> None:
    (project / "empty").mkdir()
    gathered = gather(["nowhere.pl", "project/x.pl", "project/empty", "a\0b"])
    assert [source.path for source in gathered.sources] == ["project/x.pl"]
    assert gathered.faults[:2] == (
        "nowhere.pl: No such file or directory",
        "project/empty: no Perl files in there",
    )
    assert len(gathered.faults) == 3


def test_a_circle_of_folders_ends(project: Path) -> None:
    (project / "lib/again").symlink_to(project)
    assert paths("project") == IN_PROJECT


def test_what_is_no_regular_file_isnt_read(project: Path) -> None:
    os.mkfifo(project / "pipe.pl")
    (project / "gone.pl").symlink_to("nowhere")
    assert paths("project") == IN_PROJECT


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"use Sys::Virt;")))
    (source,) = gather(["-"]).sources
    assert (source.path, source.data) == ("<stdin>", b"use Sys::Virt;")


def test_names_of_any_bytes(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pl")
    Path(path).write_text("1;")
    (source,) = gather([str(tmp_path)]).sources
    assert source.path == path
