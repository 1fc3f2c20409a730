"""``AUTOLOAD``: a sub for all methods that a class hasn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sysvirt.port.draft.writing.writer import Writer


def lines(writer: Writer, package: str) -> list[str]:
    """What a class needs so that its sub is asked; nothing where it has none."""
    sub = writer.outline.subs.get((package, "AUTOLOAD"))
    if sub is None:
        return []
    named = (
        each
        for each in writer.variables.all
        if each.name == "$AUTOLOAD" and each.package == package and each.scope is None
    )
    variable = next(named, None)
    told = []
    if variable is not None:
        writer.facts.kinds.setdefault(variable, set()).add("str")
        told = [
            f"        global {variable.python}",
            f'        {variable.python} = f"{{self.perl_class}}::{{name}}"',
        ]
    return [
        "",
        "def __getattr__(self, name):",
        '    if name.startswith("__"):',
        "        raise AttributeError(name)",
        "",
        "    def missing(*arguments):",
        *told,
        f"        return self.{sub.python}(*arguments)",
        "",
        "    return missing",
    ]
