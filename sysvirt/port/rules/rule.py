"""A rule: what it is called, what it says, and where the guide says more."""

from __future__ import annotations

import attrs

from sysvirt.port.findings import Severity

#: The folder of the guide, in the project.
GUIDE = "docs/porting"


def guide_link(place: str) -> str:
    """Where the guide says more, by page and heading.

    >>> guide_link("lists.md#several-results-at-once")
    'docs/porting/lists.md#several-results-at-once'
    """
    return f"{GUIDE}/{place}"


@attrs.frozen(kw_only=True)
class Rule:
    """One rule."""

    id: str
    #: How its findings usually are; a single one may be milder or worse.
    severity: Severity
    #: One line.
    title: str
    #: Some sentences; paragraphs have an empty line between them.
    text: str
    #: A pair that prints the same, with a connection in ``conn`` and its domain in ``dom``.
    perl: str
    python: str
    #: The page of the guide, and the heading on it: ``lists.md#counting``.
    place: str

    @property
    def guide(self) -> str:
        """Where the guide says more."""
        return guide_link(self.place)
