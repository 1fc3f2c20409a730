"""The awaited twins: how they are made, and that none is forgotten."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

import sysvirt.aio
from reference import generate
from reference.twin_examples import await_calls, await_examples
from reference.twin_writer import FOLDER, module_text, render_twins, tidy, twin_path
from reference.twins import BEYOND, fate_of, find_fate, public_classes, read_module
from sysvirt.aio import Sys

AWAITED = {"get_domain_by_name", "get_info", "list_domains", "destroy"}


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("dom.get_info()", "await dom.get_info()"),
        ("dom.get_name()", "dom.get_name()"),
        ("info = dom.get_info()", "info = await dom.get_info()"),
        (
            'conn.get_domain_by_name("ä").get_info()["cpu"]',
            '(await (await conn.get_domain_by_name("ä")).get_info())["cpu"]',
        ),
        ("for d in conn.list_domains():\n    d.destroy()", None),
        ("[d.get_info() for d in conn.list_domains()]", None),
        ("dom.get_info() == dom.get_info()", None),
        ("conn = Sys.Virt.new(uri=uri)", "conn = await Sys.Virt.new(uri=uri)"),
        ("Sys.Virt.get_info()", "Sys.Virt.get_info()"),
        ("print(dom.get_info)", "print(dom.get_info)"),
    ],
)
def test_calls_are_awaited(code: str, wanted: str | None) -> None:
    found = await_calls(code, AWAITED)
    if wanted is None:
        for call in ("dom.get_info()", "d.get_info()", "d.destroy()", "conn.list_domains()"):
            assert found.count(f"await {call}") == code.count(call)
    else:
        assert found == wanted
    assert found.replace("await ", "").replace("(", "").replace(")", "") == code.replace(
        "(", ""
    ).replace(")", "")


def test_an_example_keeps_its_form() -> None:
    docstring = """Says what.

        >>> with open(name) as file:
        ...     dom.get_info()
        ...
        >>> dom
        <sysvirt.Domain 'test'>
        >>> error
        <sysvirt.Nothing 'test'>
        """
    wanted = docstring.replace("dom.get_info()", "await dom.get_info()").replace(
        "<sysvirt.Domain", "<sysvirt.aio.Domain"
    )
    assert await_examples(docstring, AWAITED) == wanted


SOURCE = '''
from sysvirt.domain.part import DomainPart
from sysvirt.network import Network


class Lifecycle(DomainPart):
    """The lifecycle part."""

    __slots__ = ()

    def destroy(self) -> None:
        """Ends it."""
        self._handle.destroy()

    def get_name(self) -> str:
        """The name."""
        return self._handle.name()

    def further(self, net: Network, *args: int, flag: bool = False) -> list[Network]:
        """Something that Perl doesn't have."""
        return [net]

    def _inner(self) -> None:
        pass
'''


def test_a_twin_is_source_that_can_be_read() -> None:
    module = read_module(Path("sysvirt/domain/lifecycle.py"), SOURCE)
    text = module_text(module)
    for line in (
        "class Lifecycle(Twin):",
        "    _sync: sync.Lifecycle",
        "    async def destroy(self) -> None:",
        "        await self._call_express(self._sync.destroy)",
        "    def get_name(self) -> str:",
        "        return self._sync.get_name()",
        "        found = await self._call(self._sync.further, sync_of(net), *args, flag=flag)",
        "        return [Network(self._conn, each) for each in found]",
        "from sysvirt.aio._generated.network import Network",
    ):
        assert line in text.split("\n"), text
    assert "_inner" not in text
    assert twin_path(module) == FOLDER / "domain" / "lifecycle.py"


def test_the_reference_must_say_one_thing() -> None:
    assert find_fate({"StorageVol.get_path"}) == "async"
    assert find_fate({"StorageVol.get_key", "Domain.get_name"}) == "value"
    # What Perl doesn't have is awaited, unless a reason is given.
    assert find_fate({"Domain.lookup_snapshot_by_name"}) == "async"
    with pytest.raises(ValueError, match="must say one thing"):
        find_fate({"StorageVol.get_path", "StorageVol.get_key"})


def test_all_are_as_the_reference_makes_them() -> None:
    pytest.importorskip("ruff", reason="needs ruff, which lays them out")
    assert generate.check(generate.render()) == ""
    assert tidy("import os\nx=1\n", Path("sysvirt/x.py")) == "x = 1\n"


def test_what_nothing_makes_any_more_shows_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    old = FOLDER / "old.py"
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / old).write_text("x = 1\n")
    files = generate._left_over()
    assert files == {old: ""}
    assert "-x = 1" in generate.check(files)
    generate.write(files)
    assert not (tmp_path / old).exists()


def test_the_package_has_every_module() -> None:
    pytest.importorskip("ruff", reason="needs ruff, which lays them out")
    assert all((generate.ROOT / path).exists() for path in render_twins())


def methods() -> list[tuple[str, str]]:
    """Every public method and property of the synchronous classes."""
    return [
        (cls.__name__, name)
        for cls in public_classes().values()
        for name, member in inspect.getmembers(cls)
        if not name.startswith("_")
        and (isinstance(member, property) or callable(member))
        and not inspect.isclass(member)
    ]


@pytest.mark.parametrize(("cls", "name"), methods(), ids=".".join)
def test_every_method_has_its_twin(cls: str, name: str) -> None:
    twin: Any = getattr(sysvirt.aio, cls)
    fate = fate_of(f"{cls}.{name}") or "async"
    if fate == "out":
        assert not hasattr(twin, name)
        assert BEYOND.get(f"{cls}.{name}", BEYOND.get(f"*.{name}"))
        return
    member = inspect.getattr_static(twin, name)
    if fate == "hand":
        # Each says for itself whether it is awaited; what it is called is the same.
        assert member is not None
        return
    assert inspect.iscoroutinefunction(member) == (fate == "async")
    ours, theirs = (
        inspect.signature(member),
        inspect.signature(getattr(public_classes()[cls], name)),
    )
    assert [*ours.parameters] == [*theirs.parameters]
    for parameter, wanted in zip(ours.parameters.values(), theirs.parameters.values(), strict=True):
        assert (parameter.kind, parameter.default) == (wanted.kind, wanted.default)


def test_what_is_left_out_or_by_hand_says_why() -> None:
    names = {f"{cls}.{name}" for cls, name in methods()} | {f"*.{name}" for _, name in methods()}
    assert {*BEYOND} <= names
    assert all(reason for _, reason in BEYOND.values())


def test_the_parts_of_the_connection_are_all_there() -> None:
    """Those by hand are put together one by one, so that none may be forgotten."""
    for name in ("events", "run", "of", "pending", "closed", "close", "abort", "set_keep_alive"):
        assert hasattr(Sys.Virt, name)
