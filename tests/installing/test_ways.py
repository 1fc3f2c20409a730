"""How scripts/ choose the way to libvirt-python, and that pages and packages agree with them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sysvirt
from tests.installing.roots import CHECKOUT

#: Stands in for Python: it makes a .venv of stand-ins, and writes down what is asked of it.
STAND_IN = """#!/bin/sh
echo "$*" >>"{log}"
case "$*" in
    *"-m venv"*) mkdir -p .venv/bin && cp "{own}" .venv/bin/python ;;
esac
"""


class Checkout:
    """A copy of what scripts/venv.sh reads, and a Python that only writes down what it is asked."""

    def __init__(self, where: Path) -> None:
        self.path = where
        (where / "scripts").mkdir()
        for name in ("setup.cfg", "scripts/venv.sh"):
            shutil.copy(CHECKOUT / name, where / name)
        self.log = where / "log"
        self.python = where / "python3"
        self.python.write_text(STAND_IN.format(log=self.log, own=self.python))
        self.python.chmod(0o755)

    def venv(self, level: str) -> tuple[str, list[str]]:
        """What scripts/venv.sh says, and the arguments of what it makes and installs."""
        self.log.write_text("")
        done = subprocess.run(
            ["sh", "scripts/venv.sh", level],
            cwd=self.path,
            env={**os.environ, "PYTHON": str(self.python)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        made = [
            line for line in self.log.read_text().splitlines() if re.search("-m (venv|pip)", line)
        ]
        return done.stderr, made


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_systems_way_sees_the_systems_packages(checkout: Checkout) -> None:
    said, (made, installed) = checkout.venv("system")
    assert made == "-I -m venv --system-site-packages .venv"
    assert installed.endswith("--editable .")
    assert "sees the system's libvirt-python" in said


def test_the_way_with_a_compiler_sees_none(checkout: Checkout) -> None:
    said, (made, _) = checkout.venv("build")
    assert made == "-I -m venv .venv"
    assert "libvirt-python is compiled in it" in said


@pytest.mark.parametrize("level", ["system", "build", "full"])
def test_what_fits_stays(checkout: Checkout, level: str) -> None:
    checkout.venv(level)
    assert checkout.venv(level) == ("", [])


def test_one_for_developing_does_for_all(checkout: Checkout) -> None:
    """The demo and the tests don't make .venv anew by turns."""
    checkout.venv("full")
    assert checkout.venv("system") == ("", [])
    assert checkout.venv("build") == ("", [])
    assert checkout.venv("full") == ("", [])


def test_one_on_the_systems_is_not_for_developing(checkout: Checkout) -> None:
    checkout.venv("system")
    _, (made, installed) = checkout.venv("full")
    assert made == "-I -m venv .venv"
    assert "--editable .[test,check,docs," in installed


def test_a_compiled_one_is_completed(checkout: Checkout) -> None:
    checkout.venv("build")
    _, (installed,) = checkout.venv("full")
    assert "--editable .[test,check,docs," in installed


def test_one_made_by_hand_is_used_for_the_demo(checkout: Checkout) -> None:
    own = checkout.path / ".venv/bin/python"
    own.parent.mkdir(parents=True)
    shutil.copy(checkout.python, own)
    said, made = checkout.venv("system")
    assert made == []
    assert "using the .venv that is there" in said
    assert checkout.venv("full")[1] != []


def test_another_setup_makes_it_anew(checkout: Checkout) -> None:
    checkout.venv("system")
    setup = checkout.path / "setup.cfg"
    setup.write_text("# changed\n" + setup.read_text())
    assert len(checkout.venv("system")[1]) == 2


def way(python: str, **more: str) -> str:
    """What scripts/setup.sh finds for an interpreter."""
    done = subprocess.run(
        ["sh", "scripts/setup.sh", "way"],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHON": python, **more},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_another_python_than_the_systems_compiles() -> None:
    if sys.base_prefix == "/usr":
        pytest.skip("the tests run on the system's Python")
    assert way(sys.executable) == "build"


def test_the_systems_python_takes_what_there_is() -> None:
    python = "/usr/bin/python3"
    asked = "import libvirt; print(libvirt.getVersion())"
    if not Path(python).exists() or sys.platform != "linux":
        pytest.skip(f"there is no {python}")
    done = subprocess.run([python, "-I", "-c", asked], capture_output=True, text=True)
    there = done.returncode == 0 and int(done.stdout) >= 9_000_000
    # With SETUP=no nothing is installed, so only what is there counts.
    assert way(python, SETUP="no") == ("system" if there else "build")


def test_the_versions_agree() -> None:
    """Of the module, the wheel, the Debian package and the RPM."""
    found = {
        name: re.search(pattern, (CHECKOUT / name).read_text(), re.MULTILINE)
        for name, pattern in {
            "setup.cfg": r"^version = (.*)$",
            "debian/changelog": r"\Asysvirt \((.*?)\)",
            "rpm/python-sysvirt.spec": r"^Version: *(.*)$",
        }.items()
    }
    versions = {name: match and match[1] for name, match in found.items()}
    assert versions == dict.fromkeys(found, sysvirt.__version__)


def test_the_limits_agree() -> None:
    """What setup.cfg wants of libvirt-python and attrs is what the packages rest on."""
    setup = (CHECKOUT / "setup.cfg").read_text()
    control = (CHECKOUT / "debian/control").read_text()
    spec = (CHECKOUT / "rpm/python-sysvirt.spec").read_text()
    for name, debian, fedora in (
        ("libvirt-python", "python3-libvirt", "python3-libvirt"),
        ("attrs", "python3-attr", "python3-attrs"),
    ):
        found = re.search(rf"^    {name}>=([\d.]+)", setup, re.MULTILINE)
        assert found is not None
        assert control.count(f" {debian} (>= {found[1]}),\n") == 2
        assert len(re.findall(rf"Requires: +{fedora} >= {re.escape(found[1])}\n", spec)) == 2


@pytest.mark.parametrize(
    ("column", "command"), [(1, "apt install"), (2, "dnf install"), (3, "pacman -S")]
)
def test_the_page_names_what_setup_installs(column: int, command: str) -> None:
    """All that the way with a compiler takes, on each system."""
    rows = re.findall(
        r"(?m)^build +(\S+) +(\S+) +(\S+)$", (CHECKOUT / "scripts/setup.sh").read_text()
    )
    assert len(rows) == 6
    wanted = {row[column - 1] for row in rows} - {"-"}
    page = (CHECKOUT / "docs/installing.md").read_text()
    _, _, section = page.partition("## With a compiler")
    (line,) = re.findall(rf"(?m)^\|.*`sudo {command} (.*)` \|$", section.partition("\n## ")[0])
    # Fedora's and Arch's Python, with which one came here, is there.
    assert wanted - {"python3"} <= set(line.split())
