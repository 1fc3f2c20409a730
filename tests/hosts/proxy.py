"""A proxy on the socket of a daemon, which can change, make up and note what passes.

    with Proxy(daemon.socket) as proxy, Virt(uri=proxy.uri()) as conn:
        proxy.replace(b"weight", b"\\xffeight")
        proxy.answer("DOMAIN_GET_JOB_STATS", "iP", 3, {"operation": (INT, 4)})

A client notices nothing of it: what libvirt's own code makes of such answers is what a test sees.
`tests.hosts.disturbance` has what goes wrong with a message on the way. Calls that pass file
descriptors are more than it can do.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.hosts import wire
from tests.hosts.daemon import uri_at
from tests.hosts.disturbance import Disturbance
from tests.hosts.wire import Message

_CHUNK = 1 << 20


class Proxy:
    """Stands between clients and a daemon, from `start` to `stop`.

    With a `disturbance` something goes wrong with one message. `calls` are the calls that it
    answered by itself: function and arguments. `functions` are the numbers of all that clients
    called.
    """

    def __init__(self, daemon: Path, disturbance: Disturbance | None = None) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.functions: list[int] = []
        self._daemon = daemon
        self._disturbance = disturbance
        self._replacements: dict[bytes, bytes] = {}
        self._answers: dict[int, tuple[str, int, Callable[..., bytes]]] = {}
        #: The functions whose calls are held back, and these calls.
        self._held: set[int] = set()
        self._holding: list[tuple[socket.socket, threading.Lock, Message]] = []
        #: Held to look whether a call is held back, and to keep it, in one go.
        self._keeping = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._errors: list[Exception] = []

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen for clients."""
        self._root = Path(tempfile.mkdtemp(prefix="sv-proxy-"))
        door = socket.socket(socket.AF_UNIX)
        self._sockets.append(door)
        door.bind(str(self._root / "socket"))
        door.listen()
        self._run(self._accept, door)

    def stop(self) -> None:
        """Cut all connections; nothing of it remains. What went wrong in it comes out here."""
        for each in self._sockets:
            # Closing alone would not wake the thread that waits for it.
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in self._sockets:
            each.close()
        shutil.rmtree(self._root)
        for error in self._errors:
            raise error

    def uri(self, driver: str = "test", path: str = "/default") -> str:
        """The URI of one of the daemon's drivers, through this proxy."""
        return uri_at(self._root / "socket", driver, path)

    # What it does to the traffic ------------------------------------------------------------

    def replace(self, old: bytes, new: bytes) -> None:
        """Put other bytes, as many, in the place of some in all that the daemon says."""
        if len(old) != len(new):
            raise ValueError(f"{old!r} and {new!r} differ in length")
        self._replacements[old] = new

    def answer(self, function: str, letters: str = "", *values: Any) -> None:
        """Answer all calls of a function in place of the daemon."""
        self._script(function, wire.OK, lambda *_: wire.pack(letters, *values))

    def answer_by(self, function: str, make: Callable[..., bytes]) -> None:
        """Answer all calls of a function with what `make` packs for their arguments."""
        self._script(function, wire.OK, make)

    def refuse(self, function: str, code: int, message: str, domain: int = 0) -> None:
        """Answer all calls of a function with an error."""
        self._script(function, wire.ERROR, lambda *_: wire.error(code, message, domain))

    def hold(self, function: str) -> None:
        """Hold back all calls of a function: they hang until `release`."""
        self._held.add(wire.FUNCTIONS[function][0])

    @property
    def hanging(self) -> int:
        """How many calls are held back now."""
        return len(self._holding)

    def release(self) -> None:
        """Let the daemon have the calls that were held back, and hold none any more."""
        with self._keeping:
            self._held.clear()
            released, self._holding = self._holding, []
        for target, lock, message in released:
            with lock, contextlib.suppress(OSError):
                target.sendall(message.write())

    def _script(self, function: str, status: int, make: Callable[..., bytes]) -> None:
        number, _ = wire.FUNCTIONS[function]
        self._answers[number] = function, status, make

    # How it does it -------------------------------------------------------------------------

    def _run(self, target: Any, *arguments: Any) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = door.accept()
                daemon = socket.socket(socket.AF_UNIX)
                self._sockets += [client, daemon]
                daemon.connect(str(self._daemon))
                lock = threading.Lock()
                self._run(self._pass_on, client, daemon, lock, self._from_client)
                self._run(self._pass_on, daemon, client, lock, self._from_daemon)

    def _pass_on(
        self, source: socket.socket, target: socket.socket, lock: threading.Lock, change: Any
    ) -> None:
        """Pass on what comes until one of the two is gone; then the other goes, too."""
        try:
            self._relay(source, target, lock, change)
        except OSError:
            pass
        except Exception as error:  # noqa: BLE001 - `stop` raises it, and nobody waits for ever
            self._errors.append(error)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _relay(
        self, source: socket.socket, target: socket.socket, lock: threading.Lock, change: Any
    ) -> None:
        disturbance = self._disturbance
        if disturbance and disturbance.from_daemon != (change == self._from_daemon):
            disturbance = None
        rest = b""
        while data := source.recv(_CHUNK):
            messages, rest = wire.split(rest + data)
            for message in messages:
                passed, answered = change(message)
                if passed is not None and self._hold_back(passed, target, lock):
                    continue
                if answered is not None:
                    with lock:
                        source.sendall(answered.write())
                if passed is not None:
                    data = passed.write()
                    if disturbance:
                        data = disturbance.apply(data)
                    with lock:
                        target.sendall(data)

    def _hold_back(self, message: Message, target: socket.socket, lock: threading.Lock) -> bool:
        """Keep a call that is to hang; whether it is one."""
        is_call = message.program == wire.REMOTE and message.kind == wire.CALL
        with self._keeping:
            if not is_call or message.function not in self._held:
                return False
            self._holding.append((target, lock, message))
            return True

    def _from_client(self, message: Message) -> tuple[Message | None, Message | None]:
        """What the daemon gets, and what the client gets at once."""
        if message.program != wire.REMOTE or message.kind != wire.CALL:
            return message, None
        self.functions.append(message.function)
        if message.function not in self._answers:
            return message, None
        function, status, make = self._answers[message.function]
        arguments = wire.unpack(wire.FUNCTIONS[function][1], message.content)
        self.calls.append((function, *arguments))
        return None, message._replace(kind=wire.REPLY, status=status, content=make(*arguments))

    def _from_daemon(self, message: Message) -> tuple[Message | None, Message | None]:
        content = message.content
        for old, new in self._replacements.items():
            content = content.replace(old, new)
        return message._replace(content=content), None
