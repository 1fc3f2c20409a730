"""What a wrong name probably means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sysvirt.port.api import API, Class
from sysvirt.port.findings import Confidence, Kind

if TYPE_CHECKING:
    from sysvirt.port.sites import Site

#: How like a key has to be: there are few of them, and ``url`` can only mean ``uri``.
NEAR_KEY = 0.6


def nearest_name(api: API, cls: Class, name: str) -> str | None:
    """The method or constant of a class: the same but for capitals, or the most like it.

    >>> from sysvirt.port.api import read_api
    >>> api = read_api()
    >>> nearest_name(api, api.classes["Domain"], "get_nam")
    'get_name'
    """
    among = (*cls.methods, *cls.constants)
    same = (each for each in among if each.lower() == name.lower())
    return next(same, None) or api.nearest(name, among)


def nearest_key(api: API, name: str, known: Iterable[str]) -> str | None:
    """The key of ``new``.

    >>> from sysvirt.port.api import read_api
    >>> nearest_key(read_api(), "addr", ["address", "uri"])
    'address'
    """
    return api.nearest(name.lower(), known, NEAR_KEY)


def meant_name(api: API, site: Site) -> str | None:
    """The name that a use surely means in the place of one that isn't there; else none."""
    cls = api.classes.get(site.cls)
    is_name = site.kind in (Kind.METHOD, Kind.CONSTANT, Kind.FUNCTION)
    if site.exists or cls is None or not is_name or site.name.startswith("_"):
        return None
    if site.confidence < Confidence.LIKELY or not site.name.isidentifier():
        return None
    return nearest_name(api, cls, site.name)
