"""Folders with all that is in them: File::Path, File::Copy and File::Find."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat

from sysvirt.port.prelude.folders import perl_stat
from sysvirt.port.prelude.paths import perl_fileparse
from sysvirt.port.prelude.scalars import perl_truth
from sysvirt.port.prelude.status import perl_did, perl_status


def perl_make_path(paths, mode=0o777):
    """Make folders with those that they are in; the ones that weren't there."""
    made = []
    for path in paths:
        if not path or os.path.isdir(path):
            continue
        made.extend(perl_make_path([os.path.dirname(path.rstrip("/"))], mode))
        try:
            os.mkdir(path, mode)
        except OSError as error:
            if os.path.isdir(path):
                continue
            perl_status.failed(error)
            raise OSError(error.errno, f"mkdir {path}: {os.strerror(error.errno)}") from None
        made.append(path)
    return made


def perl_remove_tree(paths, keep_root=False):
    """Remove files, and folders with all that is in them; how many they were."""
    count = 0
    for path in paths:
        if os.path.isdir(path) and not os.path.islink(path):
            inside = [os.path.join(path, name) for name in os.listdir(path)]
            count += perl_remove_tree(inside)
            if not keep_root:
                count += perl_did(os.rmdir, path)
        elif os.path.lexists(path):
            count += perl_did(os.unlink, path)
    return count


def perl_path_options(arguments):
    """The paths of make_path and remove_tree, and the options in a dict at their end."""
    if arguments and isinstance(arguments[-1], dict):
        return arguments[:-1], arguments[-1]
    return arguments, {}


def perl_make_path_by(arguments):
    """Make folders, with the options of make_path."""
    paths, options = perl_path_options(arguments)
    made = perl_make_path(paths, options.get("mode", options.get("mask", 0o777)))
    if perl_truth(options.get("verbose")):
        for each in made:
            print("mkdir", each)
    return made


def perl_remove_tree_by(arguments):
    """Remove files and folders, with the options of remove_tree."""
    paths, options = perl_path_options(arguments)
    if perl_truth(options.get("verbose")):
        for each in paths:
            print("rmdir" if os.path.isdir(each) else "unlink", each)
    return perl_remove_tree(paths, perl_truth(options.get("keep_root")))


def perl_old_options(arguments):
    """The arguments of the older mkpath and rmtree: paths, whether to say it, the mode."""
    if arguments and isinstance(arguments[-1], dict):
        return arguments
    paths, verbose, mode = [*arguments, None, None][:3]
    options = {"verbose": verbose, "mode": 0o777 if mode is None else mode}
    return [*(paths if isinstance(paths, list) else [paths]), options]


def perl_mkpath(arguments):
    """Make folders with those that they are in; the ones that weren't there."""
    return perl_make_path_by(perl_old_options(arguments))


def perl_rmtree(arguments):
    """Remove files, and folders with all that is in them; how many they were."""
    return perl_remove_tree_by(perl_old_options(arguments))


def perl_copy(source, target, keeps_mode=False):
    """Copy a file, from or to a path or a handle; 1 if that works."""
    keeps_mode = keeps_mode and not hasattr(target, "write") and not os.path.exists(target)
    try:
        if not hasattr(target, "write") and os.path.isdir(target):
            target = os.path.join(target, os.path.basename(source))
        if perl_is_same_file(source, target):
            return 0
        with perl_copied(source, "rb") as reading, perl_copied(target, "wb") as writing:
            shutil.copyfileobj(reading, writing)
        if keeps_mode:
            perl_keep_mode(source, target)
    except OSError as error:
        perl_status.failed(error)
        return 0
    return 1


def perl_is_same_file(source, target):
    """Whether two paths are of the same file."""
    if hasattr(source, "read") or hasattr(target, "write"):
        return False
    return os.path.exists(target) and os.path.samefile(source, target)


@contextlib.contextmanager
def perl_copied(target, mode):
    """What is read or written: a path is opened and closed, a handle stays open."""
    if hasattr(target, "buffer"):
        yield target.buffer
        if mode == "wb":
            target.flush()
    else:
        with open(target, mode) as file:
            yield file


def perl_keep_mode(source, target):
    """Give a copy the rights of its original, without what umask takes away."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(target, stat.S_IMODE(os.stat(source).st_mode) & ~mask & 0o777)


def perl_move(source, target):
    """Move a file, to another disk as well; 1 if that works."""
    if os.path.isdir(target) and not os.path.isdir(source):
        target = os.path.join(target, os.path.basename(source))
    if perl_did(os.rename, source, target):
        return 1
    if perl_status.error.number != 18 or not perl_copy(source, target):
        return 0
    shutil.copystat(source, target)
    return perl_did(os.unlink, source)


class PerlFound:
    """Where File::Find is: name is the path, dir its folder; prune leaves out what is in it."""

    def __init__(self):
        self.name = self.dir = None
        self.prune = 0


perl_found = PerlFound()


def perl_find(wanted, folders, by_depth=False):
    """Call code for all files below some folders, with what it then finds in ``$_``."""
    options = wanted if isinstance(wanted, dict) else {"wanted": wanted}
    by_depth = by_depth or perl_truth(options.get("bydepth"))
    start = os.getcwd()
    for each in folders:
        if not os.path.lexists(each):
            continue
        if os.path.isdir(each) and (perl_follows(options) or not os.path.islink(each)):
            top = each if each == "/" else each.rstrip("/")
            perl_find_in(top, ".", options, by_depth, os.path.join(start, top))
        else:
            name, folder, _ = perl_fileparse(each)
            perl_wanted(options, os.path.join(start, folder), folder, folder + name, name)
        os.chdir(start)


def perl_follows(options):
    """Whether links are followed."""
    return perl_truth(options.get("follow")) or perl_truth(options.get("follow_fast"))


def perl_wanted(options, place, folder, name, topic):
    """Call the code for one file, in its folder."""
    perl_found.dir, perl_found.name = folder, name
    if perl_truth(options.get("no_chdir")):
        topic = name
    else:
        os.chdir(place)
    # Perl has looked at the file already: `-d _`.
    perl_stat(topic, perl_follows(options))
    options["wanted"](topic)


def perl_find_in(path, topic, options, by_depth, place):
    """Call the code for a folder and for all that is in it."""
    own_place, folder = (
        (place, path) if topic == "." else (os.path.dirname(place), os.path.dirname(path))
    )
    perl_found.prune = 0
    if not by_depth:
        perl_wanted(options, own_place, folder, path, topic)
        if perl_truth(perl_found.prune):
            return
    try:
        names = os.listdir(place)
    except OSError as error:
        perl_status.failed(error)
        names = []
    if not perl_truth(options.get("no_chdir")) and os.path.isdir(place):
        os.chdir(place)
    if options.get("preprocess"):
        perl_found.dir = path
        names = [each for each in options["preprocess"](*names) if each not in (".", "..")]
    prefix = path if path.endswith("/") else path + "/"
    folders = []
    for name in names:
        inner = os.path.join(place, name)
        if os.path.isdir(inner) and (perl_follows(options) or not os.path.islink(inner)):
            folders.append(name)
        else:
            perl_wanted(options, place, path, prefix + name, name)
    for name in folders:
        perl_find_in(prefix + name, name, options, by_depth, os.path.join(place, name))
    if options.get("postprocess"):
        perl_found.dir = path
        os.chdir(place)
        options["postprocess"]()
    if by_depth:
        perl_wanted(options, own_place, folder, path, topic)
