"""From what is known of receivers to the sites of method calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from sysvirt.port.api import Class
from sysvirt.port.findings import Confidence, Kind
from sysvirt.port.inference.calls import UNIVERSAL, Calls, MethodCall
from sysvirt.port.inference.contexts import context
from sysvirt.port.inference.evidence import Evidence, Known
from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.parser import tree
from sysvirt.port.sites import Site
from sysvirt.port.types import Foreign, Object, Package, Text


def method_sites(symbols: Symbols, calls: Calls, evidence: Evidence) -> Iterator[tuple[int, Site]]:
    """The sites of all method calls, each with the number of its file."""
    decider = _Decider(symbols, calls, evidence)
    for call in calls.methods:
        known = evidence.known.get(call)
        if known is None or call.file < 0:
            continue
        for name in sorted(call.names) if call.dynamic is not None else (call.name,):
            site = decider.site(call, name, known)
            if site is not None and (site.exists or len(call.names) <= 1):
                yield call.file, site


def _key_read(node: Node) -> str | None:
    """The key that is read from what a call gives: ``->get_info->{state}``."""
    parent = node.parent
    if parent is None or parent.type != "hash_element_expression":
        return None
    key = tree.field(parent, "key")
    return None if tree.same(key, node) else tree.literal(key)


LIKELY = Confidence.LIKELY


class _Decider:
    def __init__(self, symbols: Symbols, calls: Calls, evidence: Evidence) -> None:
        self._calls = calls
        self._by_receiver: dict[int, list[MethodCall]] = {}
        self._symbols = symbols
        self._api = symbols.api
        self._evidence = evidence

    def site(self, call: MethodCall, name: str, known: Known) -> Site | None:
        """The site that a call is, if it is one."""
        if name in UNIVERSAL:
            return None
        cls = self._class_called(known)
        if cls is not None:
            return self._class_site(call, name, cls, known.confidence)
        inherited = self._inherited(call, name, known)
        if inherited is not None:
            return inherited
        objects = sorted(each.cls for each in known.types if isinstance(each, Object))
        if not objects or "::" in name:
            return None
        return self._object_site(call, name, objects, known)

    def _class_called(self, known: Known) -> Class | None:
        for each in known.types:
            if isinstance(each, Package | Text):
                name = each.name if isinstance(each, Package) else each.value
                cls = self._api.find_package(name)
                if cls is not None:
                    return cls
        return None

    def _class_site(self, call: MethodCall, name: str, cls: Class, sure: Confidence) -> Site:
        method = cls.methods.get(name)
        if name == "new":
            kind, exists = Kind.NEW, method is not None or cls.name == "EventImpl"
        elif method is not None:
            kind = Kind.FUNCTION if method.kind == "function" else Kind.METHOD
            exists = True
        else:
            exists = name in cls.constants
            kind = Kind.CONSTANT if exists or name.isupper() else Kind.METHOD
            if cls.name == "Event" and kind is Kind.METHOD:
                kind = Kind.FUNCTION
        return self._new(call, kind, cls.name, name, sure, exists=exists)

    def _inherited(self, call: MethodCall, name: str, known: Known) -> Site | None:
        """A method that a class of the project has from one of the API."""
        for type_ in known.types:
            if not isinstance(type_, Foreign | Package):
                continue
            package = type_.package if isinstance(type_, Foreign) else type_.name
            lineage: Iterable[str] = self._symbols.lineage(package)
            short = name
            if name.startswith("SUPER::"):
                short, lineage = name[7:], self._symbols.lineage(call.package)[1:]
            for each in lineage:
                cls = self._api.find_package(each)
                if cls is not None:
                    if short in cls.methods or short == "new":
                        kind = Kind.NEW if short == "new" else Kind.METHOD
                        return self._new(call, kind, cls.name, short, known.confidence, exists=True)
                    break
                if self._has(each, short):
                    break
        return None

    def _has(self, package: str, name: str) -> bool:
        known = self._symbols.packages.get(package)
        return (package, name) in self._symbols.defined or (
            known is not None and name in known.accessors
        )

    def _object_site(
        self, call: MethodCall, name: str, objects: list[str], known: Known
    ) -> Site | None:
        having = [cls for cls in objects if name in self._api.classes[cls].methods]
        constants = [cls for cls in objects if name in self._api.classes[cls].constants]
        own = self._own_has(name, known)
        if own and self._is_blessed_anew(objects, known):
            return None
        sure = known.confidence
        if own:
            sure = min(sure, Confidence.GUESS if self._is_own_file(call, name, known) else LIKELY)
        reaching = self._calls.reaching(call)
        if reaching is not None and not any(isinstance(each, Object) for each in reaching):
            # It is something else here, and gets an object of Sys::Virt at another place.
            if not having:
                return None
            if not self._evidence.is_distinctive(name):
                sure = Confidence.GUESS
        if having:
            cls = self._choose(call, having)
            return self._new(call, Kind.METHOD, cls, name, sure, exists=True)
        if constants:
            return self._new(call, Kind.CONSTANT, constants[0], name, sure, exists=True)
        if known.confidence is Confidence.GUESS or any(
            isinstance(each, Foreign) for each in known.types
        ):
            return None
        if objects == ["Error"] and not (self._evidence.speaks(call.file) or self._is_near(name)):
            # What else dies with objects isn't known.
            return None
        if len(objects) > 1 or objects == ["Error"]:
            sure = min(sure, LIKELY)
        kind = Kind.CONSTANT if name.isupper() else Kind.METHOD
        return self._new(call, kind, objects[0], name, sure, exists=False)

    def _is_near(self, name: str) -> bool:
        """Whether a name is like that of a method of an error."""
        return self._api.nearest(name, self._api.classes["Error"].methods) is not None

    def _is_own_file(self, call: MethodCall, name: str, known: Known) -> bool:
        """Whether a file has a class of its own with the method: a test, with its stand-ins.

        Or one that doesn't speak of Sys::Virt.
        """
        return (call.is_in_test or not self._evidence.speaks(call.file)) and any(
            self._has(each, name) and call.file in self._symbols.package(each).files
            for type_ in known.types
            if isinstance(type_, Foreign)
            for each in self._symbols.lineage(type_.package)
        )

    def _own_has(self, name: str, known: Known) -> bool:
        """Whether the receiver can as well be of a class of the project that has the method."""
        return any(
            self._has(each, name)
            for type_ in known.types
            if isinstance(type_, Foreign)
            for each in self._symbols.lineage(type_.package)
        )

    def _choose(self, call: MethodCall, having: list[str]) -> str:
        """One of several classes: what the variable got last, or what its name says."""
        if len(having) > 1:
            last = {
                each.cls for each in self._calls.last_assigned(call) if isinstance(each, Object)
            }
            having = [cls for cls in having if cls in last] or having
        if len(having) > 1:
            having = [cls for cls in having if self._fits(call, cls)] or having
        prior = self._evidence.prior(call)
        return prior if prior in having else having[0]

    def _fits(self, call: MethodCall, cls: str) -> bool:
        """Whether a class has all that is called on a receiver, and all that is read from it."""
        methods = self._api.classes[cls].methods
        for other in self._calls_on(call):
            method = methods.get(other.name)
            if method is None:
                return False
            keys = {*method.returns.keys, *method.returns.optional_keys}
            read = _key_read(other.node)
            if keys and read is not None and read not in keys:
                return False
        return True

    def _calls_on(self, call: MethodCall) -> list[MethodCall]:
        """All calls on the variable of a call."""
        if not self._by_receiver:
            for each in self._calls.methods:
                if each.name and each.name not in UNIVERSAL:
                    self._by_receiver.setdefault(each.receiver, []).append(each)
        return self._by_receiver.get(call.receiver, [])

    def _is_blessed_anew(self, objects: list[str], known: Known) -> bool:
        """Whether an object of the API became one of a class of the project that inherits it."""
        packages = {self._api.classes[cls].package for cls in objects}
        return any(
            packages & set(self._symbols.lineage(type_.package))
            for type_ in known.types
            if isinstance(type_, Foreign)
        )

    def _new(
        self, call: MethodCall, kind: Kind, cls: str, name: str, sure: Confidence, *, exists: bool
    ) -> Site:
        return Site(
            kind=kind,
            cls=cls,
            name=name,
            confidence=sure,
            node=call.name_node,
            call=call.node,
            receiver=call.receiver_node,
            arguments=call.arguments,
            context=context(call.node),
            exists=exists,
        )
