"""The helpers of ``prelude`` that a draft uses, as source."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from importlib import resources

import attrs

PACKAGE = "sysvirt.port.prelude"


@attrs.frozen
class Piece:
    """A function, a class or a value of the prelude."""

    name: str
    source: str
    #: What it uses: others of the prelude, and modules of Python.
    uses: frozenset[str]
    #: In the order of the prelude's files.
    order: tuple[str, int]
    #: What a function needs when it is made: its defaults, what decorates it.
    early: frozenset[str] = frozenset()


@cache
def pieces() -> dict[str, Piece]:
    """All of them by name."""
    found: dict[str, Piece] = {}
    for path in sorted(resources.files(PACKAGE).iterdir(), key=lambda each: each.name):
        if path.name.endswith(".py") and path.name != "__init__.py":
            made = _of_module(path.name, path.read_text("utf-8"))
            if twice := found.keys() & made.keys():
                raise ValueError(f"helpers of one name: {', '.join(sorted(twice))}")
            found.update(made)
    return found


def _of_module(name: str, text: str) -> dict[str, Piece]:
    lines = text.splitlines()
    found: dict[str, Piece] = {}
    end = 0
    for number, node in enumerate(ast.parse(text).body):
        for each in _names(node):
            first = _first_line(node, lines, end)
            source = "\n".join(lines[first : node.end_lineno])
            found[each] = Piece(each, source, used_names(node), (name, number), _early(node))
        end = node.end_lineno or 0
    return found


def _early(node: ast.stmt) -> frozenset[str]:
    if not isinstance(node, ast.FunctionDef):
        return frozenset()
    defaults = [each for each in node.args.kw_defaults if each is not None]
    given = [*node.args.defaults, *defaults, *node.decorator_list]
    return frozenset(name for each in given for name in used_names(each))


def _first_line(node: ast.stmt, lines: list[str], end: int) -> int:
    """With its decorators, and the comment above it."""
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    first = min([node.lineno, *(each.lineno for each in decorators)]) - 1
    while first > end and lines[first - 1].startswith("#"):
        first -= 1
    return first


def _names(node: ast.stmt) -> Iterable[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def used_names(node: ast.AST) -> frozenset[str]:
    """All names that stand in a piece of Python."""
    return frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def needed(names: Iterable[str]) -> list[Piece]:
    """The pieces behind names, with all that they need, in an order in which they can stand."""
    known = pieces()
    found: dict[str, Piece] = {}
    waiting = [name for name in names if name in known]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting += [each for each in known[name].uses if each in known]
    return _in_order(found)


def _in_order(found: dict[str, Piece]) -> list[Piece]:
    """Functions first; then classes and values, each behind what it needs while it is made."""
    functions = {name: each for name, each in found.items() if each.source.startswith("def ")}
    rest = {name: each for name, each in found.items() if name not in functions}
    done: dict[str, Piece] = {}
    busy: set[str] = set()

    def add(piece: Piece) -> None:
        if piece.name in busy:
            return
        busy.add(piece.name)
        is_function = piece.name in functions
        for each in sorted(piece.early & found.keys() if is_function else piece.uses & rest.keys()):
            add(found[each])
        done[piece.name] = piece

    for piece in sorted(functions.values(), key=_order):
        add(piece)
    for piece in sorted(rest.values(), key=_order):
        add(piece)
    return list({each.source: each for each in done.values()}.values())


def _order(piece: Piece) -> tuple[str, int]:
    return piece.order


#: The modules of Python that drafts may use.
MODULES = frozenset(
    [
        "argparse",
        "atexit",
        "base64",
        "binascii",
        "calendar",
        "cmath",
        "codecs",
        "collections",
        "configparser",
        "contextlib",
        "copy",
        "csv",
        "curses",
        "datetime",
        "decimal",
        "difflib",
        "email",
        "errno",
        "fcntl",
        "fileinput",
        "fnmatch",
        "fractions",
        "functools",
        "getpass",
        "getopt",
        "glob",
        "gzip",
        "hashlib",
        "hmac",
        "html",
        "http",
        "importlib",
        "inspect",
        "io",
        "ipaddress",
        "itertools",
        "json",
        "locale",
        "logging",
        "math",
        "mimetypes",
        "multiprocessing",
        "operator",
        "os",
        "pathlib",
        "pickle",
        "platform",
        "pprint",
        "pwd",
        "grp",
        "pyexpat",
        "queue",
        "random",
        "re",
        "readline",
        "resource",
        "select",
        "selectors",
        "shlex",
        "shutil",
        "signal",
        "smtplib",
        "socket",
        "sqlite3",
        "ssl",
        "stat",
        "string",
        "struct",
        "subprocess",
        "sys",
        "syslog",
        "tempfile",
        "termios",
        "textwrap",
        "threading",
        "time",
        "traceback",
        "tty",
        "types",
        "unicodedata",
        "urllib",
        "uuid",
        "warnings",
        "weakref",
        "xml",
        "yaml",
        "zlib",
        "zoneinfo",
    ]
)
#: Names that come out of modules.
_FROM = {"expat": "xml.parsers", "etree": "lxml", "escape": "xml.sax.saxutils"}
#: Submodules that are imported by their whole names.
_SUBMODULES = frozenset(
    {
        *("urllib.request", "urllib.parse", "urllib.error", "email.message", "email.mime.text"),
        "email.utils",
        *("logging.handlers", "http.client", "importlib.util", "concurrent.futures"),
        *("lxml.etree", "xml.dom.minidom", "xml.etree.ElementTree"),
    }
)


def modules(text: str) -> set[str]:
    """What of Python's modules a text looks into, by the names that stand there."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Attribute):
            continue
        dotted = ast.unparse(node)
        if dotted in _SUBMODULES:
            found.add(dotted)
        if isinstance(node.value, ast.Name) and node.value.id in MODULES | _FROM.keys():
            found.add(node.value.id)
    return found


def imports(names: Iterable[str]) -> list[str]:
    """The lines that import modules."""
    plain = [f"import {each}" for each in names if each not in _FROM]
    out_of = [f"from {_FROM[each]} import {each}" for each in names if each in _FROM]
    return [*sorted(plain), *sorted(out_of)]
