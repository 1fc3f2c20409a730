"""FindBin by the table, beside Perl."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from sysvirt.port.draft.modules.find_bin import FIND_BIN
from tests.port.prelude.test_files import run_python


def test_where_the_script_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    names = ["Bin", "RealBin", "RealScript", "Script"]
    script = tmp_path / "real" / "script"
    script.write_text("use FindBin; print qq(%s)" % "\\n".join(f"$FindBin::{n}" for n in names))  # noqa: UP031
    (tmp_path / "link").symlink_to("real/script")
    monkeypatch.chdir(tmp_path)
    shown = ", ".join(FIND_BIN.variables[f"${name}"] for name in names)
    for path in ("link", "real/script", str(script), "./link"):
        perl = subprocess.run(["perl", path], capture_output=True, text=True, check=True).stdout
        program = f"import os, sys; sys.argv = {[path]!r}; print({shown}, sep='\\n', end='')"
        assert run_python(program).stdout.decode() == perl
