"""What a fleet is told of its hosts, checked."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import attrs

from sysvirt._core import arguments
from sysvirt.aio._virt.events import KINDS
from sysvirt.aio._virt.opening import check_keep_alive
from sysvirt.virt.limits import check_seconds
from sysvirt.virt.opening import prepare

#: What ``Virt.new`` takes, but for what the fleet sees to.
KEYWORDS: dict[str, Any] = {
    "address": None,
    "auth": False,
    "callback": None,
    "credlist": None,
    "flags": 0,
    "readonly": False,
    "uri": None,
}


@attrs.frozen(kw_only=True)
class Options:
    """What holds for all hosts."""

    readonly: bool
    at_once: int
    #: In seconds, as are the others.
    open_timeout: float
    timeout: float
    keep_alive: tuple[float, int] | None
    first_pause: float
    last_pause: float


def check_options(
    *,
    readonly: object,
    at_once: int,
    open_timeout: float,
    timeout: float,
    keep_alive: object,
    backoff: object,
) -> Options:
    """What the fleet was made with; wrong types and values are refused."""
    if not isinstance(backoff, tuple) or len(backoff) != 2:
        raise arguments.wrong_type(backoff, "backoff", "a pair of seconds")
    first, last = (check_seconds(each, "backoff") for each in backoff)
    if first > last:
        raise ValueError(f"backoff must go up, not from {first} to {last}")
    return Options(
        readonly=bool(arguments.truth(cast("bool", readonly), "readonly")),
        at_once=arguments.at_least_one(at_once, "at_once"),
        open_timeout=check_seconds(open_timeout, "open_timeout"),
        timeout=check_seconds(timeout, "timeout"),
        keep_alive=check_keep_alive(keep_alive),
        first_pause=first,
        last_pause=last,
    )


def check_hosts(hosts: object) -> dict[str, dict[str, Any]]:
    """What each host is opened with, by its name: a URI for itself is its name, too."""
    if isinstance(hosts, Mapping):
        pairs = list(hosts.items())
    elif isinstance(hosts, Iterable) and not isinstance(hosts, (str, bytes)):
        pairs = [(each, each) for each in hosts]
    else:
        raise arguments.wrong_type(hosts, "hosts", "a mapping of names to URIs")
    checked: dict[str, dict[str, Any]] = {}
    for name, how in pairs:
        if check_name(name, "a host's name in hosts") in checked:
            raise ValueError(f"hosts must have different names, not {name!r} twice")
        checked[name] = check_host(how, f"hosts[{name!r}]")
    return checked


def check_name(name: object, parameter: str = "host") -> str:
    """The name of a host."""
    if not isinstance(name, str):
        raise arguments.wrong_type(name, parameter, "a str")
    return name


def check_names(names: object) -> list[str]:
    """The names of some hosts, each once."""
    if isinstance(names, (str, bytes)) or not isinstance(names, Iterable):
        raise arguments.wrong_type(names, "hosts", "an iterable of names")
    return list(dict.fromkeys(check_name(each, "a name in hosts") for each in names))


def check_host(how: object, parameter: str = "uri") -> dict[str, Any]:
    """How a host is opened: its URI, or keywords of ``Virt.new``."""
    if isinstance(how, str):
        return {"uri": arguments.text(how, parameter)}
    if not isinstance(how, Mapping):
        raise arguments.wrong_type(how, parameter, "a str or a mapping of keywords")
    wanted = dict(how)
    if wanted.get("credlist") is not None:
        # A generator can be read once, and a host is opened again and again.
        wanted["credlist"] = arguments.items(wanted["credlist"], f"{parameter}: credlist")
    try:
        _check_keywords(wanted)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{parameter}: {error}") from None
    return wanted


def _check_keywords(wanted: dict[Any, Any]) -> None:
    """Refuse now what opening would refuse, again and again."""
    rest = dict(wanted)
    if "width" in rest:
        arguments.at_least_one(rest.pop("width"), "width")
    for keyword in rest:
        if keyword not in KEYWORDS:
            raise ValueError(f"there may be keywords of Virt.new only, not {keyword!r}")
    prepare(**{**KEYWORDS, **rest})


def check_timeout(timeout: float | None) -> float | None:
    """How long to wait for an event, in seconds; 0 and less: not at all."""
    seconds = arguments.optional_real(timeout, "timeout")
    if seconds is not None and math.isnan(seconds):
        raise ValueError("timeout must be a number of seconds, not nan")
    return seconds


def check_kind(cls: object) -> None:
    """A class that has events."""
    # Not every object can be looked up in a dict.
    if cls not in tuple(KINDS):
        names = ", ".join(each.__name__ for each in KINDS)
        raise ValueError(f"cls must be one of {names}, not {cls!r}")


def check_room(maxsize: int, overflow: object) -> tuple[int, bool]:
    """How many events a queue holds, and whether it is an error when more come."""
    if overflow not in ("raise", "drop"):
        raise ValueError(f"overflow must be 'raise' or 'drop', not {overflow!r}")
    return arguments.at_least_one(maxsize, "maxsize"), overflow == "raise"


def check_progress(progress: Callable[..., object] | None) -> None:
    """What is called after each host, if anything."""
    if progress is not None:
        arguments.callback(progress, "progress")
