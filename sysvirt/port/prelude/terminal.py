"""The terminal: Term::ReadKey."""

from __future__ import annotations

import select
import shutil
import termios

from sysvirt.port.prelude.files import perl_readline, perl_stdin
from sysvirt.port.prelude.handles import perl_getc
from sysvirt.port.prelude.scalars import perl_text

#: How terminals were before ReadMode, by their numbers.
perl_terminals = {}


def perl_read_mode(mode, handle=None):
    """Set how a terminal reads: 0 as before, 1 cooked, 2 without echo, 3 each key, 4 and 5 raw."""
    names = ["restore", "normal", "noecho", "cbreak", "raw", "ultra-raw"]
    mode = perl_text(mode)
    number = names.index(mode) if mode in names else 0 if mode == "original" else int(mode)
    handle = handle or perl_stdin
    if not handle.isatty():
        return
    place = handle.fileno()
    before = perl_terminals.setdefault(place, termios.tcgetattr(place))
    settings = [*before[:6], list(before[6])]
    if number:
        echo, lines, keys = termios.ECHO, termios.ICANON, termios.ISIG
        off = [0, 0, echo, echo | lines, echo | lines | keys, echo | lines | keys][number]
        settings[3] = (settings[3] | echo | lines | keys) & ~off
    termios.tcsetattr(place, termios.TCSANOW, settings)


def perl_is_ready(seconds, handle):
    """Whether something can be read in so many seconds; 0 waits for it, -1 doesn't wait."""
    if seconds == 0:
        return True
    return bool(select.select([handle], [], [], max(seconds, 0))[0])


def perl_read_key(seconds=0, handle=None):
    """The next key, None if none comes in time."""
    handle = handle or perl_stdin
    return perl_getc(handle) if perl_is_ready(seconds, handle) else None


def perl_read_line(seconds=0, handle=None):
    """The next line, None if none comes in time."""
    handle = handle or perl_stdin
    return perl_readline(handle) if perl_is_ready(seconds, handle) else None


def perl_terminal_size():
    """The columns and lines of the terminal, and its points, which aren't known."""
    return [*shutil.get_terminal_size(), 0, 0]
