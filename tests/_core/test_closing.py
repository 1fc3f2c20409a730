"""What stands for a closed object: it refuses every use, and says why."""

from __future__ import annotations

import inspect
from typing import Any

import libvirt
import pytest

from sysvirt import Error
from sysvirt._core.binding import CLASSES
from sysvirt._core.closing import closed

#: What libvirt itself says to NULL in place of an object.
CODES = {
    "virConnect": Error.ERR_INVALID_CONN,
    "virDomain": Error.ERR_INVALID_DOMAIN,
    "virDomainCheckpoint": Error.ERR_INVALID_DOMAIN_CHECKPOINT,
    "virDomainSnapshot": Error.ERR_INVALID_DOMAIN_SNAPSHOT,
    "virInterface": Error.ERR_INVALID_INTERFACE,
    "virNWFilter": Error.ERR_INVALID_NWFILTER,
    "virNWFilterBinding": Error.ERR_INVALID_NWFILTER_BINDING,
    "virNetwork": Error.ERR_INVALID_NETWORK,
    "virNetworkPort": Error.ERR_INVALID_NETWORK_PORT,
    "virNodeDevice": Error.ERR_INVALID_NODE_DEVICE,
    "virSecret": Error.ERR_INVALID_SECRET,
    "virStoragePool": Error.ERR_INVALID_STORAGE_POOL,
    "virStorageVol": Error.ERR_INVALID_STORAGE_VOL,
    "virStream": Error.ERR_INVALID_STREAM,
}


#: Methods of libvirt-python's that don't call C, or not as long as there is nothing to do.
WITHOUT_C = (
    "connect",
    "domain",
    "domainEventDeregister",
    "getConnect",
    "getDomain",
    "network",
)


def test_every_kind_is_tried() -> None:
    assert set(CODES) == set(CLASSES)


@pytest.mark.parametrize("kind", CODES)
def test_a_closed_object_refuses_with_libvirts_words_and_the_reason(kind: str) -> None:
    with pytest.raises(Error, match="[iI]nvalid .*: the connection is closed\n$") as caught:
        _ = closed(kind)._o
    error = caught.value
    assert error.code() == CODES[kind]
    assert " in " not in error.message()
    assert error.level() == Error.LEVEL_ERROR
    assert error.origin() == "close()"


@pytest.mark.parametrize("kind", CODES)
def test_no_method_of_a_closed_object_reaches_c(kind: str) -> None:
    # C's functions crash on NULL here and there: a crash would end the tests.
    item = closed(kind)
    tried = 0
    for name, method in inspect.getmembers(getattr(libvirt, kind), inspect.isfunction):
        if name.startswith("_") or name in WITHOUT_C:
            continue
        required = [
            each
            for each in list(inspect.signature(method).parameters.values())[1:]
            if each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD
        ]
        # What is no object where one is wanted fails before C, too.
        with pytest.raises((Error, AttributeError, TypeError)):
            getattr(item, name)(*[None for _ in required])
        tried += 1
    assert tried >= 1


@pytest.mark.parametrize("kind", CODES)
def test_one_object_stands_for_all_of_a_kind_and_a_reason(kind: str) -> None:
    assert closed(kind) is closed(kind)
    other = closed(kind, "it went away")
    assert other is not closed(kind)
    with pytest.raises(Error, match=": it went away\n$"):
        _ = other._o
    assert isinstance(other, getattr(libvirt, kind))


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("virDomain", "connect"),
        ("virDomainSnapshot", "connect"),
        ("virDomainSnapshot", "domain"),
        ("virDomainCheckpoint", "domain"),
        ("virNetworkPort", "network"),
        ("virStream", "connect"),
    ],
)
def test_the_owner_of_a_closed_object_is_closed(kind: str, owner: str) -> None:
    above: Any = getattr(closed(kind), owner)()
    with pytest.raises(Error, match="the connection is closed"):
        _ = above._o
