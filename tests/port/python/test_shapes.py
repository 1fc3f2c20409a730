"""What an expression is."""

from __future__ import annotations

import pytest

from sysvirt.port.parser import tree
from sysvirt.port.python.shapes import Shapes, method_of, plain
from tests.port.lines.reading import PRELUDE, unit_of


@pytest.mark.parametrize(
    ("perl", "shape"),
    [
        ("'a'", "str"),
        ('"$x"', "str"),
        ("5", "int"),
        ("1.5", "float"),
        ("$conn", "object"),
        ("$dom->get_name", "str"),
        ("$dom->is_active", "bool"),
        ("$dom->get_info", "dict"),
        ("$dom->get_info->{memory}", "int"),
        ("$dom->get_state", "tuple"),
        ("$dom->get_uuid", "bytes"),
        ("$conn->list_domains", "list"),
        ("$conn->get_domain_by_id(1)", "object"),
        ("Sys::Virt->new", "object"),
        ("Sys::Virt::Domain::STATE_RUNNING", "int"),
        ("Sys::Virt::Domain::CPU_STATS_CPUTIME", "str"),
        ("$a . $b", "str"),
        ("$a + 1", "int"),
        ("$a == 1", "bool"),
        ("lc $a", "str"),
        ("length($a)", "int"),
        ("$a ? 'x' : 'y'", "str"),
        ("$a ? 'x' : 1", ""),
        ("$unknown", ""),
        ("f()", ""),
    ],
)
def test_shapes(perl: str, shape: str) -> None:
    unit = unit_of(f"{PRELUDE}f({perl});\n")
    (call,) = [
        each
        for each in map(tree.call, tree.walk(unit.root))
        if each is not None and each.name == "f" and each.arguments
    ]
    assert Shapes(unit).of(call.arguments[0]) == shape


def test_the_method_of_a_use() -> None:
    unit = unit_of(PRELUDE)
    methods = [method_of(each) for each in unit.sites]
    assert [each.name for each in methods if each is not None][:2] == ["new", "get_domain_by_name"]
    # Of `use` there is none.
    assert methods[0] is None


def test_a_shape_without_what_it_is_of() -> None:
    assert plain("list:object:Sys::Virt::Domain") == "list"
