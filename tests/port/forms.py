"""Tables tried: a call of a table's row as an expression of Python."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from sysvirt.port.draft.modules.table import Form, Forms, Module


@attrs.frozen
class Call:
    """A call, as it stands in Perl, and what stands for it."""

    perl: str
    python: str
    form: Form


def several(forms: Forms) -> tuple[Form, ...]:
    """The forms of a row."""
    return forms if isinstance(forms, tuple) else (forms,)


def fits(form: Form, arguments: Sequence[str]) -> bool:
    """Whether a form is for these arguments; each is an expression, of Perl and of Python."""
    if form.only:
        constant = re.fullmatch(r"'([^']*)'|\"([^\"]*)\"", arguments[0]) if arguments else None
        if not constant or not re.fullmatch(form.only, constant[1] or constant[2] or ""):
            return False
    if "*" in form.takes:
        return len(arguments) >= len(form.takes.partition("*")[0])
    return len(form.takes) == len(arguments)


def filled(form: Form, self_: str, arguments: Sequence[str]) -> str:
    """The expression of a form for arguments."""
    own = len(form.takes.partition("*")[0])
    rest = list(arguments[own:])

    def part(found: re.Match[str]) -> str:
        if found[1] == "self":
            return self_
        if found[1] == "*":
            return f"[{', '.join(rest)}]"
        if found[1] == "**":
            pairs = zip(rest[::2], rest[1::2], strict=True)
            return "**{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        return arguments[int(found[1])]

    return re.sub(r"\{(self|\d+|\*\*?)\}", part, form.python)


def method(
    module: Module, class_: str, name: str, variable: str, *arguments: str, scalar: bool = False
) -> Call:
    """A call of a method of an object: ``variable`` is its name on both sides."""
    row = _row(module, class_, name)
    form = next(form for form in several(row) if fits(form, arguments))
    if scalar and form.scalar:
        form = attrs.evolve(form, python=form.scalar, gives=form.gives_scalar)
    perl = f"${variable}->{name}({', '.join(map(_perl, arguments))})"
    return Call(perl, filled(form, variable, arguments), form)


def class_method(module: Module, name: str, *arguments: str) -> Call:
    """A call of a method of a class."""
    form = next(form for form in several(module.class_methods[name]) if fits(form, arguments))
    perl = f"{module.name}->{name}({', '.join(map(_perl, arguments))})"
    return Call(perl, filled(form, module.name, arguments), form)


def function(module: Module, name: str, *arguments: str) -> Call:
    """A call of a function."""
    form = next(form for form in several(module.functions[name]) if fits(form, arguments))
    return Call(perl_call(name, *arguments), filled(form, module.name, arguments), form)


def perl_call(name: str, *arguments: str) -> str:
    """A call of a function in Perl."""
    return f"{name}({', '.join(map(_perl, arguments))})"


def by_name(modules: Sequence[Module]) -> Mapping[str, Module]:
    """Modules by their names."""
    return {module.name: module for module in modules}


def _row(module: Module, class_: str, name: str) -> Forms:
    while name not in module.methods.get(class_, {}):
        class_ = module.parents[class_]
    return module.methods[class_][name]


def _perl(argument: str) -> str:
    """An argument as Perl has it: names have a dollar, dicts and lists are references."""
    text = re.sub(r"\bNone\b", "undef", argument)
    if re.fullmatch(r'"[^"\\]*"', text):
        return f"q{{{text[1:-1]}}}"
    if re.fullmatch(r"[a-z]\w*", text) and text != "undef":
        return f"${text}"
    return re.sub(r"(?<=['\w]): ", " => ", text) if text.startswith(("{", "[")) else text


def value_of(call: Call, names: dict[str, Any]) -> Any:
    """What Python gives."""
    return eval(call.python, names)
