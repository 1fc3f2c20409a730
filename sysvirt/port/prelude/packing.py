"""`pack`, `unpack` and `vec`, for what scripts pack: numbers, texts, bits."""

from __future__ import annotations

import re

from sysvirt.port.prelude.handles import perl_bytes
from sysvirt.port.prelude.scalars import perl_integer, perl_text


class PerlPacking:
    """How wide numbers are, and which end comes first."""

    numbers = {
        "c": (1, "little", True),
        "C": (1, "little", False),
        "s": (2, "little", True),
        "S": (2, "little", False),
        "l": (4, "little", True),
        "L": (4, "little", False),
        "i": (4, "little", True),
        "I": (4, "little", False),
        "q": (8, "little", True),
        "Q": (8, "little", False),
        "j": (8, "little", True),
        "J": (8, "little", False),
        "n": (2, "big", False),
        "N": (4, "big", False),
        "v": (2, "little", False),
        "V": (4, "little", False),
        "U": (1, "little", False),
        "W": (1, "little", False),
    }


def perl_raw(value):
    """A value as bytes: characters up to 255 are one each."""
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    text = perl_text(value)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return perl_bytes(text)


def perl_pack_parts(template):
    """The letters of a template, each with its count: a number, "*" or None."""
    found = re.findall(
        r"(%\d+)?([a-zA-Z@])[<>!]?\s*(\*|\d+|\[\d+\])?", re.sub(r"#.*", "", template)
    )
    for sum_, letter, written in found:
        count = written.strip("[]")
        yield sum_, letter, "*" if count == "*" else int(count) if count else None


def perl_unpack(template, value):
    """What stands in bytes, by a template."""
    data, at, made = perl_raw(value), 0, []
    for sum_, letter, count in perl_pack_parts(template):
        taken, at = perl_unpack_one(letter, count, data, at)
        if sum_:
            bits = int(sum_[1:])
            if letter in "bB":
                taken = [text.count("1") for text in taken]
            taken = [sum(taken) % (1 << bits)]
        made += taken
    return made


def perl_unpack_one(letter, count, data, at):
    """The values of one letter, and where the next begins."""
    left = len(data) - at
    if letter in "aAZ":
        size = left if count == "*" else min(1 if count is None else count, left)
        text = data[at : at + size].decode("latin-1")
        if letter == "A":
            text = text.rstrip("\0 \n\t\r")
        elif letter == "Z":
            text = text.partition("\0")[0]
        return [text], at + size
    if letter in "bB":
        bits = left * 8 if count == "*" else min(1 if count is None else count, left * 8)
        size = (bits + 7) // 8
        form = "".join(
            f"{byte:08b}"[:: -1 if letter == "b" else 1] for byte in data[at : at + size]
        )
        return [form[:bits]], at + size
    if letter in "hH":
        digits = left * 2 if count == "*" else min(1 if count is None else count, left * 2)
        size = (digits + 1) // 2
        form = "".join(
            f"{byte:02x}"[:: -1 if letter == "h" else 1] for byte in data[at : at + size]
        )
        return [form[:digits]], at + size
    if letter == "x":
        return [], at + (left if count == "*" else 1 if count is None else count)
    width, order, signed = PerlPacking.numbers[letter]
    most = left // width
    number = most if count == "*" else min(1 if count is None else count, most)
    made = [
        int.from_bytes(data[at + i * width : at + (i + 1) * width], order, signed=signed)
        for i in range(number)
    ]
    return made, at + number * width


def perl_pack(template, values):
    """Bytes of values, by a template."""
    values, made = list(values), b""
    for _, letter, count in perl_pack_parts(template):
        if letter == "x":
            made += b"\0" * (0 if count == "*" else 1 if count is None else count)
        elif letter in "aAZbBhH":
            made += perl_pack_text(letter, count, values.pop(0) if values else "")
        else:
            width, order, _signed = PerlPacking.numbers[letter]
            number = len(values) if count == "*" else 1 if count is None else count
            for _i in range(number):
                value = perl_integer(values.pop(0) if values else 0)
                made += (value % (1 << 8 * width)).to_bytes(width, order)
    return made


def perl_pack_text(letter, count, value):
    """One text: as it is, or of bits or hexadecimal digits."""
    if letter in "aAZ":
        data = perl_raw(value)
        if count == "*":
            return data + (b"\0" if letter == "Z" else b"")
        size = 1 if count is None else count
        if letter == "Z":
            data = data[: max(size - 1, 0)]
        return data[:size].ljust(size, b" " if letter == "A" else b"\0")
    text = perl_text(value)
    size = len(text) if count == "*" else 1 if count is None else count
    text = text[:size]
    unit, base = (8, 2) if letter in "bB" else (2, 16)
    made = []
    for at in range(0, len(text), unit):
        piece = text[at : at + unit].ljust(unit, "0")
        if base == 2:
            piece = "".join(str(ord(each) & 1) for each in piece)
        made.append(int(piece[:: -1 if letter in "bh" else 1], base))
    return bytes(made)


def perl_vec(value, offset, bits):
    """One of the numbers of so many bits that bytes consist of."""
    data = perl_raw(value)
    if bits >= 8:
        width = bits // 8
        piece = data[offset * width : (offset + 1) * width]
        # What the last bytes lack counts as nothing.
        return int.from_bytes(piece.ljust(width, b"\0"), "big")
    place = offset * bits
    if place // 8 >= len(data):
        return 0
    return data[place // 8] >> (place % 8) & ((1 << bits) - 1)


def perl_set_vec(value, offset, bits, number):
    """The bytes with another number there."""
    data = bytearray(perl_raw(value))
    first, size = offset * bits // 8, max(bits // 8, 1)
    data.extend(b"\0" * (first + size - len(data)))
    if bits >= 8:
        data[first : first + size] = (number % (1 << bits)).to_bytes(size, "big")
        return bytes(data)
    shift, mask = offset * bits % 8, (1 << bits) - 1
    data[first] = data[first] & ~(mask << shift) & 0xFF | (number & mask) << shift
    return bytes(data)
