"""What takes the place of a libvirt object that is given up: it refuses every use, and says why.

C's NULL in place of the C object would not do: some functions crash on it, others fail without
an error.
"""

from __future__ import annotations

import errno
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from sysvirt._core.binding import CLASSES, FREE, libvirtmod
from sysvirt._libvirt.errors import failed
from sysvirt.error import Error, make_error

if TYPE_CHECKING:
    from sysvirt.error_kinds import RawFields

#: Whom libvirt-python's objects belong to: the attribute, and what is in it.
OWNERS = {
    "_conn": "virConnect",
    "_dom": "virDomain",
    "_net": "virNetwork",
}
_BESIDES_THE_CONNECTION = {
    "virDomainCheckpoint": "_dom",
    "virDomainSnapshot": "_dom",
    "virNetworkPort": "_net",
}

#: Why an object is closed.
CLOSED = "the connection is closed"
ABORTED = "the connection was aborted"
FORKED = "the connection belongs to the parent process"


class Closed:
    """What makes a class of libvirt-python's one of closed objects."""

    _refusal: RawFields
    _reason: str

    @property
    def _o(self) -> NoReturn:
        raise self._refuse()

    def _refuse(self) -> Error:
        return make_error("close()", self._refusal)

    #: Nothing is there to be freed; a function of Python's would be a place to lose a signal.
    __del__ = staticmethod(bool)


@cache
def closed(kind: str, reason: str = CLOSED) -> Any:
    """The object that stands for all closed ones of a kind (``"virDomain"``)."""
    own = CLASSES[kind]
    inside = {"_refusal": _refuse(kind, reason), "_reason": reason, "__module__": __name__}
    made: Any = object.__new__(type(own.__name__, (Closed, own), inside))
    # Some methods of libvirt-python go through the object's owners.
    if kind != "virConnect":
        made._conn = closed("virConnect", reason)
    if owner := _BESIDES_THE_CONNECTION.get(kind):
        setattr(made, owner, closed(OWNERS[owner], reason))
    return made


def refuse_closed() -> Error:
    """The error for a call on a connection that is closed."""
    found: Closed = closed("virConnect")
    return found._refuse()


def _refuse(kind: str, reason: str) -> RawFields:
    """What libvirt itself says to NULL in place of an object, with the reason.

    An aborted connection has broken, as calls that were under way say.
    """
    if reason is ABORTED:
        message = f"Cannot send data: {reason}".encode()
        fields = (message, 2, None, None, None, errno.ECONNABORTED, -1)
        return (Error.ERR_SYSTEM_ERROR, Error.FROM_RPC, *fields)
    function = FREE.get(kind, f"{kind}Free")
    getattr(libvirtmod, function)(None)
    error = failed(function)
    words = error.message().removesuffix(function).rstrip(": ").removesuffix(" in")
    message = f"{words}: {reason}".encode()
    return (error.code(), error.domain(), message, error.level(), None, None, None, -1, -1)


def abandon(handle: Any, reason: str) -> None:
    """Have an object never free what it refers to, nor those that it belongs to."""
    if handle is None or isinstance(handle, Closed):
        return
    for owner in OWNERS:
        abandon(getattr(handle, owner, None), reason)
    handle.__class__ = type(closed(type(handle).__name__, reason))


def prepare(reason: str) -> None:
    """Make all closed objects that may be needed where libvirt must not be called."""
    for kind in CLASSES:
        closed(kind, reason)
