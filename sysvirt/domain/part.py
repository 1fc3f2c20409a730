"""What each part of ``Sys.Virt.Domain`` builds on."""

from __future__ import annotations

from sysvirt._core.binding import virDomain
from sysvirt._core.objects import Resource


class DomainPart(Resource):
    """A domain, whatever a part adds to it; ``sysvirt.Domain`` puts the parts together."""

    __slots__ = ()

    _KIND = virDomain

    _handle: virDomain
