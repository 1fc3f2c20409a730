"""What an error says about a name that isn't there, and that nothing else has changed."""

from __future__ import annotations

import copy
import enum
import inspect
import pickle
import subprocess
import sys
import traceback
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest

import sysvirt
import sysvirt.aio
from sysvirt import Domain, Error, Event, EventImpl, Network, Sys, Virt
from sysvirt._hints import search
from sysvirt._hints.missing import Hinting, of_instance

CLASSES = [
    cls
    for module in (sysvirt, sysvirt.aio)
    for cls in (getattr(module, name) for name in module.__all__)
    if isinstance(cls, type)
]
#: What a user mixes with classes that have another metaclass, and Python's own words do.
PLAIN = {
    "EventImpl",
    "Sys",
    "Events",
    "EventsLost",
    "Console",
    "Fleet",
    "FleetEvents",
    "HostDown",
    "HostState",
    "HostUp",
    "Result",
    "Hole",
    "Reader",
    "Writer",
}


def missing(owner: object, name: str) -> AttributeError:
    with pytest.raises(AttributeError) as caught:
        getattr(owner, name)
    return caught.value


def shown(error: AttributeError) -> str:
    """The last line of a traceback."""
    return traceback.format_exception(error)[-1].rstrip("\n")


class Plain:
    """A class without hints, for what Python itself says."""


# What it says ------------------------------------------------------------------------------------


def test_an_object_says_what_was_meant(dom: Domain) -> None:
    error = missing(dom, "block_job_abort")
    assert str(error) == (
        "'Domain' object has no attribute 'block_job_abort'. Did you mean: 'abort_block_job'?"
    )
    assert (error.name, error.obj) == ("block_job_abort", dom)


def test_a_class_does() -> None:
    error = missing(Sys.Virt.Domain, "STATE_CRUSHED")
    assert str(error) == (
        "type object 'Domain' has no attribute 'STATE_CRUSHED'. Did you mean: 'STATE_CRASHED'?"
    )
    assert (error.name, error.obj) == ("STATE_CRUSHED", Domain)


def test_a_call_by_a_user_says_the_same(dom: Domain) -> None:
    class Mine(Domain):
        def __getattr__(self, name: str) -> object:
            return super().__getattr__(name)  # type: ignore[misc]

    mine = object.__new__(Mine)
    error = missing(mine, "dumpxml")
    assert str(error).endswith("Did you mean: 'get_xml_description'?")
    with pytest.raises(AttributeError) as caught:
        of_instance(dom, "qqqq")
    assert (caught.value.name, caught.value.obj) == ("qqqq", dom)


@pytest.mark.parametrize("module", [sysvirt, sysvirt.aio])
def test_a_module_does(module: Any) -> None:
    error = missing(module, "Domian")
    assert str(error) == (
        f"module '{module.__name__}' has no attribute 'Domian'. Did you mean: 'Domain'?"
    )
    assert (error.name, error.obj) == ("Domian", module)


def test_an_error_does() -> None:
    error = missing(Error.unsupported("x", "2.0.0", "1.0.0"), "get_code")
    assert str(error).endswith("object has no attribute 'get_code'. Did you mean: 'code'?")


def test_awaited_objects_do() -> None:
    dom = object.__new__(sysvirt.aio.Domain)
    assert str(missing(dom, "blockJobAbort")).endswith("Did you mean: 'abort_block_job'?")
    assert str(missing(sysvirt.aio.Virt, "lookupByName")).endswith("'get_domain_by_name'?")


def test_where_nothing_is_near_it_says_what_python_says(dom: Domain) -> None:
    words = str(missing(Plain(), "qqqq")).replace("Plain", "Domain")
    assert str(missing(dom, "qqqq")) == words
    words = str(missing(Plain, "qqqq")).replace("Plain", "Domain")
    assert str(missing(Domain, "qqqq")) == words
    words = str(missing(enum, "qqqq")).replace("enum", "sysvirt")
    assert str(missing(sysvirt, "qqqq")) == words


@pytest.mark.parametrize(
    ("look", "line"),
    [
        (lambda conn: conn.get_network_by_name("default").get_nmae, "'get_name'"),
        (lambda _: Network.XML_INACTIV, "'XML_INACTIVE'"),  # type: ignore[attr-defined]
        (lambda _: sysvirt.Netwrk, "'Network'"),  # type: ignore[attr-defined]
    ],
)
def test_a_traceback_says_it_once(conn: Virt, look: Callable[[Virt], Any], line: str) -> None:
    # Python has a guess of its own for each of these.
    with pytest.raises(AttributeError) as caught:
        look(conn)
    last = shown(caught.value)
    assert last == f"AttributeError: {caught.value}"
    assert last.endswith(f". Did you mean: {line}?")
    assert last.count("Did you mean") == 1


def test_a_program_that_ends_with_it_says_it_once() -> None:
    program = "import sysvirt; sysvirt.Network.XML_INACTIV"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stderr.splitlines()[-1] == (
        "AttributeError: type object 'Network' has no attribute 'XML_INACTIV'. "
        "Did you mean: 'XML_INACTIVE'?"
    )


def test_it_has_no_other_error_above_it(dom: Domain) -> None:
    for owner in (dom, Domain, sysvirt):
        error = missing(owner, "qqqq")
        assert (error.__cause__, error.__context__) == (None, None)


# The error itself --------------------------------------------------------------------------------


def test_it_can_be_sent_to_another_process(dom: Domain) -> None:
    error = missing(dom, "XMLDesc")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is AttributeError
        assert str(other) == str(error)


def test_it_searches_only_when_it_is_read(dom: Domain) -> None:
    with mock.patch.object(search, "find_near", return_value=["it"]) as find:
        assert not hasattr(dom, "qqqq")
        assert not hasattr(Domain, "qqqq")
        assert not hasattr(sysvirt, "qqqq")
        assert getattr(dom, "qqqq", 5) == 5
        assert find.mock_calls == []
        assert str(missing(dom, "qqqq")).endswith("Did you mean: 'it'?")
        assert find.mock_calls == [mock.call(dom, "qqqq")]


def test_nothing_of_it_is_imported_before() -> None:
    program = """
import sys, sysvirt
assert not hasattr(sysvirt.Domain, "qqqq")
print(*(name for name in sys.modules if name.startswith("sysvirt._hints")))
print(sysvirt.Domain.__name__, "difflib" in sys.modules, "argparse" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.splitlines() == [
        "sysvirt._hints sysvirt._hints.missing",
        "Domain False False",
    ]


def test_what_begins_with_an_underscore_is_left_to_python(dom: Domain) -> None:
    error = missing(Error.unsupported("x", "2.0.0", "1.0.0"), "_raww")
    for owner in (dom, Domain, sysvirt):
        for name in ("__deepcopy__", "_handel"):
            error = missing(owner, name)
            assert (type(error), shown(error)) == (AttributeError, f"AttributeError: {error}")
            assert str(error).endswith(f"has no attribute '{name}'")


def test_a_property_that_fails_says_why() -> None:
    class Mine(Domain):
        @property
        def get_nmae(self) -> str:
            return self.handle.nothing  # type: ignore[no-any-return]

    with pytest.raises(AttributeError) as caught:
        _ = object.__new__(Mine).get_nmae
    assert "_handle" in str(caught.value)
    assert "Did you mean" not in shown(caught.value)


def test_what_fails_on_the_class_says_why() -> None:
    class Failing:
        def __get__(self, item: object, cls: type) -> None:
            raise AttributeError("there is no weather")

    class Mine(Domain):
        weather = Failing()

    assert str(missing(Mine, "weather")) == "there is no weather"


# Nothing else has changed ------------------------------------------------------------------------


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_a_class_shows_nothing_new(cls: type) -> None:
    assert (type(cls) is Hinting) == (cls.__name__ not in PLAIN)
    assert not inspect.isabstract(cls)
    assert not {"__abstractmethods__", "_abc_impl", "mro"} & {*dir(cls)}
    assert not hasattr(cls, "nope")
    assert hasattr(cls, "register") == (cls is Event)


def test_register_is_the_event_loops() -> None:
    assert "impl" in inspect.signature(Event.register).parameters
    assert str(missing(Domain, "register")) == (
        "type object 'Domain' has no attribute 'register'. Did you mean: 'Event.register'?"
    )


def test_isinstance_is_as_it_was(conn: Virt, dom: Domain) -> None:
    class Mine(Domain):
        pass

    class Other(Network):
        pass

    mine = object.__new__(Mine)
    assert isinstance(mine, Domain)
    assert isinstance(mine, Mine)
    assert not isinstance(dom, Mine)
    assert not isinstance(conn, Domain)
    assert not isinstance(mine, Network)
    assert issubclass(Mine, Domain)
    assert not issubclass(Other, Domain)
    assert not issubclass(Domain, Mine)
    assert isinstance(mock.create_autospec(Domain, instance=True), Domain)


def test_a_subclass_gets_hints_and_may_have_its_own() -> None:
    class Mine(Domain):
        STATE_MINE = 77

    class Dynamic(Domain):
        def __getattr__(self, name: str) -> str:
            return name.upper()

    assert str(missing(object.__new__(Mine), "dumpxml")).endswith("'get_xml_description'?")
    assert str(missing(Mine, "STATE_MINNE")).endswith("Did you mean: 'STATE_MINE'?")
    assert object.__new__(Dynamic).anything == "ANYTHING"
    made = type("Made", (Domain,), {})
    assert issubclass(made, Domain)


@pytest.mark.parametrize("meta", [{}, {"metaclass": ABCMeta}])
def test_a_subclass_may_be_abstract(meta: dict[str, Any]) -> None:
    class Abstract(Virt, *([] if meta else [ABC]), **meta):  # type: ignore[misc]
        @abstractmethod
        def describe(self) -> str: ...

    class Concrete(Abstract):
        def describe(self) -> str:
            return "here"

    class Foreign:
        pass

    assert inspect.isabstract(Abstract)
    assert not inspect.isabstract(Concrete)
    with pytest.raises(TypeError, match="abstract"):
        Abstract.new(uri="test:///default")
    with Concrete.new(uri="test:///default") as conn:
        assert isinstance(conn, Abstract)
        assert conn.describe() == "here"
    Abstract.register(Foreign)
    assert isinstance(Foreign(), Abstract)
    assert not isinstance(Foreign(), Concrete)
    assert not isinstance(Foreign(), Virt)


def test_an_event_loop_may_have_any_metaclass() -> None:
    class Meta(type):
        pass

    class Loop(EventImpl, metaclass=Meta):
        pass

    assert type(Loop) is Meta


def test_another_metaclass_is_joined_with_it() -> None:
    class Meta(type):
        greeting = "hello"

    class Both(Meta, type(Domain)):  # type: ignore[misc]
        pass

    class Mine(Domain, metaclass=Both):
        pass

    assert Mine.greeting == "hello"
    assert str(missing(Mine, "STATE_CRUSHED")).endswith("Did you mean: 'STATE_CRASHED'?")
    assert not hasattr(Domain, "greeting")


def test_copying_fails_as_it_did(dom: Domain) -> None:
    for function in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="cannot pickle or copy a sysvirt.Domain"):
            function(dom)


def test_an_error_is_copied_as_it_was() -> None:
    error = Error.unsupported("x", "2.0.0", "1.0.0")
    error.add_note("a note")
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert str(other) == str(error)
        assert other.__notes__ == ["a note"]


def test_an_object_that_is_not_made_yet_fails_as_it_did() -> None:
    error = missing(object.__new__(Domain), "_handle")
    assert type(error) is AttributeError
    assert str(error).endswith("object has no attribute '_handle'")


def test_every_wrapped_class_has_the_same_look() -> None:
    for cls in (Domain, Network, Virt, Error, sysvirt.aio.Domain, sysvirt.aio.Virt):
        assert inspect.getattr_static(cls, "__getattr__") is of_instance
