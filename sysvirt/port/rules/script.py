"""A file as the rules read it: its nodes by their types, its sites by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING, TypeVar

import attrs

from sysvirt.port.api import API, Class, Constant, Method, read_api
from sysvirt.port.findings import Confidence, Finding, Kind, Severity, Span
from sysvirt.port.lines.line import Lines
from sysvirt.port.rules import nodes
from sysvirt.port.types import Object, Result

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.rules.rule import Rule
    from sysvirt.port.sites import Site
    from sysvirt.port.types import Type
    from sysvirt.port.units import Unit

#: How long the Perl of a finding gets at most.
LONGEST = 200


_T = TypeVar("_T")


def _start(node: Node) -> int:
    return node.start_byte


def _inside(found: Sequence[_T], outer: Node, start: Callable[[_T], int]) -> list[_T]:
    """Those that begin within a node, of some in the order of their places."""
    first = bisect_left(found, outer.start_byte, key=start)
    return list(found[first : bisect_left(found, outer.end_byte, key=start)])


@attrs.frozen
class Origin:
    """A value, and which element of it where it is a list: ``my ($x, $y) = @ARGV``."""

    value: Node
    index: int | None = None


@attrs.define(frozen=True, slots=False, eq=False)
class Script:
    """One file."""

    unit: Unit
    #: The release that ``version`` compares with, as numbers.
    libvirt: tuple[int, ...] | None = None

    @property
    def api(self) -> API:
        """What Sys::Virt has."""
        return read_api()

    @cached_property
    def _by_type(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in nodes.walk(self.unit.root):
            found.setdefault(node.type, []).append(node)
        return found

    @cached_property
    def _merged(self) -> dict[frozenset[str], list[Node]]:
        return {}

    def nodes(self, *types: str) -> list[Node]:
        """All nodes of some types, in their order."""
        wanted = frozenset(types)
        if wanted not in self._merged:
            lists = [self._by_type.get(each, []) for each in wanted]
            self._merged[wanted] = list(merge(*lists, key=_start))
        return self._merged[wanted]

    def nodes_in(self, outer: Node, *types: str) -> list[Node]:
        """The nodes of some types within a node."""
        return _inside(self.nodes(*types), outer, _start)

    @cached_property
    def origins(self) -> dict[int, Origin | None]:
        """What ``origins`` found out so far, by the declarations."""
        return {}

    @cached_property
    def _by_variable(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes("scalar"):
            found.setdefault(nodes.name_of(node), []).append(node)
        return found

    def variables(self, name: str, outer: Node | None = None) -> list[Node]:
        """Where a scalar variable stands, ``$dom``: everywhere, or within a node."""
        found = self._by_variable.get(name, [])
        return found if outer is None else _inside(found, outer, _start)

    @cached_property
    def _by_call(self) -> dict[int, Site]:
        return {site.call.id: site for site in self.unit.sites}

    @cached_property
    def _by_name(self) -> dict[int, Site]:
        return {site.node.id: site for site in self.unit.sites}

    def site(self, call: Node | None) -> Site | None:
        """The site that an expression is, parentheses aside."""
        return self._by_call.get(nodes.bare(call).id) if call is not None else None

    def site_named(self, name: Node) -> Site | None:
        """The site whose own name a node is."""
        return self._by_name.get(name.id)

    @cached_property
    def packages(self) -> frozenset[str]:
        """The packages that the file declares or loads."""
        fields = {"package_statement": "name", "use_statement": "module"}
        named = (node.child_by_field_name(fields[node.type]) for node in self.nodes(*fields))
        return frozenset(nodes.words(name) for name in named if name is not None)

    @cached_property
    def sure_sites(self) -> tuple[Site, ...]:
        """Those that are at least likely."""
        return tuple(s for s in self.unit.sites if s.confidence >= Confidence.LIKELY)

    def sites_in(self, node: Node) -> list[Site]:
        """The sites within a node that are at least likely."""
        return _inside(self.sure_sites, node, lambda site: site.node.start_byte)

    def calls(self, *kinds: Kind) -> Iterator[tuple[Site, Method]]:
        """The sites that call a method which the API has, with that method."""
        wanted = kinds or (Kind.METHOD, Kind.FUNCTION, Kind.NEW)
        for site in self.unit.sites:
            method = self.method(site)
            if method is not None and site.kind in wanted:
                yield site, method

    def cls(self, site: Site) -> Class | None:
        """The class of a site."""
        return self.api.classes.get(site.cls)

    def method(self, site: Site) -> Method | None:
        """The method that a site calls; of a constant, and of what isn't there, none."""
        cls = self.cls(site)
        if cls is None or site.kind not in (Kind.METHOD, Kind.FUNCTION, Kind.NEW):
            return None
        return cls.methods.get(site.name)

    def constant(self, site: Site) -> Constant | None:
        """The constant that a site names."""
        cls = self.cls(site)
        return cls.constants.get(site.name) if cls and site.kind is Kind.CONSTANT else None

    def types(self, node: Node) -> frozenset[Type]:
        """What an expression can be."""
        return self.unit.types_of(nodes.bare(node))

    def is_error(self, node: Node) -> bool:
        """Whether an expression is an error of Sys::Virt, or ``$@`` that may hold one."""
        node = nodes.bare(node)
        if nodes.is_error_variable(node):
            return bool(self.sure_sites)
        if node.type == "interpolated_string_literal":
            inside = list(nodes.walk(node))
            return any(each.type == "scalar" and self.is_error(each) for each in inside)
        return Object("Error") in self.types(node)

    def result(self, node: Node) -> str:
        """The type of an expression that a method gave, ``bool``; of any other, an empty text."""
        given = self.given(node)
        if given is None:
            return ""
        method, part = given
        return method.returns.types.get(part, "").rstrip("?") if part else method.returns.shape

    def given(self, node: Node) -> tuple[Method, str] | None:
        """The one method whose result an expression is, and the part of the result."""
        site = self.site(node)
        if site is not None:
            method = self.method(site)
            return (method, "") if method is not None else None
        types = self.types(node)
        (type_,) = types if len(types) == 1 else (None,)
        cls = self.api.classes.get(type_.cls) if isinstance(type_, Result) else None
        if not isinstance(type_, Result) or cls is None or type_.method not in cls.methods:
            return None
        return cls.methods[type_.method], type_.part

    def span(self, node: Node) -> Span:
        """Where a node stands."""
        return self.unit.source.span(node.start_byte, node.end_byte)

    def perl(self, node: Node) -> str:
        """The statement that a node is a part of, on one line and without its block."""
        whole = nodes.statement(node)
        block = whole.child_by_field_name("block") or whole.child_by_field_name("body")
        end = block.start_byte if block is not None else whole.end_byte
        if block is not None and nodes.is_inside(node, block):
            end = whole.end_byte
        if end == whole.end_byte and self.unit.source.part(end, end + 1) == ";":
            end += 1
        text = " ".join(self.unit.source.part(whole.start_byte, end).split())
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

    def python(self, site: Site) -> str:
        """The Python line for the statement of a site."""
        return self._lines.of(site)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.unit)

    def about(
        self,
        rule: Rule,
        site: Site,
        message: str = "",
        *,
        python: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """What a rule says of a site."""
        return Finding(
            span=self.span(site.node),
            rule=rule.id,
            severity=rule.severity if severity is None else severity,
            confidence=site.confidence,
            kind=site.kind,
            cls=site.cls,
            name=site.name,
            perl=self.perl(site.node),
            python=python,
            message=message,
        )

    def code(
        self,
        rule: Rule,
        node: Node,
        message: str,
        *,
        severity: Severity | None = None,
        confidence: Confidence = Confidence.CERTAIN,
    ) -> Finding:
        """What a rule says of Perl that is no use of the API."""
        return Finding(
            span=self.span(node),
            rule=rule.id,
            severity=rule.severity if severity is None else severity,
            confidence=confidence,
            kind=Kind.CODE,
            perl=self.perl(node),
            message=message,
        )
