"""Which codes make which kind of error: what ``sysvirt.NotFoundError`` and its like stand for.

>>> from sysvirt.error_kinds import KINDS
>>> Sys.Virt.Error.ERR_NO_NETWORK in KINDS["NotFoundError"]
True

The code alone doesn't tell that a connection is lost. What libvirt's client says then has the
codes of much else, and is told from it by more of the error's fields: see :func:`find_kind`.
"""

from __future__ import annotations

import errno
from _locale import dgettext, getencoding
from typing import TYPE_CHECKING

from sysvirt.constants import ErrorConstants as Codes

if TYPE_CHECKING:
    #: An error as C has it: code, domain, message, level, str1, str2, str3, int1, int2.
    RawFields = tuple[int, int, bytes, int, bytes | None, bytes | None, bytes | None, int, int]

#: By the name of each kind, the codes that make it. A code that isn't here makes a plain ``Error``.
KINDS: dict[str, tuple[int, ...]] = {
    "NotFoundError": (
        Codes.ERR_NO_DOMAIN,
        Codes.ERR_NO_NETWORK,
        Codes.ERR_NO_STORAGE_POOL,
        Codes.ERR_NO_STORAGE_VOL,
        Codes.ERR_NO_NODE_DEVICE,
        Codes.ERR_NO_SECURITY_MODEL,
        Codes.ERR_NO_INTERFACE,
        Codes.ERR_NO_NWFILTER,
        Codes.ERR_NO_SECRET,
        Codes.ERR_NO_DOMAIN_SNAPSHOT,
        Codes.ERR_NO_DOMAIN_METADATA,
        Codes.ERR_NO_SERVER,
        Codes.ERR_NO_CLIENT,
        Codes.ERR_DEVICE_MISSING,
        Codes.ERR_NO_NWFILTER_BINDING,
        Codes.ERR_NO_DOMAIN_CHECKPOINT,
        Codes.ERR_NO_DOMAIN_BACKUP,
        Codes.ERR_NO_NETWORK_PORT,
        Codes.ERR_NO_HOSTNAME,
        Codes.ERR_NO_NETWORK_METADATA,
    ),
    "AlreadyExistsError": (
        Codes.ERR_DOM_EXIST,
        Codes.ERR_NETWORK_EXIST,
        Codes.ERR_STORAGE_POOL_BUILT,
        Codes.ERR_STORAGE_VOL_EXIST,
        Codes.ERR_NETWORK_PORT_EXIST,
    ),
    "AccessDeniedError": (
        Codes.ERR_OPERATIONED_DENIED,
        Codes.ERR_AUTH_FAILED,
        Codes.ERR_AUTH_CANCELLED,
        Codes.ERR_ACCESS_DENIED,
        Codes.ERR_AUTH_UNAVAILABLE,
    ),
    "NotSupportedError": (
        Codes.ERR_NO_SUPPORT,
        Codes.ERR_NO_CONNECT,
        Codes.ERR_CONFIG_UNSUPPORTED,
        Codes.ERR_ARGUMENT_UNSUPPORTED,
        Codes.ERR_OPERATION_UNSUPPORTED,
    ),
    "InvalidStateError": (
        Codes.ERR_OPERATION_INVALID,
        Codes.ERR_BLOCK_COPY_ACTIVE,
        # What is said to closed objects.
        Codes.ERR_INVALID_CONN,
        Codes.ERR_INVALID_DOMAIN,
        Codes.ERR_INVALID_NETWORK,
        Codes.ERR_INVALID_STORAGE_POOL,
        Codes.ERR_INVALID_STORAGE_VOL,
        Codes.ERR_INVALID_NODE_DEVICE,
        Codes.ERR_INVALID_INTERFACE,
        Codes.ERR_INVALID_NWFILTER,
        Codes.ERR_INVALID_SECRET,
        Codes.ERR_INVALID_DOMAIN_SNAPSHOT,
        Codes.ERR_INVALID_STREAM,
        Codes.ERR_INVALID_NWFILTER_BINDING,
        Codes.ERR_INVALID_DOMAIN_CHECKPOINT,
        Codes.ERR_INVALID_NETWORK_PORT,
    ),
    "OperationTimeoutError": (
        Codes.ERR_OPERATION_TIMEOUT,
        Codes.ERR_AGENT_COMMAND_TIMEOUT,
    ),
    # No code says it alone, see below.
    "ConnectionLostError": (),
}

#: Who speaks where the connection itself fails.
FROM_RPC = Codes.FROM_RPC

#: What ``int1`` holds, an ``errno``, where ``FROM_RPC`` says ``ERR_SYSTEM_ERROR``: the socket to
#: the daemon broke, or there is none.
LOST_ERRNOS = frozenset(
    {
        errno.ENOENT,
        errno.EIO,
        errno.EPIPE,
        errno.ENETDOWN,
        errno.ENETUNREACH,
        errno.ENETRESET,
        errno.ECONNABORTED,
        errno.ECONNRESET,
        errno.ENOTCONN,
        errno.ESHUTDOWN,
        errno.ETIMEDOUT,
        errno.ECONNREFUSED,
        errno.EHOSTDOWN,
        errno.EHOSTUNREACH,
    }
)
#: The same, where the socket may not be used.
DENIED_ERRNOS = frozenset({errno.EACCES, errno.EPERM})

#: What ``str2`` holds where ``FROM_RPC`` says ``ERR_INTERNAL_ERROR`` and the connection has broken.
#: The same code and domain say also that an argument is too large, and nothing but the words
#: differs. They come from libvirt's own catalogue, whatever the language.
LOST_WORDS = (
    "client socket is closed",
    "connection closed due to keepalive timeout",
    "received hangup event on socket",
    "received error event on socket",
)

_KIND_OF_CODE = {code: kind for kind, codes in KINDS.items() for code in codes}


def find_kind(raw: RawFields) -> str | None:
    """The kind of an error by its fields; ``None`` for a plain one.

    >>> from sysvirt.error_kinds import find_kind
    >>> find_kind((42, 12, b"Domain not found", 2, None, None, None, -1, -1))
    'NotFoundError'
    >>> find_kind((38, 7, b"Cannot recv data: Connection reset", 2, None, None, None, 104, -1))
    'ConnectionLostError'
    >>> find_kind((38, 10, b"cannot open file: No such file", 2, None, None, None, 2, -1))
    """
    kind = _KIND_OF_CODE.get(raw[0])
    if kind is None and raw[1] == FROM_RPC:
        return _find_kind_on_the_wire(raw)
    return kind


def _find_kind_on_the_wire(raw: RawFields) -> str | None:
    code, _, _, _, _, words, _, number, _ = raw
    if code == Codes.ERR_SYSTEM_ERROR and number in DENIED_ERRNOS:
        return "AccessDeniedError"
    if code == Codes.ERR_SYSTEM_ERROR and number in LOST_ERRNOS:
        return "ConnectionLostError"
    if code == Codes.ERR_INTERNAL_ERROR and any(words == _translate(each) for each in LOST_WORDS):
        return "ConnectionLostError"
    return None


def _translate(words: str) -> bytes:
    """libvirt's words in the language in which it speaks."""
    return dgettext("libvirt", words).encode(getencoding(), "surrogateescape")
