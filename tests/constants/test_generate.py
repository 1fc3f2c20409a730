"""The generated files are what the table makes, and whoever drifts is found out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATED = Path("sysvirt/constants")


def generate(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "constants.generate", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} must stand once in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / GENERATED).glob("*.py*")}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in (Path("constants"), GENERATED):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    return tmp_path


def test_the_generated_files_are_up_to_date() -> None:
    run = generate(ROOT, "--check")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_every_generated_file_names_the_command_first() -> None:
    found = files(ROOT)
    assert sorted(found) == ["__init__.py", "__init__.pyi", "_families.py", "_symbols.py"]
    for name, text in found.items():
        first = text.decode().splitlines()[0]
        assert first.startswith("# Made by `python -m constants.generate`"), name


def test_a_value_changed_in_the_table_is_found(copy: Path) -> None:
    line = "Sys::Virt::Domain,STATE_RUNNING,int,{},,VIR_DOMAIN_RUNNING"
    replace(copy / "constants/table.csv", line.format(1), line.format(77))
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert "--- __init__.py as it is" in run.stdout
    assert "\n-    STATE_RUNNING = 1\n" in run.stdout
    assert "\n+    STATE_RUNNING = 77\n" in run.stdout
    assert "\n+    STATE_RUNNING: Final = 77\n" in run.stdout
    assert "run `python -m constants.generate`" in run.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("STATE_RUNNING: Final = 1\n", "STATE_RUNNING: Final = 2\n"),
        ("``VIR_DOMAIN_RUNNING``", "``VIR_DOMAIN_WALKING``"),
    ],
    ids=["value", "docstring"],
)
def test_a_file_changed_by_hand_is_found_and_repaired(copy: Path, old: str, new: str) -> None:
    replace(copy / GENERATED / "__init__.pyi", old, new)
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert f"-    {new.rstrip()}" in run.stdout or new in run.stdout
    assert generate(copy).returncode == 0
    assert files(copy) == files(ROOT)
    assert generate(copy, "--check").returncode == 0


def test_a_missing_file_is_found_and_made(copy: Path) -> None:
    (copy / GENERATED / "__init__.pyi").unlink()
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert "+class StreamConstants:" in run.stdout
    generate(copy)
    assert files(copy) == files(ROOT)


def test_a_file_that_is_no_longer_made_is_found_and_removed(copy: Path) -> None:
    made = (copy / GENERATED / "__init__.py").read_text("utf-8")
    (copy / GENERATED / "river.py").write_text(made, "utf-8")
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert "--- river.py as it is" in run.stdout
    generate(copy)
    assert files(copy) == files(ROOT)


def test_a_foreign_file_is_found_but_kept(copy: Path) -> None:
    (copy / GENERATED / "mine.py").write_text("MINE = 1\n", "utf-8")
    generate(copy)
    assert generate(copy, "--check").returncode == 1
    assert (copy / GENERATED / "mine.py").exists()


def test_all_can_be_made_from_nothing(copy: Path) -> None:
    shutil.rmtree(copy / GENERATED)
    assert generate(copy).returncode == 0
    assert files(copy) == files(ROOT)


#: The file, what is changed in the first line that has it, and what is said about it.
FAULTS = [
    ("table", "BLOCKED,int,2", "RUNNING,int,2", "Domain::STATE_RUNNING stands there twice"),
    ("table", "VIR_DOMAIN_BLOCKED", "VIR_DOMAIN_RUNNING", "VIR_DOMAIN_RUNNING stands there twice"),
    ("table", "BLOCKED,int,2", "BLOCKED,int,two", "table.csv:75: ValueError"),
    ("table", "BLOCKED,int,2", "BLOCKED,float,2", "table.csv:75: KeyError: float"),
    ("table", "BLOCKED,int,2,", "BLOCKED,int,2", "table.csv:75: "),
    ("table", "BLOCKED,0.0.1", "BLOCKED,early", "table.csv:75: "),
    ("table", "BLOCKED,int,2", "BLOCKED,int,1", "which of STATE_RUNNING and STATE_BLOCKED is the"),
    ("table", "STATE_BLOCKED", "BLOCKED", "BLOCKED has none of its prefixes"),
    ("table", "BLOCKED,int,2", "BLOCKED,str,2", "STATE_BLOCKED is '2', which no values can be"),
    ("table", "DUMP_RESET,int,8", "DUMP_RESET,int,9", "DUMP_RESET is 9, which no flags can be"),
    ("table", "DUMP_RESET,int,8", "DUMP_RESET,int,-8", "DUMP_RESET is -8, which no flags can be"),
    ("table", "virDomainState", "virHaste", "not in families.csv: Sys::Virt::Domain virHaste"),
    ("families", "virDomainState", "virHaste", "not in families.csv: Sys::Virt::Domain virDomainS"),
    ("families", "STATE_,values,", "STATE_,either,", "families.csv:14: ValueError"),
    ("families", "STATE_,values,", "STATE_,values,STATE_X", "no such alias: STATE_X"),
    ("families", "STATE_,values,", "STATE_,values,STATE_BLOCKED", "is the alias?"),
    ("families", "values,KEYCODE_SET_RFB", "values,", "KEYCODE_SET_RFB and KEYCODE_SET_QNUM is"),
    ("families", "EVENT_ID_", "EVENT_", "Domain EVENT of values stands there twice"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), FAULTS)
def test_a_fault_in_the_table_is_refused(
    copy: Path, file: str, old: str, new: str, message: str
) -> None:
    path = copy / f"constants/{file}.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    run = generate(copy)
    assert run.returncode == 1
    assert message in run.stderr
    assert files(copy) == files(ROOT)
