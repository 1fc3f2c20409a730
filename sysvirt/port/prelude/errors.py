"""``die``, ``warn`` and what ``$@`` has."""

from __future__ import annotations

import sys

from sysvirt.port.prelude.containers import perl_get
from sysvirt.port.prelude.scalars import perl_text


class PerlDie(Exception):
    """What `die` raises: a text, or any other value; a text without a line end gets its place."""

    def __init__(self, value, line=None):
        super().__init__(value)
        self.value = value
        if not isinstance(value, list | dict | Exception) and line is not None:
            self.value = perl_place(perl_text(value), line)

    def __str__(self):
        return perl_text(self.value)


def perl_place(text, line):
    """A message with the script and its line, as in Perl where it doesn't end in a line end."""
    return text if text.endswith("\n") else f"{text} at {sys.argv[0]} line {line}.\n"


def perl_warn(value, line=None):
    """Print a warning."""
    text = perl_text(value)
    print(text if line is None else perl_place(text, line), end="", file=sys.stderr)


def perl_error(err):
    """What `$@` is: the value of `die`, an error of Sys::Virt, or the text of any other."""
    if isinstance(err, PerlDie):
        return err.value
    if type(err).__module__.startswith("sysvirt"):
        return err
    return f"{err} at {sys.argv[0]} line {perl_line(err)}.\n"


def perl_line(err):
    """The line where something was raised."""
    trace = err.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_lineno


def perl_again(error):
    """What `die $@` raises: the same once more."""
    return error if isinstance(error, Exception) else PerlDie(error, 0)


def perl_uncaught(kind, err, trace):
    """Print what nobody catches, and end with 255, as Perl does."""
    if issubclass(kind, KeyboardInterrupt | NotImplementedError):
        sys.__excepthook__(kind, err, trace)
        return
    sys.stdout.flush()
    print(perl_text(perl_error(err)).removesuffix("\n"), file=sys.stderr)
    sys.exit(255)


def perl_die(value, line=None):
    """`die` inside of an expression."""
    raise PerlDie(value, line)


def perl_error_part(error, part):
    """`$@->{code}`: of an error of Sys::Virt what its method gives."""
    if isinstance(error, Exception):
        return getattr(error, part)()
    return perl_get(error, part)
