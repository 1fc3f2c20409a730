"""Sums of bytes, and bytes as letters: Digest::MD5, Digest::SHA, MIME::Base64."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from sysvirt.port.prelude.handles import perl_bytes


def perl_joined_bytes(values):
    """Values as the bytes that Perl has of them, one behind the other."""
    return b"".join(map(perl_bytes, values))


def perl_digest(name, values):
    """The sum of all values, by the name of its algorithm; its digits are .hexdigest()."""
    return hashlib.new(name, perl_joined_bytes(values))


def perl_hmac(name, values):
    """The sum of values with a key, which is the last of them."""
    *data, key = values
    return hmac.new(perl_bytes(key), perl_joined_bytes(data), name)


def perl_digest_base64(digest):
    """A sum in letters, without the signs at the end."""
    return base64.b64encode(digest).decode().rstrip("=")


class PerlDigest:
    """A sum that grows."""

    def __init__(self, name):
        self.name = name
        self.reset()

    def reset(self):
        """Begin anew."""
        self.sum = hashlib.new(self.name)
        return self

    def add(self, values):
        """Add values."""
        self.sum.update(perl_joined_bytes(values))
        return self

    def add_file(self, source):
        """Add all that is in a file, by its path or its handle."""
        if hasattr(source, "buffer"):
            data = source.buffer.read()
        else:
            with open(source, "rb") as file:
                data = file.read()
        self.sum.update(data)
        return self

    def digest(self):
        """The sum so far; then it begins anew."""
        found = self.sum.digest()
        self.reset()
        return found


def perl_sha_name(number):
    """The name of an algorithm of Digest::SHA by its number: 1, 256, "sha256"."""
    return "sha" + re.sub(r"\D", "", str(number))


def perl_encode_base64(value, end="\n"):
    """Bytes in letters, in lines of 76."""
    text = base64.b64encode(perl_bytes(value)).decode()
    lines = [text[at : at + 76] + end for at in range(0, len(text), 76)]
    return "".join(lines)


def perl_decode_base64(text):
    """The bytes that letters stand for; what is no letter is passed over."""
    text = re.sub(r"[^A-Za-z0-9+/=]", "", text).partition("=")[0]
    if len(text) % 4 == 1:
        text = text[:-1]
    return base64.b64decode(text + "=" * (-len(text) % 4))


def perl_encode_base64url(value):
    """Bytes in letters that can stand in an address."""
    return base64.urlsafe_b64encode(perl_bytes(value)).decode().rstrip("=")


def perl_decode_base64url(text):
    """The bytes that letters of an address stand for."""
    return perl_decode_base64(text.replace("-", "+").replace("_", "/"))
