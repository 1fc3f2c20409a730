"""What the house promises: imports go downwards, rooms are small, each has its tests.

An import counts wherever it stands, inside a function too: a circle that is hidden there is one all
the same. What only a type checker reads is free. The checks read any tree of modules, so that they
are tried on small ones that break each rule.
"""

from __future__ import annotations

import ast
import graphlib
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

import sysvirt

ROOT = Path(sysvirt.__file__).parent
TESTS = Path(__file__).parent

#: The rooms from the ground up, a line for each floor. A room's own rooms stand on its floor.
FLOORS = (
    ("_hints", "constants", "shapes"),
    ("error_kinds", "error"),
    ("_libvirt",),
    ("_core",),
    # Public, and near the ground; but they use the checks of arguments.
    ("bitmap", "logs", "names"),
    (
        "domain",
        "domain_checkpoint",
        "domain_snapshot",
        "event",
        "event_impl",
        "interface",
        "network",
        "network_port",
        "node_device",
        "nwfilter",
        "nwfilter_binding",
        "secret",
        "storage_pool",
        "storage_vol",
        "stream",
    ),
    ("virt",),
)

#: What stands beside the house: it may use all of it, and nothing of it knows of this.
#: Those of the assistant that reads Perl which write Python, the same way.
WRITING = (
    ("python",),
    ("draft.modules", "draft.patterns", "draft.pod"),
    ("draft.known",),
    ("draft.writing",),
    ("draft.expressions",),
    ("draft.statements",),
    ("draft",),
)
BESIDE = ("aio", "cluster", "fleet", "port", "__main__")

#: What is imported when it is first used, because few programs need it.
LATE = {
    # Programs that use a name that isn't there search for the one that was meant.
    ("sysvirt._hints.missing", "sysvirt._hints.search"),
    # Programs that name numbers read the table of names.
    ("sysvirt.names", "sysvirt.constants"),
    ("sysvirt.names", "sysvirt.constants._families"),
    # Those that are asked for a password on the console.
    ("sysvirt.virt.opening", "sysvirt.virt.console"),
    # Those that set limits of time, which need a thread.
    ("sysvirt._core.wire", "sysvirt._core.deadlines"),
    ("sysvirt.virt.limits", "sysvirt._core.deadlines"),
}
#: The room that imports its own rooms when they are first used; ``LAZY`` in it names them.
LAZY_ROOM = "sysvirt._libvirt"

#: The twins that are made from the reference: tests/reference and tests/docs try all of them.
GENERATED = Path("aio/_generated")
#: Shapes alone.
SHAPES = Path("aio/_shapes.py")

#: Rooms whose tests are those of what uses them.
ELSEWHERE = {
    "_hints/table.py": "_hints/test_search.py",
    "_libvirt/event_arguments.py": "_libvirt/test_events.py",
    "_libvirt/parameter_types.py": "_libvirt/test_parameters.py",
    # Helpers of drafts: the tables lead to them, and their tests run them beside Perl.
    "port/prelude/calendar_times.py": "port/draft/modules/test_posix.py",
    "port/prelude/colors.py": "port/draft/modules/test_term_ansicolor.py",
    "port/prelude/digests.py": "port/draft/modules/test_digests.py",
    "port/prelude/dumper.py": "port/draft/modules/test_data_dumper.py",
    "port/prelude/json_texts.py": "port/draft/modules/test_json_modules.py",
    "port/prelude/lists.py": "port/draft/modules/test_list_util.py",
    "port/prelude/system_logs.py": "port/draft/modules/test_small_modules.py",
    "port/prelude/paths.py": "port/draft/modules/test_file_spec.py",
    "port/prelude/posix_texts.py": "port/draft/modules/test_posix.py",
    "port/prelude/references.py": "port/draft/modules/test_scalar_util.py",
    "port/prelude/sockets.py": "port/draft/modules/test_sockets.py",
    "port/prelude/temporary.py": "port/draft/modules/test_file_temp.py",
    "port/prelude/terminal.py": "port/draft/modules/test_small_modules.py",
    "port/prelude/time_pieces.py": "port/draft/modules/test_time_piece.py",
    "port/prelude/trees.py": "port/draft/modules/test_file_find.py",
    "port/prelude/wrapping.py": "port/draft/modules/test_text_modules.py",
    "port/draft/modules/system_constants.py": "port/draft/modules/test_constants_alone.py",
}


class Import(NamedTuple):
    """That a module imports another one, and whether it does so when it is imported itself."""

    module: str
    target: str
    late: bool


class Tree:
    """A tree of modules: the package at a folder, and all below it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = {self._name(path): path for path in sorted(root.rglob("*.py"))}
        self.texts = {name: path.read_text() for name, path in self.files.items()}

    def _name(self, path: Path) -> str:
        parts = [self.root.name, *path.relative_to(self.root).with_suffix("").parts]
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def imports(self) -> Iterator[Import]:
        """Every import of one of these modules by another."""
        for name, text in self.texts.items():
            for target, late in self._imports_of(name, ast.parse(text)):
                if target in self.files and target != name:
                    yield Import(name, target, late)

    def _imports_of(self, name: str, tree: ast.Module) -> Iterator[tuple[str, bool]]:
        aliases: dict[str, str] = {}
        for node, late in walk(tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, late) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                source = self._source(name, node)
                for alias in node.names:
                    inner = f"{source}.{alias.name}"
                    if inner in self.files:
                        aliases[alias.asname or alias.name] = inner
                    yield (inner if inner in self.files else source), late
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                # A room that imports its own when they are used: ``_libvirt.node``.
                if node.value.id in aliases:
                    yield f"{aliases[node.value.id]}.{node.attr}", True
            elif isinstance(node, ast.Assign) and name == LAZY_ROOM and is_lazy(node):
                yield from ((f"{name}.{room}", True) for room in ast.literal_eval(node.value))

    def _source(self, name: str, node: ast.ImportFrom) -> str:
        """What stands after ``from``, with its dots resolved."""
        if not node.level:
            return node.module or ""
        parts = name.split(".")
        if self.files[name].name == "__init__.py":
            parts.append("")
        return ".".join([*parts[: -node.level], *(node.module or "").split(".")]).rstrip(".")


def walk(node: ast.AST, late: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """All of a module but what only a type checker reads, and whether it runs later."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and is_for_types(child.test):
            for other in child.orelse:
                yield other, late
                yield from walk(other, late)
            continue
        inside = late or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        yield child, inside
        yield from walk(child, inside)


def is_for_types(test: ast.expr) -> bool:
    """Whether a condition is ``TYPE_CHECKING``."""
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return name == "TYPE_CHECKING"


def is_lazy(node: ast.Assign) -> bool:
    """Whether ``LAZY`` is assigned."""
    return any(isinstance(each, ast.Name) and each.id == "LAZY" for each in node.targets)


def floor(module: str) -> int:
    """The floor that a module stands on; the package itself is the roof.

    What stands beside looks down on all of it.
    """
    _, _, inner = module.partition(".")
    room = inner.partition(".")[0]
    if not room:
        return len(FLOORS)
    if room in BESIDE:
        return len(FLOORS) + 1
    (found,) = (at for at, rooms in enumerate(FLOORS) if room in rooms)
    return found


def upward(tree: Tree) -> set[tuple[str, str]]:
    """The imports of what stands higher."""
    return {(m, target) for m, target, _ in tree.imports() if floor(m) < floor(target)}


def upward_in_drafts(tree: Tree) -> set[tuple[str, str]]:
    """The imports of what stands higher among the rooms that write drafts."""
    floors = {f"sysvirt.port.{room}": at for at, rooms in enumerate(WRITING) for room in rooms}
    return {
        (module, target)
        for module, target, _ in tree.imports()
        if 0 <= _floor_of(module, floors) < _floor_of(target, floors)
    }


def _floor_of(module: str, floors: Mapping[str, int]) -> int:
    """The floor of the room that a module is in; -1 if it is in none of them."""
    while module not in floors and "." in module:
        module = module.rpartition(".")[0]
    return floors.get(module, -1)


def circle(tree: Tree) -> list[str]:
    """A circle of imports, if there is one."""
    needs: dict[str, set[str]] = {name: set() for name in tree.files}
    for module, target, _ in tree.imports():
        needs[module].add(target)
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def late(tree: Tree) -> set[tuple[str, str]]:
    """The imports inside functions, but for those by the door to libvirt."""
    rooms = f"{LAZY_ROOM}."
    return {(m, target) for m, target, late in tree.imports() if late and rooms not in target}


def of_modules(tree: Tree, *names: str) -> set[str]:
    """The modules that have one of some words in their text."""
    return {module for module, text in tree.texts.items() if any(each in text for each in names)}


def without_tests(root: Path, tests: Path) -> list[str]:
    """The rooms whose test file isn't there."""
    missing = []
    for path in sorted(root.rglob("*.py")):
        room = path.relative_to(root)
        if path.name == "__init__.py" or room.parts[0] in ("constants", "shapes"):
            continue
        if room.parent.is_relative_to(GENERATED) or room == SHAPES:
            continue
        mirrored = ELSEWHERE.get(str(room), str(room.with_name(f"test_{room.name}")))
        if not (tests / mirrored).exists():
            missing.append(str(room))
    return missing


HOUSE = Tree(ROOT)


def test_an_import_goes_downwards_wherever_it_stands() -> None:
    assert upward(HOUSE) == set()


def test_so_it_does_among_the_rooms_that_write_drafts() -> None:
    assert upward_in_drafts(HOUSE) == set()


def test_there_is_no_circle() -> None:
    assert circle(HOUSE) == []


def test_every_room_has_its_floor() -> None:
    rooms = {name.split(".")[1] for name in HOUSE.files if "." in name}
    assert rooms == {room for rooms in FLOORS for room in rooms} | {*BESIDE}


def test_few_imports_wait_until_they_are_needed() -> None:
    assert late(HOUSE) == LATE


def test_nothing_else_is_imported_by_its_name_as_a_text() -> None:
    # A helper of drafts: Perl loads modules by names that are only known when a script runs.
    helpers = {"sysvirt.port.prelude.packages"}
    assert of_modules(HOUSE, "import_module", "__import__") == {LAZY_ROOM} | helpers


def test_only_the_door_to_libvirt_has_ctypes() -> None:
    found = of_modules(HOUSE, "ctypes")
    # Programs of their own, that `check` starts: one calls the kernel, one watches for ctypes.
    programs = {"sysvirt.port.check.confine", "sysvirt.port.check.guard"}
    elsewhere = {name for name in found if not name.startswith("sysvirt._libvirt")}
    assert elsewhere - programs == set()
    assert "sysvirt._libvirt.functions" in found


def test_nothing_searches_the_heap_or_reads_byte_code() -> None:
    assert of_modules(HOUSE, "get_referrers", "get_objects", "co_code", "__subclasses__") == set()


def test_rooms_are_small() -> None:
    rooms = {n: t for n, t in HOUSE.texts.items() if not n.startswith("sysvirt.constants")}
    lines = {name: len(text.splitlines()) for name, text in rooms.items()}
    assert {name: number for name, number in lines.items() if number > 700} == {}


def test_nothing_is_a_stub() -> None:
    # A TODO of a draft raises it, and is told from what a script dies of.
    drafts = {"sysvirt.port.draft.whole", "sysvirt.port.prelude.errors"}
    assert of_modules(HOUSE, "NotImplementedError") == drafts


def test_every_room_has_its_test_file() -> None:
    assert without_tests(ROOT, TESTS) == []


# The checks themselves -----------------------------------------------------------------------


def build(folder: Path, **texts: str) -> Tree:
    """A small house; ``_core__objects`` is ``_core/objects.py``."""
    root = folder / "sysvirt"
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/', 1)}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
        (path.parent / "__init__.py").touch()
    (root / "__init__.py").touch()
    return Tree(root)


UPWARD = {("sysvirt.error", "sysvirt.network")}


@pytest.mark.parametrize(
    "text",
    [
        "from sysvirt.network import Network",
        "import sysvirt.network",
        "from sysvirt import network",
        "from . import network",
        "from .network import Network",
        "def open():\n    from sysvirt.network import Network",
        "class Error:\n    async def open(self):\n        with self: import sysvirt.network",
        "try:\n    from sysvirt import network as found\nexcept ImportError:\n    pass",
    ],
)
def test_an_import_upwards_shows(tmp_path: Path, text: str) -> None:
    assert upward(build(tmp_path, error=text, network="")) == UPWARD


def test_an_import_by_a_lazy_room_shows(tmp_path: Path) -> None:
    text = "from sysvirt import _core\ndef open():\n    return _core.objects.Resource"
    tree = build(tmp_path, error=text, _core__objects="")
    assert upward(tree) == {
        ("sysvirt.error", "sysvirt._core"),
        ("sysvirt.error", "sysvirt._core.objects"),
    }
    assert late(tree) == {("sysvirt.error", "sysvirt._core.objects")}


def test_an_import_downwards_or_for_types_is_free(tmp_path: Path) -> None:
    text = """
        from typing import TYPE_CHECKING
        from sysvirt import error
        if TYPE_CHECKING:
            from sysvirt.virt import Virt
        else:
            from sysvirt.constants import Table
    """
    tree = build(tmp_path, network=text, error="", virt="", constants="")
    assert upward(tree) == set()
    assert {target for _, target, _ in tree.imports()} == {"sysvirt.error", "sysvirt.constants"}


def test_a_circle_inside_functions_shows(tmp_path: Path) -> None:
    there = "from sysvirt.stream import Stream"
    back = "def open():\n    from sysvirt.network import Network"
    assert set(circle(build(tmp_path, network=there, stream=back))) == {
        "sysvirt.network",
        "sysvirt.stream",
    }


def test_a_circle_through_the_lazy_room_shows(tmp_path: Path) -> None:
    tree = build(
        tmp_path,
        _libvirt____init__="LAZY = ('node',)",
        _libvirt__node="from sysvirt import _core",
        _core____init__="from sysvirt import _libvirt",
    )
    assert set(circle(tree)) == {"sysvirt._libvirt", "sysvirt._libvirt.node", "sysvirt._core"}


def test_a_room_without_tests_shows(tmp_path: Path) -> None:
    build(tmp_path, network="", virt__opening="", constants__table="")
    (tmp_path / "test_network.py").touch()
    assert without_tests(tmp_path / "sysvirt", tmp_path) == ["virt/opening.py"]
