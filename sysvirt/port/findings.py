"""What is said of a script: findings, by file."""

from __future__ import annotations

import enum

import attrs


class Severity(enum.IntEnum):
    """How much a finding matters."""

    #: What becomes of a place; nothing has to be thought of.
    INFO = 0
    #: The Python line means something else, or has to be looked at.
    WARNING = 1
    #: The script is wrong: in Perl, too.
    ERROR = 2

    @property
    def word(self) -> str:
        """How reports write it.

        >>> Severity.WARNING.word
        'warning'
        """
        return self.name.lower()


class Confidence(enum.IntEnum):
    """How sure it is that a place is Sys::Virt's."""

    GUESS = 0
    LIKELY = 1
    CERTAIN = 2

    @property
    def word(self) -> str:
        """How reports write it.

        >>> Confidence.LIKELY.word
        'likely'
        """
        return self.name.lower()


class Kind(enum.StrEnum):
    """What stands at a place."""

    #: ``Sys::Virt->new``, ``new Sys::Virt``; also ``Sys::Virt::EventImpl->new`` of a subclass.
    NEW = "new"
    METHOD = "method"
    #: ``Sys::Virt::Event::register_default()``.
    FUNCTION = "function"
    #: ``Sys::Virt::Domain::STATE_RUNNING``, with or without ``()``, ``->`` or ``&``.
    CONSTANT = "constant"
    #: ``use Sys::Virt;``, ``require Sys::Virt::Domain``, ``use parent "Sys::Virt::Domain"``.
    IMPORT = "import"
    #: The name of a class as a text: ``ref($@) eq "Sys::Virt::Error"``, ``$x->isa("Sys::Virt")``.
    CLASS = "class"
    #: Perl that matters and is no use of the API: ``eval``, ``fork``, ``exit``.
    CODE = "code"


@attrs.frozen(order=True)
class Span:
    """A part of a file: lines and columns from 1, columns in characters, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


@attrs.frozen(kw_only=True)
class Finding:
    """One thing to be said of one place."""

    span: Span
    #: The rule's id.
    rule: str
    severity: Severity
    confidence: Confidence
    kind: Kind
    #: The class of the API, ``Domain``; empty where none is known.
    cls: str = ""
    #: The name of the method or constant.
    name: str = ""
    #: The Perl that it is about, on one line.
    perl: str
    #: The Python line that stands for it; empty where there is none.
    python: str = ""
    message: str = ""


@attrs.frozen(kw_only=True)
class FileReport:
    """What is said of one file."""

    #: As the user gave it, or below the folder that he gave.
    path: str
    text: str
    #: The lines that weren't understood, first and last.
    unparsed: tuple[tuple[int, int], ...] = ()
    #: In the order of their places.
    findings: tuple[Finding, ...] = ()
