"""Slots, cells, and what flows between them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from functools import partial

from sysvirt.port.inference.solver import LAST_INDEX, MOST, Cell, Solver
from sysvirt.port.types import Foreign, Object, Type

DOMAIN = Object("Domain")
VIRT = Object("Virt")


def held(solver: Solver, slot: int) -> frozenset[Type]:
    """What a slot holds when all is done."""
    solver.solve()
    return solver.types(slot)


def filled(solver: Solver, **elements: Type) -> Cell:
    """A hash."""
    cell = solver.cell()
    for key, type_ in elements.items():
        solver.put(cell, key, solver.constant(type_))
    return cell


def test_types_go_along_edges_whenever_they_are_made() -> None:
    solver = Solver()
    a, b, c = (solver.slot() for _ in range(3))
    solver.edge(a, b)
    solver.add(a, DOMAIN)
    solver.edge(b, c)
    assert held(solver, c) == {DOMAIN}
    solver.add(b, VIRT)
    assert held(solver, c) == {DOMAIN, VIRT}
    assert held(solver, a) == {DOMAIN}


def test_circles_end() -> None:
    solver = Solver()
    slots = [solver.slot() for _ in range(5)]
    for one, other in zip(slots, [*slots[1:], slots[0]], strict=True):
        solver.edge(one, other)
    solver.add(slots[2], DOMAIN)
    assert held(solver, slots[1]) == {DOMAIN}


def test_watchers_see_each_type_once() -> None:
    solver = Solver()
    slot = solver.slot()
    seen: list[Type] = []
    solver.add(slot, DOMAIN)
    solver.watch(slot, seen.append)
    solver.solve()
    solver.watch(slot, seen.append)
    solver.add(slot, VIRT)
    solver.add(slot, DOMAIN)
    solver.solve()
    assert seen.count(DOMAIN) == 2
    assert seen.count(VIRT) == 2


def test_elements_are_told_apart() -> None:
    solver = Solver()
    cell = filled(solver, a=DOMAIN, b=VIRT)
    assert held(solver, solver.part(cell, "a")) == {DOMAIN}
    assert held(solver, solver.everything(cell)) == {DOMAIN, VIRT}
    solver.put(cell, None, solver.constant(Foreign("X")))
    assert held(solver, solver.part(cell, "a")) == {DOMAIN, Foreign("X")}
    assert held(solver, solver.part(cell, "new")) == {Foreign("X")}


def test_what_comes_in_later_is_read_too() -> None:
    solver = Solver()
    cell = solver.cell()
    part, everything = solver.part(cell, 1), solver.everything(cell)
    solver.put_rest(cell, 1, solver.constant(DOMAIN))
    solver.put(cell, 0, solver.constant(VIRT))
    assert held(solver, part) == {DOMAIN}
    assert held(solver, solver.part(cell, 0)) == {VIRT}
    assert held(solver, everything) == {DOMAIN, VIRT}


def test_lists_are_copied_with_a_shift() -> None:
    solver = Solver()
    source, target = solver.cell(), solver.cell()
    solver.copy_list(source, target, skip=1, at=2)
    elements: tuple[Type, ...] = (VIRT, DOMAIN, Foreign("X"))
    for index, type_ in enumerate(elements):
        solver.put(source, index, solver.constant(type_))
    assert held(solver, solver.part(target, 2)) == {DOMAIN}
    assert held(solver, solver.part(target, 3)) == {Foreign("X")}
    assert held(solver, solver.part(target, 0)) == frozenset()


def test_pairs_become_a_hash() -> None:
    solver = Solver()
    source, target = solver.cell(), solver.cell()
    solver.put(source, "conn", solver.constant(VIRT))
    solver.put(source, 1, solver.constant(VIRT))
    source.paired.update((0, 1))
    solver.put(source, 3, solver.constant(DOMAIN))
    solver.copy_hash(source, target)
    assert held(solver, solver.part(target, "conn")) == {VIRT, DOMAIN}
    assert held(solver, solver.part(target, "other")) == {DOMAIN}


def test_indexes_end_somewhere() -> None:
    """A sub that calls itself with one argument more."""
    solver = Solver()
    cell = solver.cell()
    solver.copy_list(cell, cell, skip=0, at=1)
    solver.put(cell, 0, solver.constant(DOMAIN))
    assert held(solver, solver.part(cell, LAST_INDEX + 5)) == {DOMAIN}
    assert len(cell.parts) <= LAST_INDEX


def test_long_chains_are_no_recursion() -> None:
    solver = Solver()
    cells = [solver.cell() for _ in range(5000)]
    for one, other in itertools.pairwise(cells):
        solver.copy_list(one, other)
    solver.put(cells[0], 0, solver.constant(DOMAIN))
    assert held(solver, solver.part(cells[-1], 0)) == {DOMAIN}


def test_where_everything_comes_together_objects_still_count() -> None:
    solver = Solver()
    slot = solver.slot()
    for number in range(MOST * 2):
        solver.add(slot, Foreign(f"P{number}"))
    solver.add(slot, DOMAIN)
    types = held(solver, slot)
    assert DOMAIN in types
    assert len(types) < MOST * 2


def test_the_order_of_what_is_said_does_not_matter() -> None:
    answers: set[frozenset[Type]] = set()
    for seed in range(20):
        solver = Solver()
        a, b, c = (solver.slot() for _ in range(3))
        cell, copy = solver.cell(), solver.cell()
        part = solver.part(copy, "k")
        steps: list[Callable[[], None]] = [
            partial(solver.edge, a, b),
            partial(solver.put, cell, "k", b),
            partial(solver.copy_hash, cell, copy),
            partial(solver.edge, part, c),
            partial(solver.add, a, DOMAIN),
            partial(solver.put, copy, None, solver.constant(VIRT)),
        ]
        random.Random(seed).shuffle(steps)
        for step in steps:
            step()
        answers.add(held(solver, c))
    assert answers == {frozenset({DOMAIN, VIRT})}
