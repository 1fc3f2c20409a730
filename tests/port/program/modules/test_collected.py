"""All tables in one."""

from __future__ import annotations

import importlib
import pkgutil

from sysvirt.port.program import modules
from sysvirt.port.program.modules.collected import MODULES
from sysvirt.port.program.modules.table import Module


def test_no_table_is_forgotten() -> None:
    for room in pkgutil.iter_modules(modules.__path__):
        table = importlib.import_module(f"{modules.__name__}.{room.name}")
        for each in getattr(table, "MODULES", ()):
            if isinstance(each, Module):
                assert MODULES[each.name] is each


def test_modules_stand_under_their_names() -> None:
    assert {name: each.name for name, each in MODULES.items()} == {name: name for name in MODULES}
