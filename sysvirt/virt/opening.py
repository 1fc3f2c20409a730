"""Opening and closing a connection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Self

from sysvirt._core import arguments, binding
from sysvirt._core.closing import ABORTED, CLOSED, closed
from sysvirt._core.parameters import check_options
from sysvirt._core.wire import Peer, Search, can_find, find_peer
from sysvirt._libvirt.callbacks import LoopTurn
from sysvirt.constants import VirtConstants
from sysvirt.error import Error
from sysvirt.virt.limits import Limits, check_seconds, refuse_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt._core.wire import Wire
    from sysvirt.shapes.virt import Credential, Identity

    CredentialCallback = Callable[[list[Credential]], int | None]

#: What ``set_identity`` knows, and how each value is checked.
IDENTITY: dict[str, Callable[[Any, str], Any]] = {
    VirtConstants.IDENTITY_USER_NAME: arguments.text,
    VirtConstants.IDENTITY_UNIX_USER_ID: arguments.ullong,
    VirtConstants.IDENTITY_GROUP_NAME: arguments.text,
    VirtConstants.IDENTITY_UNIX_GROUP_ID: arguments.ullong,
    VirtConstants.IDENTITY_PROCESS_ID: arguments.llong,
    VirtConstants.IDENTITY_PROCESS_TIME: arguments.ullong,
    VirtConstants.IDENTITY_SASL_USER_NAME: arguments.text,
    VirtConstants.IDENTITY_X509_DISTINGUISHED_NAME: arguments.text,
    VirtConstants.IDENTITY_SELINUX_CONTEXT: arguments.text,
}


class Opening(Limits):
    """How a connection comes and goes."""

    __slots__ = ()

    def __init__(
        self,
        *,
        uri: str | None = None,
        address: str | None = None,
        readonly: Truth | None = False,
        auth: Truth | None = False,
        credlist: Iterable[int] | None = None,
        callback: CredentialCallback | None = None,
        flags: Flags = 0,
        time_limit: float | None = None,
    ) -> None:
        limit = None if time_limit is None else check_seconds(time_limit, "time_limit")
        open_connection, target = prepare(
            uri=uri,
            address=address,
            readonly=readonly,
            auth=auth,
            credlist=credlist,
            callback=callback,
            flags=flags,
        )
        self._own(*open_with_wire(open_connection, target, limit))

    @classmethod
    def new(
        cls,
        *,
        uri: str | None = None,
        address: str | None = None,
        readonly: Truth | None = False,
        auth: Truth | None = False,
        credlist: Iterable[int] | None = None,
        callback: CredentialCallback | None = None,
        flags: Flags = 0,
        time_limit: float | None = None,
    ) -> Self:
        """Open a connection; ``Sys.Virt(...)`` does the same.

        ``uri`` says to which hypervisor (``None``: libvirt's default), ``address`` is its older
        name and wins over it. ``readonly`` asks for a connection that can't change anything;
        ``flags`` are ``CONNECT_*``. ``None`` is as good as not given.

        With ``time_limit`` opening that takes longer than so many seconds ends with
        ``TimeoutError``; where there is no socket that could be cut, it is ``Error`` with
        ``ERR_NO_SUPPORT``.

        With ``auth`` credentials can be asked for. ``callback`` gets a list of dicts with
        ``type`` (one of ``CRED_*``, from those in ``credlist``), ``prompt``, ``challenge`` and
        ``result`` (the default answer); it stores its answers under ``result`` and returns a
        number from 0 up, ``True`` or ``None``, or -1 to give up. Without both of them the console
        is asked. What the callback raises comes out here.

        >>> Sys.Virt.new(uri="test:///default", readonly=True).get_type()
        'TEST'

        Rests on: ``virConnectOpenAuth``. Perl: ``new``.
        """
        return cls(
            uri=uri,
            address=address,
            readonly=readonly,
            auth=auth,
            credlist=credlist,
            callback=callback,
            flags=flags,
            time_limit=time_limit,
        )

    def _label(self) -> object:
        return self._handle.getURI()

    def close(self) -> None:
        """Close the connection now. It and all objects that came from it then raise ``Error``.

        Without it the connection closes when the last reference to it and to its objects goes.
        Closing twice does no harm. What another thread has under way ends as ever; whatever it
        brings is closed, too. It waits for the daemon, unless the connection was aborted or is
        aborted meanwhile: ``with conn.time_limit(2): conn.close()``.

        >>> conn.close()
        >>> conn, dom
        (<sysvirt.Virt (closed)>, <sysvirt.Domain (closed)>)

        Rests on: ``virConnectClose``. Perl: object destruction.
        """
        try:
            self._refuse_all(CLOSED)
            self._take_all_back()
        finally:
            # The last: a daemon that hangs lets nobody close either, and then this is cut.
            self._wire = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def set_identity(self, identity: Identity, flags: Flags = 0) -> None:
        """Say for whom the connection acts, where the daemon trusts the caller to say so.

        Keys are the values of ``IDENTITY_*``; an unknown one is a ``ValueError``.

        >>> conn.set_identity({"user-name": "fred"})  # doctest: +SKIP

        Rests on: ``virConnectSetIdentity``. Perl: ``set_identity``.
        """
        wanted = check_options(identity, IDENTITY, "identity")
        self._handle.setIdentity(wanted, arguments.flag_bits(flags))

    def set_keep_alive(self, interval: int, count: int) -> None:
        """Let the client check that the server still answers, as the event loop runs.

        A message goes out after ``interval`` seconds of silence; ``count`` unanswered ones break
        the connection. An ``interval`` of 0 or less turns it off.

        >>> conn.set_keep_alive(5, 3)  # doctest: +SKIP

        Rests on: ``virConnectSetKeepAlive``. Perl: ``set_keep_alive``.
        """
        self._handle.setKeepAlive(
            arguments.cint(interval, "interval"), arguments.uint(count, "count")
        )

    def is_alive(self) -> bool:
        """Whether the connection to the server still stands.

        >>> conn.is_alive()
        True

        Rests on: ``virConnectIsAlive``. Perl: ``is_alive``.
        """
        if self._handle is closed("virConnect", ABORTED):
            return False
        return self._handle.isAlive() == 1

    def is_encrypted(self) -> bool:
        """Whether what goes over the wire is encrypted.

        >>> conn.is_encrypted()
        False

        Rests on: ``virConnectIsEncrypted``. Perl: ``is_encrypted``.
        """
        return self._handle.isEncrypted() == 1

    def is_secure(self) -> bool:
        """Whether nobody can listen: an encrypted connection, or one inside the machine.

        >>> conn.is_secure()
        True

        Rests on: ``virConnectIsSecure``. Perl: ``is_secure``.
        """
        return self._handle.isSecure() == 1


class _Credentials:
    """The credential part of opening: checked arguments, and an error that came up meanwhile."""

    def __init__(
        self,
        auth: Truth | None,
        credlist: Iterable[int] | None,
        callback: CredentialCallback | None,
    ) -> None:
        types = None if credlist is None else arguments.integers(credlist, "credlist")
        if callback is not None:
            arguments.callback(callback, "callback")
        self._types: list[int] = []
        self._callback: CredentialCallback | None = None
        self._error: BaseException | None = None
        if arguments.optional_truth(auth, "auth"):
            self._types, self._callback = self._choose(types, callback)

    @staticmethod
    def _choose(
        types: list[int] | None, callback: CredentialCallback | None
    ) -> tuple[list[int], CredentialCallback]:
        if types is not None and callback is not None:
            return types, callback
        if types is not None or callback is not None:
            raise ValueError("credlist and callback go together")
        # Only who asks on the console pays for loading that part.
        from sysvirt.virt import console

        return console.CREDLIST, console.ask

    def open(self, uri: str | None, flags: int) -> binding.virConnect:
        """Open the connection; what the callback raised comes first."""
        try:
            handle = self._open(uri, flags)
        except Error as refused:
            self._raise(refused)
            raise
        self._raise()
        return handle

    def _open(self, uri: str | None, flags: int) -> binding.virConnect:
        if self._callback is None:
            return binding.open_connection(uri, flags)
        # A signal handler may raise before _ask has begun.
        auth = [self._types, self._ask, self._callback]
        return LoopTurn().run(binding.open_connection, uri, flags, auth)

    def _raise(self, refused: Error | None = None) -> None:
        """Raise what the callback raised."""
        error, self._error = self._error, None
        try:
            if error is not None and refused is not None:
                raise error from refused
            if error is not None:
                raise error
        finally:
            # Its traceback leads here: no circle, which only the collector would free.
            del error

    def _ask(self, requests: tuple[list[Any], ...], ask: CredentialCallback) -> int:
        """libvirt-python's callback: lists of type, prompt, challenge, default and answer."""
        try:
            return self._answer(ask, requests)
        except BaseException as error:  # noqa: BLE001 - raised where open() is
            self._error = error
            return -1

    @staticmethod
    def _answer(ask: CredentialCallback, requests: tuple[list[Any], ...]) -> int:
        credentials: list[Credential] = [
            {"type": kind, "prompt": prompt, "challenge": challenge, "result": default}
            for kind, prompt, challenge, default, _ in requests
        ]
        answer = ask(credentials)
        # Perl's subs return the value of their last line, often 1.
        result = 0 if answer is None else arguments.cint(answer, "the result of callback")
        _check_answers(credentials, len(requests))
        for request, credential in zip(requests, credentials, strict=True):
            request[4] = arguments.optional_text(credential["result"], "result")
        return min(result, 0)


def _check_answers(credentials: list[Credential], number: int) -> None:
    """The list is the callback's to fill in, not to change."""
    if len(credentials) != number:
        raise ValueError(
            f"callback must leave the {number} credentials in their list, not {len(credentials)}"
        )
    for at, credential in enumerate(credentials):
        if not isinstance(credential, dict):
            raise arguments.wrong_type(credential, f"credential {at} of callback", "a dict")
        if "result" not in credential:
            raise ValueError(f"callback must leave the key result in credential {at}")


def prepare(
    *,
    uri: str | None,
    address: str | None,
    readonly: Truth | None,
    auth: Truth | None,
    credlist: Iterable[int] | None,
    callback: CredentialCallback | None,
    flags: Flags,
) -> tuple[Callable[[], binding.virConnect], str | None]:
    """What opens the connection that the checked arguments ask for, and its URI."""
    # address is the older name of uri and wins, as in Perl.
    target = arguments.optional_text(uri, "uri")
    if address is not None:
        target = arguments.text(address, "address")
    bits = arguments.flag_bits(flags)
    if arguments.optional_truth(readonly, "readonly"):
        bits |= VirtConstants.CONNECT_RO
    credentials = _Credentials(auth, credlist, callback)
    return partial(credentials.open, target, bits), target


def open_with_wire(
    open_connection: Callable[[], binding.virConnect],
    uri: str | None,
    seconds: float | None = None,
    began: Callable[[Search], object] = bool,
) -> tuple[binding.virConnect, Wire | None]:
    """Open a connection, and find its socket; ``seconds`` is how long that may take.

    ``began`` gets the search for the socket when it begins, by which the opening can be ended.
    """
    # A name without "://" is an alias, which libvirt looks up.
    is_known = uri is not None and "://" in uri
    peer = find_peer(uri or "") if is_known else Peer(None)
    if peer is None or not can_find():
        if seconds is not None:
            raise refuse_limit(uri)
        return open_connection(), None

    def open_it(search: Search) -> tuple[binding.virConnect, Wire | None]:
        began(search)
        try:
            handle = open_connection()
        except Error as error:
            if search.end():
                raise search.late() from error
            raise
        if search.end():
            raise search.late()
        found = peer if is_known else find_peer(handle.getURI())
        return handle, None if found is None else search.find(found)

    return Search(peer, uri or "", seconds).run(open_it)
