"""The form of the tables.

A form is an expression of Python with places for the arguments: ``{0}``, ``{1}`` … one each,
``{*}`` all that have no place of their own, and ``{self}`` for the object of a method or the class
of a class method. Names in it that are modules of Python (``math``, ``os.path``) are imported,
names that begin with ``perl_`` or ``Perl`` come from ``prelude``.

``takes`` has a letter for each argument, in their order: ``s`` a text, ``n`` a number, ``i`` a
whole number, ``v`` any value, ``t`` a truth value, ``a`` an array and ``h`` a hash (the list and
the dict themselves), ``c`` code, ``f`` a file handle, ``p`` one or the path of a file, ``u``
nothing but ``undef`` itself, and last ``*s``, ``*n``, ``*v`` for all that is left, as a list that
is flattened (``{*}`` is one expression, ``[a, *b]``). The number of arguments chooses the form.

Last may also stand ``**``: names and values, ``(string => $xml)``, for ``{**}``: keyword arguments,
``string=xml``, where the names are constants and such as Python takes, else ``**{…}``.

``gives`` is the kind of the value: ``str``, ``int``, ``float``, ``num`` (one of both), ``bool``
(Python's, which Perl shows as 1 or 0), ``truth`` (Python's, which Perl shows as 1 or nothing),
``list``, ``dict``, ``code``, ``list:str`` (of texts), ``object:XML::LibXML::Element``; ``?`` behind
it where it may be ``None``; an empty text where nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen
class Form:
    """What becomes of a call."""

    python: str
    takes: str = ""
    gives: str = ""
    #: Where one value is wanted of what else is a list: the other expression, and its kind.
    scalar: str = ""
    gives_scalar: str = ""
    #: What a person should look at by hand; shown beside the draft.
    note: str = ""
    #: A regular expression: the form is for calls whose first argument is a constant text that it
    #: matches as a whole; for others the next form is tried.
    only: str = ""
    #: Why nothing can stand for it, and what to use: the draft raises a TODO that says so.
    todo: str = ""
    #: The kind of what the code that it is given finds in ``$_``, if it does: in the shared one.
    topic: str = ""


#: The forms of one function; the number of arguments chooses.
Forms = Form | tuple[Form, ...]


@attrs.frozen
class Module:
    """A module of Perl."""

    name: str
    #: By name, as a script may import it.
    functions: Mapping[str, Forms] = attrs.field(factory=dict[str, Forms])
    #: What ``use`` alone brings, without a list of names.
    exports: frozenset[str] = frozenset()
    #: Constants: expressions of Python.
    constants: Mapping[str, str] = attrs.field(factory=dict[str, str])
    #: Variables of the package, with their sigil: expressions that can be read, and set where they
    #: are attributes: ``$File::Find::name`` is ``perl_found.name``.
    variables: Mapping[str, str] = attrs.field(factory=dict[str, str])
    #: Methods of the class: ``XML::LibXML->new``.
    class_methods: Mapping[str, Forms] = attrs.field(factory=dict[str, Forms])
    #: Methods of objects, by their class.
    methods: Mapping[str, Mapping[str, Forms]] = attrs.field(factory=dict[str, Mapping[str, Forms]])
    #: Classes and their parents, where methods are looked for, too.
    parents: Mapping[str, str] = attrs.field(factory=dict[str, str])
    #: The classes that an object may be of whose class isn't known, the likeliest first: a form of
    #: one has to be right for the others that have the method.
    assumed: tuple[str, ...] = ()
    #: What an object is as a text and in a condition, by its class, where Perl overloads that.
    texts: Mapping[str, str] = attrs.field(factory=dict[str, str])
    truths: Mapping[str, str] = attrs.field(factory=dict[str, str])
    #: Packages from PyPI that the draft then needs.
    needs: tuple[str, ...] = ()
    #: Why nothing can stand for any of it, and what to use: each call is a TODO that says so.
    todo: str = ""
