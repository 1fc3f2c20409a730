"""Files, pipes and texts that are open, as Perl has them."""

from __future__ import annotations

import codecs
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import weakref

from sysvirt.port.prelude.scalars import perl_text
from sysvirt.port.prelude.status import perl_status, perl_wait_status

#: All that is open.
perl_opened = weakref.WeakSet()


class PerlFile:
    """A file, pipe or text that is open.

    Perl reads and prints bytes. Here they are texts in UTF-8, and bytes that are no UTF-8 become
    single surrogates ("surrogateescape"), which turn into the same bytes when they are printed. So
    all that is printed has Perl's bytes, and what is beyond ASCII can be read in the program.
    """

    perl_class = "GLOB"

    def __init__(self, buffer, encoding="", process=None):
        self.buffer = buffer
        self.process = process
        self.autoflush = False
        self.use_layer(encoding)
        perl_opened.add(self)
        # Perl closes what nothing refers to any more, and waits for the program behind a pipe.
        self.finish = weakref.finalize(self, perl_finish, buffer, process)

    def use_layer(self, encoding):
        """Texts are in an encoding from now on; "" is none, "raw" is for bytes."""
        self.is_raw = encoding == "raw"
        self.counts_characters = encoding not in ("", "raw")
        self.encoding = encoding if self.counts_characters else "utf-8"
        self.decoder = codecs.getincrementaldecoder(self.encoding)("surrogateescape")

    def write(self, value):
        """Print a text or bytes."""
        if not isinstance(value, bytes):
            value = perl_text(value).encode(self.encoding, "surrogateescape")
        self.buffer.write(value)
        if self.autoflush:
            self.buffer.flush()
        return len(value)

    def read(self, size=-1):
        """Read what is there, or so many bytes; characters where there is a layer."""
        if size < 0 or not self.counts_characters:
            data = self.buffer.read(size)
            return data if self.is_raw else data.decode(self.encoding, "surrogateescape")
        text = ""
        while len(text) < size:
            data = self.buffer.read(size - len(text))
            text += self.decoder.decode(data, not data)
            if not data:
                break
        return text

    def readline(self, size=-1):
        """Read a line; an empty text at the end."""
        return self.buffer.readline(size).decode(self.encoding, "surrogateescape")

    def __iter__(self):
        return self

    def __next__(self):
        line = perl_readline(self)
        if line is None:
            raise StopIteration
        return line

    def flush(self):
        """Send what was printed on its way."""
        self.buffer.flush()

    def fileno(self):
        """The number of the file; a text has none."""
        return self.buffer.fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self.buffer.isatty()

    def readable(self):
        """Whether it can be read."""
        return self.buffer.readable()

    def writable(self):
        """Whether it can be written."""
        return self.buffer.writable()

    @property
    def closed(self):
        """Whether it has been closed."""
        return self.buffer.closed

    def close(self):
        """Close it; sets perl_status.child for a pipe."""
        self.finish.detach()
        self.buffer.close()
        if self.process is not None:
            perl_status.child = perl_wait_status(self.process.wait())

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class PerlMemory(io.BytesIO):
    """A file in a text: a box has that text, or a list of one element."""

    def __init__(self, cell, mode):
        self.cell = cell
        text = perl_text(cell[0] if isinstance(cell, list) else cell.value)
        text = "" if mode in (">", "+>") else text
        super().__init__(text.encode("utf-8", "surrogateescape"))
        self.keep(text)
        if mode == ">>":
            self.seek(0, io.SEEK_END)

    def keep(self, text):
        """Put the text into its place."""
        if isinstance(self.cell, list):
            self.cell[0] = text
        else:
            self.cell.value = text

    def write(self, data):
        """Write into the text."""
        count = super().write(data)
        self.keep(self.getvalue().decode("utf-8", "surrogateescape"))
        return count


def perl_readline(handle, separator="\n"):
    """The next line with its end, None behind the last; a separator of None reads all."""
    try:
        line = perl_read_record(handle, separator)
    except (AttributeError, OSError, ValueError) as error:
        # Perl only warns where nothing can be read.
        perl_status.failed(error)
        return None
    if not line:
        return None
    handle.lines = getattr(handle, "lines", 0) + 1
    perl_status.line = handle.lines
    return line


def perl_read_record(handle, separator):
    """What is up to a separator, and with it; an empty text at the end."""
    if separator is None:
        return perl_text(handle.read())
    if separator == "\n":
        return handle.readline()
    if separator == "":
        return perl_read_paragraph(handle)
    text = ""
    while not text.endswith(separator):
        last = handle.read(1)
        if not last:
            break
        text += perl_text(last)
    return text


def perl_read_paragraph(handle):
    """The lines up to an empty one; of several empty ones the first is taken."""
    line = handle.readline()
    while line == "\n":
        line = handle.readline()
    text = ""
    while line not in ("", "\n"):
        text += line
        line = handle.readline()
    while perl_peek(handle) == b"\n":
        handle.readline()
    return text + line


def perl_peek(handle):
    """The next byte; it is read again."""
    buffer = handle.buffer
    if hasattr(buffer, "peek"):
        return buffer.peek(1)[:1]
    at = buffer.tell()
    byte = buffer.read(1)
    buffer.seek(at)
    return byte


class PerlPair(io.BufferedRWPair):
    """The two directions of what has no places: of a terminal or a socket."""

    def __init__(self, raw):
        super().__init__(raw, raw)
        self.both = raw

    def fileno(self):
        """The number of the file."""
        return self.both.fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self.both.isatty()


def perl_finish(buffer, process):
    """Close what nothing refers to any more, and wait for the program behind it."""
    try:
        buffer.close()
    except OSError as error:
        perl_status.failed(error)
    if process is not None:
        process.wait()


#: The standard input, as other files are read.
perl_stdin = PerlFile(open(0, "rb", closefd=False))

#: How open() of Python calls Perl's modes.
PERL_MODES = {"<": "rb", ">": "wb", ">>": "ab", "+<": "r+b", "+>": "w+b", "+>>": "a+b"}


def perl_open(mode, *rest):
    """Open a file, a pipe or a text; None if that fails, and perl_status.error says why."""
    if not rest:
        mode, *rest = perl_open_words(mode)
    kind, layers = re.match(r"\s*(\|-|-\||\+?[<>]{1,2}(?:&=?)?)(.*)", mode, re.DOTALL).groups()
    encoding = perl_encoding_of(layers)
    try:
        if kind in ("|-", "-|"):
            return perl_open_pipe(kind, rest, encoding)
        buffer = perl_open_buffer(kind, rest[0])
    except (OSError, ValueError) as error:
        perl_status.failed(error)
        return None
    if kind == "<" and encoding.startswith(("utf-16", "utf-32")):
        # Lines are searched for in bytes, where such a text has zeros as well.
        with buffer:
            text = buffer.read().decode(encoding)
        buffer, encoding = io.BytesIO(text.encode()), "utf-8"
    return PerlFile(buffer, encoding)


def perl_open_words(text):
    """The mode and the rest of an open() with one text: "<file", "program |"."""
    text = text.strip()
    if text.startswith("|"):
        return "|-", text[1:].strip()
    if text.endswith("|"):
        return "-|", text[:-1].strip()
    mode, path = re.match(r"(\+?[<>]{1,2}(?:&=?)?|)\s*(.*)", text, re.DOTALL).groups()
    if path == "-":
        return ("<&=", 0) if mode in ("", "<") else (">&=", 1)
    return mode or "<", path


def perl_encoding_of(layers):
    """The encoding that layers mean: ":encoding(UTF-8)", ":utf8", ":raw"."""
    found = re.search(r":encoding\(([^)]*)\)", layers)
    if found:
        name = found[1].lower()
        return "utf-8" if name in ("utf8", "utf-8-strict") else codecs.lookup(name).name
    if ":utf8" in layers:
        return "utf-8"
    return "raw" if ":raw" in layers or ":bytes" in layers else ""


def perl_open_buffer(kind, target):
    """What a file reads its bytes from, or writes them to."""
    if isinstance(target, list) or hasattr(target, "value"):
        return PerlMemory(target, kind)
    if target is None:
        return tempfile.TemporaryFile("w+b")
    mode = PERL_MODES[kind.rstrip("&=")]
    is_own = not kind.endswith("=")
    if "&" in kind:
        number = perl_file_number(target)
        target = os.dup(number) if is_own else number
    else:
        target = perl_text(target)
    if "+" in mode:
        raw = open(target, mode, buffering=0, closefd=is_own)
        return io.BufferedRandom(raw) if raw.seekable() else PerlPair(raw)
    return open(target, mode, closefd=is_own)


def perl_file_number(target):
    """The number of an open file: of a handle, a name, or the number itself."""
    if hasattr(target, "fileno"):
        target.flush()
        return target.fileno()
    names = {"STDIN": 0, "STDOUT": 1, "STDERR": 2}
    name = perl_text(target).strip().removeprefix("*").removeprefix("main::")
    return names[name] if name in names else int(name)


def perl_open_pipe(kind, words, encoding):
    """Start a program to read what it prints, or to print what it reads."""
    perl_flush()
    words = perl_command(list(map(perl_text, words)))
    if words in (["-"], [""]):
        raise RuntimeError("open() that forks: its mode has to stand in the script")
    if kind == "-|":
        process = subprocess.Popen(words, stdout=subprocess.PIPE)
        return PerlFile(process.stdout, encoding, process)
    process = subprocess.Popen(words, stdin=subprocess.PIPE)
    return PerlFile(process.stdin, encoding, process)


class PerlChild:
    """The child that is behind a pipe, after perl_open_fork()."""

    def __init__(self, pid):
        self.pid = pid

    def wait(self):
        """Wait until it ends; gives its status as subprocess does."""
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        except ChildProcessError:
            # Somebody else has waited for it.
            return 0


def perl_open_fork(mode):
    """Split into two with a pipe between them: the parent gets the child's number and a handle.

    The child gets 0 and no handle: its standard input ("|-") or output ("-|") is the pipe.
    """
    perl_flush()
    reading, writing = os.pipe()
    ours, theirs = (reading, writing) if mode == "-|" else (writing, reading)
    try:
        pid = os.fork()
    except OSError as error:
        os.close(reading)
        os.close(writing)
        perl_status.failed(error)
        return None, None
    if pid:
        os.close(theirs)
        return pid, PerlFile(os.fdopen(ours, "rb" if mode == "-|" else "wb"), "", PerlChild(pid))
    os.close(ours)
    os.dup2(theirs, 1 if mode == "-|" else 0)
    os.close(theirs)
    return 0, None


def perl_pid(handle):
    """What open() of Perl gives: the number of the program that was started, else 1."""
    if handle is None:
        return None
    return handle.process.pid if handle.process is not None else 1


def perl_command(words):
    """The words of a command; a single text goes through the shell if it has a character for it."""
    if len(words) != 1:
        return words
    (text,) = words
    characters = r"[$&*(){}\[\]'\";\\|?<>~`\n]"
    if re.search(characters, text.removesuffix("\n")) or re.match(r"\s*(\w+=|(exec|\.)\s)", text):
        return ["/bin/sh", "-c", text]
    return text.split() or [""]


def perl_reopen(handle, mode, *rest):
    """Open a standard handle as another file, for the programs that are started as well."""
    opened = perl_open(mode, *rest)
    if opened is None:
        return 0
    perl_flush()
    os.dup2(opened.fileno(), handle.fileno())
    return 1


def perl_flush():
    """Send all that was printed on its way: before a program starts, or this one splits."""
    for handle in (sys.stdout, sys.stderr, *perl_opened):
        if not handle.closed and handle.writable():
            handle.flush()


def perl_start():
    """Print as Perl does: any bytes, and quietly at an end when nobody reads on."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
