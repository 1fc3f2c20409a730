"""Texts as bytes and back: Encode."""

from __future__ import annotations

import codecs

from sysvirt.port.prelude.handles import perl_bytes
from sysvirt.port.prelude.packing import perl_raw
from sysvirt.port.prelude.scalars import perl_text


def perl_codec(name):
    """What Python calls an encoding."""
    name = perl_text(name)
    try:
        found = codecs.lookup({"utf-8-strict": "utf-8"}.get(name.lower(), name))
    except LookupError:
        raise LookupError(f"Unknown encoding '{name}'") from None
    return found.name


def perl_encode(name, value):
    """A text as bytes; what the encoding lacks becomes a question mark."""
    codec = perl_codec(name)
    if value is None:
        return None
    if isinstance(value, bytes):
        # To Perl they are characters like others.
        value = value.decode("latin-1")
    text = perl_text(value)
    if codec == "utf-8":
        return text.encode(codec, "surrogateescape")
    if codec in ("utf-16", "utf-32"):
        # The first byte is the highest, and a mark says so.
        return ("\ufeff" + text).encode(f"{codec}-be", "replace")
    return text.encode(codec, "replace")


def perl_decode(name, value):
    """Bytes as a text; what is none becomes U+FFFD."""
    codec = perl_codec(name)
    if value is None:
        return None
    if codec != "utf-8" or isinstance(value, bytes):
        return perl_raw(value).decode(codec, "replace")
    try:
        return perl_raw(value).decode(codec)
    except UnicodeDecodeError:
        # A text that was read is decoded already.
        return perl_bytes(value).decode(codec, "replace")
