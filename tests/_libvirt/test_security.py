"""Security labels, read in C."""

from __future__ import annotations

from ctypes import c_void_p, cast
from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import security
from tests.fakes import Fake


def test_a_label_that_is_no_utf8_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(name: str, handle: int, row: Any) -> int:
        assert (name, handle) == ("virDomainGetSecurityLabel", 5)
        row._obj.label, row._obj.enforcing = b"system_u:\xff", 1
        return 0

    monkeypatch.setattr(security, "call", fill)
    assert security.get_label(Fake(c_pointer=lambda: 5)) == ("system_u:\udcff", 1)


def test_the_labels_of_a_list_are_read_and_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    label = security.SecurityLabelStruct
    labels = (label * 2)(label(b"a\xff", 1), label(b"b", 0))
    freed = []

    def fill(name: str, handle: int, rows: Any) -> int:
        assert (name, handle) == ("virDomainGetSecurityLabelList", 5)
        rows._obj.contents = labels[0]
        return 2

    monkeypatch.setattr(security, "call", fill)
    monkeypatch.setattr(security, "free", lambda rows: freed.append(cast(rows, c_void_p).value))
    found = security.get_labels(Fake(c_pointer=lambda: 5))
    assert found == [("a\udcff", 1), ("b", 0)]
    assert len(freed) == 1


def test_the_label_of_the_test_driver_is_read(dom: Domain) -> None:
    assert security.get_label(dom.handle) == ("libvirt-test", 1)


def test_a_refusal_raises(dom: Domain) -> None:
    with pytest.raises(Error) as caught:
        security.get_labels(dom.handle)
    assert caught.value.code() == Error.ERR_NO_SUPPORT
