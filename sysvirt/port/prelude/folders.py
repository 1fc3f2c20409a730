"""Files by their paths: folders, tests, stat, and patterns."""

from __future__ import annotations

import glob
import os
import re
import stat
import time

from sysvirt.port.prelude.scalars import perl_number, perl_text
from sysvirt.port.prelude.status import perl_did, perl_result, perl_status


class PerlFolder:
    """A folder that is open: the names in it, one after the other."""

    def __init__(self, path):
        self.names = [".", "..", *os.listdir(path)]
        self.at = 0


def perl_opendir(path):
    """Open a folder; None if that fails."""
    return perl_result(PerlFolder, path)


def perl_readdir(folder):
    """The next name in a folder, None behind the last."""
    if folder is None or folder.at >= len(folder.names):
        return None
    folder.at += 1
    return folder.names[folder.at - 1]


def perl_readdir_rest(folder):
    """All names of a folder that are left."""
    if folder is None:
        return []
    rest = folder.names[folder.at :]
    folder.at = len(folder.names)
    return rest


def perl_rewinddir(folder):
    """Begin again with the names of a folder."""
    folder.at = 0
    return 1


def perl_closedir(folder):
    """Close a folder; 1 if it was open."""
    if folder is None or folder.names is None:
        perl_status.error = 9
        return 0
    folder.names = None
    return 1


class PerlLastFile:
    """The file that was looked at last, `_`: its path or handle, and what stat gave of it."""

    target = None
    found = ()


def perl_stat(target, follow=True):
    """What is known of a file by its path or handle: Perl's 13 numbers, or nothing."""
    if target is not PerlLastFile:
        PerlLastFile.target, PerlLastFile.found = target, perl_stat_numbers(target, follow)
    return list(PerlLastFile.found)


def perl_file_stat(target, follow=True):
    """What is known of a file, as os.stat gives it; None where there is none."""
    if hasattr(target, "fileno"):
        return perl_result(os.stat, target.fileno())
    return perl_result(lambda: os.stat(perl_text(target), follow_symlinks=follow))


def perl_stat_numbers(target, follow):
    """The same of a file that is looked at now."""
    found = perl_file_stat(target, follow)
    if found is None:
        return []
    return [
        found.st_dev,
        found.st_ino,
        found.st_mode,
        found.st_nlink,
        found.st_uid,
        found.st_gid,
        found.st_rdev,
        found.st_size,
        int(found.st_atime),
        int(found.st_mtime),
        int(found.st_ctime),
        found.st_blksize,
        found.st_blocks,
    ]


#: When the program began, for the age of files.
perl_start_time = int(time.time())


def perl_file_test(letter, target):
    """A test of a file, as -e is: 1 or an empty text, -s the size; None if there is no file."""
    if letter == "t":
        return 1 if target.isatty() else ""
    found = perl_stat(target, letter != "l")
    if not found:
        return None
    if letter == "s":
        return found[7]
    if letter in PERL_AGES:
        return (perl_start_time - found[PERL_AGES[letter]]) / 86400
    return 1 if perl_file_is(letter, PerlLastFile.target, found) else ""


#: Which time of a file -A, -M and -C are about, by its place in what stat gives.
PERL_AGES = {"A": 8, "M": 9, "C": 10}
#: The kinds of files, and the bits of their rights, by the letters of the tests.
PERL_KINDS = {
    "f": stat.S_IFREG,
    "d": stat.S_IFDIR,
    "l": stat.S_IFLNK,
    "p": stat.S_IFIFO,
    "S": stat.S_IFSOCK,
    "b": stat.S_IFBLK,
    "c": stat.S_IFCHR,
}
PERL_BITS = {"u": stat.S_ISUID, "g": stat.S_ISGID, "k": stat.S_ISVTX}
PERL_RIGHTS = {"r": os.R_OK, "w": os.W_OK, "x": os.X_OK}


def perl_file_is(letter, target, found):
    """Whether a file is what a test asks for; found is what stat gives of it."""
    mode, owner, size = found[2], found[4], found[7]
    if letter in PERL_KINDS:
        return stat.S_IFMT(mode) == PERL_KINDS[letter]
    if letter in PERL_BITS:
        return mode & PERL_BITS[letter]
    if letter.lower() in PERL_RIGHTS:
        is_open = hasattr(target, "fileno")
        place = f"/proc/self/fd/{target.fileno()}" if is_open else perl_text(target)
        return os.access(place, PERL_RIGHTS[letter.lower()], effective_ids=letter.islower())
    if letter in "TB":
        if stat.S_ISDIR(mode):
            return letter == "B"
        return size == 0 or perl_seems_text(target) == (letter == "T")
    if letter in "oO":
        return owner == (os.geteuid() if letter == "o" else os.getuid())
    return letter == "e" or size == 0


def perl_seems_text(target):
    """Whether a file seems to hold a text: no zero, and few bytes that are no UTF-8."""
    is_open = hasattr(target, "fileno")
    with open(target.fileno() if is_open else target, "rb", closefd=not is_open) as file:
        start = file.read(512)
    text = start.decode("utf-8", "surrogateescape")
    odd = re.findall(r"[^\n\r\b\t\f\x1b -\x7e\x80-\ud7ff\ue000-\U0010ffff]", text)
    return b"\0" not in start and len(odd) * 3 <= len(text)


def perl_chmod(mode, paths):
    """Set the rights of files; for how many that works."""
    return sum(perl_did(os.chmod, path, mode) for path in paths)


def perl_chown(user, group, paths):
    """Set the owner of files; for how many that works."""
    return sum(perl_did(os.chown, path, user, group) for path in paths)


def perl_utime(accessed, modified, paths):
    """Set the times of files, without a value to now; for how many that works."""
    times = None
    if accessed is not None or modified is not None:
        times = (perl_number(accessed), perl_number(modified))
    return sum(perl_did(os.utime, path, times) for path in paths)


def perl_unlink(paths):
    """Remove files; how many of them were there."""
    return sum(perl_did(os.unlink, path) for path in paths)


def perl_umask():
    """Which rights new files don't get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def perl_glob(pattern):
    """The paths that patterns fit, with {a,b} and ~; what has no pattern in it stays as it is."""
    paths = []
    for word in re.findall(r"\"([^\"]*)\"|'([^']*)'|(\S+)", pattern):
        for each in perl_braces("".join(word)):
            paths.extend(perl_glob_word(each))
    return paths


def perl_glob_word(word):
    """The paths that one pattern fits, in Perl's order."""
    word = os.path.expanduser(word)
    if not re.search(r"[*?\[]", word):
        return [word]
    return sorted(glob.glob(word), key=lambda path: (path.lower(), path))


def perl_braces(word):
    """The words that one with {a,b} stands for."""
    if word == "{}":
        return [word]
    parts, depth, start = [], 0, 0
    for at, character in enumerate(word):
        if character == "{":
            depth += 1
            if depth == 1:
                begin = start = at + 1
        elif depth == 1 and character in ",}":
            parts.append(word[start:at])
            start = at + 1
        if character == "}" and depth:
            depth -= 1
            if depth == 0:
                around = [word[: begin - 1] + part + word[at + 1 :] for part in parts]
                return [each for one in around for each in perl_braces(one)]
    return [word]


def perl_user(find, key):
    """What is known of a user, by pwd.getpwnam or pwd.getpwuid: Perl's list, or nothing."""
    try:
        found = find(key)
    except KeyError:
        return []
    name, password, user, group, gecos, home, shell = found
    return [name, password, user, group, "", "", gecos, home, shell]


def perl_group(find, key):
    """What is known of a group, by grp.getgrnam or grp.getgrgid: Perl's list, or nothing."""
    try:
        found = find(key)
    except KeyError:
        return []
    return [found.gr_name, found.gr_passwd, found.gr_gid, " ".join(found.gr_mem)]


def perl_field(values, position):
    """A value of a list, None where the list is shorter."""
    return values[position] if -len(values) <= position < len(values) else None
