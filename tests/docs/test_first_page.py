"""What somebody sees first, on the site and on a code host."""

from __future__ import annotations

import importlib.util
import re
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest

import sysvirt
from tests.docs.pages import ROOT

#: As many lines as a screen shows.
SCREEN = 50
#: What only the site understands: directives, roles, and comments that a code host shows.
RAW = re.compile(r"^\s*(:{3,}|`{3,}\{|% )|\{[a-z:]+\}`")
LINKS = re.compile(r"\]\(([^)#:]+\.md)[^)]*\)")


@pytest.fixture(scope="module")
def facts() -> ModuleType:
    """The extension that tells them."""
    pytest.importorskip("sphinx", reason="what the site tells is read by its own extension")
    spec = importlib.util.spec_from_file_location("facts", ROOT / "docs/extensions/facts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_tells_the_version_the_repository_and_how_to_install(
    site: Path, facts: ModuleType
) -> None:
    text = (site / "index.html").read_text("utf-8")
    article = unescape(re.sub("<[^>]+>", "", text[text.index("<article") :]))
    assert f"Version {sysvirt.__version__} · " in article
    assert "$ sudo apt install python3-libvirt" in article
    assert 'href="installing.html"' in text
    assert "Why not libvirt-python alone?" in article
    repository = facts.repository()
    assert re.findall(r'href="([^"]+)">Repository<', text) == ([repository] if repository else [])


@pytest.mark.parametrize(
    ("metadata", "address"),
    [
        ("url = https://a.example/x", "https://a.example/x"),
        ("project_urls =\n    Docs = https://d\n    Source = https://s?a=b", "https://s?a=b"),
        ("url = https://home\nproject_urls =\n    Repository = https://r", "https://r"),
        ("name = sysvirt", None),
    ],
)
def test_the_repository_is_the_one_of_the_metadata(
    facts: ModuleType, tmp_path: Path, metadata: str, address: str | None
) -> None:
    file = tmp_path / "setup.cfg"
    file.write_text(f"[metadata]\n{metadata}\n")
    assert facts.repository(file) == address


def leads_to(page: Path) -> list[Path]:
    found = LINKS.findall(page.read_text("utf-8"))
    return [(page.parent / each).resolve() for each in dict.fromkeys(found)]


def raw_lines(page: Path) -> list[str]:
    return list(filter(RAW.search, page.read_text("utf-8").splitlines()[:SCREEN]))


@pytest.mark.parametrize("page", leads_to(ROOT / "README.md"), ids=lambda page: page.stem)
def test_what_the_readme_leads_to_can_be_read_on_a_code_host(page: Path) -> None:
    assert raw_lines(page) == []


def test_the_first_page_can_be_read_on_a_code_host() -> None:
    assert raw_lines(ROOT / "docs/index.md") == []
    assert len(leads_to(ROOT / "README.md")) > 10


@pytest.mark.parametrize(
    "line", ["::::{grid} 1 1 2 2", "```{toctree}", "% needs: host", "{doc}`x`"]
)
def test_what_a_code_host_shows_raw_is_found(tmp_path: Path, line: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Title\n\n{line}\n")
    assert raw_lines(page) == [line]
