"""What one pass finds out for the next."""

from __future__ import annotations

from sysvirt.port.draft.known.facts import Facts, SubFacts
from sysvirt.port.draft.known.variables import Variable


def test_the_kind_of_a_variable_is_that_of_all_its_values() -> None:
    facts, number, names = Facts(), Variable("$n"), Variable("@names")
    facts.kinds[number] = {"int", "none"}
    facts.held[names] = {"str"}
    assert (facts.kind(number), facts.kind(names)) == ("int?", "str")


def test_nothing_is_known_of_what_somebody_else_may_fill() -> None:
    facts, names = Facts(), Variable("@names")
    facts.held[names] = {"str"}
    facts.shared.add(names)
    assert facts.kind(names) == ""


def test_an_argument_that_some_calls_lack_may_not_be_there() -> None:
    facts = SubFacts(arguments=[{"str"}, {"int"}], fewest=1, most=2)
    assert (facts.argument(0), facts.argument(1), facts.argument(2)) == ("str", "int?", "")


def test_of_a_sub_that_is_handed_on_nothing_is_known() -> None:
    facts = SubFacts(arguments=[{"str"}], fewest=1, most=1, is_passed=True)
    assert facts.argument(0) == ""


def test_facts_are_equal_when_nothing_new_is_known() -> None:
    one, other, number = Facts(), Facts(), Variable("$n")
    for each in (one, other):
        each.kinds[number] = {"int"}
        each.sub("main::f").gives.add("str")
    assert one == other
    other.sub("main::f").gives.add("int")
    assert one != other
