"""YAML::XS, YAML and their kin: PyYAML, with Perl's values."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module


def _module(
    name: str, load: str, dump: str, exports: frozenset[str], todo: str = "", note: str = ""
) -> Module:
    """A module: what reading and writing are told besides."""
    reading = f"perl_yaml_load({{0}}{load})"
    file = f"perl_yaml_load_file({{0}}{load})"
    functions = {
        "Load": Form(reading, "s", "list", f"{reading}[-1]"),
        "LoadFile": Form(file, "s", "list", f"{file}[-1]"),
        "Dump": Form(f"perl_yaml_dump(*{{*}}{dump})", "*v", "str", todo=todo, note=note),
        "DumpFile": Form(
            f"perl_yaml_dump_file({{0}}, *{{*}}{dump})", "s*v", "int", todo=todo, note=note
        ),
    }
    return Module(name, functions=functions, exports=exports, needs=("PyYAML",))


_BOTH = frozenset({"Load", "Dump"})
_ALL = frozenset({"Load", "LoadFile", "Dump", "DumpFile"})
_FURTHER_IN = ", typed=False, dumper=PerlYamlIndented"
_INNER = "of a list in a list Perl begins a line of its own; both are read alike"
_TINY = "YAML::Tiny lays out lists in its own way: yaml.safe_dump, or YAML::XS first"

MODULES: tuple[Module, ...] = (
    _module("YAML::XS", "", "", _BOTH),
    _module("YAML", ", truths=False", _FURTHER_IN, _BOTH, note=_INNER),
    _module("YAML::Syck", ", truths=False", "", _ALL, todo="YAML::Syck quotes in its own way"),
    _module("YAML::Tiny", ", truths=False", "", _BOTH, todo=_TINY),
)
