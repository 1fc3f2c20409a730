"""Makes the data of ``sysvirt.port`` from the reference: what it has to know of Sys::Virt.

That is every method with its parameters and results, every constant, and each row of the page on
the differences, in one file that is installed with the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from constants.table import read_constants
from reference.data import HERE, read_methods

ROOT = HERE.parent
DATA = Path("sysvirt/port/data/api.json")
DIFFERENCES = Path("docs/differences.md")

#: What a reader of Perl's manual needs and the assistant doesn't.
_UNUSED = ("c", "await")
#: A name in a cell: of a method, a constant, a class.
_NAME = re.compile(r"`([^`]+)`")
_CELL = re.compile(r"(?<!\\)\|")


def render_port_data() -> dict[Path, str]:
    """The text of the file, by its path in the checkout."""
    page = (ROOT / DIFFERENCES).read_text("utf-8")
    data = {"packages": _packages(), "differences": list(read_differences(page))}
    return {DATA: json.dumps(data, indent=1, ensure_ascii=False) + "\n"}


def _packages() -> dict[str, Any]:
    packages: dict[str, Any] = {}
    rows = json.loads((HERE / "methods.json").read_text("utf-8"))
    # Read for its checks: what it lets pass is sound.
    for package, methods in groupby(read_methods().values(), lambda method: method.package):
        names = {method.name for method in methods}
        own = {row["name"]: _method(row) for row in rows[package] if row["name"] in names}
        packages[package] = {"methods": own, "constants": {}}
    for constant in read_constants():
        known = packages.setdefault(constant.package, {"methods": {}, "constants": {}})
        known["constants"][constant.name] = {
            "value": constant.value,
            "since": constant.since,
            "group": constant.group,
        }
    return packages


def _method(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "name" and key not in _UNUSED}


def read_differences(page: str) -> Iterator[dict[str, Any]]:
    """Each row of the page's tables.

    >>> page = "## Errors\\n\\n| Method | In Perl | In sysvirt | Why |\\n|---|---|---|---|\\n"
    >>> row = next(read_differences(page + "| `get_id` | -1 | `Error` | swallowed |\\n"))
    >>> row["table"], row["names"], row["perl"], row["python"], row["why"]
    ('Errors', ['get_id'], '-1', '`Error`', 'swallowed')
    """
    table = ""
    head: list[str] = []
    for line in page.splitlines():
        if line.startswith("## "):
            table, head = line[3:], []
        elif line.startswith("|"):
            cells = [cell.strip() for cell in _CELL.split(line)[1:-1]]
            if not head:
                head = cells
            elif set("".join(cells)) - {"-"}:
                yield _difference(table, cells)


def _difference(table: str, cells: list[str]) -> dict[str, Any]:
    method, perl, *python, why = [cell.replace("\\|", "|") for cell in cells]
    return {
        "table": table,
        "names": _NAME.findall(method),
        "what": method,
        "perl": perl,
        # What stays as it is in Perl has one column for both.
        "python": python[0] if python else perl,
        "why": why,
    }
