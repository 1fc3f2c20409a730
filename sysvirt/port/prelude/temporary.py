"""Files and folders for a short time: File::Temp."""

from __future__ import annotations

import atexit
import os
import random
import re
import shutil
import tempfile

from sysvirt.port.prelude.files import PerlFile
from sysvirt.port.prelude.scalars import perl_text, perl_truth


class PerlTemporary(PerlFile):
    """A file for a short time; as a text it is its path."""

    perl_class = "File::Temp"

    def __init__(self, path, is_removed):
        super().__init__(open(path, "w+b"))
        self.filename = path
        self.is_removed = is_removed
        self.process_number = os.getpid()

    def __str__(self):
        return self.filename

    def __del__(self):
        if self.is_removed:
            perl_remove_quietly(self.filename, self.process_number)


class PerlTemporaryFolder:
    """A folder for a short time; as a text it is its path."""

    perl_class = "File::Temp::Dir"

    def __init__(self, path, is_removed):
        self.dirname = path
        self.is_removed = is_removed
        self.process_number = os.getpid()

    def __str__(self):
        return self.dirname

    def __del__(self):
        if self.is_removed:
            perl_remove_quietly(self.dirname, self.process_number)


def perl_remove_quietly(path, process_number):
    """Remove a file or a folder if it is there, unless another process has made it."""
    if process_number != os.getpid():
        return
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        os.unlink(path)


def perl_temporary_options(arguments):
    """The options of tempfile and tempdir: a template may stand before the names and values."""
    template = [arguments[0]] if len(arguments) % 2 else []
    rest = arguments[len(template) :]
    options = {perl_text(rest[at]).upper(): rest[at + 1] for at in range(0, len(rest), 2)}
    if template:
        options["TEMPLATE"] = template[0]
    return options


def perl_temporary_path(options):
    """A path that isn't there yet: each X at the end of the template is a character by chance."""
    template = options.get("TEMPLATE")
    folder = options.get("DIR")
    if perl_truth(options.get("TMPDIR")) or (template is None and folder is None):
        folder = folder or tempfile.gettempdir()
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

    def chosen(found):
        return "".join(random.choices(letters, k=len(found[0])))

    while True:
        name = re.sub(r"X+\Z", chosen, template or "XXXXXXXXXX") + (options.get("SUFFIX") or "")
        path = os.path.join(folder, name) if folder else name
        if not os.path.lexists(path):
            return path


def perl_tempfile(arguments):
    """A new file for a short time: its handle and its path."""
    options = perl_temporary_options(arguments)
    path = perl_temporary_path(options)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if perl_truth(options.get("UNLINK")):
        atexit.register(perl_remove_quietly, path, os.getpid())
    return [PerlTemporary(path, False), path]


def perl_tempdir(arguments):
    """A new folder for a short time: its path."""
    options = perl_temporary_options(arguments)
    path = perl_temporary_path(options)
    os.mkdir(path, 0o700)
    if perl_truth(options.get("CLEANUP")):
        atexit.register(perl_remove_quietly, path, os.getpid())
    return path


def perl_new_temporary(arguments):
    """A new file that is removed when nothing refers to it any more."""
    options = {"UNLINK": 1, **perl_temporary_options(arguments)}
    handle, _ = perl_tempfile([each for pair in options.items() for each in pair])
    handle.is_removed = perl_truth(options["UNLINK"])
    return handle


def perl_new_temporary_folder(arguments):
    """A new folder that is removed when nothing refers to it any more."""
    options = {"CLEANUP": 1, **perl_temporary_options(arguments)}
    path = perl_tempdir([each for pair in options.items() for each in pair])
    return PerlTemporaryFolder(path, perl_truth(options["CLEANUP"]))
