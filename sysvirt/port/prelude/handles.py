"""What is done with open files: a handle is a PerlFile, sys.stdout or sys.stderr."""

from __future__ import annotations

import os
import re

from sysvirt.port.prelude.containers import perl_store
from sysvirt.port.prelude.files import (
    PerlFile,
    perl_encoding_of,
    perl_open,
    perl_peek,
    perl_readline,
)
from sysvirt.port.prelude.scalars import perl_text
from sysvirt.port.prelude.status import perl_did, perl_result, perl_status


def perl_readlines(handle, separator="\n"):
    """All lines that are left."""
    lines = []
    while (line := perl_readline(handle, separator)) is not None:
        lines.append(line)
    return lines


def perl_lines(text):
    """The lines of a text, each with its end."""
    return re.findall(r"[^\n]*\n|[^\n]+", text or "")


def perl_eof(handle):
    """Whether nothing is left to read; 1 or an empty text."""
    try:
        return "" if perl_peek(handle) else 1
    except (AttributeError, OSError, ValueError):
        return 1


def perl_print(handle, *values):
    """Print into a handle; 1 if that works."""
    if handle is None or handle.closed:
        perl_status.error = 9
        return 0
    text = b"" if any(isinstance(each, bytes | bytearray) for each in values) else ""
    for each in values:
        if isinstance(text, str):
            text += perl_text(each)
        else:
            text += perl_bytes(each)
    if isinstance(text, bytes) and not isinstance(handle, PerlFile):
        handle.flush()
        handle = handle.buffer
    return perl_did(handle.write, text)


def perl_bytes(value):
    """A value as the bytes that Perl prints of it."""
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    return perl_text(value).encode("utf-8", "surrogateescape")


def perl_fill_data(values, number, value):
    """`$_[1] = …` in a handler of a stream: the bytearray that it is given is filled."""
    if number < len(values) and isinstance(values[number], bytearray):
        values[number][:] = perl_bytes(value)
    else:
        perl_store(values, number, value)


def perl_close(handle):
    """Close a handle; 1 if that works, and the program behind a pipe says that it is well."""
    if handle is None or handle.closed:
        perl_status.error = 9
        return 0
    closed = perl_did(handle.close)
    if perl_status.line == getattr(handle, "lines", None):
        perl_status.line = 0
    if closed and getattr(handle, "process", None) is not None:
        perl_status.error = 0
        return 1 if perl_status.child == 0 else 0
    return closed


def perl_binmode(handle, layer=":raw"):
    """Read and print with another layer: ":raw", ":utf8", ":encoding(UTF-8)"."""
    encoding = perl_encoding_of(layer)
    if isinstance(handle, PerlFile):
        handle.use_layer(encoding)
    elif encoding not in ("", "raw", "utf-8"):
        handle.reconfigure(encoding=encoding)
    return 1


def perl_autoflush(handle, is_wanted=1):
    """Send each print on its way at once; gives whether that was so before."""
    if isinstance(handle, PerlFile):
        before, handle.autoflush = handle.autoflush, bool(is_wanted)
    else:
        before = "write" in vars(handle)
        vars(handle).pop("write", None)
        if is_wanted:
            handle.write = lambda text: (type(handle).write(handle, text), handle.flush())[0]
    handle.flush()
    return int(before)


def perl_fileno(handle):
    """The number of an open file; of a text -1."""
    if handle is None or handle.closed:
        return None
    try:
        return handle.fileno()
    except OSError:
        return -1


def perl_seek(handle, position, whence=0):
    """Go to another place of a file; 1 if that works."""
    return perl_did(handle.buffer.seek, position, whence)


def perl_tell(handle):
    """At which byte a file is; -1 if it has no places."""
    place = perl_result(handle.buffer.tell)
    return -1 if place is None else place


def perl_truncate(target, size):
    """Cut a file, by its handle or its path; 1 if that works."""
    if hasattr(target, "flush"):
        target.flush()
        target = target.fileno()
    return perl_did(os.truncate, target, size)


def perl_read(handle, size):
    """Read so much, or what is left; None if that fails."""
    return perl_result(handle.read, size)


def perl_put_behind(before, piece, offset):
    """What was read behind the first part of a text or bytes; nothing changes if that failed."""
    if piece is None:
        return before
    is_text = isinstance(piece, str)
    before = perl_text(before) if is_text else perl_bytes(before)
    start = offset + len(before) if offset < 0 else offset
    return before[:start].ljust(start, "\0" if is_text else b"\0") + piece


def perl_getc(handle):
    """The next character, None at the end."""
    return perl_text(perl_read(handle, 1)) or None


def perl_sysread(handle, size):
    """The next bytes of the system's file, at most so many; None if that fails."""
    return perl_result(os.read, handle.fileno(), size)


def perl_syswrite(handle, value, size=None, start=0):
    """Write bytes at once; how many went, None if that fails."""
    data = perl_bytes(value)[start:]
    return perl_result(os.write, handle.fileno(), data if size is None else data[:size])


def perl_sysseek(handle, position, whence=0):
    """Go to another place of the system's file; the place, None if that fails."""
    place = perl_result(os.lseek, handle.fileno(), position, whence)
    return "0 but true" if place == 0 else place


def perl_sysopen(path, flags, mode=0o666):
    """Open a file with the flags of the system (os.O_…); None if that fails."""
    number = perl_result(os.open, path, flags, mode)
    if number is None:
        return None
    kind = {os.O_RDONLY: "rb", os.O_WRONLY: "wb"}.get(flags & os.O_ACCMODE, "r+b")
    return PerlFile(os.fdopen(number, "ab" if flags & os.O_APPEND else kind))


def perl_pipe():
    """The two ends of a pipe: one to read from, one to print into."""
    reading, writing = os.pipe()
    os.set_inheritable(reading, True)
    return [PerlFile(os.fdopen(reading, "rb")), PerlFile(os.fdopen(writing, "wb"))]


def perl_is_open(handle):
    """Whether a value is an open handle."""
    return handle is not None and not getattr(handle, "closed", True)


def perl_printflush(handle, values):
    """Print into a handle, and send it on its way."""
    printed = perl_print(handle, *values)
    handle.flush()
    return printed


def perl_new_file(path, mode, rights=0o666):
    """Open a file as IO::File does: the mode is "r", "<" or a number of the system."""
    if isinstance(mode, int):
        return perl_sysopen(path, mode, rights)
    modes = {"r": "<", "w": ">", "a": ">>", "r+": "+<", "w+": "+>", "a+": "+>>"}
    mode = perl_text(mode)
    return perl_open(modes.get(mode.replace("b", ""), mode), path)


def perl_open_number(target, mode):
    """Open the file that has a number, or that another handle has."""
    modes = {"r": "<", "w": ">", "a": ">>", "r+": "+<"}
    return perl_open(modes.get(mode, mode) + "&", target)
