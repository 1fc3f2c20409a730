"""A site: one use of Sys::Virt in a script, as the inference hands it to the rules."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.findings import Confidence, Kind


class Context(enum.Enum):
    """What Perl asks of an expression."""

    VOID = "void"
    #: A value, text or number.
    SCALAR = "scalar"
    #: Whether it is true.
    BOOLEAN = "boolean"
    LIST = "list"
    #: The last value of a sub: its caller decides.
    CALLER = "caller"


@attrs.frozen(kw_only=True, eq=False)
class Site:
    """One use of Sys::Virt."""

    kind: Kind
    #: The class that has it in the API (``get_name`` of a domain: ``Domain``).
    cls: str
    #: As the script writes it; the API may not have it.
    name: str
    confidence: Confidence
    #: Where its own name stands: of ``$dom->get_name`` the node of ``get_name``.
    node: Node
    #: The whole expression: of ``$dom->get_name`` all of it.
    call: Node
    #: What stands before the arrow.
    receiver: Node | None = None
    arguments: tuple[Node, ...] = ()
    context: Context
    #: Whether the API has it. Of a method that it lacks, ``cls`` is what the receiver is.
    exists: bool = True
