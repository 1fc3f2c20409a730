"""Whole drafts: a file of Perl as a file of Python."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs
from ruff.__main__ import find_ruff_bin

from sysvirt.port.api import class_name
from sysvirt.port.draft import command_lines, pasting  # noqa: F401 - it adds its writers
from sysvirt.port.draft.expressions import (  # noqa: F401 - each of them adds its writers
    access,
    calls,
    contexts,
    going,
    literals,
    matching,
    operators,
    quoting,
    texts,
)
from sysvirt.port.draft.expressions.texts import BREAK
from sysvirt.port.draft.known.facts import Facts
from sysvirt.port.draft.known.outline import Outline
from sysvirt.port.draft.known.variables import Variables
from sysvirt.port.draft.statements import (  # noqa: F401 - each of them adds its writers
    assignments,
    autoload,
    destroying,
    moo,
    opening,
    using,
)
from sysvirt.port.draft.whole import REFUSED, Whole
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from sysvirt.port.units import Unit

#: What prints in Python.
_PRINTING = re.compile(r"\bprint\(|\bsys\.stdout\b")
#: What reads in Python what need not be UTF-8: files, commands, arguments, sockets.
_READING = re.compile(
    r"\bsys\.(?:stdin|argv)\b|\bos\.(?:environ|listdir|scandir|walk|read|popen)\b|\bopen\(|\bsubprocess\."
    r"|\bsocket\.|\burllib\.|\bglob\.|\bsqlite3\.|\bread_(?:bytes|text)\("
)
#: Python ignores the signal, and would end with a traceback.
_QUIET = """\
# As in Perl, it ends quietly where nobody reads on.
signal.signal(signal.SIGPIPE, signal.SIG_DFL)"""
#: How often files are gone through at most: each time more is known of their variables.
MOST = 12


@attrs.frozen
class Draft:
    """A file of Perl in Python."""

    #: Of the Perl.
    path: str
    #: The Python.
    text: str
    #: What couldn't be written: the line of Perl, and why.
    todos: tuple[tuple[int, str], ...] = ()
    #: What a person should look at: the line of Perl, and what it is about.
    notes: tuple[tuple[int, str], ...] = ()
    #: Packages from PyPI.
    needs: tuple[str, ...] = ()


def write_drafts(units: Sequence[Unit]) -> tuple[Draft, ...]:
    """The drafts of all files of a project, in their order."""
    files = [_File.of(unit) for unit in units]
    for each in files:
        each.outline.others = tuple(other.outline for other in files if other is not each)
        each.variables.foreign = (
            frozenset(package for other in each.outline.others for package in other.packages)
            - each.outline.packages.keys()
        )
    called = {name for each in files for name in each.outline.called_methods()}
    for each in files:
        each.outline.settle(called)
    for each in files:
        each.outline.share_asking()
    drafts = _written(files)
    moved = [each.make_way() for each in files]
    if any(moved):
        drafts = _written(files)
    return drafts


def _written(files: Sequence[_File]) -> tuple[Draft, ...]:
    before = Facts()
    for _ in range(MOST):
        facts = Facts()
        contexts.settle([each.outline for each in files], before)
        for each in files:
            each.write(before, facts)
        if facts == before:
            break
        before = facts
    contexts.settle([each.outline for each in files], before)
    return tuple(each.draft(before) for each in files)


@attrs.frozen(eq=False)
class _File:
    """One file on its way."""

    unit: Unit
    outline: Outline
    variables: Variables
    #: The modules of Python that the draft needs.
    modules: set[str] = attrs.field(factory=set)

    @classmethod
    def of(cls, unit: Unit) -> _File:
        outline = Outline(unit.root, unit.source.path)
        subs = {each.python for (package, _), each in outline.subs.items() if package == "main"}
        classes = {outline.class_name(each) for each in outline.packages}
        taken = frozenset({*subs, *classes, *outline.constants.values()})
        others = {**outline.evaluated, **outline.reread}
        return cls(unit, outline, Variables(unit.root, taken, others))

    def write(self, before: Facts, facts: Facts) -> tuple[Whole, list[str]]:
        """The writer, and the lines."""
        self.outline.used.clear()
        self.outline.used_constants.clear()
        writer = Whole(self.unit, self.variables, self.outline, before, facts)
        return writer, _body(writer)

    def make_way(self) -> bool:
        """Let modules of Python have their names: no variable may have them, too."""
        names = {each.python for each in self.variables.all} & self.modules
        self.variables.avoid(frozenset(names))
        return bool(names)

    def draft(self, before: Facts) -> Draft:
        """The draft, when all is known."""
        writer, body = self.write(before, Facts())
        text = self._assembled([*_imported(writer), *_texts(writer), *body])
        notes = tuple(sorted(set(writer.notes)))
        return Draft(
            self.unit.source.path,
            text,
            tuple(writer.todos),
            notes,
            tuple(sorted(writer.needs)),
        )

    def _assembled(self, body: list[str]) -> str:
        text = _with_start("\n".join(body)).replace(BREAK, "\n")
        used = pasting.used_names(ast.parse(text))
        if start := self._start(text, used):
            text = f"{start}\n\n" + text.lstrip("\n")
            used |= pasting.used_names(ast.parse(start))
        helpers = "\n\n\n".join(each.source for each in pasting.needed(used))
        whole = "\n\n\n".join(each for each in (helpers, text.strip("\n")) if each)
        self.modules.update(pasting.modules(helpers), pasting.modules(text))
        head = [
            "#!/usr/bin/env python3",
            f'"""Drafted from {PurePath(self.unit.source.path).name}."""',
            "",
            *pasting.imports(self.modules),
            "",
            *(["from sysvirt import Sys"] if "Sys" in used or self._names_virt(helpers) else []),
        ]
        return formatted("\n".join([*head, "", "", whole, ""]))

    def _names_virt(self, helpers: str) -> bool:
        """Whether a sub that is called by its name may be one of Sys::Virt."""
        return "perl_code_of_virt" in helpers and "Sys::Virt" in self.outline.modules

    def _start(self, text: str, used: frozenset[str]) -> str:
        """What lets a program print as Perl does: quietly at an end where nobody reads on."""
        if self.unit.source.path.endswith(".pm"):
            return ""
        whole = "\n".join([text, *(each.source for each in pasting.needed(used))])
        if not _PRINTING.search(whole):
            return ""
        # What comes from outside may be any bytes, which go out as they are.
        return "perl_start()" if _READING.search(whole) else _QUIET


def _imported(writer: Whole) -> list[str]:
    """Where modules of the project are looked for, and what of them is used."""
    lines = []
    for node in writer.unit.root.named_children:
        try:
            made = using.paths(writer, node)
        except REFUSED:
            writer.note(node, "where modules are looked for")
            made = []
        lines += [*writer.ahead, *made]
        writer.ahead = []
    for package, home in sorted(writer.outline.used.items()):
        lines.append(f"from {home.module} import {home.class_name(package)}")
    for here, (home, there) in sorted(writer.outline.used_constants.items()):
        lines.append(f"from {home.module} import {there} as {here}")
    return lines


def _body(writer: Whole) -> list[str]:
    """Classes, subs, and the statements of the file."""
    outline = writer.outline
    classes = [line for each in _classes(outline) for line in _class(writer, each)]
    subs = [
        line
        for (package, _), sub in outline.subs.items()
        if package == "main"
        for line in ["", "", *writer.sub(sub)]
    ]
    main = writer.sequence(writer.unit.root.named_children)
    ahead = _globals(writer)
    return [*classes, *subs, "", "", *ahead, *writer.first, *main]


def _texts(writer: Whole) -> list[str]:
    """Texts that the script may print of itself, and what stands behind ``__DATA__``."""
    lines = []
    for name, text in sorted(writer.texts.items()):
        lines.append(f"{name} = {unparse(texts.joined([text]))}")
    for node in writer.unit.root.named_children:
        if node.type == "data_section" and re.search(
            rb"<DATA>|\*DATA\b|\bDATA\b", writer.unit.source.data
        ):
            data = tree.text(node).removeprefix("\n")
            lines.append(f"DATA = perl_open('<', [{unparse(texts.joined([data]))}])")
    return lines


def _globals(writer: Whole) -> list[str]:
    """Variables that nothing at the level of the file gives a value at first."""
    lines = []
    for variable in writer.variables.all:
        if variable.scope is None and variable in writer.variables.users:
            empty = {"$": "None", "@": "[]", "%": "{}"}.get(variable.name[0])
            if empty is not None:
                lines.append(f"{variable.python} = {empty}")
                writer.facts.kinds.setdefault(variable, set()).add("none")
    return lines


def _classes(outline: Outline) -> list[str]:
    """The packages, parents first."""
    done: list[str] = []

    def add(package: str) -> None:
        if package in done or package in busy:
            return
        busy.add(package)
        for parent in outline.packages[package]:
            if parent in outline.packages:
                add(parent)
        done.append(package)

    busy: set[str] = set()
    for each in outline.packages:
        add(each)
    return done


def _class(writer: Whole, package: str) -> list[str]:
    outline = writer.outline
    parents = [
        outline.class_name(each) if outline.is_class(each) else _of_sysvirt(each)
        for each in outline.packages[package]
    ]
    parents = [each for each in parents if each] or _base(outline, package)
    based = f"({', '.join(parents)})" if parents else ""
    head = f"class {outline.class_name(package)}{based}:"
    lines = [f'perl_class = "{package}"']
    if outline.is_of_virt(package):
        # Then an object of Sys::Virt may become one of it.
        lines.append("__slots__ = ()")
    for (owner, _), sub in outline.subs.items():
        if owner == package:
            lines += ["", *writer.sub(sub)]
    lines += autoload.lines(writer, package)
    lines += destroying.lines(writer, package)
    return ["", "", head, *further_in(lines)]


def _base(outline: Outline, package: str) -> list[str]:
    """What a class without parents is: its objects are dicts."""
    if moo.MODULES & outline.modules.keys() and package in outline.made:
        return ["PerlObject"]
    if not _has_objects(outline, package):
        return []
    return ["list"] if package in outline.arrays else ["dict"]


def _of_sysvirt(package: str) -> str:
    """A parent of Sys::Virt's own."""
    return package.replace("::", ".") if class_name(package) else ""


def _has_objects(outline: Outline, package: str) -> bool:
    return any(
        sub.package == package and (sub.is_method or "bless" in tree.text(sub.node))
        for sub in outline.subs.values()
    )


def _with_start(text: str) -> str:
    lines = []
    if re.search(r"\bargv\b", text):
        lines.append("argv = sys.argv[1:]")
    if re.search(r"\berror\b", text):
        lines.append('error = ""')
    if "PerlDie" in text or "perl_again" in text:
        lines.append("sys.excepthook = perl_uncaught")
    return "\n".join([*lines, text])


def formatted(text: str) -> str:
    """A text as ruff has it, whatever a project around says of its own."""
    done = subprocess.run(  # noqa: S603 - its own input is no command
        [find_ruff_bin(), "format", "--isolated", "--line-length", "100", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout if done.returncode == 0 else text
