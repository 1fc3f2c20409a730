"""Packages by names that are only known when the script runs: `require $file`, `$class->new`."""

from __future__ import annotations

import importlib
import os
import sys

from sysvirt.port.prelude.errors import PerlDie
from sysvirt.port.prelude.scalars import perl_text


def perl_require(path, line):
    """`require` of a module by its path: the Python that stands for it is read, once."""
    stem = perl_text(path).removesuffix(".pm")
    for folder in sys.path:
        inside = os.path.relpath(stem, folder or ".") if os.path.isabs(stem) else stem
        places = (os.path.join(folder, inside + end) for end in (".py", "/__init__.py"))
        if not inside.startswith("..") and any(map(os.path.isfile, places)):
            importlib.import_module(inside.replace("/", "."))
            return 1
    raise PerlDie(f"Can't locate {perl_text(path)} in @INC (@INC contains: {sys.path})", line)


def perl_package(name, method):
    """The class that a package is, by its name; `can` and `isa` are asked of any name."""
    name = perl_text(name)
    found = perl_package_of_virt(name) or perl_own_package(name)
    if found is None and method not in ("can", "isa"):
        said = f'Can\'t locate object method "{method}" via package "{name}"'
        line = sys._getframe(1).f_lineno
        raise PerlDie(f'{said} (perhaps you forgot to load "{name}"?)', line)
    return found


def perl_package_of_virt(name):
    """A class of Sys::Virt; None if it is none."""
    first, second, *rest = [*name.split("::"), "", ""]
    found = getattr(sys.modules.get("sysvirt"), "Sys", None) if first == "Sys" else None
    for each in filter(None, (second, *rest)):
        found = getattr(found, each, None)
    return found if isinstance(found, type) else None


def perl_own_package(name):
    """A class of the script or of one of its modules."""
    for module in list(sys.modules.values()):
        for each in list(vars(module).values()):
            if isinstance(each, type) and vars(each).get("perl_class") == name:
                return each
    return None
