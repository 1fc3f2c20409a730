"""The form of the tables."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.modules.table import Form, Module


def test_a_table_stays_as_it_is_written() -> None:
    form = Form("len({0})", "s", "int")
    module = Module("My::Text", functions={"length": form})
    assert (form.scalar, form.note, module.exports) == ("", "", frozenset())
    assert (module.constants, module.variables, module.methods) == ({}, {}, {})
    with pytest.raises(AttributeError):
        form.python = "other"  # type: ignore[misc]
