"""In a clean root without a compiler: `make demo`, and the Debian package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installing.roots import CHECKOUT, LONG, Root, clean

pytestmark = pytest.mark.hypervisor

#: What dpkg and apt would say if they were heard.
NOISE = ("Unpacking", "Selecting previously", "Setting up", "Reading database")


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Root]:
    made = clean(tmp_path / "root")
    yield made
    # Hundreds of megabytes, which pytest would keep.
    shutil.rmtree(made.path)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The Debian packages by their names, built here and seen by lintian."""
    if shutil.which("lintian") is None or not _can_build():
        pytest.skip("needs what builds packages: sh scripts/setup.sh deb")
    source = tmp_path_factory.mktemp("deb") / "source"
    source.mkdir()
    subprocess.run(["sh", "scripts/source.sh", source], cwd=CHECKOUT, check=True)
    done = subprocess.run(
        ["sh", "scripts/deb.sh"], cwd=source, capture_output=True, text=True, timeout=LONG
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return {path.name.partition("_")[0]: path for path in (source / "dist").glob("*.deb")}


def _can_build() -> bool:
    if shutil.which("dpkg-checkbuilddeps") is None:
        return False
    return subprocess.run(["dpkg-checkbuilddeps", "debian/control"], cwd=CHECKOUT).returncode == 0


def test_demo(root: Root) -> None:
    """It needs no compiler, is quiet but alive, and says what comes next; then it is quick."""
    first = root.run("make", "demo")
    assert not root.has("gcc")
    assert first.stdout.startswith("Host ")
    assert "\n  1   test  running" in first.stdout
    said = first.stderr
    assert "half a minute, without a compiler" in said
    assert re.search(r"  \d+ packages with all that they need: \d+ MB to fetch, \d+ MB on", said)
    signs = ("  fetched", "  installed", "making .venv", "installing the project", "ready after")
    assert [sign for sign in signs if sign not in said] == []
    assert [noise for noise in NOISE if noise in said + first.stdout] == []
    assert "sysvirt: next, a line of your own:\n" in said

    (line,) = re.findall(r"^    (\.venv/bin/python -c .*)", said, re.MULTILINE)
    assert root.run("sh", "-c", line).stdout == "['test']\n"

    again = root.run("make", "demo")
    assert again.stdout.startswith("Host ")
    assert "making .venv" not in again.stderr
    assert "installing" not in again.stderr

    without = root.run("make", "demo", "URI=qemu:///system", status=2)
    assert "qemu:///system needs libvirt's daemon, which isn't installed here" in without.stderr
    assert "\n    apt install libvirt-daemon-system\n" in without.stderr


def test_the_packages_are_two(packages: dict[str, Path]) -> None:
    assert sorted(packages) == ["python3-sysvirt", "python3-sysvirt-doc"]


def test_the_package_rests_on_the_systems(packages: dict[str, Path]) -> None:
    """The extras of the metadata are no dependencies."""
    shown = [
        "dpkg-deb",
        "--field",
        str(packages["python3-sysvirt"]),
        "Depends",
        "Recommends",
        "Suggests",
    ]
    fields = subprocess.run(shown, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"[a-z][\w.+-]*(?=[ ,:\n]|$)", fields))
    assert {"python3-libvirt", "python3-attr", "python3"} <= named
    assert [name for name in named if "tree-sitter" in name or "rich" in name] == []


def test_the_pages_are_whole(packages: dict[str, Path]) -> None:
    listed = ["dpkg-deb", "--contents", str(packages["python3-sysvirt-doc"])]
    names = subprocess.run(listed, capture_output=True, text=True, check=True).stdout
    html = "./usr/share/doc/python3-sysvirt-doc/html"
    for page in ("index", "installing", "changelog", "reference/domain", "porting/index"):
        assert f"{html}/{page}.html\n" in names
    assert "./usr/share/doc/python3-sysvirt/examples/support/trouble.py\n" in names
    assert "__pycache__" not in names


def test_apt_installs_the_package(root: Root, packages: dict[str, Path]) -> None:
    """A script runs; no compiler has come, and nothing of sysvirt stays when it is removed."""
    for package in packages.values():
        shutil.copy(package, root.path / "root")
    root.run("apt-get", "-qq", "update")
    given = [f"/root/{package.name}" for package in packages.values()]
    root.run("apt-get", "-qq", "-y", "--no-install-recommends", "install", *given)
    assert not root.has("gcc")
    # Not the checkout's.
    shutil.copy(CHECKOUT / "debian/tests/smoke", root.path / "root/smoke")
    shutil.rmtree(root.path / "checkout")
    (root.path / "checkout").mkdir()
    assert root.run("sh", "/root/smoke").stdout == "sysvirt works\n"

    facts = "import importlib.metadata as m; print(m.version('sysvirt'))"
    assert root.run("python3", "-c", facts).stdout == _version() + "\n"

    root.run("apt-get", "-qq", "-y", "purge", "python3-sysvirt")
    assert list((root.path / "usr/lib/python3/dist-packages").glob("sysvirt*")) == []


def _version() -> str:
    (version,) = re.findall(r"(?m)^version = (.*)$", (CHECKOUT / "setup.cfg").read_text())
    return str(version)


def test_rpm(tmp_path: Path) -> None:
    """It builds and rpmlint is content; on a Debian that says nothing of a Fedora."""
    if missing := [name for name in ("rpmbuild", "rpmlint") if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}: sh scripts/setup.sh rpm")
    source = tmp_path / "source"
    source.mkdir()
    subprocess.run(["sh", "scripts/source.sh", source], cwd=CHECKOUT, check=True)
    # What the tests keep for themselves is no business of rpmbuild's.
    names = {name: value for name, value in os.environ.items() if name in {"HOME", "TMPDIR"}}
    done = subprocess.run(
        ["sh", "scripts/rpm.sh"],
        cwd=source,
        env={"PATH": "/usr/bin:/bin", **names},
        capture_output=True,
        text=True,
        timeout=LONG,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert "0 errors, 0 warnings" in done.stdout
    (built,) = (source / "dist").glob("*.noarch.rpm")
    ask = ["rpm", "--query", "--package", "--requires", str(built)]
    needs = subprocess.run(ask, capture_output=True, text=True, check=True).stdout
    assert "python3-libvirt >= 9.0\n" in needs
    assert "tree" not in needs
    assert "perl(" not in needs
