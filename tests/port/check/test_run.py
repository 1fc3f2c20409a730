"""The circumstances that a script finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.check.run import CheckError, Room, Settings, clean_environment


def test_the_environment_leads_nowhere() -> None:
    bad = dict.fromkeys(("LIBVIRT_DEFAULT_URI", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK"), "x")
    bad |= dict.fromkeys(("DBUS_SESSION_BUS_ADDRESS", "PERL5OPT", "PYTHONSTARTUP", "HOME"), "x")
    assert clean_environment({**bad, "PATH": "/bin", "MINE": "1"}) == {"PATH": "/bin", "MINE": "1"}


def run(text: str, settings: Settings | None = None) -> str:
    """What a Python script prints."""
    with Room(settings or Settings()) as room:
        script = room.root / "a.py"
        script.write_text(text)
        outcome = room.run_python(script, [], room.root)
        assert outcome.status == 0, outcome
    assert not room.root.exists()
    return outcome.output


def test_the_default_uri_is_the_named_one(tmp_path: Path) -> None:
    uri = f"test://{tmp_path}/x.xml"
    text = "import os\nprint(os.environ['LIBVIRT_DEFAULT_URI'])"
    assert run(text, Settings(uri=uri)) == f"{uri}\n"


def test_a_file_of_the_test_driver(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<node/>")
    text = "from sysvirt import Sys\nprint(Sys.Virt.new(uri='qemu:///system').num_of_domains())"
    assert run(text, Settings(uri=f"test://{tmp_path}/x.xml")) == "0\n"


def test_a_status_and_a_signal() -> None:
    with Room(Settings()) as room:
        script = room.root / "a.py"
        script.write_text("import os, sys\nos.kill(os.getpid(), 9)")
        assert room.run_python(script, [], room.root).status == 128 + 9
        script.write_text("import sys\nsys.exit(7)")
        assert room.run_python(script, [], room.root).status == 7


def test_no_such_perl() -> None:
    with Room(Settings(perl="/none/perl")) as room, pytest.raises(CheckError, match="--perl"):
        room.require_perl()
