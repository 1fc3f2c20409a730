"""Classes with attributes, as Moo, Moose and Mouse make them."""

from __future__ import annotations

from sysvirt.port.prelude.boxes import perl_call
from sysvirt.port.prelude.containers import perl_list, perl_pairs
from sysvirt.port.prelude.errors import PerlDie
from sysvirt.port.prelude.scalars import perl_text, perl_truth


class PerlObject(dict):
    """An object of such a class."""

    #: What `has` says, by the class and the attribute.
    attributes = {}

    @classmethod
    def perl_attributes(cls):
        """All attributes of a class, with those that it inherits."""
        found = {}
        for each in reversed(cls.__mro__):
            for name, options in PerlObject.attributes.get(each, {}).items():
                found[name] = {**found.get(name, {}), **options}
        return found

    @classmethod
    def BUILDARGS(cls, *arguments):
        """What `new` gets, as a dict."""
        if len(arguments) == 1 and isinstance(arguments[0], dict):
            return dict(arguments[0])
        return perl_pairs(arguments)

    @classmethod
    def new(cls, *arguments):
        """A new object."""
        given = cls.BUILDARGS(*arguments)
        self = cls()
        attributes = cls.perl_attributes()
        missing = []
        for name, options in attributes.items():
            key = options.get("init_arg", name)
            if key is not None and key in given:
                perl_keep(self, name, options, given[key])
            elif perl_truth(options.get("required")):
                missing.append(name)
        if missing:
            raise PerlDie(f"Missing required arguments: {', '.join(sorted(missing))}", 0)
        for name, options in attributes.items():
            if name not in self and not perl_is_lazy(options):
                perl_build(self, name, options)
        for each in reversed(cls.__mro__):
            if "BUILD" in vars(each):
                vars(each)["BUILD"](self, given)
        return self

    def DOES(self, name):
        """Whether it is of a class or a role."""
        return any(getattr(each, "perl_class", None) == name for each in type(self).__mro__)

    does = DOES

    def isa(self, name):
        """Whether it is of a class."""
        return self.DOES(name)


def perl_is_lazy(options):
    """Whether an attribute is only made when somebody asks for it."""
    return perl_truth(options.get("lazy")) or options.get("is") == "lazy"


def perl_keep(self, name, options, value):
    """Give an attribute its value, if its `isa` takes it."""
    if callable(options.get("coerce")):
        value = options["coerce"](value)
    if callable(options.get("isa")):
        try:
            options["isa"](value)
        except PerlDie as err:
            raise PerlDie(f'isa check for "{name}" failed: {err}') from None
    self[name] = value
    if callable(options.get("trigger")):
        options["trigger"](self, value)


def perl_build(self, name, options):
    """Give an attribute its default, if it has one."""
    default, builder = options.get("default"), options.get("builder")
    if options.get("is") == "lazy" and builder is None and default is None:
        builder = 1
    if callable(default):
        perl_keep(self, name, {**options, "trigger": None}, default(self))
    elif default is not None:
        self[name] = default
    elif builder is not None:
        method = f"_build_{name}" if perl_text(builder) == "1" else builder
        perl_keep(self, name, {**options, "trigger": None}, perl_call(self, method))


def perl_has(cls, names, options):
    """`has`: the attributes of a class, and the methods that read and set them."""
    for name in names if isinstance(names, list) else [names]:
        own = name.removeprefix("+")
        PerlObject.attributes.setdefault(cls, {})[own] = options
        perl_add_methods(cls, own, cls.perl_attributes()[own])


def perl_add_methods(cls, name, options):
    """The methods of one attribute."""
    kind = options.get("is", "bare")

    def read(self, *values):
        """The value; set where one is given."""
        if values:
            if kind != "rw":
                raise PerlDie(f"{name} is a read-only accessor", 0)
            perl_keep(self, name, options, values[0])
        if name not in self and perl_is_lazy(options):
            perl_build(self, name, options)
        return self.get(name)

    def write(self, value=None):
        """Set the value."""
        perl_keep(self, name, options, value)
        return value

    if kind != "bare" and name not in vars(cls):
        setattr(cls, options.get("reader", name), read)
    if kind == "rwp":
        setattr(cls, f"_set_{name}", write)
    if options.get("writer"):
        setattr(cls, options["writer"], write)
    perl_add_named(cls, name, options, "predicate", lambda self: 1 if name in self else "")
    perl_add_named(cls, name, options, "clearer", lambda self: self.pop(name, None))
    handles = options.get("handles")
    if handles is not None:
        pairs = handles if isinstance(handles, dict) else {each: each for each in handles}
        for own, other in pairs.items():
            setattr(cls, own, perl_delegate(name, other))


def perl_add_named(cls, name, options, what, method):
    """A method that has a name of its own, or is told to have the usual one."""
    wanted = options.get(what)
    if wanted is None:
        return
    prefix = {"predicate": "has", "clearer": "clear"}[what]
    hidden = name.startswith("_")
    usual = f"_{prefix}{name}" if hidden else f"{prefix}_{name}"
    setattr(cls, usual if perl_text(wanted) == "1" else wanted, method)


def perl_delegate(name, method):
    """A method that an attribute has."""
    return lambda self, *values: getattr(getattr(self, name)(), method)(*values)


def perl_call_around(cls, names, code):
    """`around`: code gets the method that was there before, and all that it gets."""
    for name in perl_list(names) if isinstance(names, list) else [names]:
        before = getattr(cls, name)
        before = getattr(before, "__func__", before)
        setattr(cls, name, lambda self, *values, before=before: code(before, self, *values))


def perl_call_before(cls, names, code):
    """`before`: code that is run first."""

    def both(method, self, *values):
        """It, then the method."""
        code(self, *values)
        return method(self, *values)

    perl_call_around(cls, names, both)


def perl_call_after(cls, names, code):
    """`after`: code that is run last."""

    def both(method, self, *values):
        """The method, then it."""
        made = method(self, *values)
        code(self, *values)
        return made

    perl_call_around(cls, names, both)
