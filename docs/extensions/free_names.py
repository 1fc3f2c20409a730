"""Which names a piece of Python uses that it doesn't make itself."""

from __future__ import annotations

import ast
import builtins
import doctest
from collections.abc import Iterator

import attrs

_KNOWN = frozenset(dir(builtins)) | {"__name__", "__file__", "_"}


@attrs.frozen
class Names:
    """The names of a piece of code."""

    #: In the order of their use.
    free: tuple[str, ...]
    bound: frozenset[str]
    #: Whether it awaits outside of functions.
    awaits: bool


def find(text: str) -> Names:
    """The names of a text, which is plain Python or a row of ``>>>`` lines.

    >>> find("info = dom.get_info()\\nfor key in info:\\n    print(key, value)").free
    ('dom', 'value')
    >>> sorted(find("import sys\\ndef show(conn): print(conn, file=sys.stderr)").bound)
    ['show', 'sys']
    """
    if ">>> " in text:
        text = "".join(line.source for line in doctest.DocTestParser().get_examples(text))
    tree = ast.parse(text)
    reader = _Reader()
    reader.read(tree.body)
    late = [name for name in reader.late if name not in reader.bound]
    free = tuple(dict.fromkeys([*reader.free, *late]))
    return Names(free, frozenset(reader.bound), any(map(_awaits, tree.body)))


def _awaits(node: ast.AST) -> bool:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return False
    own = isinstance(node, (ast.Await, ast.AsyncWith, ast.AsyncFor)) or any(
        each.is_async for each in getattr(node, "generators", ())
    )
    return own or any(map(_awaits, ast.iter_child_nodes(node)))


class _Reader:
    """Reads statements in the order in which they run."""

    def __init__(self) -> None:
        self.bound: set[str] = set()
        self.free: list[str] = []
        #: What functions use when they are called.
        self.late: list[str] = []

    def read(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.visit(statement)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            self.function(node)
        elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            self.inner(node, self.free)
        elif isinstance(node, ast.ClassDef):
            self.class_(node)
        elif isinstance(node, ast.Name):
            self.name(node)
        else:
            if isinstance(node, ast.ExceptHandler) and node.name:
                self.bound.add(node.name)
            for child in _in_order(node):
                self.visit(child)
            self.bind(node)

    def name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.bound.add(node.id)
        elif node.id not in self.bound and node.id not in _KNOWN:
            self.free.append(node.id)

    def bind(self, node: ast.AST) -> None:
        """Names that stand in no ``ast.Name``."""
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self.bound |= {each.asname or each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            self.bound.add(node.name)

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        for each in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(each)
        if not isinstance(node, ast.Lambda):
            for each in node.decorator_list:
                self.visit(each)
            self.bound.add(node.name)
        self.inner(node, self.late)

    def class_(self, node: ast.ClassDef) -> None:
        for each in (*node.bases, *(keyword.value for keyword in node.keywords)):
            self.visit(each)
        self.inner(node, self.late)
        self.bound.add(node.name)

    def inner(self, node: ast.AST, found: list[str]) -> None:
        """What a scope of its own uses and doesn't make."""
        own = set(_made_in(node))
        shared = {
            name for each in ast.walk(node) if isinstance(each, ast.Global) for name in each.names
        }
        self.bound |= shared
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
                known = self.bound if found is self.free else ()
                if each.id not in own - shared and each.id not in known and each.id not in _KNOWN:
                    found.append(each.id)


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node in the order in which they run: a value before its target."""
    children = list(ast.iter_child_nodes(node))
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For, ast.AsyncFor)):
        value = node.iter if isinstance(node, (ast.For, ast.AsyncFor)) else node.value
        if value is not None:
            yield value
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            yield ast.Name(node.target.id, ast.Load())
        children = [each for each in children if each is not value]
    yield from children


def _made_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            yield each.id
        elif isinstance(each, ast.arg):
            yield each.arg
        elif isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield each.name
        elif isinstance(each, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in each.names)
        elif isinstance(each, ast.ExceptHandler) and each.name:
            yield each.name
