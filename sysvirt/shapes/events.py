"""Dicts that callbacks of events get.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class GraphicsAddress(TypedDict):
    """An end of a graphics connection; ``family`` is one of ``EVENT_GRAPHICS_ADDRESS_*``."""

    family: int
    node: str | None
    service: str | None


class GraphicsIdentity(TypedDict):
    """Somebody who was authenticated on a graphics connection."""

    type: str | None
    name: str | None
