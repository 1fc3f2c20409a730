"""A socket of the test's own that counts who connects, and never answers."""

from __future__ import annotations

import os
import selectors
import shutil
import socket
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class Listener:
    """Listens at a path until the end of the block."""

    def __enter__(self) -> Self:
        self.root = Path(tempfile.mkdtemp(prefix="sv-listen-"))
        self.root.chmod(0o755)
        self.path = self.root / "sock"
        self._count = 0
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(self.path))
        self.path.chmod(0o777)
        self._door.listen(50)
        self._wake, self._woken = os.pipe()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.count()
        shutil.rmtree(self.root)

    def _serve(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._door, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select()}
                if self._door in ready:
                    self._door.accept()[0].close()
                    self._count += 1
                elif self._wake in ready:
                    return

    def count(self) -> int:
        """Stop listening; how many have connected."""
        if self._thread.is_alive():
            os.write(self._woken, b"x")
            self._thread.join()
            self._door.close()
            os.close(self._wake)
            os.close(self._woken)
        return self._count

    @property
    def uri(self) -> str:
        """A URI that leads here."""
        return f"test+unix:///default?socket={self.path}"
