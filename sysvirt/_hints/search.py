"""Which name was meant by one that isn't there: imported when somebody reads the error."""

from __future__ import annotations

import difflib
import re
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from sysvirt._hints.table import METHODS
from sysvirt.constants._symbols import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: No more names than these are shown.
MOST = 3
#: How alike two names have to be; a letter too much in ``destroyy`` is far above it.
ALIKE = 0.75

#: Words that make no difference: ``get_name`` is ``name`` in libvirt-python.
_FILLING = {"get", "is", "the"}


class Member(NamedTuple):
    """A method or constant of a class, and what else it is called."""

    cls: str
    name: str
    #: The C functions, or the C symbol.
    c: tuple[str, ...]
    #: What libvirt-python and virsh call it.
    others: tuple[str, ...]
    #: The release of libvirt that brought it; empty where it needs none.
    since: str


def fold(name: str) -> str:
    """A name as small letters alone, in which ``getInfo``, ``get_info`` and ``get-info`` agree.

    >>> fold("getXMLDesc") == fold("get_xml_desc")
    True
    """
    return re.sub(r"[\W_]", "", name).lower()


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in the order of letters, without those that say little.

    >>> words_of("blockJobAbort") == words_of("abort_block_job")
    True
    """
    words = re.findall("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", name)
    return tuple(sorted({word.lower() for word in words} - _FILLING))


@cache
def members() -> tuple[Member, ...]:
    """All methods of Sys::Virt, and then all constants."""

    def rows() -> Iterator[Member]:
        for cls, name, since, functions, others in METHODS:
            yield Member(cls, name, tuple(functions.split()), tuple(others.split()), since)
        for holder, lines in SYMBOLS.items():
            for line in lines:
                name, symbol, since = line.split()
                yield Member(holder.removesuffix("Constants"), name, (symbol,), (), since)

    return tuple(rows())


@cache
def _by_folded() -> dict[str, list[tuple[int, Member]]]:
    """By each name that somebody may give it, what is meant, with a rank: 0 is its own name.

    Of several methods that call a C function, the one that calls no other is its counterpart.
    """
    found: dict[str, list[tuple[int, Member]]] = {}
    for member in members():
        ranks = dict.fromkeys(map(fold, member.c), len(member.c))
        ranks.update(dict.fromkeys(map(fold, member.others), 1))
        ranks[fold(member.name)] = 0
        for name, rank in ranks.items():
            found.setdefault(name, []).append((rank, member))
    return found


def find_near(owner: object, name: str) -> list[str]:
    """The names that may have been meant by one that ``owner`` lacks: the likeliest first.

    ``owner`` is an object, a class or a module. A name of another class has that class in front.
    """
    holder = owner if isinstance(owner, (type, ModuleType)) else type(owner)
    if isinstance(holder, ModuleType):
        own, classes = list(holder.__all__), []
    else:
        own = [each for each in dir(holder) if not each.startswith("_")]
        classes = [each.__name__ for each in holder.__mro__]
    near = (
        [each for each in own if fold(each) == fold(name)]
        or _elsewhere(own, classes, name)
        or _of_same_words(own, name)
        or _alike(own, classes, name)
    )
    return near[:MOST]


def _elsewhere(own: list[str], classes: list[str], name: str) -> list[str]:
    """What others call so: C, libvirt-python, virsh, and other classes of Sys::Virt."""
    found = _by_folded().get(fold(name), [])
    here = [each for each in found if each[1].cls in classes and each[1].name in own]
    best = min((rank for rank, _ in here or found), default=0)
    if here:
        return [member.name for rank, member in here if rank == best]
    return [f"{member.cls}.{member.name}" for rank, member in found if rank == best]


def _of_same_words(own: list[str], name: str) -> list[str]:
    """Those that have the same words in another order: ``block_job_abort``."""
    words = words_of(name)
    return [each for each in own if words and words_of(each) == words]


def _alike(own: list[str], classes: list[str], name: str) -> list[str]:
    """The one that looks most alike, by what others call it, too."""
    # A constant is taken for a constant; that halves what there is to look at.
    shown = {fold(each): each for each in own if each.isupper() == name.isupper()}
    there = set(shown.values())
    for member in members():
        if member.cls in classes and member.name in there:
            for other in (*member.c, *member.others):
                shown.setdefault(fold(other), member.name)
    near = difflib.get_close_matches(fold(name), shown, 1, ALIKE)
    return [shown[each] for each in near]
