"""What expressions are as one value, and as a list."""

from __future__ import annotations

from sysvirt.port.inference.solver import Solver
from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.inference.values import (
    Either,
    Element,
    Items,
    Outcome,
    Plural,
    Pointed,
    Referenced,
    Single,
    Value,
    pour,
)
from sysvirt.port.types import Foreign, Hash, List, Object, Result, Type

DOMAIN = Object("Domain")
VIRT = Object("Virt")


def single(solver: Solver, type_: Type) -> Single:
    """A value of a type."""
    return Single(solver, solver.constant(type_))


def types(solver: Solver, value: Value) -> frozenset[Type]:
    """What a value is as a scalar."""
    slot = value.one()
    solver.solve()
    return solver.types(slot) if slot is not None else frozenset()


def element(solver: Solver, value: Value, index: int) -> frozenset[Type]:
    """What stands at an index of its list."""
    source = value.many()
    assert source is not None
    slot = solver.part(source[0], source[1] + index)
    solver.solve()
    return solver.types(slot)


def test_one_value_is_a_list_of_one() -> None:
    solver = Solver()
    value = single(solver, DOMAIN)
    assert types(solver, value) == {DOMAIN}
    assert element(solver, value, 0) == {DOMAIN}
    assert element(solver, value, 1) == frozenset()


def test_a_list_is_its_last_item_as_one_value() -> None:
    solver = Solver()
    items = Items(solver, [(None, single(solver, VIRT)), (None, single(solver, DOMAIN))])
    assert types(solver, items) == {DOMAIN}
    assert element(solver, items, 0) == {VIRT}
    assert types(solver, Items(solver, [])) == frozenset()


def test_lists_are_taken_apart() -> None:
    solver = Solver()
    one, rest = Single(solver, solver.slot()), Plural(solver, solver.cell())
    source = [single(solver, each) for each in (VIRT, DOMAIN, Foreign("X"))]
    Items(solver, [(None, one), (None, rest)]).assign(
        Items(solver, [(None, each) for each in source])
    )
    assert types(solver, one) == {VIRT}
    assert element(solver, rest, 0) == {DOMAIN}
    assert element(solver, rest, 1) == {Foreign("X")}


def test_named_arguments_become_a_hash() -> None:
    solver = Solver()
    target = Plural(solver, solver.cell(), is_hash=True)
    target.assign(
        Items(
            solver,
            [
                (None, None),
                ("conn", single(solver, VIRT)),
                (None, None),
                ("dom", single(solver, DOMAIN)),
            ],
        )
    )
    solver.solve()
    assert solver.types(solver.part(target.cell, "conn")) == {VIRT}
    assert solver.types(solver.part(target.cell, "dom")) == {DOMAIN}


def test_behind_a_list_of_unknown_length_anything_may_stand_anywhere() -> None:
    solver = Solver()
    many = Plural(solver, solver.cell())
    many.assign(single(solver, DOMAIN))
    cell = solver.cell()
    pour(solver, Items(solver, [(None, many), (None, single(solver, VIRT))]), cell)
    solver.solve()
    assert solver.types(solver.part(cell, 0)) == {DOMAIN}
    assert solver.types(solver.part(cell, 3)) == {VIRT}


def test_outcomes_take_what_is_linked_before_and_after() -> None:
    solver = Solver()
    outcome = Outcome(solver)
    first, second = solver.cell(), solver.cell()
    outcome.link(solver.constant(VIRT), first)
    source = outcome.many()
    outcome.link(None, second)
    solver.put(first, 0, solver.constant(VIRT))
    solver.put(second, 0, solver.constant(DOMAIN))
    solver.solve()
    assert solver.types(solver.part(source[0], 0)) == {VIRT, DOMAIN}
    assert types(solver, outcome) == {VIRT}


def test_choices_are_either() -> None:
    solver = Solver()
    either = Either(solver, [single(solver, VIRT)])
    either.add(single(solver, DOMAIN))
    assert types(solver, either) == {VIRT, DOMAIN}
    assert element(solver, either, 0) == {VIRT, DOMAIN}


def test_elements_of_variables() -> None:
    symbols = Symbols()
    solver, cell = symbols.solver, symbols.solver.cell()
    Element(symbols.store, cell, "a").assign(single(solver, DOMAIN))
    assert types(solver, Element(symbols.store, cell, "a")) == {DOMAIN}
    assert types(solver, Element(symbols.store, cell, None)) == {DOMAIN}
    assert types(solver, Element(symbols.store, cell, "b")) == frozenset()


def test_what_is_written_to_is_made() -> None:
    """``$h->{a}{b} = $dom`` with nothing in ``$h``."""
    symbols = Symbols()
    solver, base = symbols.solver, symbols.solver.slot()
    inner = Referenced(symbols.store, base, "a", is_hash=True)
    Referenced(symbols.store, inner.one(), "b", is_hash=True).assign(single(solver, DOMAIN))
    solver.solve()
    while symbols.store.make_missing():
        solver.solve()
    again = Referenced(symbols.store, base, "a", is_hash=True)
    assert types(solver, Referenced(symbols.store, again.one(), "b", is_hash=True)) == {DOMAIN}
    assert [type(each) for each in types(solver, again)] == [Hash]


def test_what_is_there_is_not_made_anew() -> None:
    symbols = Symbols()
    solver, cell = symbols.solver, symbols.solver.cell()
    base = solver.constant(List(cell.id))
    pointed = Pointed(symbols.store, base, is_hash=False)
    pointed.assign(single(solver, DOMAIN))
    solver.solve()
    assert not symbols.store.make_missing()
    assert solver.types(solver.part(cell, 0)) == {DOMAIN}
    assert element(solver, pointed, 0) == {DOMAIN}


def test_parts_of_results() -> None:
    symbols = Symbols()
    base = symbols.solver.constant(Result("Domain", "get_info"))
    state = Referenced(symbols.store, base, "state", is_hash=True)
    assert types(symbols.solver, state) == {Result("Domain", "get_info", "state")}
    deeper = Referenced(symbols.store, state.one(), "x", is_hash=True)
    assert types(symbols.solver, deeper) == frozenset()
