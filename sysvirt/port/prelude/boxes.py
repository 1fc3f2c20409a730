"""Lists that are taken apart, references, and counting in containers."""

from __future__ import annotations

import itertools
import re

from sysvirt.port.prelude.containers import perl_get, perl_set
from sysvirt.port.prelude.errors import perl_error
from sysvirt.port.prelude.references import perl_class_name
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text
from sysvirt.port.prelude.strings import perl_increment


def perl_take(values, count):
    """So many values of a list, None where it has no more."""
    taken = list(itertools.islice(values, count))
    return taken + [None] * (count - len(taken))


def perl_ref(value):
    """`ref`: what a value is a reference to, or the class of an object."""
    if value is None or isinstance(value, str | bytes | bool | int | float | type):
        return ""
    plain = {list: "ARRAY", tuple: "ARRAY", dict: "HASH", re.Pattern: "Regexp"}.get(type(value))
    if plain:
        return plain
    if isinstance(value, PerlBox):
        return "REF" if perl_ref(value.value) else "SCALAR"
    name = getattr(type(value), "perl_class", None)
    if name:
        return name
    if hasattr(value, "fileno"):
        return "GLOB"
    return "CODE" if callable(value) else perl_class_name(type(value))


def perl_call(receiver, method, *arguments):
    """`$x->$method(…)`: a name of a method, or code that gets $x."""
    if callable(method):
        return method(receiver, *arguments)
    return getattr(receiver, method)(*arguments)


def perl_can(receiver, name):
    """`$x->can(…)`: the code of a method, to be called with $x; None if there is none."""
    found = getattr(receiver if isinstance(receiver, type) else type(receiver), name, None)
    # A constant of Sys::Virt is code in Perl, too.
    return found if callable(found) or found is None else lambda *_: found


def perl_code(names, value, package="main"):
    """A sub by its name, or code itself; None where there is none."""
    if callable(value) or value is None:
        return value
    owner, _, short = perl_text(value).removeprefix("&").rpartition("::")
    owner = owner or package
    if owner == "Sys::Virt" or owner.startswith("Sys::Virt::"):
        return perl_code_of_virt(names.get("Sys"), owner.split("::")[1:], short)
    for each in list(names.values()):
        if isinstance(each, type) and getattr(each, "perl_class", None) == owner:
            return getattr(each, short, None)
    found = names.get(short) or names.get(f"{short}_")
    return found if callable(found) and owner == "main" else None


def perl_code_of_virt(found, path, short):
    """A method of Sys::Virt by its name, or a constant as code; None where there is none."""
    for each in [*path, short]:
        found = getattr(found, each, None)
    return found if callable(found) or found is None else lambda *_: found


def perl_class_of(value):
    """The class of an object, or a class itself."""
    return value if isinstance(value, type) else type(value)


def perl_become(value, cls):
    """`bless` of an object of Sys::Virt: it is one of another class from now on."""
    value.__class__ = cls
    return value


def perl_replaced(text, start, length, put):
    """A text with another in place of a part of it: substr with four arguments."""
    first = start + len(text) if start < 0 else start
    last = len(text) + length if length < 0 else first + length
    return text[:first] + put + text[last:]


def perl_added(container, *keys, by=1):
    """`$x{…}++`: count one up (or down); gives what was there before, as a number."""
    before = perl_get(container, *keys)
    after = perl_increment(before) if by == 1 else perl_number(before) - 1
    perl_set(container, *keys, value=after)
    return 0 if before is None else before


def perl_counted(container, *keys, by=1):
    """`++$x{…}`: count one up (or down); gives what is there then."""
    perl_added(container, *keys, by=by)
    return perl_get(container, *keys)


class PerlBox:
    r"""What `\$x` points to: one value."""

    def __init__(self, value):
        self.value = value


class PerlElement(PerlBox):
    r"""What `\$h{x}` points to: the value of a key."""

    def __init__(self, container, *keys):
        self.container, self.keys = container, keys

    @property
    def value(self):
        """What is there."""
        return perl_get(self.container, *self.keys)

    @value.setter
    def value(self, new):
        perl_set(self.container, *self.keys, value=new)


def perl_named(found):
    """`%+`: the groups with a name that found something."""
    pairs = found.groupdict().items() if found else ()
    return {name: group for name, group in pairs if group is not None}


# `$_` that subs give to the code that they call.
perl_topic = PerlBox(None)


def perl_define(names, package, name, code):
    """Give code a name while the program runs: in a class, or among all names."""
    owner, _, short = name.rpartition("::")
    owner = owner or package
    for value in list(names.values()):
        if isinstance(value, type) and getattr(value, "perl_class", None) == owner:
            setattr(value, short, code)
            return
    names[short] = code


def perl_box_added(box, by=1):
    """`$x++` of what something points to; gives what was there before."""
    before = box.value
    box.value = perl_increment(before) if by == 1 else perl_number(before) - 1
    return 0 if before is None else before


def perl_box_counted(box, by=1):
    """`++$x` of what something points to."""
    perl_box_added(box, by)
    return box.value


def perl_try(body, caught=None, final=None):
    """`try`: what its block gives, or what the one of `catch` does with the error.

    The one of `finally` gets the error, too.
    """
    failure = []
    try:
        return body()
    except Exception as err:
        failure.append(perl_error(err))
        return caught(*failure) if caught else None
    finally:
        if final:
            final(*failure)


def perl_some(value):
    """What a sub gives in a list: no element where it gives nothing."""
    return [] if value is None else [value]


class PerlEither:
    """What code gives that looks at `wantarray`: in a list, and as one value."""

    def __init__(self, listed, one):
        self.listed = listed
        self.one = one


class PerlCounted(tuple):
    """What code gives of an array: as one value it is their number."""

    __slots__ = ()


def perl_all_given(value):
    """What code gives, in a list: several values are a tuple."""
    if isinstance(value, PerlEither):
        return list(value.listed)
    return list(value) if isinstance(value, tuple) else [value]


def perl_one_given(value):
    """What code gives, as one value: of several the last."""
    if isinstance(value, PerlEither):
        return value.one
    if isinstance(value, PerlCounted):
        return len(value)
    if not isinstance(value, tuple):
        return value
    return value[-1] if value else None


def perl_integers(value):
    """The same lists with whole numbers for what may be texts."""
    if isinstance(value, list | tuple):
        return [perl_integers(each) for each in value]
    return perl_integer(value)
