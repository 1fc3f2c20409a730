"""What the first page says of the project itself: version, where its source is, what is new."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

SETUP = Path(__file__).parents[2] / "setup.cfg"
#: What a repository is called among the addresses of a package.
REPOSITORY = ("source", "source code", "repository", "code")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", _add)
    return {"parallel_read_safe": True}


def repository(setup_file: Path = SETUP) -> str | None:
    """The address of the repository, from the metadata; None where they have none."""
    parser = ConfigParser()
    parser.read(setup_file, "utf-8")
    metadata = parser["metadata"]
    pairs = (line.partition("=") for line in metadata.get("project_urls", "").splitlines())
    named = {name.strip().lower(): address.strip() for name, _, address in pairs}
    found = (named[name] for name in REPOSITORY if name in named)
    return next(found, metadata.get("url"))


def _add(app: Sphinx, page: str, source: list[str]) -> None:
    """Put them below the first paragraph; a code host shows them in its own way."""
    if page == "index":
        title, lead, rest = source[0].split("\n\n", 2)
        source[0] = "\n\n".join([title, lead, _facts(app.config.release), rest])


def _facts(version: str) -> str:
    address = repository()
    source = [f"[Repository]({address})"] if address else []
    return " · ".join(
        [f"Version {version}", *source, "[Changes](changelog.md)", "Apache License 2.0"]
    )
