"""A unit: one file of a project, parsed and solved, as rules and drafts read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.sites import Site
    from sysvirt.port.source import Source
    from sysvirt.port.types import Type


@attrs.frozen(eq=False)
class Unit:
    """One file of a project."""

    source: Source
    #: The root of its tree, of the text after the mends of ``grammar``.
    root: Node
    #: In the order of their places.
    sites: tuple[Site, ...]
    #: The lines that weren't understood, first and last.
    unparsed: tuple[tuple[int, int], ...]
    #: What an expression can be; empty where nothing is known.
    types_of: Callable[[Node], frozenset[Type]]
