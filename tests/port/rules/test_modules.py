"""The table of modules."""

from __future__ import annotations

from sysvirt.port.rules.modules import MODULES


def test_the_table_is_in_order_and_says_something() -> None:
    assert list(MODULES) == sorted(MODULES)
    assert all(MODULES.values())
    assert {"Getopt::Long", "XML::LibXML", "JSON", "Try::Tiny"} <= set(MODULES)
