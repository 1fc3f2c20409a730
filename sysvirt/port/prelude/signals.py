"""Signals, where a script looks at `%SIG`."""

from __future__ import annotations

import signal

from sysvirt.port.prelude.scalars import perl_text


class PerlSignals:
    """What was said of each signal, as `%SIG` has it."""

    #: Words and code.
    said = {}
    #: The code behind words that are names of subs.
    code = {}


def perl_signal(name):
    """`$SIG{INT}`: a word or code; None if nobody has set it."""
    return PerlSignals.said.get(name)


def perl_on_signal(name, handler, word=None):
    """`$SIG{INT} = …`: `IGNORE`, `DEFAULT` or code; a word is the name of the code."""
    known = {None: signal.SIG_DFL, "": signal.SIG_DFL}
    known |= {"DEFAULT": signal.SIG_DFL, "IGNORE": signal.SIG_IGN}
    if word is not None:
        PerlSignals.code[word] = handler
    PerlSignals.said[name] = handler if word is None else word
    code = PerlSignals.code.get(handler, handler)
    done = known[code] if code in known else lambda *_: code(name)
    signal.signal(getattr(signal, f"SIG{name}"), done)


def perl_signal_number(name):
    """The number of a signal by its name."""
    return signal.Signals[f"SIG{perl_text(name).removeprefix('SIG')}"]
