"""``die``, ``warn`` and what ``$@`` has."""

from __future__ import annotations

import sys

from sysvirt.port.prelude.containers import perl_get
from sysvirt.port.prelude.scalars import perl_text
from sysvirt.port.prelude.status import perl_status


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


def perl_propagated(error):
    """What `die` alone says: `$@` once more, if it has something."""
    if error == "":
        return "Died"
    return f"{error}\t...propagated" if isinstance(error, str) else error


def perl_uncaught(kind, err, trace):
    """Print what nobody catches, and end with 255, as Perl does."""
    if issubclass(kind, KeyboardInterrupt | NotImplementedError):
        sys.__excepthook__(kind, err, trace)
        return
    sys.stdout.flush()
    print(perl_text(perl_error(err)).removesuffix("\n"), file=sys.stderr)
    sys.exit(255)


def perl_uncaught_ending(kind, err, trace):
    """The same where the code of `END` asks how the program ends."""
    perl_status.ending = 255
    perl_uncaught(kind, err, trace)


def perl_die(value, line=None):
    """`die` inside of an expression."""
    raise PerlDie(value, line)


def perl_error_part(error, part):
    """`$@->{code}`: of an error of Sys::Virt what its method gives."""
    if isinstance(error, Exception):
        return getattr(error, part)()
    return perl_get(error, part)


class PerlHandlers:
    """What `$SIG{__WARN__}` and `$SIG{__DIE__}` are."""

    warn = None
    die = None
    #: The same as `die` where it only wants what nobody catches.
    last = None


def perl_warn_told(value, line=None):
    """Tell the code of `$SIG{__WARN__}` of a warning, or print it."""
    handler = PerlHandlers.warn
    if handler is None:
        perl_warn(value, line)
        return
    text = value if line is None else perl_place(perl_text(value), line)
    PerlHandlers.warn = None
    try:
        handler(text)
    finally:
        PerlHandlers.warn = PerlHandlers.warn or handler


def perl_died(value, line=None):
    """What `die` raises, once the code of `$SIG{__DIE__}` knows of it."""
    error = value if isinstance(value, Exception) else PerlDie(value, line)
    perl_tell_handler(perl_error(error))
    return error


def perl_tell_handler(value):
    """Tell the code of `$SIG{__DIE__}` of an error; it may raise another, or end the program."""
    handler, PerlHandlers.die = PerlHandlers.die, None
    if handler is not None:
        try:
            handler(value)
        finally:
            PerlHandlers.die = PerlHandlers.die or handler


def perl_die_told(value, line=None):
    """`die` inside of an expression, of which `$SIG{__DIE__}` knows."""
    raise perl_died(value, line)


def perl_uncaught_told(kind, err, trace):
    """The same for what Python or sysvirt raise, once nobody has caught it."""
    last, PerlHandlers.last = PerlHandlers.last, None
    is_untold = last is not None or not isinstance(err, PerlDie)
    if is_untold and not issubclass(kind, KeyboardInterrupt | NotImplementedError):
        try:
            if last is not None:
                last(perl_error(err))
            perl_tell_handler(perl_error(err))
        except PerlDie as other:
            err = other
    perl_uncaught(kind, err, trace)
