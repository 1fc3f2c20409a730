"""A migration that goes on until something is done about it."""

from __future__ import annotations

import threading

from sysvirt import Domain, Error, Virt
from tests.hosts import wait_until
from tests.patience import LONG


class Endless(threading.Thread):
    """Its guest is one that never stops writing its memory (`tests.hosts.busy_kernel`)."""

    def __init__(self, dom: Domain, there: Virt, flags: int = Domain.MIGRATE_LIVE) -> None:
        super().__init__()
        self.uri, self.guest = dom.connection.get_uri(), dom.get_name()
        self.there, self.flags = there, flags
        self.moved: Domain | None = None
        self.error: Error | None = None
        self.start()
        wait_until(lambda: dom.get_job_info()["memProcessed"] > 0, "memory is sent")

    def run(self) -> None:
        # Before 10.4, libvirt's client may miss a second thread's call on one connection.
        with Virt(uri=self.uri) as conn:
            dom = conn.get_domain_by_name(self.guest)
            try:
                self.moved = dom.migrate(self.there, {"bandwidth": 1}, self.flags)
            except Error as error:
                self.error = error

    def ended(self) -> None:
        """Wait for its end."""
        self.join(LONG)
        assert not self.is_alive()
