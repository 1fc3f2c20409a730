"""``Sys.Virt.Error``: what libvirt refuses, and what sysvirt refuses in its place.

The kinds of errors that programs tell apart are subclasses of it. ``make_error`` chooses among
them for every error that is raised; what makes each kind stands in :mod:`sysvirt.error_kinds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import libvirt

from sysvirt._hints.missing import of_instance
from sysvirt.constants import ErrorConstants
from sysvirt.error_kinds import find_kind

if TYPE_CHECKING:
    from sysvirt.error_kinds import RawFields

#: What is said when libvirt failed without telling why.
UNKNOWN: RawFields = (0, 0, b"Unknown problem", 0, None, None, None, 0, 0)


def _decode(text: bytes | None) -> str | None:
    # It may name a file whose name isn't UTF-8.
    return None if text is None else text.decode("utf-8", "surrogateescape")


class Error(libvirt.libvirtError, ErrorConstants):
    """What every method raises when libvirt refuses.

    The object holds all that libvirt knew at that moment, in the thread where it happened.
    It is a ``libvirt.libvirtError`` as well, so code written for libvirt-python catches it.

    >>> try:
    ...     conn.get_domain_by_name("nobody")
    ... except Sys.Virt.Error as err:
    ...     print(err.code() == Sys.Virt.Error.ERR_NO_DOMAIN, err.message())
    True Domain not found

    Rests on: ``virGetLastError``. Perl: ``Sys::Virt::Error``.
    """

    # Where users know it from: a traceback says "sysvirt.Error: ...".
    __module__ = "sysvirt"

    # For names that aren't there; type checkers are to find them all by themselves.
    if not TYPE_CHECKING:
        __getattr__ = of_instance

    def __init__(self, origin: str, raw: RawFields | None = None) -> None:
        """An error of what ``origin`` names; ``raw`` is what libvirt knows about it."""
        # The base class would ask libvirt once more, and build a message that nobody reads.
        self._raw = raw or UNKNOWN
        self._origin = origin

    @property
    def err(  # type: ignore[override]
        self,
    ) -> tuple[int, int, str, int, str | None, str | None, str | None, int, int]:
        """All fields in one tuple, as in libvirt-python's errors.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").err[:2]
        (3, 0)

        Rests on: ``virGetLastError``. Perl: not there.
        """
        code, domain, message, level, str1, str2, str3, int1, int2 = self._raw
        texts = (_decode(str1), _decode(str2), _decode(str3))
        return (code, domain, _decode(message) or "", level, *texts, int1, int2)

    @property
    def args(self) -> tuple[str]:  # type: ignore[override]
        """The message alone, as in libvirt-python's errors.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").args
        ('this function is not supported: x needs libvirt 2.0.0, here is 1.0.0',)

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return (self.message(),)

    @staticmethod
    def _own(
        code: int,
        message: str,
        *,
        origin: str,
        domain: int = ErrorConstants.FROM_NONE,
        number: int = 0,
    ) -> Error:
        """An error of sysvirt's own, in the form of libvirt's; ``number`` is its ``int1``."""
        raw = (code, domain, message.encode(), Error.LEVEL_ERROR, None, None, None, number, 0)
        return make_error(origin, raw)

    @staticmethod
    def unsupported(what: str, release: str, installed: str) -> Error:
        """The error for something that the installed libvirt is too old for.

        >>> err = Sys.Virt.Error.unsupported("rename", "1.2.19", "1.0.0")
        >>> print(err.message())
        this function is not supported: rename needs libvirt 1.2.19, here is 1.0.0

        Rests on: ``virGetVersion``. Perl: not there.
        """
        needed = f"{what} needs libvirt {release}, here is {installed}"
        message = f"this function is not supported: {needed}"
        return Error._own(Error.ERR_NO_SUPPORT, message, origin=what)

    def __reduce__(self) -> tuple[Any, ...]:
        # Notes, and what a subclass or its user has added, are in the object's own dict.
        return type(self), (self._origin, self._raw), vars(self)

    def level(self) -> int:
        """How serious it is: one of ``LEVEL_*``.

        Perl returns the code here; sysvirt returns the level.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").level()
        2

        Rests on: ``virGetLastError``. Perl: ``level``.
        """
        return self._raw[3]

    def code(self) -> int:
        """What went wrong: one of ``ERR_*``.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").code()
        3

        Rests on: ``virGetLastError``. Perl: ``code``.
        """
        return self._raw[0]

    def domain(self) -> int:
        """Which part of libvirt raised it: one of ``FROM_*``.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").domain()
        0

        Rests on: ``virGetLastError``. Perl: ``domain``.
        """
        return self._raw[1]

    def message(self) -> str:
        """libvirt's own words.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").message()
        'this function is not supported: x needs libvirt 2.0.0, here is 1.0.0'

        Rests on: ``virGetLastError``. Perl: ``message``.
        """
        return _decode(self._raw[2]) or ""

    def stringify(self) -> str:
        """Code and message in one line that ends with a newline, the same as ``str(err)``.

        >>> Sys.Virt.Error.unsupported("x", "2.0.0", "1.0.0").stringify()
        'libvirt error code: 3, message: this function is not supported: \
x needs libvirt 2.0.0, here is 1.0.0\\n'

        Rests on: ``virGetLastError``. Perl: ``stringify``.
        """
        message = self.message()
        end = "" if message.endswith("\n") else "\n"
        return f"libvirt error code: {self.code()}, message: {message}{end}"

    def str1(self) -> str | None:
        """The first extra text of libvirt's error, mostly the message's format.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.str1())
        Domain not found

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return _decode(self._raw[4])

    def str2(self) -> str | None:
        """The second extra text of libvirt's error, mostly the message's detail.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.str2())
        None

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return _decode(self._raw[5])

    def str3(self) -> str | None:
        """The third extra text of libvirt's error.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.str3())
        None

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return _decode(self._raw[6])

    def int1(self) -> int:
        """The first extra number of libvirt's error.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.int1())
        -1

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return self._raw[7]

    def int2(self) -> int:
        """The second extra number of libvirt's error.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.int2())
        -1

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return self._raw[8]

    def origin(self) -> str:
        """What failed, as far as it is known: ``virDomainCreate() failed``.

        >>> try:
        ...     conn.get_domain_by_name("nobody")
        ... except Sys.Virt.Error as err:
        ...     print(err.origin())
        virDomainLookupByName() failed

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return self._origin

    __str__ = stringify

    def __repr__(self) -> str:
        code, domain, message, level = self.err[:4]
        return f"{type(self).__name__}({code=}, {domain=}, {level=}, {message=})"


def _errno(error: Error) -> int | None:
    number = error.int1()
    return number if error.code() == Error.ERR_SYSTEM_ERROR and number > 0 else None


class NotFoundError(Error, LookupError):
    """There is no such domain, network, pool, volume, snapshot, …

    >>> try:
    ...     dom = conn.get_domain_by_name("nobody")
    ... except Sys.Virt.NotFoundError:
    ...     print("there is none")
    there is none

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"


class AlreadyExistsError(Error):
    """There is one already, and the driver says so by a code of its own.

    Most drivers say ``ERR_OPERATION_FAILED`` for a name that is taken, as they do for much else:
    that is a plain ``Error``.

    >>> issubclass(Sys.Virt.AlreadyExistsError, Sys.Virt.Error)
    True

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"


class AccessDeniedError(Error, PermissionError):
    """Refused: wrong credentials or none, no right to do it, a connection that is read-only.

    >>> conn = Sys.Virt.new(uri="test:///default", readonly=True)
    >>> try:
    ...     conn.get_domain_by_name("test").destroy()
    ... except PermissionError as err:
    ...     print(err.message())
    operation forbidden: read only access prevents virDomainDestroy

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"

    @property
    def errno(self) -> int | None:  # type: ignore[override]
        """The system's number where the socket may not be opened, else ``None``.

        >>> conn = Sys.Virt.new(uri="test:///default", readonly=True)
        >>> try:
        ...     conn.get_domain_by_name("test").destroy()
        ... except Sys.Virt.AccessDeniedError as err:
        ...     print(err.errno)
        None

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return _errno(self)


class NotSupportedError(Error):
    """The driver can't, the hypervisor can't, or the installed libvirt is too old for it.

    >>> try:
    ...     dom.get_job_info()
    ... except Sys.Virt.NotSupportedError:
    ...     print("no jobs here")
    no jobs here

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"


class InvalidStateError(Error):
    """Not in this state: it runs already, it doesn't run, the connection is closed.

    >>> try:
    ...     conn.get_network_by_name("default").create()
    ... except Sys.Virt.InvalidStateError as err:
    ...     print(err.message())
    Requested operation is not valid: Network 'default' is already running

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"


class OperationTimeoutError(Error, TimeoutError):
    """The hypervisor waited too long: for a lock on the domain, for the guest's agent.

    What :meth:`Virt.time_limit` raises is Python's ``TimeoutError`` itself, so
    ``except TimeoutError`` catches both.

    >>> issubclass(Sys.Virt.OperationTimeoutError, TimeoutError)
    True

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"


class ConnectionLostError(Error, ConnectionError):
    """The connection to the daemon has broken, was aborted, or can't be made.

    >>> try:
    ...     Sys.Virt.new(uri="test+unix:///default?socket=/nowhere")
    ... except ConnectionError as err:
    ...     print(err.errno)
    2

    Rests on: ``virGetLastError``. Perl: not there, ``Sys::Virt::Error`` with its code.
    """

    __module__ = "sysvirt"

    @property
    def errno(self) -> int | None:  # type: ignore[override]
        """The system's number for what went wrong with the socket, where libvirt tells it.

        >>> import errno
        >>> try:
        ...     Sys.Virt.new(uri="test+unix:///default?socket=/nowhere")
        ... except Sys.Virt.ConnectionLostError as err:
        ...     print(err.errno == errno.ENOENT)
        True

        Rests on: ``virGetLastError``. Perl: not there.
        """
        return _errno(self)


_CLASSES: dict[str | None, type[Error]] = {
    None: Error,
    "NotFoundError": NotFoundError,
    "AlreadyExistsError": AlreadyExistsError,
    "AccessDeniedError": AccessDeniedError,
    "NotSupportedError": NotSupportedError,
    "InvalidStateError": InvalidStateError,
    "OperationTimeoutError": OperationTimeoutError,
    "ConnectionLostError": ConnectionLostError,
}


def make_error(origin: str, raw: RawFields | None = None) -> Error:
    """The error of what ``origin`` names, of its kind; ``raw`` is what libvirt knows about it."""
    return _CLASSES[find_kind(raw) if raw else None](origin, raw)
