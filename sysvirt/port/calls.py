"""What calls reach: subs of the project, accessors, methods of the API."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from tree_sitter import Node

from sysvirt.port.api import Class, Method, class_name
from sysvirt.port.solver import Cell
from sysvirt.port.symbols import Sub, Symbols
from sysvirt.port.types import ITEM, Code, Foreign, Object, Package, Result, Text, Type
from sysvirt.port.values import Items, Outcome, Plural, Single, Value, pour

#: What every object has.
UNIVERSAL = frozenset({"isa", "can", "DOES", "VERSION", "import", "unimport", "DESTROY"})
CONSTRUCTORS = frozenset({"new", "instance", "singleton"})
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
    #: Of ``$x->$name``: the slot of the name.
    dynamic: int | None = None
    #: Whether a receiver's class had it.
    is_resolved: bool = False
    #: The names that a dynamic one was found to be.
    names: set[str] = attrs.field(factory=set)


class Calls:
    """The calls of a project."""

    def __init__(self, symbols: Symbols) -> None:
        self._symbols = symbols
        self._solver = symbols.solver
        self.methods: list[MethodCall] = []
        self._api_results: dict[tuple[str, str], tuple[int, Cell]] = {}
        self._objects: dict[str, tuple[int, Cell]] = {}

    # Functions.

    def function(self, code: int, values: Items, outcome: Outcome) -> None:
        """Call whatever subs a slot holds."""

        def call(type_: Type) -> None:
            if isinstance(type_, Code):
                self.enter(self._symbols.subs[type_.cell], values, outcome)

        self._solver.watch(code, call)

    def enter(
        self, sub: Sub, values: Value, outcome: Outcome | None, receiver: int | None = None
    ) -> None:
        """Hand arguments to a sub, and take what it gives."""
        at = 0
        if receiver is not None:
            self._solver.put(sub.params, 0, receiver)
            at = 1
        pour(self._solver, values, sub.params, at)
        if outcome is not None:
            outcome.link(sub.one, sub.many)

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
            call.is_resolved = True
            self.enter(sub, call.values, call.outcome, call.receiver)
        elif isinstance(type_, Text | Package):
            name = type_.value if isinstance(type_, Text) else type_.name
            if name not in call.names:
                call.names.add(name)
                self._reach(call, name)

    def delegate(self, field: int, name: str, outcome: Outcome, node: Node, package: str) -> None:
        """A method that goes on to a field; nobody writes this call."""
        call = MethodCall(
            node=node,
            name_node=node,
            name=name,
            receiver_node=node,
            receiver=field,
            arguments=(),
            values=Items(self._solver, ()),
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
        call.is_resolved = True
        if method is not None and name != "new":
            self._api(call, method)
        elif name == "new" and cls == "Virt":
            self._link_object(call, cls)

    def _on_package(self, call: MethodCall, name: str, package: str) -> None:
        package = package.removesuffix("::") or package
        cls = self._symbols.api.find_package(package)
        if cls is not None:
            call.is_resolved = True
            self._on_class(call, name, cls)
        elif not self._in_project(call, name, package) and name in CONSTRUCTORS:
            self._construct(call, package)

    def _on_class(self, call: MethodCall, name: str, cls: Class) -> None:
        method = cls.methods.get(name)
        if name == "can":
            return
        if name == "new":
            self._link_object(call, cls.name)
            if method is not None:
                self._callbacks(call, method)
        elif method is not None:
            self._api(call, method)

    def _on_foreign(self, call: MethodCall, name: str, package: str) -> None:
        if name == "can":
            self._can(call, package)
        elif name not in UNIVERSAL:
            self._in_project(call, name, package)

    def _can(self, call: MethodCall, package: str) -> None:
        """``$self->can("name")`` is the sub itself."""
        for _, value in call.values.items[:1]:
            slot = value.one() if value is not None else None
            for type_ in self._solver.types(slot) if slot is not None else ():
                if isinstance(type_, Text):
                    for each in self._symbols.lineage(package):
                        if (each, type_.value) in self._symbols.defined:
                            call.outcome.link(self._symbols.function(each, type_.value), None)

    def _in_project(self, call: MethodCall, name: str, package: str) -> bool:
        """Look for a method in the packages of the project, and in those of the API behind."""
        lineage = self._symbols.lineage(package)
        if "::" in name:
            head, _, name = name.rpartition("::")
            lineage = self._symbols.lineage(head)
            if head == "SUPER":
                lineage = self._symbols.lineage(call.package)[1:]
        for each in lineage:
            if self._own(call, name, each):
                return True
            cls = self._symbols.api.find_package(each)
            if cls is not None and self._inherited(call, name, cls, package):
                return True
        if name == "new" and any(each in self._symbols.packages for each in lineage):
            return False
        found = [each for each in self._symbols.children(package) if self._own(call, name, each)]
        return bool(found) or self._autoloaded(call, name, lineage)

    def _own(self, call: MethodCall, name: str, package: str) -> bool:
        if (package, name) in self._symbols.defined:
            call.is_resolved = True
            code = self._symbols.function(package, name)
            self._solver.watch(code, lambda type_: self._method_sub(call, type_))
            return True
        known = self._symbols.packages.get(package)
        field = known.accessors.get(name) if known is not None else None
        if known is None or field is None:
            return False
        call.is_resolved = True
        self._access(call, known.fields, field)
        return True

    def _method_sub(self, call: MethodCall, type_: Type) -> None:
        if isinstance(type_, Code):
            sub = self._symbols.subs[type_.cell]
            self.enter(sub, call.values, call.outcome, call.receiver)

    def _access(self, call: MethodCall, fields: Cell, field: str) -> None:
        """An accessor: it gives the field, and sets it if there is an argument."""
        call.outcome.link(self._solver.part(fields, field), None)
        part = self._solver.cell()
        self._solver.edge(self._solver.part(fields, field), self._solver.part(part, 0))
        call.outcome.link(None, part)
        for _, value in call.values.items[:1]:
            source = value.one() if value is not None else None
            if source is not None:
                self._solver.put(fields, field, source)

    def _autoloaded(self, call: MethodCall, name: str, lineage: list[str]) -> bool:
        for each in lineage:
            if (each, "AUTOLOAD") in self._symbols.defined:
                call.is_resolved = True
                self._access(call, self._symbols.package(each).fields, name)
                return True
        return False

    def _inherited(self, call: MethodCall, name: str, cls: Class, package: str) -> bool:
        """A method of the API that a class of the project inherits."""
        method = cls.methods.get(name)
        if name == "new":
            call.is_resolved = True
            self._construct(call, package)
            if method is not None:
                self._callbacks(call, method)
            return True
        if method is None:
            return False
        call.is_resolved = True
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
            call.is_resolved = True
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
        type_: Type = Result(method.cls, method.name, ITEM if of_list else "")
        if name.startswith("object:"):
            type_ = Object(class_name(name.removeprefix("object:")) or name)
        if name == "none":
            return one, many
        solver.add(one, type_)
        solver.put(many, None if of_list else 0, solver.constant(type_))
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


def plural(symbols: Symbols, sub: Sub) -> Plural:
    """``@_`` of a sub at a place: without what ``shift`` has taken."""
    return Plural(symbols.solver, sub.params, sub.shifts)


def constant(symbols: Symbols, type_: Type) -> Single:
    """A value of one type."""
    return Single(symbols.solver, symbols.solver.constant(type_))
