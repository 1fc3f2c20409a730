"""A project: its files parsed, solved together, with what they use of Sys::Virt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath

from tree_sitter import Node

from sysvirt.port.api import ROOT
from sysvirt.port.findings import Kind
from sysvirt.port.inference import flow, uses
from sysvirt.port.inference.calls import Calls
from sysvirt.port.inference.evidence import Evidence
from sysvirt.port.inference.receivers import method_sites
from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.inference.values import Plural, Value
from sysvirt.port.inference.walk import Walk
from sysvirt.port.parser import grammar
from sysvirt.port.parser.grammar import Parsed
from sysvirt.port.sites import Site
from sysvirt.port.source import Source
from sysvirt.port.types import Hash, List, Text, Type
from sysvirt.port.units import Unit

PROTOTYPE = re.compile(rb"\bsub\s+(\w+)\s*\(\s*([\\$@%&*+;_\[\]]*)\s*\)")
LOADED = re.compile(rb"\b(?:require|do)\b\s*\(?\s*[\"']([^\"'\n]+)[\"']")


def read_project(paths_or_sources: Iterable[Source | Path]) -> tuple[Unit, ...]:
    """Read files as one project; they come back in their order."""
    sources = [each if isinstance(each, Source) else Source.read(each) for each in paths_or_sources]
    symbols = Symbols()
    calls = Calls(symbols)
    for source in sources:
        for found in PROTOTYPE.finditer(source.data):
            symbols.prototypes[found[1].decode("latin-1")] = found[2].decode("latin-1")
    parsed = [grammar.parse(source.data) for source in sources]
    walks = [
        Walk(symbols, calls, number, main, each, source.data)
        for number, (main, each, source) in enumerate(
            zip(_mains(sources), parsed, sources, strict=True)
        )
    ]
    for walk, each, source in zip(walks, parsed, sources, strict=True):
        walk.is_test = PurePath(source.path).suffix == ".t"
        flow.read(walk, each.root)
    speaking = (number for number, each in enumerate(sources) if ROOT.encode() in each.data)
    evidence = Evidence(symbols, calls, frozenset(speaking))
    evidence.collect()
    by_file: dict[int, list[Site]] = {}
    for file, site in method_sites(symbols, calls, evidence):
        by_file.setdefault(file, []).append(site)
    return tuple(
        Unit(
            source=source,
            root=each.root,
            sites=tuple(_in_order([*by_file.get(number, ()), *_named(walk, each)])),
            unparsed=each.unparsed,
            types_of=partial(_types_of, walk),
        )
        for number, (source, each, walk) in enumerate(zip(sources, parsed, walks, strict=True))
    )


def _mains(sources: list[Source]) -> Iterator[str]:
    """What stands for the package ``main`` of each file: those that load each other share it."""
    names: dict[str, int] = {}
    for number, source in enumerate(sources):
        names.setdefault(PurePath(source.path).name, number)
    group = list(range(len(sources)))

    def root(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    for number, source in enumerate(sources):
        for found in LOADED.finditer(source.data):
            other = names.get(PurePath(found[1].decode("latin-1")).name)
            if other is not None:
                one, two = sorted((root(number), root(other)))
                group[two] = one
    for number in range(len(sources)):
        yield f"main#{root(number)}"


def _named(walk: Walk, parsed: Parsed) -> Iterator[Site]:
    for root in (parsed.root, *walk.parts):
        yield from uses.named_uses(root, parsed)
    yield from uses.caught_classes(parsed, walk.data)


def _in_order(sites: Iterable[Site]) -> list[Site]:
    """Each place once."""
    found: dict[tuple[int, str, Kind], Site] = {}
    for site in sites:
        found.setdefault((site.node.start_byte, site.name, site.kind), site)
    return sorted(found.values(), key=lambda site: (site.node.start_byte, site.name))


def _types_of(walk: Walk, node: Node) -> frozenset[Type]:
    """What an expression can be; of an array or a hash, its cell."""
    value = walk.value(node)
    if value is None:
        return frozenset()
    if isinstance(value, Plural) and value.one() is None:
        return frozenset({Hash(value.cell.id) if value.is_hash else List(value.cell.id)})
    return _solved(walk, value)


def _solved(walk: Walk, value: Value) -> frozenset[Type]:
    slot = value.one()
    if slot is None:
        return frozenset()
    walk.solver.solve()
    return frozenset(each for each in walk.solver.types(slot) if not isinstance(each, Text))
