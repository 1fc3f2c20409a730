"""How each method is awaited, beside its plain form, and a page for `sysvirt.aio`'s own."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import pages
import sysvirt.aio

_EXAMPLE = re.compile(r"^>>> (?P<code>.*\bawait .*?)(?:  # doctest.*)?$")

#: What stands only there: for each class the methods, or all of it.
CLASSES: dict[str, tuple[str, ...]] = {
    "Virt": (
        *("new", "of", "run", "pending", "close", "closed", "abort", "set_keep_alive", "events"),
        *("register_close_callback", "unregister_close_callback", "domain_event_register_any"),
    ),
    "Domain": ("wait_for", "console", "channel"),
    "StorageVol": ("reader", "writer"),
    "Stream": ("recv", "send", "recv_all", "send_all", "sparse_recv_all", "sparse_send_all"),
}
OWN = (
    *("Events", "EventsLost", "Reader", "Hole", "Writer", "Console"),
    *("Fleet", "Result", "HostState", "FleetEvents", "HostUp", "HostDown"),
)

_PAGE = """\
{title}

The classes of :doc:`/asyncio` have the methods of the synchronous ones, awaited: the page of each
class shows how. Here is what they have besides, or what differs.

{sections}
"""


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", _write_page)
    app.connect("autodoc-process-docstring", _show)
    return {"parallel_read_safe": True}


def _write_page(app: Sphinx) -> None:
    title = pages.title("sysvirt.aio", "=")
    sections = "\n\n".join([*map(_methods, CLASSES), *map(_class, OWN)])
    page = _PAGE.format(title=title, sections=sections)
    pages.write(Path(app.srcdir) / "reference" / "aio.rst", page)


def _methods(name: str) -> str:
    cls = getattr(sysvirt.aio, name)
    parts = [pages.title(name, "-")]
    for each in CLASSES[name]:
        static = inspect.getattr_static(cls, each)
        kind = "autoproperty" if isinstance(static, property) else "automethod"
        parts.append(f".. {kind}:: sysvirt.aio.{name}.{each}")
    return "\n\n".join(parts)


def _class(name: str) -> str:
    cls = getattr(sysvirt.aio, name)
    directive = "autoexception" if issubclass(cls, Exception) else "autoclass"
    title = pages.title(name, "-")
    return f"{title}\n\n.. {directive}:: sysvirt.aio.{name}()\n   :members:"


def _show(_app: Sphinx, _what: str, name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
    """Add how it is awaited, by the first such line of the twin's example."""
    parts = name.split(".")
    if len(parts) != 3 or parts[0] != "sysvirt":
        return
    twin = getattr(getattr(sysvirt.aio, parts[1], None), parts[2], None)
    for line in (inspect.getdoc(twin) or "").splitlines() if twin else ():
        if found := _EXAMPLE.match(line):
            lines += ["", f":doc:`Awaited </asyncio>`: ``{found['code']}``", ""]
            return
