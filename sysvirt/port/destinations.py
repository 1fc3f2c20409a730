"""Where the Python of each Perl file lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from sysvirt.port.files import SUFFIXES

MODULE = ".pm"
#: What a folder's own module is called: ``import My`` reads it where ``My`` has modules of its own.
PACKAGE = "__init__.py"


def beside(path: str) -> str:
    """The Python file beside a Perl file.

    >>> beside("bin/vm.pl"), beside("bin/backup.daily")
    ('bin/vm.py', 'bin/backup.daily.py')
    """
    perl = PurePath(path)
    if perl.suffix in SUFFIXES:
        return str(perl.with_suffix(".py"))
    return f"{path}.py"


def of_project(paths: Sequence[str]) -> tuple[str, ...]:
    """The Python files of a project, in the order of its files; paths are below its folder.

    A module lies where Python's import looks for it. Where a script would take its place, the
    script gives way.

    >>> of_project(["vm.pl", "vm.t", "lib/My.pm", "lib/My/Host.pm"])
    ('vm.py', 'vm_t.py', 'lib/My/__init__.py', 'lib/My/Host.py')
    """
    modules = {path: _module(path, paths) for path in paths if _is_module(path)}
    taken = {*modules.values(), *(f"{folder}.py" for folder in _packages(modules))}
    found: list[str] = []
    for path in paths:
        target = modules.get(path) or next(each for each in _names(path) if each not in taken)
        taken.add(target)
        found.append(target)
    return tuple(found)


def _is_module(path: str) -> bool:
    return PurePath(path).suffix == MODULE


def _module(path: str, paths: Sequence[str]) -> str:
    folder = PurePath(path).with_suffix("")
    has_own = any(_is_module(each) and folder in PurePath(each).parents for each in paths)
    return str(folder / PACKAGE) if has_own else beside(path)


def _packages(modules: dict[str, str]) -> set[str]:
    return {str(folder) for path in modules for folder in PurePath(path).parents}


def _names(path: str) -> Iterator[str]:
    """What the Python of a script may be called: ``vm.py``, else ``vm_pl.py``, ``vm_pl_2.py``."""
    yield beside(path)
    perl = PurePath(path)
    stem = perl.name.replace(".", "_")
    yield str(perl.with_name(f"{stem}.py"))
    number = 2
    while True:
        yield str(perl.with_name(f"{stem}_{number}.py"))
        number += 1
