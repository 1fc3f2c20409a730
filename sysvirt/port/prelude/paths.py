"""Paths, as File::Basename, File::Spec and Cwd take them apart and put them together."""

from __future__ import annotations

import os
import re

from sysvirt.port.prelude.scalars import perl_text


def perl_fileparse(path, suffixes=()):
    """A path as its name, its folder and the suffix that one of the patterns fits."""
    folder, name = re.match(r"(.*/)?(.*)", path, re.DOTALL).groups()
    tail = ""
    for each in suffixes:
        pattern = each if hasattr(each, "search") else re.compile(perl_text(each), re.DOTALL)
        found = re.search(f"(?:{pattern.pattern})\\Z", name, pattern.flags)
        if found:
            name, tail = name[: found.start()], found[0] + tail
    return [name, folder or "./", tail]


def perl_without_slashes(path):
    """A path without slashes at its end; the root is one."""
    return path.rstrip("/") or path[:1]


def perl_basename(path, suffixes=()):
    """The last part of a path, without one of the suffixes."""
    patterns = [re.escape(perl_text(each)) for each in suffixes]
    name, folder, suffix = perl_fileparse(perl_without_slashes(path), patterns)
    return name or suffix or folder


def perl_dirname(path):
    """The folder of a path."""
    name, folder, _ = perl_fileparse(path)
    folder = perl_without_slashes(folder)
    if not name:
        folder = perl_without_slashes(perl_fileparse(folder)[1])
    return folder


def perl_canonpath(path):
    """A path without what it doesn't need: double slashes, "." and slashes at its end."""
    if not path:
        return path
    path = re.sub(r"/{2,}", "/", path)
    path = re.sub(r"(?:/\.)+(?:/|\Z)", "/", path)
    if path != "./":
        path = re.sub(r"^(?:\./)+", "", path)
    path = re.sub(r"^/(?:\.\./)*\.\.\Z", "/", path)
    path = re.sub(r"^/(?:\.\./)+", "/", path)
    return path if path == "/" else path.removesuffix("/")


def perl_catdir(parts):
    """Folders, one in the other, as a path."""
    return perl_canonpath("/".join([*parts, ""])) if parts else ""


def perl_catfile(parts):
    """Folders and a file as a path."""
    if not parts:
        return ""
    *folders, name = parts
    name = perl_canonpath(name)
    if not folders:
        return name
    folder = perl_catdir(folders)
    return folder + ("" if folder.endswith("/") else "/") + name


def perl_splitpath(path, is_folder=False):
    """A path as a volume (there are none), its folder and its name."""
    if is_folder:
        return ["", path, ""]
    return ["", *re.match(r"((?:.*/(?:\.\.?\Z)?)?)([^/]*)", path, re.DOTALL).groups()]


def perl_catpath(folder, name):
    """A folder and a name as a path."""
    between = (
        "/" if folder and name and not folder.endswith("/") and not name.startswith("/") else ""
    )
    return folder + between + name


def perl_rel2abs(path, base=None):
    """A path from the root; base is the folder that it is in, or the one of the program."""
    if path.startswith("/"):
        return perl_canonpath(path)
    if not base:
        base = os.getcwd()
    elif not base.startswith("/"):
        base = perl_rel2abs(base)
    return perl_catdir([perl_canonpath(base), path])


def perl_abs2rel(path, base=None):
    """A path from a folder, or from the one of the program."""
    path, base = perl_canonpath(path), perl_canonpath(base or os.getcwd())
    if path.startswith("/") or base.startswith("/"):
        path, base = perl_rel2abs(path), perl_rel2abs(base)
    else:
        path, base = (perl_catdir([os.getcwd(), each]) for each in (path, base))
    steps, down = path.split("/"), base.split("/")
    if base == "/":
        return "." if path == "/" else perl_catdir(steps[1:])
    common = []
    while steps and down and steps[0] == down[0]:
        common.append(steps.pop(0))
        del down[0]
    if not steps and not down:
        return "."
    return perl_catdir([*perl_way_up(down, common), *steps])


def perl_way_up(down, common):
    """The way back from folders below some others: ".." for each, and for ".." its folder."""
    back = []
    for step in down:
        if step != "..":
            back.insert(0, "..")
            common.append(step)
        elif common and back and back[0] == "..":
            del back[0]
            common.pop()
        elif common:
            back.insert(0, common.pop())
    return back


def perl_abs_path(path="."):
    """A path without links and dots; None where its folder isn't there."""
    found = os.path.realpath(path)
    return found if os.path.isdir(os.path.dirname(found)) else None


def perl_tmpdir():
    """The folder for files that are needed for a short time."""
    folder = os.environ.get("TMPDIR", "")
    if folder and os.path.isdir(folder) and os.access(folder, os.W_OK):
        return perl_canonpath(folder)
    return "/tmp"
