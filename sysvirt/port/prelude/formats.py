"""Perl's sprintf."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text

#: A conversion, with all that may stand in it.
PERL_CONVERSION = re.compile(
    r"%(?:(\d+)\$)?([ +\-0#]*)(\*v|v)?(?:(\d+)|(\*)(?:(\d+)\$)?)?(?:\.(?:(\d+)|(\*)(?:(\d+)\$)?)?)?"
    r"(hh|h|ll|l|q|L|V|z|t|j)?([%csduoxefgXEGbBiDUOFaA])|%"
)


def perl_sprintf(form, values):
    """A format filled in: texts, numbers in all bases, with width and precision."""
    rest = iter(values)

    def given(position=None):
        """A value by its number, or else the next one."""
        if position is None:
            return next(rest, None)
        return values[int(position) - 1] if 0 < int(position) <= len(values) else None

    def filled(found):
        """What becomes of one conversion."""
        kind, bits = found[11], {"h": 16, "hh": 8}.get(found[10], 64)
        if kind is None:
            return found[0]
        flags = found[2]
        joint = "." if found[3] == "v" else perl_text(given()) if found[3] else None
        width = int(found[4] or 0)
        if found[5]:
            width = perl_integer(given(found[6]))
            flags, width = (flags + "-", -width) if width < 0 else (flags, width)
        precision = int(found[7] or 0) if "." in found[0] else None
        if found[8]:
            precision = perl_integer(given(found[9]))
            precision = None if precision < 0 else precision
        if kind == "%":
            return perl_padded("%", flags, width)
        value = given(found[1])
        if joint is None:
            return perl_converted(kind, value, flags, width, precision, bits)
        each = [perl_converted(kind, ord(c), flags, width, precision) for c in perl_text(value)]
        return joint.join(each)

    return PERL_CONVERSION.sub(filled, form)


def perl_converted(kind, value, flags, width, precision, bits=64):
    """One value of a format, at its width."""
    if kind == "s":
        return perl_padded(perl_text(value)[:precision], flags, width)
    if kind == "c":
        return perl_padded(chr(perl_integer(value)), flags, width)
    number = perl_number(value)
    if number != number or number in (float("inf"), float("-inf")):
        sign = "+" if number > 0 and ("+" in flags or " " in flags) else ""
        return perl_padded(sign + perl_text(number), flags, width)
    if kind in "aA":
        return perl_padded(perl_hex_float(float(number), kind), flags, width)
    if kind in "eEfFgG":
        signs = "".join(each for each in " +-#0" if each in flags)
        return f"%{signs}*.*{kind}" % (width, 6 if precision is None else precision, number)
    number = min(max(int(number), -(1 << 63)), (1 << 64) - 1) % (1 << bits)
    if kind in "diD":
        sign, digits = perl_signed(number, flags, bits)
    else:
        sign, digits = perl_in_format_base(kind, number, flags)
    if precision is not None:
        digits = "" if number == 0 == precision else digits.rjust(precision, "0")
        flags = flags.replace("0", "")
    if "0" in flags and "-" not in flags:
        digits = digits.rjust(width - len(sign), "0")
    return perl_padded(sign + digits, flags, width)


def perl_signed(number, flags, bits):
    """The sign of a whole number of so many bits, and its digits."""
    if number >= 1 << (bits - 1):
        number -= 1 << bits
    sign = "-" if number < 0 else "+" if "+" in flags else " " if " " in flags else ""
    return sign, str(abs(number))


def perl_in_format_base(kind, number, flags):
    """The mark of a base, and the digits of a number in it."""
    digits = format(number, {"U": "d", "u": "d", "O": "o", "B": "b"}.get(kind, kind))
    if "#" in flags and kind in "oO" and number:
        digits = "0" + digits
    return f"0{kind}" if "#" in flags and kind in "xXbB" and number else "", digits


def perl_padded(text, flags, width):
    """A text at its width, with the flags of a format."""
    if "-" in flags:
        return text.ljust(width)
    return text.rjust(width, "0" if "0" in flags else " ")


def perl_hex_float(number, kind):
    """A number with a point in base 16, as C writes it."""
    text = re.sub(r"\.?0*p", "p", number.hex())
    return text.upper() if kind == "A" else text
