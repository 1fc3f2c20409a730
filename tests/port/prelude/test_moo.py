"""Classes with attributes."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.port.prelude import moo
from sysvirt.port.prelude.errors import PerlDie

#: They have no types.
ours: Any = moo


def make(**attributes: dict[str, Any]) -> Any:
    cls = type("Guest", (ours.PerlObject,), {"perl_class": "Guest"})
    for name, options in attributes.items():
        ours.perl_has(cls, name, options)
    return cls


def test_new_takes_pairs_and_a_dict() -> None:
    cls = make(name={"is": "ro"})
    assert cls.new("name", "a").name() == "a"
    assert cls.new({"name": "b"}).name() == "b"


def test_what_is_required() -> None:
    cls = make(name={"is": "ro", "required": 1}, size={"is": "ro", "required": 1})
    with pytest.raises(PerlDie, match=r"Missing required arguments: name, size"):
        cls.new()


def test_defaults_are_made_for_each_object() -> None:
    cls = make(tags={"is": "ro", "default": lambda _: []}, size={"is": "rw", "default": 3})
    one, other = cls.new(), cls.new()
    one.tags().append("x")
    assert (other.tags(), other.size()) == ([], 3)


def test_what_is_lazy_is_made_once_when_it_is_asked_for() -> None:
    made: list[int] = []

    def build(_: object) -> int:
        made.append(1)
        return 7

    cls = make(size={"is": "lazy"})
    cls._build_size = build
    guest = cls.new()
    assert made == []
    assert (guest.size(), guest.size(), made) == (7, 7, [1])


def test_what_is_read_only_cant_be_set() -> None:
    guest = make(name={"is": "ro"}, size={"is": "rw"}).new("name", "a")
    with pytest.raises(PerlDie, match="name is a read-only accessor"):
        guest.name("b")
    guest.size(4)
    assert guest.size() == 4


def test_checks_triggers_and_other_names() -> None:
    said: list[Any] = []

    def check(value: Any) -> None:
        if value == "x":
            raise PerlDie("no x\n")

    cls = make(
        size={
            "is": "rw",
            "isa": check,
            "trigger": lambda _, value: said.append(value),
            "predicate": 1,
            "clearer": "drop_size",
            "init_arg": "bytes",
        }
    )
    guest = cls.new("bytes", 1)
    with pytest.raises(PerlDie, match='isa check for "size" failed: no x'):
        guest.size("x")
    assert (said, guest.has_size()) == ([1], 1)
    guest.drop_size()
    assert guest.has_size() == ""


def test_a_child_says_more_of_an_attribute() -> None:
    parent = make(size={"is": "ro", "default": 1})
    child: Any = type("Child", (parent,), {"perl_class": "Child"})
    ours.perl_has(child, "+size", {"default": 2})
    assert (parent.new().size(), child.new().size()) == (1, 2)
    assert (child.new().DOES("Guest"), parent.new().DOES("Child")) == (True, False)


def test_methods_are_wrapped() -> None:
    said: list[str] = []
    cls = make()
    cls.greet = lambda _, name: f"hi {name}"
    ours.perl_call_around(cls, "greet", lambda before, self, name: f"<{before(self, name)}>")
    ours.perl_call_before(cls, "greet", lambda _, name: said.append(f"before {name}"))
    ours.perl_call_after(cls, ["greet"], lambda _, name: said.append(f"after {name}"))
    assert cls.new().greet("a") == "<hi a>"
    assert said == ["before a", "after a"]


def test_an_attribute_does_the_work() -> None:
    inner = make(name={"is": "ro"})
    outer = make(
        guest={"is": "ro", "handles": ["name"]}, other={"is": "ro", "handles": {"call": "name"}}
    )
    made = outer.new("guest", inner.new("name", "a"), "other", inner.new("name", "b"))
    assert (made.name(), made.call()) == ("a", "b")
