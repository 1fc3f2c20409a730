"""What is made from the reference is up to date, and whoever drifts is found out."""

from __future__ import annotations

import doctest
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import reference.data
import reference.generate
from reference.generate import ARGUMENTS, PAGE, ROOT, TABLE

MADE = (ARGUMENTS, PAGE, TABLE)


def generate(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reference.generate", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def files(root: Path) -> list[str]:
    return [(root / path).read_text("utf-8") for path in MADE]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("constants", "reference"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    for path in MADE:
        (tmp_path / path).parent.mkdir(parents=True)
        shutil.copy(ROOT / path, tmp_path / path)
    # What the assistant knows of the differences comes from their page.
    shutil.copy(ROOT / "docs" / "differences.md", tmp_path / "docs")
    return tmp_path


def test_the_generated_files_are_up_to_date() -> None:
    pytest.importorskip("ruff", reason="the twins are laid out by ruff")
    run = generate(ROOT, "--check")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_each_names_the_command() -> None:
    module, page, table = files(ROOT)
    assert table.startswith("# Made by `python -m reference.generate` from reference/")
    assert module.startswith("# Made by `python -m reference.generate` from reference/methods.json")
    assert page.count("<!-- Made by `python -m reference.generate`: ") == 2


def test_a_change_in_the_reference_is_found_in_both(copy: Path) -> None:
    replace(copy / "reference/methods.json", '"c": "long long",', '"c": "unsigned int",')
    replace(copy / "reference/methods.json", "offset from UTC in seconds", "offset in hours")
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert f"--- {ARGUMENTS} as it is" in run.stdout
    assert '\n+        2: ("UINT",),  # RTC_CHANGE\n' in run.stdout
    assert "\n-| `RTC_CHANGE` | offset from UTC in seconds |\n" in run.stdout
    assert "\n+| `RTC_CHANGE` | offset in hours |\n" in run.stdout
    assert "run `python -m reference.generate`" in run.stderr


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ARGUMENTS, '("LLONG",)', '("ULLONG",)'),
        (PAGE, "offset from UTC", "offset from noon"),
        (PAGE, "| `REBOOT`, `CONTROL_ERROR` | none |\n", ""),
        (TABLE, "virDomainGetInfo", "virDomainGetName"),
    ],
)
def test_a_change_by_hand_is_found_and_repaired(copy: Path, path: Path, old: str, new: str) -> None:
    replace(copy / path, old, new)
    assert generate(copy, "--check").returncode == 1
    assert generate(copy).returncode == 0
    assert files(copy) == files(ROOT)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("virsh.csv", "dumpxml,Domain,get_xml_description", "dumpxml,Domain,get_info"),
        ("libvirt_python.csv", "virDomain,XMLDesc", "virDomain,YAMLDesc"),
        ("methods.json", '"since": "0.0.3"', '"since": "0.0.4"'),
    ],
)
def test_a_change_of_a_name_elsewhere_is_found(copy: Path, file: str, old: str, new: str) -> None:
    replace(copy / "reference" / file, old, new)
    run = generate(copy, "--check")
    assert run.returncode == 1
    assert f"--- {TABLE} as it is" in run.stdout


def test_a_missing_module_is_made(copy: Path) -> None:
    (copy / ARGUMENTS).unlink()
    assert generate(copy, "--check").returncode == 1
    assert generate(copy).returncode == 0
    assert files(copy) == files(ROOT)


def test_a_page_without_a_place_for_a_table_is_refused(copy: Path) -> None:
    replace(copy / PAGE, "events of other objects", "events of rivers")
    run = generate(copy)
    assert run.returncode == 1
    assert "has places for ['events of domains', 'events of rivers']" in run.stderr


def test_a_kind_of_argument_that_is_new_is_refused(copy: Path) -> None:
    replace(copy / "reference/methods.json", '"c": "long long",', '"c": "size_t",')
    run = generate(copy)
    assert run.returncode == 1
    assert "KeyError: ('size_t',)" in run.stderr
    assert files(copy) == files(ROOT)


@pytest.mark.parametrize("module", [reference.data, reference.generate])
def test_its_own_examples_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
