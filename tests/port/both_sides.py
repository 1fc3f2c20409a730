"""The same on both sides: what Perl says of expressions, and Python by the forms of the tables."""

from __future__ import annotations

import ast
import builtins
import importlib
import pkgutil
import re
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pytest

from sysvirt.port import prelude
from sysvirt.port.draft.modules.table import Form, Forms, Module
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text, perl_truth

#: Shows a value with its structure, in ASCII.
_SHOW = r"""
use utf8;
sub show {
    my ($v) = @_;
    return "undef" if !defined $v;
    if (ref $v eq "ARRAY") { return "[" . join(",", map { show($_) } @$v) . "]" }
    if (ref $v eq "HASH") {
        return "{" . join(",", map { show($_) . ":" . show($v->{$_}) } sort keys %$v) . "}";
    }
    my $text = "$v";
    $text =~ s/([^ !#-\[\]-~])/sprintf "\\x{%x}", ord $1/ge;
    return "\"$text\"";
}
"""


def show(value: object) -> str:
    """The same of a value of Python."""
    if value is None:
        return "undef"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(show, value)) + "]"
    if isinstance(value, dict):
        pairs = [f"{show(key)}:{show(value[key])}" for key in sorted(value)]
        return "{" + ",".join(pairs) + "}"
    text = str(perl_text(value))
    return '"' + re.sub(r"[^ !#-\[\]-~]", lambda m: f"\\x{{{ord(m[0]):x}}}", text) + '"'


def literal(value: object) -> str:
    """A value of Python as Perl source."""
    if value is None:
        return "undef"
    if isinstance(value, str):
        return '"' + re.sub(r"[^ !#%&-?A-Z^-z|~]", lambda m: f"\\x{{{ord(m[0]):x}}}", value) + '"'
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)} => {literal(v)}" for k, v in value.items()) + "}"
    return repr(value)


@cache
def has_perl_module(name: str) -> bool:
    """Whether Perl finds a module."""
    return subprocess.run(["perl", f"-M{name}", "-e1"], capture_output=True).returncode == 0


def needs(*modules: str) -> None:
    """Skip a test where Perl lacks a module."""
    for each in modules:
        if not has_perl_module(each):
            pytest.skip(f"Perl's {each} is missing")


def perl_says(expressions: Sequence[str], setup: str = "") -> list[str]:
    """What Perl says of expressions, each in a list of its own: one process for all."""
    lines = [_SHOW, setup]
    lines += [
        f"print eval {{ my @r = ({each}); join ',', map {{ show($_) }} @r }} // 'died', qq(\\n);"
        for each in expressions
    ]
    done = subprocess.run(
        ["perl", "-"],
        input="\n".join(lines).encode(),
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split("\n")[:-1]


def outcome(function: Callable[[], object]) -> str:
    """What Python says: a value, or that it failed."""
    try:
        return show(function())
    except Exception as error:  # noqa: BLE001 - any of them is Perl's die
        return f"died: {error!r}"


def assert_same(cases: Sequence[tuple[str, object]], setup: str = "") -> None:
    """Perl's expressions give what stands beside them: values, or functions that give them."""
    said = perl_says([perl for perl, _ in cases], setup)
    assert len(said) == len(cases)
    differing = []
    for (perl, value), expected in zip(cases, said, strict=True):
        given = outcome(value) if callable(value) else show(value)
        if given != expected and not (expected == "died" and given.startswith("died")):
            differing.append(f"{perl}\n    Perl   {expected}\n    Python {given}")
    assert not differing, "\n".join(differing)


# Forms ---------------------------------------------------------------------------------------


@cache
def _names() -> dict[str, Any]:
    """The helpers, as a draft has them."""
    found: dict[str, Any] = {}
    for each in pkgutil.iter_modules(prelude.__path__):
        try:
            module = importlib.import_module(f"{prelude.__name__}.{each.name}")
        except ImportError:
            # Some need a package from PyPI: what uses them says so.
            continue
        found.update({n: v for n, v in vars(module).items() if n.lower().startswith("perl")})
    return found


_BY_LETTER: dict[str, Callable[[Any], object]] = {
    "s": perl_text,
    "n": perl_number,
    "i": perl_integer,
    "t": perl_truth,
}


def chosen(forms: Forms, arguments: Sequence[object]) -> Form:
    """The form for so many arguments."""
    for form in forms if isinstance(forms, tuple) else (forms,):
        fixed, star, _ = form.takes.partition("*")
        if len(arguments) == len(fixed) or (star and len(arguments) >= len(fixed)):
            return form
    raise LookupError(f"no form of {len(arguments)} arguments")


def run(form: Form, arguments: Sequence[object], scalar: bool = False, me: object = None) -> Any:
    """The value of a form's expression."""
    fixed, _, rest = form.takes.partition("*")
    values = [
        _BY_LETTER.get(letter, lambda v: v)(value)
        for letter, value in zip(fixed, arguments, strict=False)
    ]
    others = [_BY_LETTER.get(rest, lambda v: v)(each) for each in arguments[len(fixed) :]]
    text = form.scalar if scalar and form.scalar else form.python
    text = re.sub(r"\{(\d)\}", r"_given[\1]", text)
    text = text.replace("{*}", "_others").replace("{self}", "_me")
    tree = ast.parse(text, mode="eval")
    places = {"_given": values, "_others": others, "_me": me, **_names()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in places and not hasattr(builtins, node.id):
            try:
                places[node.id] = importlib.import_module(node.id)
            except ImportError:
                continue
    for found in re.findall(r"\b([a-z]+\.[a-z]+)\.", text):
        if found.startswith(("email.", "xml.", "os.", "concurrent.", "importlib.", "urllib.")):
            importlib.import_module(found)
    value = eval(compile(tree, "form", "eval"), places)
    gives = form.gives_scalar if scalar and form.scalar else form.gives
    if gives.rstrip("?") == "truth" and isinstance(value, bool):
        return 1 if value else ""
    return value


def called(module: Module, name: str, *arguments: object, scalar: bool = False) -> Any:
    """What a function of a table gives."""
    return run(chosen(module.functions[name], arguments), arguments, scalar)


def method(
    module: Module, owner: str, name: str, me: object, *arguments: object, scalar: bool = False
) -> Any:
    """What a method of an object gives."""
    return run(chosen(module.methods[owner][name], arguments), arguments, scalar, me)


def made(module: Module, name: str, *arguments: object, me: object = None) -> Any:
    """What a class method gives."""
    return run(chosen(module.class_methods[name], arguments), arguments, me=me)


def constant(module: Module, name: str) -> Any:
    """The value of a constant."""
    return run(Form(module.constants[name]), [])


def assert_calls(
    module: Module,
    calls: Sequence[tuple[object, ...]],
    setup: str = "",
    scalar: bool = False,
    package: str = "",
) -> None:
    """Functions of a table give what Perl's give: each is a name and its arguments."""
    cases: list[tuple[str, object]] = []
    for name, *arguments in calls:
        assert isinstance(name, str)
        shown = ", ".join(map(literal, arguments))
        form = chosen(module.functions[name], arguments)
        source = f"{package}{name}({shown})"
        is_list = form.gives.startswith("list") and not scalar
        value: Callable[[], object] = _later(form, arguments, scalar)
        cases.append((f"[{source}]" if is_list else f"scalar({source})", value))
    assert_same(cases, setup)


def _later(form: Form, arguments: Sequence[object], scalar: bool) -> Callable[[], object]:
    return lambda: run(form, arguments, scalar)
