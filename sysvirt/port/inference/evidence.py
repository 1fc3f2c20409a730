"""What speaks for a receiver to be Sys::Virt's, from the surest to the weakest.

What flows from Sys::Virt itself is certain. If all methods that are called on a variable are those
of one class, and one of them is no everyday name, it is likely; the classes of the project compete
for this with those of Sys::Virt. What is left is a guess by the variable's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import attrs

from sysvirt.port.api import API, ROOT
from sysvirt.port.findings import Confidence
from sysvirt.port.inference.calls import UNIVERSAL, Calls, MethodCall
from sysvirt.port.inference.symbols import Symbols
from sysvirt.port.parser import tree
from sysvirt.port.types import Foreign, Object, Package, Text, Type

#: Methods of the API with names that many classes have.
EVERYDAY = frozenset(
    {
        "get_name", "get_id", "get_info", "get_type", "get_version", "get_uuid", "get_state",
        "get_value", "set_value", "is_active", "is_alive", "get_hostname", "get_path", "get_key",
        "get_time", "set_time", "get_parent", "get_uri", "is_secure", "is_current", "get_metadata",
        "set_metadata", "get_control_info", "remove_callback", "add_callback", "get_capabilities",
        "get_messages", "send_key", "set_password", "open_console", "get_stats",
    }
)  # fmt: skip
#: What variables are called, by the class that they hold then.
PRIORS = tuple(
    (re.compile(rf"(?:\A|_|\d)(?:{names})\d*\Z", re.IGNORECASE), cls)
    for names, cls in (
        ("conns?|connections?|vmm|virt|libvirt|hv|hypervisors?|lv|con", "Virt"),
        ("doms?|domains?|vms?|guests?|[a-z]?doms?|instances?", "Domain"),
        ("pools?|storage_?pools?|sp", "StoragePool"),
        ("vols?|volumes?|storage_?vols?", "StorageVol"),
        ("nets?|networks?", "Network"),
        ("ports?|network_?ports?", "NetworkPort"),
        ("ifaces?|interfaces?", "Interface"),
        ("snaps?|snapshots?", "DomainSnapshot"),
        ("checkpoints?|cps?", "DomainCheckpoint"),
        ("streams?|st", "Stream"),
        ("secrets?", "Secret"),
        ("devs?|node_?devs?|devices?|node_?devices?", "NodeDevice"),
        ("nwfilters?|filters?", "NWFilter"),
        ("bindings?|nwfilter_?bindings?", "NWFilterBinding"),
        ("err|error|e|exception", "Error"),
    )
)
LAST_WORD = re.compile(r"([A-Za-z_]\w*)\W*\Z")
#: How often what is likely may make more likely.
ROUNDS = 3


@attrs.define(eq=False)
class Group:
    """The calls on one variable."""

    calls: list[MethodCall] = attrs.field(factory=list)
    names: set[str] = attrs.field(factory=set)


@attrs.frozen
class Known:
    """What a receiver was found to be, and how surely."""

    types: frozenset[Type]
    confidence: Confidence


class Evidence:
    """What is known of the receivers of a project."""

    def __init__(self, symbols: Symbols, calls: Calls, speaking: frozenset[int]) -> None:
        #: The files that name Sys::Virt.
        self._speaking = speaking
        self._symbols = symbols
        self._api: API = symbols.api
        self._calls = calls
        self.known: dict[MethodCall, Known] = {}
        self._known_ids: set[int] = set()

    def speaks(self, file: int) -> bool:
        """Whether a file names Sys::Virt."""
        return file in self._speaking

    def collect(self) -> None:
        """Solve, and go on with what is likely, and with guesses; ``$@`` is Sys::Virt's, too."""
        symbols = self._symbols
        if self._speaking:
            symbols.solver.add(symbols.error, Object("Error"))
        symbols.link_imports()
        self._solve()
        self._note(Confidence.CERTAIN)
        if not self._speaking:
            return
        for _ in range(ROUNDS):
            if not self._suppose(self._likely):
                break
            self._solve()
            self._note(Confidence.LIKELY)
        if self._suppose(self._guess):
            self._solve()
            self._note(Confidence.GUESS)

    def _solve(self) -> None:
        self._symbols.solver.solve()
        while self._symbols.store.make_missing():
            self._symbols.solver.solve()

    def _note(self, confidence: Confidence) -> None:
        for call in self._calls.methods:
            if call in self.known:
                continue
            types = self._symbols.solver.types(call.receiver)
            if any(self._says(each) for each in types):
                self.known[call] = Known(types, confidence)

    def _says(self, type_: Type) -> bool:
        """Whether a type tells what methods a receiver has."""
        if isinstance(type_, Text):
            return type_.value.startswith(ROOT)
        return isinstance(type_, Object | Package | Foreign)

    # Suppositions.

    def _groups(self) -> Iterable[Group]:
        groups: dict[object, Group] = {}
        for call in self._calls.methods:
            if call in self.known or not call.name or call.file < 0:
                continue
            group = groups.setdefault(self._key(call), Group())
            group.calls.append(call)
            if call.name not in UNIVERSAL:
                group.names.add(call.name)
        return [group for group in groups.values() if group.names]

    def _key(self, call: MethodCall) -> object:
        node = tree.bare(call.receiver_node)
        if node.type == "scalar" and tree.variable(node):
            return call.receiver
        return call.package, call.file, tree.text(node)

    def _suppose(self, judge: Callable[[Group], Type | None]) -> bool:
        found = False
        for group in self._groups():
            type_ = judge(group)
            if type_ is not None:
                found = True
                for call in group.calls:
                    self._symbols.solver.add(call.receiver, type_)
        return found

    def _likely(self, group: Group) -> Type | None:
        """The one class that has all methods of a group."""
        own = self._own_classes(group.names)
        if own:
            return Foreign(own[0]) if len(own) == 1 else None
        classes = [
            name for name, cls in self._api.classes.items() if group.names <= cls.methods.keys()
        ]
        if not any(self.is_distinctive(name) for name in group.names):
            return None
        if len(classes) > 1:
            prior = self.prior(group.calls[0])
            return Object(prior) if prior in classes else None
        return Object(classes[0]) if classes else None

    def _own_classes(self, names: set[str]) -> list[str]:
        """The packages of the project that have all methods of a group, the nearest to the root."""
        symbols = self._symbols
        found: list[str] | None = None
        for name in names:
            having = set(symbols.having(name))
            having |= {each.name for each in symbols.packages.values() if name in each.accessors}
            all_of_them = having | {child for each in having for child in symbols.children(each)}
            found = [each for each in found or all_of_them if each in all_of_them]
        found = [
            each
            for each in sorted(found or ())
            if symbols.package(each).is_declared and not self._api.find_package(each)
        ]
        return [each for each in found if not set(symbols.lineage(each)[1:]) & set(found)]

    def is_distinctive(self, name: str) -> bool:
        """Whether hardly anybody but Sys::Virt has a method of this name."""
        if "_" not in name or name in EVERYDAY or not self._api.having(name):
            return False
        return not self._is_own(name)

    def prior(self, call: MethodCall) -> str | None:
        """The class that a receiver would have by its name."""
        found = LAST_WORD.search(tree.text(call.receiver_node))
        if found is None:
            return None
        return next((cls for names, cls in PRIORS if names.search(found[1])), None)

    def _guess(self, group: Group) -> Type | None:
        """The class by the name of the variable, or that of most methods."""
        prior = self.prior(group.calls[0])
        if prior is not None:
            methods = self._api.classes[prior].methods
            fitting = [name for name in group.names if name in methods]
            if len(fitting) * 2 >= len(group.names):
                return Object(prior)
        # Of what is known to be something else, everyday names say nothing.
        is_known = any(self._symbols.solver.types(each.receiver) for each in group.calls)
        classes: dict[str, int] = {}
        for name in sorted(group.names):
            if self.is_distinctive(name) or not (is_known or self._is_own(name)):
                for cls in self._api.having(name):
                    classes[cls] = classes.get(cls, 0) + 1
        return Object(max(classes, key=lambda each: classes[each])) if classes else None

    def _is_own(self, name: str) -> bool:
        """Whether the project has a method of this name."""
        return bool(self._symbols.having(name)) or self._symbols.is_accessor(name)
