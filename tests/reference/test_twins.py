"""The twins of `sysvirt.aio`: how they are made, and that none is missing or drifts."""

from __future__ import annotations

import ast
import asyncio
import doctest
import inspect
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sysvirt.aio
from reference import generate, twin_examples, twins
from reference.data import read_methods
from reference.twin_examples import await_calls, await_examples
from reference.twin_writer import FOLDER, awaited_names, module_text, tidy, twin_path
from reference.twins import BEYOND, EXPRESS, find_fate, public_classes, read_module
from sysvirt.aio import Sys

ROOT = twins.ROOT
PATH = Path("sysvirt/network.py")
DOC = '"""What it is."""'


# Writing ------------------------------------------------------------------------------------------


def made(signature: str, cls: str = "Domain", above: str = "") -> str:
    """What becomes of a method with a signature, without the docstring and the spaces."""
    source = f"class {cls}(Resource):\n    {DOC}\n{above}    def {signature}:\n        {DOC}\n"
    text = module_text(read_module(PATH, source))
    assert isinstance(compile(text, "twin", "exec", ast.PyCF_ONLY_AST), ast.Module)
    body = text.partition(f"_sync: sync.{cls}\n")[2].replace(f"        {DOC}\n", "")
    return " ".join(body.split())


def test_a_call_is_awaited() -> None:
    assert made("get_max_memory(self) -> int") == (
        "async def get_max_memory(self) -> int: return await self._call(self._sync.get_max_memory)"
    )


def test_what_needs_no_call_is_plain() -> None:
    assert made("get_name(self) -> str") == (
        "def get_name(self) -> str: return self._sync.get_name()"
    )


def test_nothing_is_returned_where_nothing_comes() -> None:
    assert made("suspend(self) -> None").endswith(": await self._call(self._sync.suspend)")


@pytest.mark.parametrize("name", sorted(EXPRESS))
def test_what_ends_a_hung_call_passes_it(name: str) -> None:
    method = name.removeprefix("Domain.")
    assert made(f"{method}(self, flags: Flags = 0) -> None").endswith(
        f"await self._call_express(self._sync.{method}, flags)"
    )
    express = f"self._call_express(self._sync.{method}"
    texts = (path.read_text("utf-8") for path in (ROOT / FOLDER).rglob("*.py"))
    assert sum(text.count(express) for text in texts) == 1


def test_only_a_domain_is_destroyed_with_haste() -> None:
    assert "_call_express" not in made("destroy(self) -> None", "Network")


@pytest.mark.parametrize(
    ("parameters", "passed"),
    [
        ("a: int, b: str = 'x', *, c: bool = False", "a, b, c=c"),
        ("*args: Any, **named: Any", "*args, **named"),
        ("st: Stream", "sync_of(st)"),
        ("st: Stream | None = None", "sync_of(st)"),
        ("doms: Iterable[Domain] | None = None", "sync_of_all(doms)"),
        ("doms: list[Domain]", "sync_of_all(doms)"),
        ("*, st: Stream", "st=sync_of(st)"),
        ("conn: Connection", 'sync_of_connection(conn, "conn")'),
    ],
)
def test_parameters_are_handed_on(parameters: str, passed: str) -> None:
    shown = ast.unparse(ast.parse(f"def f(self, {parameters}): pass").body[0]).split("\n")[0]
    method = made(f"get_info(self, {parameters}) -> int")
    assert method.startswith(f"async {shown[:-1].replace('f(', 'get_info(', 1)} -> int:")
    assert method.endswith(f"self._call(self._sync.get_info, {passed})")


@pytest.mark.parametrize(
    ("returns", "body"),
    [
        ("Network", "return Network(self._conn, {})"),
        ("Self", "return type(self)(self._conn, {})"),
        ("list[Network]", "found = {} return [Network(self._conn, each) for each in found]"),
        ("list[Self]", "found = {} return [type(self)(self._conn, each) for each in found]"),
        (
            "Network | None",
            "found = {} return None if found is None else Network(self._conn, found)",
        ),
        (
            "list[DomainStats]",
            'rows = {} return [{{**row, "dom": Domain(self._conn, row["dom"])}} for row in rows]',
        ),
        ("dict[str, int]", "return {}"),
    ],
)
def test_results_are_wrapped(returns: str, body: str) -> None:
    call = "await self._call(self._sync.get_info)"
    assert made(f"get_info(self) -> {returns}").endswith(f"{returns}: {body.format(call)}")


@pytest.mark.parametrize("returns", ["dict[str, Network]", "tuple[Domain, Network]"])
def test_a_result_that_nobody_can_wrap_is_refused(returns: str) -> None:
    with pytest.raises(ValueError, match="get_info: how is .* made of twins"):
        made(f"get_info(self) -> {returns}")


def test_what_is_made_on_another_connection_belongs_to_it() -> None:
    assert "return type(self)(destcon, await" in made("migrate(self, destcon: Connection) -> Self")


def test_overloads_are_carried_over() -> None:
    above = "    @overload\n    def migrate(self, a: int) -> None: ...\n"
    assert made("migrate(self, *args: Any) -> None", above=above).startswith(
        "@overload async def migrate(self, a: int) -> None: ... "
        "async def migrate(self, *args: Any) -> None: await"
    )


def test_what_is_decorated_has_to_be_by_hand() -> None:
    with pytest.raises(ValueError, match=r"Domain.get_info.*by hand"):
        made("get_info(self) -> int", above="    @deprecated\n")
    assert made("handle(self) -> int", above="    @property\n") == ""


def test_what_begins_with_a_line_is_private() -> None:
    assert made("_key(self) -> int") == ""


def test_a_method_that_nothing_speaks_of_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Domain.get_weather.*neither the reference nor BEYOND"):
        made("get_weather(self) -> int")


def test_the_reference_must_say_one_thing() -> None:
    assert find_fate({"StorageVol.get_path"}) == "async"
    assert find_fate({"StorageVol.get_key", "Domain.get_name"}) == "value"
    # Perl doesn't have it: BEYOND says so.
    assert find_fate({"Domain.lookup_snapshot_by_name"}) == "async"
    with pytest.raises(ValueError, match="must say one thing"):
        find_fate({"StorageVol.get_path", "StorageVol.get_key"})


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

    def get_info(self, net: Network, *args: int, flag: bool = False) -> list[Network]:
        """Something with objects."""
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
        "        found = await self._call(self._sync.get_info, sync_of(net), *args, flag=flag)",
        "        return [Network(self._conn, each) for each in found]",
        "from sysvirt.aio._generated.network import Network",
    ):
        assert line in text.split("\n"), text
    assert "_inner" not in text
    assert twin_path(module) == FOLDER / "domain" / "lifecycle.py"


def test_classes_keep_their_other_bases() -> None:
    source = f"class Network(Named, Resource, NetworkConstants):\n    {DOC}\n"
    text = module_text(read_module(PATH, source))
    assert "class Network(Named, Twin, NetworkConstants):" in text


# Examples -----------------------------------------------------------------------------------------

AWAITED = {"get", "list", "one", "two"}


@pytest.mark.parametrize(
    ("code", "awaited"),
    [
        ("dom.get()", "await dom.get()"),
        ("dom.name()", "dom.name()"),
        ("dom.get", "dom.get"),
        ("get()", "get()"),
        ("conn.one().get()", "await (await conn.one()).get()"),
        ("conn.one('ä').get()['cpu']", "(await (await conn.one('ä')).get())['cpu']"),
        ("conn.one().name()", "(await conn.one()).name()"),
        ("dom.get()['state']", "(await dom.get())['state']"),
        ("dom.get()()", "(await dom.get())()"),
        ("dom.one(conn.two())", "await dom.one(await conn.two())"),
        ("a.get() == b.get()", "await a.get() == await b.get()"),
        ("not dom.get()", "not await dom.get()"),
        ("-dom.get()", "-await dom.get()"),
        ("2 ** dom.get()", "2 ** await dom.get()"),
        ("x = dom.get()", "x = await dom.get()"),
        ("assert dom.get(), 'no'", "assert await dom.get(), 'no'"),
        ("[d.get() for d in conn.list()]", "[await d.get() for d in await conn.list()]"),
        ("sorted(d.name() for d in conn.list())", "sorted(d.name() for d in await conn.list())"),
        ("for d in conn.list():\n    d.get()", "for d in await conn.list():\n    await d.get()"),
        ("with file:\n    dom.get( 1,  2 )", "with file:\n    await dom.get( 1,  2 )"),
        ("Sys.Virt.new(uri=u)", "await Sys.Virt.new(uri=u)"),
        ("Sys.Virt.new(uri=u).get()", "await (await Sys.Virt.new(uri=u)).get()"),
        (
            "with Sys.Virt.new(uri=u) as c:\n    c.get()",
            "async with Sys.Virt.new(uri=u) as c:\n    await c.get()",
        ),
        ("Sys.Virt.get()", "Sys.Virt.get()"),
        ("'ü', dom.get(), 'ß', dom.get()", "'ü', await dom.get(), 'ß', await dom.get()"),
        ("dom.get('''a\nb''')[0]", "(await dom.get('''a\nb'''))[0]"),
        ("dom.get()  # doctest: +SKIP", "await dom.get()  # doctest: +SKIP"),
    ],
)
def test_calls_are_awaited_where_they_stand(code: str, awaited: str) -> None:
    assert await_calls(code, AWAITED) == awaited


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("f = lambda: dom.get()", "Lambda"),
        ("any(d.get() for d in conn.list())", "GeneratorExp"),
        ("any(d for d in doms if d.get())", "GeneratorExp"),
        ("any(e for d in doms for e in d.list())", "GeneratorExp"),
        ("def f():\n    dom.get()", "FunctionDef"),
    ],
)
def test_what_cannot_wait_is_refused(code: str, place: str) -> None:
    with pytest.raises(ValueError, match=f"nothing can be awaited in a {place}"):
        await_calls(code, AWAITED)


def test_a_block_opens_the_connection_alone() -> None:
    with pytest.raises(ValueError, match="in a block of its own"):
        await_calls("with file, Sys.Virt.new() as c:\n    pass", AWAITED)


@pytest.mark.parametrize(("column", "text"), [(1, "await "), (0, "not ")])
def test_another_meaning_is_found(monkeypatch: pytest.MonkeyPatch, column: int, text: str) -> None:
    """As where Python itself is wrong about the place of a call."""
    wrong = ((1, column), (0, 0), text)
    monkeypatch.setattr(twin_examples, "_insertions", lambda *_: [wrong])
    with pytest.raises(ValueError, match="means another thing"):
        await_calls("(dom) or dom.get()", AWAITED)


DOCSTRING = '''\
        """The domain; see :meth:`get`, ``dom.get()``.

        >>> for dom in conn.list():
        ...     dom.get("""
        ... x""")
        <sysvirt.Domain 'test'>
        >>> dom.get()
        Traceback (most recent call last):
        sysvirt.NotFoundError: no <sysvirt.Error>
        """'''


def test_only_the_code_of_a_docstring_is_changed() -> None:
    assert await_examples(DOCSTRING.replace('("""', "('''").replace('x""")', "x''')"), AWAITED) == (
        DOCSTRING.replace('("""', "('''")
        .replace('x""")', "x''')")
        .replace("in conn.list", "in await conn.list")
        .replace("...     dom.get", "...     await dom.get")
        .replace(">>> dom.get", ">>> await dom.get")
        .replace("<sysvirt.Domain", "<sysvirt.aio.Domain")
    )


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
    assert await_examples(docstring, {"get_info"}) == wanted


def test_a_name_is_awaited_in_every_class_or_in_none() -> None:
    """Examples are changed by the names of the methods alone."""
    plain = {
        function.name
        for module in twins.read_modules()
        for cls in module.classes
        for function in cls.functions
        if function.fate in ("value", "out")
    }
    assert awaited_names() & (plain | {method for _, method in values()}) == set()


def values() -> Iterator[tuple[str, str]]:
    return (pair for pair, row in read_methods().items() if row.in_aio == "value")


# The gate -----------------------------------------------------------------------------------------


def members() -> list[Any]:
    """Every public method and property of every public class, as parameters of a test."""
    return [
        pytest.param(name, attribute, id=f"{name}.{attribute}")
        for name, cls in public_classes().items()
        for attribute, member in inspect.getmembers_static(cls)
        if is_public(attribute, member)
    ]


def is_public(name: str, member: Any) -> bool:
    """Whether it is neither private, nor a constant, nor another class."""
    return not (name.startswith("_") or isinstance(member, (type, str, int)))


def test_the_gate_sees_them() -> None:
    names = {f"{name}.{attribute}" for name, attribute in (each.values for each in members())}
    assert {"Domain.get_info", "Virt.get_version", "Network.connection"} <= names
    assert len(names) > 380


@pytest.mark.parametrize(("cls", "name"), members())
def test_each_method_has_its_twin(cls: str, name: str) -> None:
    original, twin = public_classes()[cls], getattr(sysvirt.aio, cls)
    problem = drift(f"{cls}.{name}", getattr(original, name), getattr(twin, name, None))
    assert problem == ""


def drift(name: str, original: Any, twin: Any) -> str:
    """What is wrong with a twin."""
    fate = find_fate({name})
    if fate == "out":
        return "it is left out, and there" if twin is not None else ""
    if twin is None:
        return "it isn't there"
    if fate == "hand":
        return ""
    if inspect.iscoroutinefunction(twin) != (fate == "async"):
        return f"{fate}, and it is {'not ' if fate == 'async' else ''}a coroutine function"
    if inspect.signature(twin) != inspect.signature(original):
        return f"{inspect.signature(twin)}, not {inspect.signature(original)}"
    return "" if inspect.getdoc(twin) else "it has no docstring"


async def waits(_: Any, flags: int = 0) -> int:
    """It waits."""
    return flags


def plain(_: Any, flags: int = 0) -> int:
    """It doesn't."""
    return flags


async def differs(_: Any, flags: int = 1) -> int:
    """Its default is another one."""
    return flags


@pytest.mark.parametrize(
    ("name", "twin", "problem"),
    [
        ("Domain.get_info", waits, ""),
        ("Domain.get_info", plain, "async, and it is not a coroutine function"),
        ("Domain.get_name", waits, "value, and it is a coroutine function"),
        ("Domain.get_info", differs, "(_: 'Any', flags: 'int' = 1) -> 'int', not (_"),
        ("Domain.get_info", None, "it isn't there"),
        ("Domain.handle", plain, "it is left out, and there"),
        ("Domain.handle", None, ""),
        ("Virt.set_keep_alive", plain, ""),
    ],
)
def test_the_gate_finds_what_is_wrong(name: str, twin: Any, problem: str) -> None:
    found = drift(name, plain, twin)
    assert found.startswith(problem)
    assert bool(found) == bool(problem)


def test_what_is_decided_beyond_the_reference_is_there_and_says_why() -> None:
    packages = {
        "Sys::Virt" if cls == "Virt" else f"Sys::Virt::{cls}": cls for cls in public_classes()
    }
    known = {f"{packages[p]}.{m}" for p, m in read_methods() if p in packages}
    assert {*BEYOND} & known == set()
    for name, (_, reason) in BEYOND.items():
        cls, _, method = name.partition(".")
        classes = public_classes() if cls == "*" else [cls]
        assert any(hasattr(public_classes()[each], method) for each in classes), name
        assert reason


def test_constants_and_bases_are_the_same() -> None:
    for name, cls in public_classes().items():
        twin = getattr(sysvirt.aio, name)
        constants = {
            each: getattr(cls, each) for each in dir(cls) if each[0] != "_" and each.isupper()
        }
        assert {each: getattr(twin, each, None) for each in constants} == constants
        assert not hasattr(object.__new__(twin), "__dict__"), name


def test_the_parts_of_the_connection_are_all_there() -> None:
    """Those by hand are put together one by one, so that none may be forgotten."""
    for name in ("events", "run", "of", "pending", "closed", "close", "abort", "set_keep_alive"):
        assert hasattr(Sys.Virt, name)


# What is called at the end ------------------------------------------------------------------------


def test_what_is_handed_on_fits_the_synchronous_method() -> None:
    """The text of each twin calls its own original, with all of its parameters in their order."""
    checked = 0
    for path in sorted((ROOT / FOLDER).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, (ast.AsyncFunctionDef, ast.FunctionDef))
                and not node.decorator_list
            ):
                checked += 1
                assert handed_on(node) == taken(node), f"{path.name}: {node.name}"
    assert checked > 330


def taken(node: ast.AsyncFunctionDef | ast.FunctionDef) -> list[str]:
    """The name of a method and of its parameters."""
    given = node.args
    every = (*given.args[1:], given.vararg, *given.kwonlyargs, given.kwarg)
    return [node.name, *(each.arg for each in every if each is not None)]


def handed_on(node: ast.AsyncFunctionDef | ast.FunctionDef) -> list[str]:
    """The synchronous method that is called, and the names that it gets."""
    (call,) = (each for each in ast.walk(node) if isinstance(each, ast.Call) and is_last(each))
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    function = values.pop(0) if isinstance(node, ast.AsyncFunctionDef) else call.func
    assert isinstance(function, ast.Attribute)
    names = (
        next(n.id for n in ast.walk(inner(value)) if isinstance(n, ast.Name)) for value in values
    )
    return [function.attr, *names]


def is_last(call: ast.Call) -> bool:
    function = ast.unparse(call.func)
    return function.startswith(("self._call", "self._sync."))


def inner(value: ast.expr) -> ast.expr:
    """What is inside of ``sync_of(…)`` and its kin."""
    return value.args[0] if isinstance(value, ast.Call) else value


@pytest.mark.parametrize("method", ["migrate", "migrate2"])
def test_a_domain_does_not_go_to_a_synchronous_connection(method: str) -> None:
    """The one that came of it would have no connection whose calls are awaited."""

    async def go() -> None:
        async with Sys.Virt.new(uri="test:///default") as conn:
            dom = await conn.get_domain_by_name("test")
            going = getattr(dom, method)(conn.sync, {})
            with pytest.raises(TypeError, match=r"destcon must be a sysvirt.aio.Virt, not Virt"):
                await going
            with pytest.raises(TypeError, match="destcon must be a Virt, not str"):
                await getattr(dom, method)("there", {})
            with pytest.raises(sysvirt.NotSupportedError):
                await getattr(dom, method)(conn, {})

    asyncio.run(go())


def test_objects_come_and_go_as_twins() -> None:
    async def go() -> None:
        async with Sys.Virt.new(uri="test:///default") as conn:
            (dom,) = await conn.list_all_domains()
            (row,) = await conn.get_all_domain_stats(0, (each for each in [dom]))
            assert (type(row["dom"]), row["dom"]) == (sysvirt.aio.Domain, dom)
            assert row["dom"].connection is conn
            with pytest.raises(TypeError, match=r"doms\[1\] must be a Domain, not Virt"):
                await conn.get_all_domain_stats(0, [dom, conn])  # type: ignore[list-item]
            with pytest.raises(TypeError, match="doms must be"):
                await conn.get_all_domain_stats(0, 3)  # type: ignore[arg-type]
            snap = await dom.create_snapshot("<domainsnapshot><name>a</name></domainsnapshot>")
            await dom.create_snapshot("<domainsnapshot><name>b</name></domainsnapshot>")
            (child,) = await snap.list_all_children()
            assert type(child) is sysvirt.aio.DomainSnapshot
            assert await child.get_parent() == snap

    asyncio.run(go())


# The files ----------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of its own, where files may be broken."""
    pytest.importorskip("ruff", reason="what is written is laid out by ruff")
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in ("constants", "reference", "sysvirt"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    (tmp_path / generate.PAGE).parent.mkdir()
    for page in (generate.PAGE, "docs/differences.md"):
        shutil.copy(ROOT / page, tmp_path / page)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reference.generate", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def generated(root: Path) -> dict[str, str]:
    folder = root / FOLDER
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in folder.rglob("*.py")}


def test_each_file_says_where_it_comes_from() -> None:
    for path, text in generated(ROOT).items():
        if not path.endswith("__init__.py"):
            assert text.startswith("# Made by `python -m reference.generate` from sysvirt/"), path
            assert (ROOT / text.split(" from ")[1].split(":")[0]).exists(), path


def test_what_drifts_is_found_and_repaired(copy: Path) -> None:
    folder = copy / FOLDER
    (folder / "weather.py").write_text("x = 1\n")
    (folder / "empty.py").touch()
    (folder / "network.py").unlink()
    secret = folder / "secret.py"
    secret.write_text(
        secret.read_text("utf-8").replace("await self._call(", "self._call("), "utf-8"
    )
    original = copy / "sysvirt/nwfilter.py"
    original.write_text(original.read_text("utf-8").replace("A filter", "A sieve"), "utf-8")
    check = run(copy, "--check")
    assert check.returncode == 1
    for name in ("weather.py", "empty.py", "network.py", "secret.py"):
        assert f"{FOLDER}/{name}" in check.stdout
    assert run(copy).returncode == 0
    assert run(copy, "--check").returncode == 0
    new, old = generated(copy), generated(ROOT)
    assert new.keys() == old.keys()
    assert {name for name in new if new[name] != old[name]} <= {"nwfilter.py"}


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


@pytest.mark.parametrize("module", [twin_examples])
def test_its_own_examples_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
