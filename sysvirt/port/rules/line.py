"""The Python line for a site: TO BE REPLACED by sysvirt.port.draft.line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit


def python_line(unit: Unit, site: Site) -> str:
    """A minimal line."""
    return f"{site.cls}.{site.name}"
