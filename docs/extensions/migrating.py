"""The table of the keys that migrating takes, from the reference."""

from __future__ import annotations

import pages
from reference.parameters import MigrateParam, read_migrate_params

_TABLE = """\
.. _migrate-params:

{title}

The keys of ``params``, as constants of :py:class:`Sys.Virt.Domain <sysvirt.Domain>`, with the type
and the unit of each value.

.. list-table::
   :header-rows: 1
   :class: keys
   :widths: 46 12 14 28

{rows}
"""


def table() -> str:
    """The section with the table."""
    head = ("Key", "Type", "Unit", "What it is")
    rows = [head, *map(_cells, read_migrate_params())]
    lines = "\n".join(_row(row) for row in rows)
    return _TABLE.format(title=pages.title("Keys of params", "-"), rows=lines)


def _cells(each: MigrateParam) -> tuple[str, ...]:
    return f":name:`sysvirt.Domain.{each.constant}`", f"``{each.type}``", each.unit or "", each.what


def _row(cells: tuple[str, ...]) -> str:
    return "\n".join(f"   {'  ' if at else '* '}- {cell}" for at, cell in enumerate(cells))
