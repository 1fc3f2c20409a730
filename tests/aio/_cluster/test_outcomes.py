"""What stands for things that stay where they are."""

from __future__ import annotations

import pickle

import attrs
import pytest

from sysvirt.aio.cluster import RemoteObject, WorkerLostError


def test_they_travel_and_compare() -> None:
    item = RemoteObject("Domain", "web", "1-2", "host1")
    assert pickle.loads(pickle.dumps(item)) == item
    assert len({item, attrs.evolve(item)}) == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        item.name = "other"  # type: ignore[misc]
    error = pickle.loads(pickle.dumps(WorkerLostError("gone")))
    assert (type(error), str(error)) == (WorkerLostError, "gone")
