"""``local ($x, $y) = …`` and ``local @h{…} = …``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access, settings
from sysvirt.port.draft.known import changed_settings
from sysvirt.port.draft.statements import assignments
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


#: What has the right value already: nothing here shares it.
FREE = frozenset({"$@", "$!", "$?", "$|", "$a", "$b", "$SIG{__DIE__}"})


def write(
    writer: Writer, local: Node, place: Node, right: Node | None
) -> tuple[list[str], list[str]] | None:
    """The lines at its place, and those at the end of the block; None where it is of one alone."""
    if place.type == "slice_expression":
        return _slice(writer, place, right)
    places = _places(local, place, right)
    return _several(writer, places, right) if places is not None else None


def _places(local: Node, place: Node, right: Node | None) -> list[Node] | None:
    """The places of ``local ($x, $y)``, and of ``local ($x) = @_``; of one alone none."""
    if place.type == "list_expression":
        return list(tree.items(place))
    is_listed = "(" in tree.text(local)[: place.start_byte - local.start_byte]
    if right is None or not is_listed or place.type != "scalar":
        return None
    inner = tree.bare(right)
    is_list = inner.type in ("array", "list_expression") or tree.call(inner) is not None
    return [place] if is_list else None


def _several(writer: Writer, places: list[Node], right: Node | None) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    restored: list[str] = []
    if all(map(_is_setting, places)):
        return _settings(writer, places, right)
    for each in places:
        variable = writer.variables.of(each)
        if variable is None or variable.is_boxed or each.type not in ("scalar", "array", "hash"):
            raise Untranslatable(f"local {tree.text(each)}")
        saved = writer.name(f"{variable.python.replace('.', '_')}_before")
        lines.append(f"{saved} = {variable.python}")
        restored.append(f"{variable.python} = {saved}")
        writer.write_to(variable, "none" if right is None else "")
        if right is None:
            empty = {"$": "None", "@": "[]", "%": "{}"}[variable.name[0]]
            lines.append(f"{variable.python} = {empty}")
    if right is not None:
        lines += assignments.unpacked(writer, places, right)
    return lines, restored


def _is_setting(node: Node) -> bool:
    return bool(changed_settings.name_of(node)) or _is_free(node)


def _settings(
    writer: Writer, places: list[Node], right: Node | None
) -> tuple[list[str], list[str]]:
    """``local ($, , $\\) = (…)``, and ``local ($!, $?)``."""
    given: list[Node | None] = [*tree.items(right)] if right is not None else [None] * len(places)
    if len(given) != len(places) or (right is not None and any(map(_is_free, places))):
        raise Untranslatable("local of several settings: one after the other")
    lines, restored = [], []
    for each, value in zip(places, given, strict=True):
        name = changed_settings.name_of(each)
        if name:
            before, after = settings.localized(writer, name, value)
            lines += before
            restored += after
    return lines, restored


def _is_free(node: Node) -> bool:
    return tree.text(node) in FREE


def _slice(writer: Writer, place: Node, right: Node | None) -> tuple[list[str], list[str]]:
    """``local @h{qw(a b)} = …;``"""
    made = access.sliced(writer, place).node
    if not isinstance(made, ast.Call) or place.child_by_field_name("hash") is None:
        raise Untranslatable(f"local {tree.text(place)}")
    base, keys = map(unparse, made.args)
    listed, saved = writer.name("keys"), writer.name("values_before")
    lines = [
        f"{listed} = {keys}",
        f"{saved} = {{key: {base}[key] for key in {listed} if key in {base}}}",
    ]
    if right is None:
        lines.append(f"{base}.update(dict.fromkeys({listed}))")
    else:
        lines += assignments.plain(writer, place, right)
    return lines, [
        f"for key in {listed}:",
        f"    {base}.pop(key, None)",
        f"{base}.update({saved})",
    ]
