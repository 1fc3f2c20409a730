"""Colours of a terminal: Term::ANSIColor."""

from __future__ import annotations

import os
import re

from sysvirt.port.prelude.scalars import perl_text, perl_truth


class PerlColors:
    """The settings of Term::ANSIColor."""

    def __init__(self):
        self.AUTORESET = None
        self.EACHLINE = None


perl_colors = PerlColors()

#: The colours by the last digit of their numbers.
PERL_COLOR_NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
#: What else a terminal can do.
PERL_STYLES = {
    "clear": 0,
    "reset": 0,
    "bold": 1,
    "dark": 2,
    "faint": 2,
    "italic": 3,
    "underline": 4,
    "underscore": 4,
    "blink": 5,
    "reverse": 7,
    "concealed": 8,
}


def perl_color_code(name):
    """The number of a colour or style, as a terminal has it; None if there is none."""
    name = name.lower()
    if name in PERL_STYLES:
        return str(PERL_STYLES[name])
    behind = name.startswith("on_")
    name = name.removeprefix("on_")
    bright = name.startswith("bright_")
    plain = name.removeprefix("bright_")
    if plain in PERL_COLOR_NAMES:
        first = (90 if bright else 30) + (10 if behind else 0)
        return str(first + PERL_COLOR_NAMES.index(plain))
    kind = "48" if behind else "38"
    found = re.fullmatch(r"ansi(\d+)|gr[ae]y(\d+)|rgb([0-5])([0-5])([0-5])", name)
    if (
        found
        and (found[1] is None or int(found[1]) < 256)
        and (found[2] is None or int(found[2]) < 24)
    ):
        if found[1] is not None:
            number = int(found[1])
        elif found[2] is not None:
            number = 232 + int(found[2])
        else:
            number = 16 + 36 * int(found[3]) + 6 * int(found[4]) + int(found[5])
        return f"{kind};5;{number}"
    exact = re.fullmatch(r"r(\d+)g(\d+)b(\d+)", name)
    if exact and all(int(each) < 256 for each in exact.groups()):
        return f"{kind};2;" + ";".join(str(int(each)) for each in exact.groups())
    return None


def perl_has_colors():
    """Whether colours are wanted: the environment may say no."""
    return not (perl_truth(os.environ.get("ANSI_COLORS_DISABLED")) or "NO_COLOR" in os.environ)


def perl_color(names):
    """What turns colours and styles on in a terminal."""
    if not perl_has_colors():
        return ""
    codes = []
    for name in " ".join(map(perl_text, names)).split():
        codes.append(perl_color_code(name))
        if codes[-1] is None:
            raise ValueError(f"Invalid attribute name {name.lower()}")
    return f"\x1b[{';'.join(codes)}m" if codes else None


def perl_colored(first, rest):
    """A text in colours: the text and then the colours, or a list of these and then the text."""
    if isinstance(first, list):
        names, text = first, "".join(map(perl_text, rest))
    else:
        names, text = rest, perl_text(first)
    if not perl_has_colors():
        return text
    start = perl_color(names) or ""
    if perl_colors.EACHLINE is None:
        return f"{start}{text}\x1b[0m"
    end = perl_text(perl_colors.EACHLINE)
    parts = re.split(f"({re.escape(end)})", text)
    return "".join(each if each == end else f"{start}{each}\x1b[0m" for each in parts if each)


def perl_color_of_name(name, values):
    """A text behind a colour, as RED "text" has it."""
    text = "".join(map(perl_text, values))
    if not perl_has_colors():
        return text
    end = "\x1b[0m" if perl_truth(perl_colors.AUTORESET) and values else ""
    return f"\x1b[{perl_color_code(name)}m{text}{end}"


def perl_colorstrip(values):
    """Texts without their colours."""
    return [re.sub(r"\x1b\[[\d;]*m", "", perl_text(each)) for each in values]


def perl_color_valid(names):
    """Whether all of them are colours or styles."""
    return all(perl_color_code(each) for each in " ".join(map(perl_text, names)).split())
