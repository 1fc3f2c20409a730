"""Jobs of running guests: what is told of them, and that they can be given up."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from sysvirt import Domain, Error, Sys, Virt
from tests.hosts import Guest, Host, Pair, busy_kernel, remove, wait_until_busy
from tests.hypervisor.endless import Endless

LIVE = Domain.MIGRATE_LIVE


@pytest.fixture
def made(source: Host, here: Virt, there: Virt) -> Iterator[Guest]:
    """A guest to migrate; wherever it goes, it is removed."""
    guest = Guest(name="goer", kvm=source.kvm, balloon=False)
    yield guest
    for conn in (here, there):
        remove(conn.handle, guest.name)


@pytest.fixture
def guest(made: Guest, here: Virt) -> Domain:
    return here.create_domain(made.xml())


@pytest.fixture
def busy(made: Guest, here: Virt, pair: Pair) -> Domain:
    """A guest that writes its memory faster than a migration can follow."""
    image = busy_kernel(pair.shared / "busy")
    dom = here.create_domain(attrs.evolve(made, image=image).xml())
    wait_until_busy(dom.handle)
    return dom


def test_no_job(guest: Domain) -> None:
    assert set(guest.get_job_info().values()) == {0}
    assert guest.get_job_stats() == (Domain.JOB_NONE, {})
    with pytest.raises(Error, match="no job is active"):
        guest.abort_job()


def test_a_job_that_has_ended(guest: Domain, there: Virt) -> None:
    moved = guest.migrate(there, {}, LIVE)
    kept = Domain.JOB_STATS_COMPLETED | Domain.JOB_STATS_KEEP_COMPLETED
    kind, stats = moved.get_job_stats(kept)
    assert kind == Domain.JOB_COMPLETED
    assert "type" not in stats
    assert stats[Domain.JOB_OPERATION] == Domain.JOB_OPERATION_MIGRATION_IN
    assert stats[Domain.JOB_TIME_ELAPSED] > 0
    assert stats[Domain.JOB_MEMORY_TOTAL] > 64 * 2**20
    assert moved.get_job_stats(Domain.JOB_STATS_COMPLETED) == (kind, stats)
    # Told, it is forgotten.
    assert moved.get_job_stats(Domain.JOB_STATS_COMPLETED) == (Domain.JOB_NONE, {})


def test_a_migration_is_aborted(busy: Domain, made: Guest, there: Virt) -> None:
    migration = Endless(busy, there, LIVE)
    kind, stats = busy.get_job_stats()
    info = busy.get_job_info()
    busy.abort_job()
    migration.ended()
    assert kind == info["type"] == Domain.JOB_UNBOUNDED
    assert stats[Domain.JOB_OPERATION] == Domain.JOB_OPERATION_MIGRATION_OUT
    assert info["memTotal"] == info["dataTotal"] > made.memory * 2**20
    assert migration.error is not None
    assert migration.error.code() == Error.ERR_OPERATION_ABORTED
    assert busy.get_state()[0] == Domain.STATE_RUNNING
    with pytest.raises(Error, match="Domain not found"):
        there.get_domain_by_name("goer")


def test_a_migration_goes_over_to_post_copy(busy: Domain, there: Virt) -> None:
    migration = Endless(busy, there, LIVE | Domain.MIGRATE_POSTCOPY)
    busy.migrate_start_post_copy()
    migration.ended()
    assert migration.error is None
    assert migration.moved is not None
    assert migration.moved.get_state()[0] == Domain.STATE_RUNNING


def test_a_migrated_domain_lives_with_its_new_connection(guest: Domain, target: Host) -> None:
    there = Sys.Virt.new(uri=target.uri)
    moved = guest.migrate(there, {}, LIVE)
    assert moved.connection is there
    # libvirt-python gives it the connection that it came from.
    assert moved.handle.connect() is there.handle
    there.close()
    with pytest.raises(Error, match="invalid domain"):
        moved.get_name()
    assert guest.connection.get_type() == "QEMU"
