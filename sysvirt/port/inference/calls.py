"""What calls reach: subs of the project, accessors, methods of the API."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from tree_sitter import Node

from sysvirt.port.api import Class, Method, class_name
from sysvirt.port.inference.solver import Cell, Key
from sysvirt.port.inference.symbols import Sub, Symbols
from sysvirt.port.inference.values import Items, Outcome, Single, Value, pour
from sysvirt.port.parser import tree
from sysvirt.port.types import ITEM, Code, Foreign, Object, Package, Result, Text, Type

#: What every object has.
UNIVERSAL = frozenset({"isa", "can", "DOES", "VERSION", "import", "unimport", "DESTROY"})
CONSTRUCTORS = frozenset({"new", "instance", "singleton"})
LOOPS = frozenset(
    {"loop_statement", "for_statement", "cstyle_for_statement", "postfix_for_expression"}
)
EVENT_REGISTRATION = "_event_register"


@attrs.define(eq=False)
class MethodCall:
    """A call of a method."""

    node: Node
    name_node: Node
    #: Empty where the name is not known.
    name: str
    receiver_node: Node
    receiver: int
    arguments: tuple[Node, ...]
    values: Items
    outcome: Outcome
    #: Where it stands.
    package: str
    #: The file that it stands in, by its number.
    file: int
    #: Whether that is a test.
    is_in_test: bool = False
    #: Of ``$x->$name``: the slot of the name.
    dynamic: int | None = None
    #: The names that a dynamic one was found to be.
    names: set[str] = attrs.field(factory=set)


@attrs.frozen(eq=False)
class Assigned:
    """An assignment to a variable."""

    node: Node
    #: What it gets.
    slot: int


class Calls:
    """The calls of a project."""

    def __init__(self, symbols: Symbols) -> None:
        self._symbols = symbols
        self._solver = symbols.solver
        self.methods: list[MethodCall] = []
        self._api_results: dict[tuple[str, str], tuple[int, Cell]] = {}
        self._api_codes: set[tuple[str, str]] = set()
        #: Calls that reached nothing, by their names: a sub may still be made.
        self._unresolved: dict[str, list[tuple[MethodCall, Package | Foreign]]] = {}
        symbols.on_define = self._retry
        self._assigned: dict[tuple[int, int], list[Assigned]] = {}
        #: Variables that are written to by other names, too.
        self.aliased: set[int] = set()
        self._objects: dict[str, tuple[int, Cell]] = {}

    def remember(self, variable: int, file: int, node: Node, slot: int) -> None:
        """A variable gets in an assignment what a slot holds."""
        self._assigned.setdefault((variable, file), []).append(Assigned(node, slot))

    def last_assigned(self, call: MethodCall) -> frozenset[Type]:
        """What a variable got last before a call, in the order of the text."""
        before = self._before(call)
        return self._solver.types(before[-1].slot) if before else frozenset()

    def _before(self, call: MethodCall) -> list[Assigned]:
        """The assignments before a call."""
        known = self._assigned.get((call.receiver, call.file), ())
        return [each for each in known if each.node.end_byte <= call.node.start_byte]

    def reaching(self, call: MethodCall) -> frozenset[Type] | None:
        """What a variable must hold at a call, where only one assignment can have come there.

        None where that isn't known.
        """
        known = self._assigned.get((call.receiver, call.file), ())
        before = self._before(call)
        if len(known) < 2 or not before or call.receiver in self.aliased:
            return None
        last = before[-1].node
        around = {each.id for each in tree.above(call.node)}
        block = next((each for each in tree.above(last) if each.type in tree.BLOCKS), None)
        if block is None or block.id not in around:
            return None
        if not tree.same_or_none(tree.sub(last), tree.sub(call.node)):
            return None
        for loop in tree.above(call.node):
            if loop.type in LOOPS and any(
                loop.start_byte <= each.node.start_byte < loop.end_byte
                for each in known[len(before) :]
            ):
                return None
        return self._solver.types(before[-1].slot)

    # Functions.

    def code(self, name: str, package: str, main: str) -> int:
        """The slot of a sub by its name, seen from a package."""
        head, found, short = name.rpartition("::")
        if not found:
            return self._symbols.function(package, short)
        cls = self._symbols.api.find_package(head)
        method = cls.methods.get(short) if cls is not None else None
        if method is not None:
            return self._api_code(head, method)
        return self._symbols.function(main if head in ("main", "") else head, short)

    def _api_code(self, package: str, method: Method) -> int:
        """A method of the API as a sub: ``\\&Sys::Virt::Domain::get_name``."""
        slot = self._symbols.function(package, method.name)
        if (package, method.name) not in self._api_codes:
            self._api_codes.add((package, method.name))
            sub = self._symbols.sub(package, method.name)
            one, many = self.result(method)
            self._solver.edge(one, sub.one)
            self._solver.copy_list(many, sub.many)
            self._solver.add(slot, Code(sub.id))
        return slot

    def function(
        self, code: int, values: Items, outcome: Outcome, topic: int | None = None
    ) -> None:
        """Call whatever subs a slot holds; ``$_`` goes with it."""

        def call(type_: Type) -> None:
            if isinstance(type_, Code):
                sub = self._symbols.subs[type_.cell]
                self.enter(sub, values, outcome)
                if topic is not None:
                    self._solver.edge(topic, sub.topic)

        self._solver.watch(code, call)

    def enter(
        self, sub: Sub, values: Value, outcome: Outcome | None, own: Type | int | None = None
    ) -> None:
        """Hand arguments to a sub, the object first, and take what it gives."""
        at = 0 if own is None else 1
        if isinstance(own, int):
            self._solver.put(sub.params, 0, own)
        elif own is not None:
            self._solver.add(self._solver.part(sub.params, 0), own)
        pour(self._solver, values, sub.params, at)
        self._take_back(sub, values, at)
        if outcome is not None:
            outcome.link(sub.one, sub.many)

    def _take_back(self, sub: Sub, values: Value, at: int) -> None:
        """What a sub writes to its arguments."""
        items = values.items if isinstance(values, Items) else ()

        def take(key: Key, slot: int) -> None:
            index = key - at if isinstance(key, int) else -1
            target = items[index][1] if 0 <= index < len(items) else None
            if target is not None:
                target.assign(Single(self._solver, slot))
                if isinstance(target, Single):
                    self.aliased.add(target.slot)

        if items:
            self._solver.watch_parts(sub.outs, take)

    # Methods.

    def method(self, call: MethodCall) -> None:
        """Call a method of whatever a slot holds."""
        self.methods.append(call)
        if call.dynamic is not None:
            self._solver.watch(call.dynamic, lambda type_: self._named(call, type_))
        else:
            self._reach(call, call.name)

    def _named(self, call: MethodCall, type_: Type) -> None:
        """``$dom->$name``: the variable holds a name, or a sub."""
        if isinstance(type_, Code):
            sub = self._symbols.subs[type_.cell]
            self.enter(sub, call.values, call.outcome, call.receiver)
            if self._symbols.api.find_package(sub.package) and sub.name not in call.names:
                call.names.add(sub.name)
        elif isinstance(type_, Text | Package):
            name = type_.value if isinstance(type_, Text) else type_.name
            if name not in call.names:
                call.names.add(name)
                self._reach(call, name)

    def send(
        self, slot: int, name: str, outcome: Outcome, node: Node, package: str, values: Items
    ) -> None:
        """Call a method of what a slot holds, as Perl or a module does: nobody writes this call."""
        call = MethodCall(
            node=node,
            name_node=node,
            name=name,
            receiver_node=node,
            receiver=slot,
            arguments=(),
            values=values,
            outcome=outcome,
            package=package,
            file=-1,
        )
        self._reach(call, name)

    def _reach(self, call: MethodCall, name: str) -> None:
        self._solver.watch(call.receiver, lambda type_: self._dispatch(call, name, type_))

    def _dispatch(self, call: MethodCall, name: str, type_: Type) -> None:
        if isinstance(type_, Object):
            self._on_object(call, name, type_.cls)
        elif isinstance(type_, Package):
            self._on_package(call, name, type_.name)
        elif isinstance(type_, Text):
            self._on_package(call, name, type_.value)
        elif isinstance(type_, Foreign):
            self._on_foreign(call, name, type_.package)

    def _on_object(self, call: MethodCall, name: str, cls: str) -> None:
        known = self._symbols.api.classes.get(cls)
        method = known.methods.get(name) if known is not None else None
        if name == "can" and known is not None:
            self._can_api(call, known)
        elif method is not None and name != "new":
            self._api(call, method)
        elif name == "new" and cls == "Virt":
            self._link_object(call, cls)

    def _on_package(self, call: MethodCall, name: str, package: str) -> None:
        package = package.removesuffix("::") or package
        cls = self._symbols.api.find_package(package)
        if cls is not None:
            self._on_class(call, name, cls)
        elif not self._in_project(call, name, Package(package)) and name in CONSTRUCTORS:
            self._construct(call, package)

    def _on_class(self, call: MethodCall, name: str, cls: Class) -> None:
        method = cls.methods.get(name)
        if name == "can":
            self._can_api(call, cls)
        elif name == "new":
            self._link_object(call, cls.name)
            if method is not None:
                self._callbacks(call, method)
        elif method is not None:
            self._api(call, method)

    def _on_foreign(self, call: MethodCall, name: str, package: str) -> None:
        if name == "can":
            self._can(call, package)
        elif name not in UNIVERSAL:
            self._in_project(call, name, Foreign(package))

    def _can_api(self, call: MethodCall, cls: Class) -> None:
        """``$dom->can("get_name")`` is the method itself."""
        for _, value in call.values.items[:1]:
            slot = value.one() if value is not None else None
            if slot is None:
                continue

            def link(type_: Type) -> None:
                method = cls.methods.get(type_.value) if isinstance(type_, Text) else None
                if method is not None:
                    call.outcome.link(self._api_code(cls.package, method), None)

            self._solver.watch(slot, link)

    def _can(self, call: MethodCall, package: str) -> None:
        """``$self->can("name")`` is the sub itself."""
        for _, value in call.values.items[:1]:
            slot = value.one() if value is not None else None
            for type_ in self._solver.types(slot) if slot is not None else ():
                if isinstance(type_, Text):
                    for each in self._symbols.lineage(package):
                        if (each, type_.value) in self._symbols.defined:
                            call.outcome.link(self._symbols.function(each, type_.value), None)

    def _in_project(self, call: MethodCall, name: str, own: Package | Foreign) -> bool:
        """Look for a method in the packages of the project, and in those of the API behind."""
        package = _package(own)
        lineage = self._symbols.lineage(package)
        if "::" in name:
            head, _, name = name.rpartition("::")
            lineage = self._symbols.lineage(head)
            if head == "SUPER":
                lineage = self._symbols.lineage(call.package)[1:]
        for each in lineage:
            if self._own(call, name, each, own):
                return True
            cls = self._symbols.api.find_package(each)
            if cls is not None and self._inherited(call, name, cls, package):
                return True
        if name == "new" and any(each in self._symbols.packages for each in lineage):
            return False
        found = [
            each for each in self._symbols.children(package) if self._own(call, name, each, own)
        ]
        if found or self._autoloaded(call, name, lineage, own):
            return True
        self._unresolved.setdefault(name, []).append((call, own))
        return False

    def _retry(self, name: str) -> None:
        """A sub was made: let those calls try again that reached nothing."""
        for call, own in self._unresolved.pop(name, ()):
            self._in_project(call, name, own)

    def _own(self, call: MethodCall, name: str, package: str, own: Package | Foreign) -> bool:
        if (package, name) in self._symbols.defined:
            code = self._symbols.function(package, name)
            self._solver.watch(code, lambda type_: self._method_sub(call, type_, own))
            return True
        known = self._symbols.packages.get(package)
        field = known.accessors.get(name) if known is not None else None
        if known is None or field is None:
            return False
        fields = self._symbols.package(_package(own)).fields
        self._access(call, fields, field, is_container=field in known.containers)
        return True

    def _method_sub(self, call: MethodCall, type_: Type, own: Type) -> None:
        if isinstance(type_, Code):
            self.enter(self._symbols.subs[type_.cell], call.values, call.outcome, own)

    def _access(
        self, call: MethodCall, fields: Cell, field: str, *, is_container: bool = False
    ) -> None:
        """An accessor: it gives the field, and sets it if there is an argument.

        One of a list or hash takes an index, and a new value after it.
        """
        call.outcome.link(self._solver.part(fields, field), None)
        part = self._solver.cell()
        self._solver.edge(self._solver.part(fields, field), self._solver.part(part, 0))
        call.outcome.link(None, part)
        for _, value in call.values.items[:1]:
            source = value.one() if value is not None else None
            if source is not None:
                self._solver.put(fields, field, source)
        if is_container:
            held = self._solver.part(fields, field)
            call.outcome.link(self._symbols.store.load(held, None), None)
            for _, value in call.values.items[1:2]:
                source = value.one() if value is not None else None
                if source is not None:
                    self._symbols.store.save(held, None, source, is_hash=True)

    def _autoloaded(
        self, call: MethodCall, name: str, lineage: list[str], own: Package | Foreign
    ) -> bool:
        """``AUTOLOAD`` is mostly there to give fields."""
        for each in lineage:
            if (each, "AUTOLOAD") in self._symbols.defined:
                self._access(call, self._symbols.package(_package(own)).fields, name)
                return True
        return False

    def _inherited(self, call: MethodCall, name: str, cls: Class, package: str) -> bool:
        """A method of the API that a class of the project inherits."""
        method = cls.methods.get(name)
        if name == "new":
            self._construct(call, package)
            if method is not None:
                self._callbacks(call, method)
            return True
        if method is None:
            return False
        self._api(call, method)
        return True

    def _construct(self, call: MethodCall, package: str) -> None:
        """``new`` of a class that doesn't write its own: Moose's sets fields."""
        one = self._solver.constant(Foreign(package))
        call.outcome.link(one, None)
        many = self._solver.cell()
        self._solver.put(many, 0, one)
        call.outcome.link(None, many)
        known = self._symbols.packages.get(package)
        if known is not None and known.is_declared:
            source = call.values.many()
            self._solver.copy_hash(source[0], known.fields, source[1])
            first = self._symbols.store.pointed(self._solver.part(source[0], 0))
            self._solver.copy_hash(first, known.fields)

    # The API.

    def _link_object(self, call: MethodCall, cls: str) -> None:
        call.outcome.link(*self.object(cls))

    def object(self, cls: str) -> tuple[int, Cell]:
        """An object of a class, as a value and as a list of one."""
        found = self._objects.get(cls)
        if found is None:
            one, many = self._solver.constant(Object(cls)), self._solver.cell()
            self._solver.put(many, 0, one)
            found = self._objects[cls] = one, many
        return found

    def _api(self, call: MethodCall, method: Method) -> None:
        call.outcome.link(*self.result(method))
        self._callbacks(call, method)

    def result(self, method: Method) -> tuple[int, Cell]:
        """What a method of the API gives, as a value and as a list."""
        key = method.cls, method.name
        found = self._api_results.get(key)
        if found is None:
            found = self._api_results[key] = self._new_result(method)
        return found

    def _new_result(self, method: Method) -> tuple[int, Cell]:
        shape, solver = method.returns.shape, self._solver
        one, many = solver.slot(), solver.cell()
        if shape == "tuple":
            for index, item in enumerate(method.returns.items):
                type_ = Result(method.cls, method.name, item)
                solver.put(many, index, solver.constant(type_))
            # In a scalar Perl keeps the last one.
            solver.add(one, Result(method.cls, method.name, method.returns.items[-1]))
            return one, many
        of_list = shape.startswith("list:")
        name = shape.removeprefix("list:")
        whole: Type = Result(method.cls, method.name, ITEM if of_list else "")
        if name.startswith("object:"):
            whole = Object(class_name(name.removeprefix("object:")) or name)
        if name == "none":
            return one, many
        if not method.counts:
            solver.add(one, whole)
        solver.put(many, None if of_list else 0, solver.constant(whole))
        return one, many

    def _callbacks(self, call: MethodCall, method: Method) -> None:
        """Hand the subs among the arguments what the API calls them with."""
        given = [cls for cls in _callback_objects(method) if cls in self._symbols.api.classes]
        if not given or not any("callable" in each.types for each in method.params):
            return
        for _, value in call.values.items:
            slot = value.one() if value is not None else None
            if slot is not None:
                self._solver.watch(slot, lambda type_: self._callback(type_, given))

    def _callback(self, type_: Type, given: list[str]) -> None:
        if isinstance(type_, Code):
            sub = self._symbols.subs[type_.cell]
            for index, cls in enumerate(given):
                self._solver.put(sub.params, index, self.object(cls)[0])


def _package(own: Package | Foreign) -> str:
    """The package of an object, or that which a name is."""
    return own.name if isinstance(own, Package) else own.package


def _callback_objects(method: Method) -> Iterator[str]:
    """The classes of what a callback gets first.

    >>> from sysvirt.port.api import read_api
    >>> methods = read_api().classes["Virt"].methods
    >>> list(_callback_objects(methods["storage_pool_event_register_any"]))
    ['Virt', 'StoragePool']
    """
    if method.name == "new" or method.cls == "Event":
        return
    yield method.cls
    prefix, found, _ = method.name.partition(EVENT_REGISTRATION)
    if found:
        yield "".join(word.capitalize() for word in prefix.split("_"))
