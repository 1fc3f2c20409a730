"""Writing pages."""

from __future__ import annotations

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Only what is new, so that Sphinx reads only what is new."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def title(text: str, mark: str) -> str:
    """A title with its line below."""
    return f"{text}\n{mark * len(text)}"
