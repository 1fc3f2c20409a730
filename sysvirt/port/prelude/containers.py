"""Lists and dicts in each other, as Perl's arrays and hashes: levels are made when they are used.

The keys of a dict are texts, those of a list are whole numbers: so a key says what it stands in. An
object of a class is the dict of its attributes.
"""

from __future__ import annotations

import itertools
import os

from sysvirt.port.prelude.scalars import perl_text


def perl_list(value):
    """The list that a value is; nothing is an empty one."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    if isinstance(value, tuple | range):
        return list(value)
    raise TypeError(perl_no_reference(value, "an ARRAY"))


def perl_dict(value):
    """The dict that a value is, of an object that of its attributes; nothing is an empty one."""
    if value is None:
        return {}
    if isinstance(value, dict) or value is os.environ:
        return value
    if hasattr(value, "attrib"):
        # An element of XML, whose fields are its attributes.
        return value.attrib
    if hasattr(value, "__dict__") and not callable(value):
        return vars(value)
    raise TypeError(perl_no_reference(value, "a HASH"))


def perl_no_reference(value, kind):
    """What Perl says when a value isn't the kind of reference that it needs."""
    if isinstance(value, str | bytes | bool | int | float):
        text = perl_text(value)
        shown = f'"{text}"' if len(text) <= 32 else f'"{text[:32]}"...'
        return f'Can\'t use string ({shown}) as {kind} ref while "strict refs" in use'
    return f"Not {kind} reference"


def perl_element(container, key):
    """One element of a list (by number) or a dict (by text), or None."""
    if isinstance(key, int):
        items = perl_list(container)
        return items[key] if -len(items) <= key < len(items) else None
    fields = perl_dict(container)
    if key not in fields and isinstance(key, str) and key.isdecimal():
        # What Sys::Virt counts has numbers for keys.
        key = int(key)
    # An object may have a method `get` of its own.
    if key not in fields:
        return None
    return fields[key]


class PerlHoles:
    """Elements of lists that nobody gave a value: `exists` is false of them."""

    #: By the identity of the list, which is kept, too: no other gets its identity meanwhile.
    known = {}

    @classmethod
    def of(cls, items):
        """The indexes of those of a list."""
        return cls.known[id(items)][1] if id(items) in cls.known else set()

    @classmethod
    def add(cls, items, indexes):
        """More of them."""
        cls.known.setdefault(id(items), (items, set()))[1].update(indexes)


def perl_grow(items, size):
    """Let a list grow, with None in the new elements."""
    if size > len(items):
        PerlHoles.add(items, range(len(items), size))
        items.extend([None] * (size - len(items)))


def perl_store(container, key, value):
    """Write one element; a list grows, with None between."""
    if container is None:
        kind = "an ARRAY" if isinstance(key, int) else "a HASH"
        raise TypeError(f"Can't use an undefined value as {kind} reference")
    if not isinstance(key, int):
        perl_dict(container)[key] = value
        return value
    size = len(perl_list(container))
    if key < -size:
        message = f"Modification of non-creatable array value attempted, subscript {key}"
        raise IndexError(message)
    if key >= size:
        perl_grow(container, key)
        container.append(value)
    container[key] = value
    if value is None:
        PerlHoles.of(container).discard(key % len(container))
    return value


def perl_level(container, key, after):
    """What stands under a key; where it is nothing, the container that the next key needs."""
    value = perl_element(container, key)
    if value is None and container is not None:
        value = perl_store(container, key, [] if isinstance(after, int) else {})
    return value


def perl_last_level(container, keys):
    """The container that the last key belongs to; those above it are made."""
    for key, after in itertools.pairwise(keys):
        container = perl_level(container, key, after)
    return container


def perl_get(container, *keys):
    """`$h->{a}[0]{b}`, or None; as in Perl, the levels above the last one are there afterwards."""
    return perl_element(perl_last_level(container, keys), keys[-1])


def perl_set(container, *keys, value):
    """`$h->{a}[0]{b} = value`; gives the value."""
    return perl_store(perl_last_level(container, keys), keys[-1], value)


def perl_list_at(container, *keys):
    """The list under `@{$h->{a}{b}}`, to be changed: made if it isn't there."""
    return perl_list(perl_level(perl_last_level(container, keys), keys[-1], 0))


def perl_dict_at(container, *keys):
    """The dict under `%{$h->{a}{b}}`, to be changed: made if it isn't there."""
    return perl_dict(perl_level(perl_last_level(container, keys), keys[-1], ""))


def perl_exists(container, *keys):
    """`exists $h->{a}{b}`; a list has those from its first to its last that got a value."""
    container, key = perl_last_level(container, keys), keys[-1]
    if isinstance(key, int):
        items = perl_list(container)
        is_inside = -len(items) <= key < len(items)
        return is_inside and (items[key] is not None or key % len(items) not in PerlHoles.of(items))
    return key in perl_dict(container)


def perl_delete(container, *keys):
    """`delete $h->{a}{b}`: gives what was there; inside a list, None stays in its place."""
    container, key = perl_last_level(container, keys), keys[-1]
    if not isinstance(key, int):
        fields = perl_dict(container)
        value = perl_element(fields, key)
        if key in fields:
            del fields[key]
        return value
    items = perl_list(container)
    if not -len(items) <= key < len(items):
        return None
    if key in (-1, len(items) - 1):
        value = items.pop()
        while items and not perl_exists(items, -1):
            items.pop()
        return value
    value, items[key] = items[key], None
    PerlHoles.add(items, [key % len(items)])
    return value


def perl_slice(container, keys):
    """`@h{…}` and `@a[…]`: the values of some keys, None for those that aren't there."""
    return [perl_element(container, key) for key in keys]


def perl_slice_pairs(container, keys):
    """`for (@h{…})`: keys and values; what isn't there is made, since a loop may set it."""
    keys = list(keys)
    if isinstance(container, dict):
        for key in keys:
            container.setdefault(key)
    for key in keys:
        yield key, perl_element(container, key)


def perl_set_slice(container, keys, values):
    """`@h{…} = (…)`: one value for each key, None where they run out; gives the values."""
    values = list(values)
    for at, key in enumerate(keys):
        perl_store(container, key, values[at] if at < len(values) else None)
    return values


def perl_delete_slice(container, keys):
    """`delete @h{…}`: gives what was there."""
    return [perl_delete(container, key) for key in keys]


def perl_pair_slice(container, keys):
    """`%h{…}` and `%a[…]`: some keys, each with its value, in one list."""
    return [each for key in keys for each in (key, perl_element(container, key))]


def perl_list_slice(items, indexes):
    """`(…)[1, 2]`: None for what isn't there, but nothing at all of an empty list."""
    return perl_slice(items, indexes) if items else []


def perl_pairs(items):
    """A dict of a list of keys and values; a last key alone has None."""
    items = list(items)
    if len(items) % 2:
        items.append(None)
    return {perl_text(key): value for key, value in zip(items[::2], items[1::2], strict=True)}


def perl_flatten(mapping):
    """A hash in a list: each key and its value."""
    mapping = perl_dict(mapping)
    return [each for key in mapping for each in (key, mapping[key])]


def perl_splice(items, offset=0, length=None, *new):
    """`splice`: cut some elements out, put others there; gives what was cut out."""
    size = len(items)
    start = offset + size if offset < 0 else min(offset, size)
    if start < 0:
        message = f"Modification of non-creatable array value attempted, subscript {offset}"
        raise IndexError(message)
    end = size
    if length is not None:
        end = max(start, size + length if length < 0 else min(start + length, size))
    cut = items[start:end]
    items[start:end] = new
    return cut


def perl_last(items):
    """The last element, or None: what some lists are as one value."""
    return items[-1] if items else None


def perl_set_last_index(items, index):
    """`$#a = index`: cut a list, or let it grow with None."""
    del items[max(index + 1, 0) :]
    perl_grow(items, index + 1)


class PerlEach:
    """How far `each` has come in a container."""

    #: By the identity of the container, which is kept, too: no other gets its identity meanwhile.
    begun = {}


def perl_each(container):
    """`each`: the next key and its value; an empty list at the end, then from the beginning."""
    if id(container) not in PerlEach.begun:
        is_list = isinstance(container, list)
        keys = range(len(container)) if is_list else list(perl_dict(container))
        PerlEach.begun[id(container)] = container, iter(keys)
    for key in PerlEach.begun[id(container)][1]:
        if perl_exists(container, key):
            return [key, perl_element(container, key)]
    del PerlEach.begun[id(container)]
    return []
