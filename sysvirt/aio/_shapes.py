"""The shapes that have an object inside, which is a twin here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from sysvirt.aio.domain import Domain


class DomainStats(TypedDict):
    """An element of ``Virt.get_all_domain_stats``."""

    dom: Domain
    data: dict[str, Any]
