"""A page for each program of `examples/`: what it says of itself, how it is called, its source."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import pages

EXAMPLES = Path(__file__).parents[2] / "examples"
_PAGE = """\
{title}

.. code-block:: text

{usage}

.. literalinclude:: ../../examples/{name}.py
   :language: python
"""
_INDEX = """\
Examples
========

Each program of ``examples/`` runs in a clone of the project: ``.venv/bin/python examples/NAME.py``,
after ``make demo``. Those that draw, or show how far they are, need more: ``.venv/bin/pip install
'.[examples]'``. Ports of the original's programs have its names and take its arguments.

.. list-table::
   :widths: 1 3

{rows}

.. toctree::
   :hidden:

{names}
"""


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", _write_pages)
    return {"parallel_read_safe": True}


def _write_pages(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "examples"
    programs = sorted(EXAMPLES.glob("*.py"))
    for program in programs:
        pages.write(folder / f"{program.stem}.rst", _page(program))
    rows = "\n".join(
        f"   * - :doc:`{program.stem}`\n     - {_summary(program)}" for program in programs
    )
    names = "\n".join(f"   {program.stem}" for program in programs)
    pages.write(folder / "index.rst", _INDEX.format(rows=rows, names=names))


def _page(program: Path) -> str:
    command = [sys.executable, str(program), "--help"]
    # As wide as the page, whatever terminal the build has.
    settings = {"COLUMNS": "80", "PYTHONPATH": str(EXAMPLES.parent)}
    usage = subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout
    indented = "\n".join(f"   {line}".rstrip() for line in usage.splitlines())
    title = pages.title(program.stem, "=")
    return _PAGE.format(name=program.stem, title=title, usage=indented)


def _summary(program: Path) -> str:
    """The first paragraph of what it says of itself."""
    doc = ast.get_docstring(ast.parse(program.read_text())) or ""
    return doc.partition("\n\n")[0].replace("\n", " ")
