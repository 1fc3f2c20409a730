"""Jobs of running guests: what is told of them, and that they can be given up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from sysvirt import Domain, Error, Sys, Virt
from tests.hosts import Guest, Host, remove, wait_until

LIVE = Domain.MIGRATE_LIVE


class Migration(threading.Thread):
    """A migration so slow that something can be done meanwhile.

    Empty memory is sent quickly, but at 1 MiB a second 2 GiB of it still take five seconds.
    """

    GUEST_MEMORY = 2048

    def __init__(self, dom: Domain, there: Virt, flags: int) -> None:
        super().__init__()
        self.dom, self.there, self.flags = dom, there, flags
        self.moved: Domain | None = None
        self.error: Error | None = None

    def run(self) -> None:
        try:
            self.moved = self.dom.migrate(self.there, {"bandwidth": 1}, self.flags)
        except Error as error:
            self.error = error

    def under_way(self) -> None:
        """Wait until memory is being sent."""
        wait_until(lambda: self.dom.get_job_info()["memProcessed"] > 0, "memory is sent")

    def ended(self) -> None:
        self.join(60)
        assert not self.is_alive()


@pytest.fixture
def here(source: Host) -> Iterator[Virt]:
    with Sys.Virt.new(uri=source.uri) as conn:
        yield conn


@pytest.fixture
def there(target: Host) -> Iterator[Virt]:
    with Sys.Virt.new(uri=target.uri) as conn:
        yield conn


@pytest.fixture
def large(source: Host, here: Virt, there: Virt) -> Iterator[Domain]:
    """A guest that takes its time to migrate."""
    guest = Guest(name="large", kvm=source.kvm, memory=Migration.GUEST_MEMORY, balloon=False)
    yield here.create_domain(guest.xml())
    for conn in (here, there):
        remove(conn.handle, guest.name)


def test_no_job(host: Host, nullguest: Guest) -> None:
    with Sys.Virt.new(uri=host.uri) as conn:
        dom = conn.get_domain_by_name(nullguest.name)
        assert set(dom.get_job_info().values()) == {0}
        assert dom.get_job_stats() == (Domain.JOB_NONE, {})
        with pytest.raises(Error, match="no job is active"):
            dom.abort_job()


def test_a_job_that_has_ended(large: Domain, there: Virt) -> None:
    moved = large.migrate(there, {}, LIVE)
    kept = Domain.JOB_STATS_COMPLETED | Domain.JOB_STATS_KEEP_COMPLETED
    kind, stats = moved.get_job_stats(kept)
    assert kind == Domain.JOB_COMPLETED
    assert "type" not in stats
    assert stats[Domain.JOB_OPERATION] == Domain.JOB_OPERATION_MIGRATION_IN
    assert stats[Domain.JOB_TIME_ELAPSED] > 0
    assert stats[Domain.JOB_MEMORY_TOTAL] > Migration.GUEST_MEMORY * 2**20
    assert moved.get_job_stats(Domain.JOB_STATS_COMPLETED) == (kind, stats)
    # Told, it is forgotten.
    assert moved.get_job_stats(Domain.JOB_STATS_COMPLETED) == (Domain.JOB_NONE, {})


def test_a_migration_is_given_up(large: Domain, there: Virt) -> None:
    migration = Migration(large, there, LIVE)
    migration.start()
    migration.under_way()
    kind, stats = large.get_job_stats()
    info = large.get_job_info()
    assert kind == info["type"] == Domain.JOB_UNBOUNDED
    assert stats[Domain.JOB_OPERATION] == Domain.JOB_OPERATION_MIGRATION_OUT
    assert info["memTotal"] == info["dataTotal"] > Migration.GUEST_MEMORY * 2**20
    large.abort_job()
    migration.ended()
    assert migration.error is not None
    assert migration.error.code() == Error.ERR_OPERATION_ABORTED
    assert large.get_state()[0] == Domain.STATE_RUNNING
    with pytest.raises(Error, match="Domain not found"):
        there.get_domain_by_name("large")


def test_a_migration_goes_over_to_post_copy(large: Domain, there: Virt) -> None:
    migration = Migration(large, there, LIVE | Domain.MIGRATE_POSTCOPY)
    migration.start()
    migration.under_way()
    large.migrate_start_post_copy()
    migration.ended()
    assert migration.error is None
    moved = migration.moved
    assert moved is not None
    assert moved.connection is there
    assert moved.get_state()[0] == Domain.STATE_RUNNING
    _, stats = moved.get_job_stats(Domain.JOB_STATS_COMPLETED)
    print(stats)
    assert stats[Domain.JOB_MEMORY_POSTCOPY_REQS] == 1


def test_a_migrated_domain_lives_with_its_new_connection(large: Domain, target: Host) -> None:
    there = Sys.Virt.new(uri=target.uri)
    moved = large.migrate(there, {}, LIVE)
    assert moved.handle.connect() is there.handle
    assert moved.get_name() == "large"
    there.close()
    with pytest.raises(Error, match="invalid domain"):
        moved.get_name()
