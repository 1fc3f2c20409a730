"""The names of a project."""

from __future__ import annotations

from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.types import Code, Object


def test_lineage_is_depth_first() -> None:
    symbols = Symbols()
    for child, parent in (("A", "B"), ("A", "C"), ("B", "D"), ("C", "D"), ("D", "A")):
        symbols.inherit(child, parent)
    assert symbols.lineage("A") == ["A", "B", "D", "C"]
    assert symbols.lineage("Unknown") == ["Unknown"]
    assert set(symbols.children("D")) >= {"A", "B", "C"}


def test_children_are_those_that_inherit_later_too() -> None:
    symbols = Symbols()
    assert symbols.children("P") == []
    symbols.inherit("C", "P")
    assert symbols.children("P") == ["C"]


def test_fields_come_from_parents() -> None:
    symbols = Symbols()
    symbols.inherit("Child", "Parent")
    solver = symbols.solver
    solver.put(symbols.package("Parent").fields, "conn", solver.constant(Object("Virt")))
    part = solver.part(symbols.package("Child").fields, "conn")
    solver.solve()
    assert solver.types(part) == {Object("Virt")}


def test_functions_come_from_where_they_are_exported() -> None:
    symbols = Symbols()
    for name in ("always", "asked", "hidden"):
        symbols.define_sub(symbols.sub("Lib", name))
    symbols.package("Lib").exports.add("always")
    symbols.package("Lib").exports_ok.add("asked")
    symbols.package("One").imports["Lib"] = None
    symbols.package("Two").imports["Lib"] = {"asked"}
    symbols.package("Three").imports["Lib"] = {":all"}
    slots = {
        (package, name): symbols.function(package, name)
        for package in ("One", "Two", "Three")
        for name in ("always", "asked", "hidden")
    }
    symbols.link_imports()
    symbols.solver.solve()
    known = {key for key, slot in slots.items() if symbols.solver.types(slot)}
    assert known == {("One", "always"), ("Two", "asked"), ("Three", "always"), ("Three", "asked")}


def test_new_subs_are_told_of() -> None:
    symbols = Symbols()
    told: list[str] = []
    symbols.on_define = told.append
    sub = symbols.sub("A", "f")
    symbols.define_sub(sub)
    symbols.define_sub(sub)
    assert told == ["f"]
    assert symbols.having("f") == ["A"]
    symbols.solver.solve()
    assert symbols.solver.types(symbols.function("A", "f")) == {Code(sub.id)}


def test_accessors_are_known() -> None:
    symbols = Symbols()
    symbols.package("A").accessors["conn"] = "conn"
    assert symbols.is_accessor("conn")
    assert not symbols.is_accessor("dom")
