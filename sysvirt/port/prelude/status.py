"""What calls of the system leave: ``$!``, ``$?``, and a value that says whether they worked."""

from __future__ import annotations

import os
import sys

from sysvirt.port.prelude.scalars import PerlDual, perl_integer


class PerlStatus:
    """``$?`` is ``child``, ``$!`` is ``error`` (a number by perl_number), ``$.`` is ``line``."""

    def __init__(self):
        self.child = 0
        #: What the program ends with.
        self.ending = 0
        self.is_ending = False
        self.line = None
        self.error = 0

    @property
    def error(self):
        """Why the last call that failed did so."""
        return self._error

    @error.setter
    def error(self, number):
        number = perl_integer(number)
        self._error = PerlDual(os.strerror(number) if number else "", number)

    def failed(self, error):
        """Keep why a call failed."""
        # A text that no path can be is, to Perl, a file that isn't there.
        self.error = getattr(error, "errno", None) or 2


perl_status = PerlStatus()


def perl_ending(status):
    """What the program ends with, which the code of `END` may ask for."""
    perl_status.ending = status
    return status


def perl_begin_end():
    """Let `$?` in the code of `END` be what the program ends with, or what another one has said."""
    if not perl_status.is_ending:
        perl_status.is_ending = True
        perl_status.child = perl_status.ending


def perl_end():
    """End with what the code of `END` says, behind all that is done at the end."""
    if perl_status.child != perl_status.ending:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(perl_status.child & 255)


def perl_did(function, *arguments):
    """1 if a call of the system works; 0 if not, and perl_status.error says why."""
    try:
        function(*arguments)
    except (OSError, ValueError) as error:
        perl_status.failed(error)
        return 0
    return 1


def perl_result(function, *arguments):
    """What a call of the system gives; None if it fails, and perl_status.error says why."""
    try:
        return function(*arguments)
    except (OSError, ValueError) as error:
        perl_status.failed(error)
        return None


def perl_wait_status(returncode):
    """The number in ``$?`` of what subprocess says of a program that has ended."""
    return -returncode if returncode < 0 else returncode << 8
