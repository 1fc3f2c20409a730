"""The state of a walk."""

from __future__ import annotations

from sysvirt.port.inference.calls import Calls
from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.inference.values import Items, Plural, Single
from sysvirt.port.inference.walk import Walk
from sysvirt.port.parser import grammar
from sysvirt.port.types import Object, Package, Text
from tests.port.asking import node


def walk(perl: str = "") -> Walk:
    """A walk through a script, before its first step."""
    symbols, data = Symbols(), perl.encode()
    return Walk(symbols, Calls(symbols), 0, "main#0", grammar.parse(data), data)


def test_steps_are_done_in_their_order_and_new_ones_first() -> None:
    one = walk()
    done: list[str] = []
    whole = node("a(b())", "function_call_expression")
    one.run(
        [lambda: done.append("before"), whole, lambda: done.append("after")],
        lambda _, each: [lambda: done.append(each.type), *each.named_children[:0]],
    )
    assert done == ["before", "function_call_expression", "after"]


def test_values_are_kept_by_node() -> None:
    one = walk()
    number, other = node("1", "number"), node("2", "number")
    one.keep(number, Single(one.solver, one.solver.constant(Object("Domain"))))
    assert one.one(number) is not None
    assert one.value(other) is None
    assert one.one(None) is None


def test_names_and_what_is_none() -> None:
    one = walk()
    value = one.name("get_name")
    assert value is not None
    assert one.solver.types(value.one() or 0) == {Text("get_name")}
    assert one.name("a b") is None
    assert one.name("") is None


def test_the_package_main_is_that_of_the_file() -> None:
    one = walk()
    slot = one.package_name("main").one()
    assert slot is not None
    assert one.solver.types(slot) == {Package("main#0")}


def test_parameters_are_those_of_the_sub() -> None:
    one = walk()
    sub = one.enter_sub("f")
    sub.shifts = 2
    value = one.variable("@_")
    assert isinstance(value, Plural)
    assert value.many() == (sub.params, 2)
    one.leave_sub()
    assert one.variable("@_").many() != (sub.params, 2)


def test_topic_is_what_a_loop_goes_through() -> None:
    one = walk()
    outside = one.topic()
    slot = one.solver.slot()
    one.scopes.enter()
    one.bind_each(("$_",), slot)
    assert one.topic() == slot
    one.scopes.leave()
    assert one.topic() == outside != slot


def test_lists_are_flat_and_know_their_keys() -> None:
    one = walk()
    nodes = node("f(a => $x, ($y, $z))", "list_expression").named_children
    for each in nodes:
        one.keep(each, Single(one.solver, one.solver.slot()))
    one.keep(nodes[-1], Items(one.solver, [(None, None), (None, None)]))
    items = one.items(nodes).items
    assert [key for key, _ in items] == [None, "a", None, None]


def test_parts_are_kept() -> None:
    one = walk("eval 'print 1'")
    root = one.part(6, 13)
    assert one.parts == [root]
    assert root.children[0].start_byte == 6
