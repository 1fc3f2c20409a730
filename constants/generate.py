"""Makes ``sysvirt/constants/`` from the table: ``python -m constants.generate [--check]``."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from constants.table import (
    HERE,
    Constant,
    Family,
    class_name,
    members,
    read_constants,
    read_families,
)

TARGET = HERE.parent / "sysvirt" / "constants"
BANNER = "# Made by `python -m constants.generate` from constants/: change the table, not this.\n"


def render(constants: list[Constant], families: list[Family]) -> dict[str, str]:
    """The text of each file, by its name."""
    packages: dict[str, list[Constant]] = {}
    for constant in constants:
        packages.setdefault(constant.package, []).append(constant)
    return {
        "__init__.py": _module(packages, _namespace),
        "__init__.pyi": _module(packages, _stub),
        "_families.py": _families(constants, families),
        "_symbols.py": _symbols(packages),
    }


def _module(
    packages: Mapping[str, list[Constant]],
    write_class: Callable[[str, list[Constant]], Iterator[str]],
) -> str:
    def lines() -> Iterator[str]:
        yield '"""The constants of Sys::Virt, one class a package: plain ``int`` and ``str``."""'
        yield ""
        if write_class is _stub:
            yield "from typing import Final"
        else:
            yield "from sysvirt._hints.missing import Hinting as _Hinting"
        for package, own in packages.items():
            yield ""
            yield from write_class(package, own)

    return _text(lines())


def _namespace(package: str, constants: list[Constant]) -> Iterator[str]:
    """The class that is imported: nothing but names and values, as every program pays for it."""
    yield f"class {class_name(package)}(metaclass=_Hinting):"
    yield f'    """The constants of ``{package}``, by the names that they have there."""'
    yield ""
    yield "    __slots__ = ()"
    yield ""
    for constant in constants:
        yield f"    {constant.name} = {_literal(constant)}"


def _stub(package: str, constants: list[Constant]) -> Iterator[str]:
    """The class as editors and type checkers see it: final, with the C symbol of each."""
    yield f"class {class_name(package)}:"
    group = ""
    for constant in constants:
        if constant.group != group:
            group = constant.group
            yield f"    # {group}"
        yield f"    {constant.name}: Final = {_literal(constant)}"
        perl = "" if constant.perl_value is None else f" Perl has {constant.perl_value}."
        # In a line of its own: only there do editors take it for the constant's.
        yield f'    """``{constant.c_symbol}``, libvirt {constant.since}.{perl}"""'


def _literal(constant: Constant) -> str:
    return json.dumps(constant.value)  # as repr would take single quotes


def _families(constants: list[Constant], families: list[Family]) -> str:
    packages: dict[str, list[Family]] = {}
    for family in families:
        packages.setdefault(family.package, []).append(family)
    grouped = {(each.package, each.group) for each in constants if each.in_enum}
    if missing := grouped - {(each.package, each.enum) for each in families}:
        raise ValueError(f"not in families.csv: {', '.join(map(' '.join, sorted(missing)))}")

    def lines() -> Iterator[str]:
        yield '"""The constants of each C enum, for ``sysvirt.names`` alone."""'
        yield ""
        yield "#: By class, a line for each enum: what it holds, its prefixes, its constants."
        yield "#: Where two constants have one value, the first is the one that is shown."
        yield "FAMILIES = {"
        for package, own in packages.items():
            yield f'    "{class_name(package)}": ('
            for family in own:
                prefixes = " ".join(family.prefixes)
                names = " ".join(each.name for each in members(family, constants))
                yield f'        ("{family.enum}", "{family.kind}", "{prefixes}", "{names}"),'
            yield "    ),"
        yield "}"

    return _text(lines())


def _symbols(packages: Mapping[str, list[Constant]]) -> str:
    def lines() -> Iterator[str]:
        yield '"""What each constant is in C, for hints and the table in the terminal alone."""'
        yield ""
        yield "#: By class, a line for each constant: its name, its C symbol, libvirt's release."
        yield "SYMBOLS = {"
        for package, own in packages.items():
            yield f'    "{class_name(package)}": ('
            for each in own:
                yield f'        "{each.name} {each.c_symbol} {each.since}",'
            yield "    ),"
        yield "}"

    return _text(lines())


def _text(lines: Iterable[str]) -> str:
    return BANNER + "\n".join(lines) + "\n"


def _present() -> dict[str, str]:
    """The files that are there, by name."""
    return {path.name: path.read_text("utf-8") for path in TARGET.glob("*.py*")}


def check(files: dict[str, str]) -> str:
    """What differs from what the table makes, as a diff; empty if nothing does."""
    present = _present()
    return "".join(
        line
        for name in sorted(files.keys() | present.keys())
        for line in difflib.unified_diff(
            present.get(name, "").splitlines(keepends=True),
            files.get(name, "").splitlines(keepends=True),
            f"{name} as it is" if name in present else "/dev/null",
            f"{name} as the table makes it" if name in files else "/dev/null",
        )
    )


def write(files: dict[str, str]) -> None:
    """Write what differs, and remove what was once made and is no more."""
    present = _present()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if present.get(name) != text:
            (TARGET / name).write_text(text, "utf-8", newline="\n")
    for name, text in present.items():
        if name not in files and text.startswith(BANNER):
            (TARGET / name).unlink()


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; the exit status is 1 if ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(prog="python -m constants.generate", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing, fail where a file differs"
    )
    options = parser.parse_args(arguments)
    files = render(read_constants(), read_families())
    if not options.check:
        write(files)
        return 0
    if not (difference := check(files)):
        return 0
    sys.stdout.write(difference)
    print(
        "sysvirt/constants/ is not what the table makes: run `python -m constants.generate`.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
