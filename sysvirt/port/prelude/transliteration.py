"""`tr`: characters by others."""

from __future__ import annotations

import re


def perl_tr(text, searched, replaced, modifiers=""):
    """`tr/searched/replaced/modifiers`: the new text, and how many characters were found."""
    old = perl_tr_characters(searched)
    new = perl_tr_characters(replaced)
    is_turned = "c" in modifiers
    if not new and "d" not in modifiers:
        new = None if is_turned else old
    numbers = sorted(map(ord, set(old)))
    written = []
    count = 0
    # Where the last character that was put there stands, for the modifier s.
    last = -1
    for character in text:
        if (character in old) == is_turned:
            written.append(character)
            continue
        count += 1
        if is_turned:
            place = ord(character) - sum(number < ord(character) for number in numbers)
        else:
            place = old.index(character)
        if new is None:
            put = character
        elif place < len(new):
            put = new[place]
        elif "d" in modifiers:
            continue
        else:
            put = new[-1]
        if "s" in modifiers and written and last == len(written) - 1 and written[last] == put:
            continue
        last = len(written)
        written.append(put)
    return "".join(written), count


def perl_tr_characters(written):
    """The characters that one side of `tr` names: ranges, and what has a backslash."""
    names = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b", "a": "\a", "e": "\x1b"}
    piece = re.compile(
        r"\\x\{(?P<braced>[0-9a-fA-F]+)\}|\\x(?P<code>[0-9a-fA-F]{0,2})|\\(?P<octal>[0-7]{1,3})"
        r"|\\(?P<escaped>.)|(?P<range>(?<!^)-(?!\Z))|(?P<plain>.)",
        re.DOTALL,
    )
    characters = []
    is_range = False
    for found in piece.finditer(written):
        if found["range"] and not is_range:
            is_range = True
            continue
        if found["braced"] or found["code"] is not None:
            character = chr(int(found["braced"] or found["code"] or "0", 16))
        elif found["octal"]:
            character = chr(int(found["octal"], 8))
        elif found["escaped"]:
            character = names.get(found["escaped"], found["escaped"])
        else:
            character = found[0]
        if is_range:
            characters += map(chr, range(ord(characters[-1]) + 1, ord(character) + 1))
        else:
            characters.append(character)
        is_range = False
    return "".join(characters)
