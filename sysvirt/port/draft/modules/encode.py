"""Encode: a text is one of characters anyway, and what is encoded is bytes of Python."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

#: Perl counts what it reads, and what is joined to bytes, in bytes.
_NOTE = "what is encoded counts in bytes only as long as it isn't joined to a text"
_READ_NOTE = "what is read is a text of characters already, and is printed in UTF-8"

_FUNCTIONS: dict[str, Forms] = {
    "decode": Form("perl_decode({0}, {1})", "sv", note=_READ_NOTE),
    "decode_utf8": Form('perl_decode("utf-8", {0})', "v", note=_READ_NOTE),
    "encode": Form("perl_encode({0}, {1})", "sv", note=_NOTE),
    "encode_utf8": Form('perl_encode("utf-8", {0})', "v", note=_NOTE),
}

ENCODE = Module("Encode", functions=_FUNCTIONS, exports=frozenset(_FUNCTIONS))
