"""What each part of ``Sys.Virt.Domain`` builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.objects import Resource

if TYPE_CHECKING:
    from sysvirt._core.binding import virDomain


class DomainPart(Resource):
    """A domain, whatever a part adds to it; ``sysvirt.Domain`` puts the parts together."""

    __slots__ = ()

    _KIND = "virDomain"

    if TYPE_CHECKING:
        _handle: virDomain
