"""What ``print`` looks at: ``$,``, ``$\\``, ``$"``, and the handle that is selected."""

from __future__ import annotations

import sys

from sysvirt.port.prelude.handles import perl_print
from sysvirt.port.prelude.scalars import perl_text


class PerlOutput:
    """The settings of `print`, and what stands between the elements of a list in a text."""

    def __init__(self):
        #: `$,`, `$\`, `$"` and `$;`.
        self.between = None
        self.end = None
        self.joint = " "
        self.keys = "\x1c"
        #: What `select` named; None for standard output.
        self.handle = None


perl_output = PerlOutput()


def perl_put(handle, *values, line=False):
    """`print` into a handle or the selected one, and `say`."""
    text = perl_text(perl_output.between).join(map(perl_text, values))
    text += "\n" if line else perl_text(perl_output.end)
    return perl_put_text(handle, text)


def perl_put_text(handle, text):
    """A text into a handle or the selected one."""
    handle = perl_selected() if handle is None else handle
    if handle in (sys.stdout, sys.stderr):
        print(text, end="", file=handle)
        return 1
    return perl_print(handle, text)


def perl_selected():
    """The handle that `print` prints to."""
    return sys.stdout if perl_output.handle is None else perl_output.handle


def perl_select(handle=None):
    """`select`: name another handle to print to; gives the one before."""
    before = perl_selected()
    if handle is not None:
        perl_output.handle = handle
    return before
