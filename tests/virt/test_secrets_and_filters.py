"""Secrets and network filters of a connection: what is asked of libvirt, and what comes back.

The test driver has neither; the parity cases play with those of a real host.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sysvirt import Error, NWFilter, NWFilterBinding, Secret, Virt
from tests.fakes import Fake

SOME = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"


class Recorder:
    """A connection of libvirt-python's that notes what it was asked for."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        def called(*arguments: Any) -> Any:
            self.calls.append((name, *arguments))
            if name in ("listSecrets", "listNWFilters"):
                return ["one", "two", "three"]
            if name.startswith("list"):
                return [Fake(at=1), Fake(at=2)]
            return 5 if name.startswith("num") else Fake()

        return called


@pytest.fixture
def recorder(conn: Virt, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """What stands in the connection of libvirt-python."""
    recorder = Recorder()
    monkeypatch.setattr(conn, "_handle", recorder)
    return recorder


ASKED: list[tuple[str, tuple[Any, ...], Any, tuple[Any, ...]]] = [
    ("define_secret", ("<secret/>",), Secret, ("secretDefineXML", "<secret/>", 0)),
    ("define_secret", ("<secret/>", 1), Secret, ("secretDefineXML", "<secret/>", 1)),
    ("list_secrets", (), [Secret], ("listAllSecrets", 0)),
    ("list_all_secrets", (), [Secret], ("listAllSecrets", 0)),
    ("list_all_secrets", (Secret.LIST_PRIVATE,), [Secret], ("listAllSecrets", 4)),
    ("list_secret_uuids", (2,), ["one", "two"], ("listSecrets",)),
    ("list_secret_uuids", (9,), ["one", "two", "three"], ("listSecrets",)),
    ("get_secret_by_uuid", (SOME,), Secret, ("secretLookupByUUIDString", SOME)),
    ("get_secret_by_uuid", (b"x" * 16,), Secret, ("secretLookupByUUID", b"x" * 16)),
    ("get_secret_by_uuid", (UUID(SOME),), Secret, ("secretLookupByUUID", UUID(SOME).bytes)),
    ("get_secret_by_usage", (1, "/x"), Secret, ("secretLookupByUsage", 1, "/x")),
    ("define_nwfilter", ("<filter/>",), NWFilter, ("nwfilterDefineXML", "<filter/>")),
    ("define_nwfilter", ("<filter/>", 1), NWFilter, ("nwfilterDefineXMLFlags", "<filter/>", 1)),
    (
        "create_nwfilter_binding",
        ("<filterbinding/>", NWFilterBinding.CREATE_VALIDATE),
        NWFilterBinding,
        ("nwfilterBindingCreateXML", "<filterbinding/>", 1),
    ),
    ("list_nwfilters", (), [NWFilter], ("listAllNWFilters", 0)),
    ("list_all_nwfilters", (3,), [NWFilter], ("listAllNWFilters", 3)),
    ("list_nwfilter_names", (1,), ["one"], ("listNWFilters",)),
    ("list_all_nwfilter_bindings", (3,), [NWFilterBinding], ("listAllNWFilterBindings", 3)),
    ("get_nwfilter_by_name", ("x",), NWFilter, ("nwfilterLookupByName", "x")),
    ("get_nwfilter_by_uuid", (SOME,), NWFilter, ("nwfilterLookupByUUIDString", SOME)),
    ("get_nwfilter_by_uuid", (b"x" * 16,), NWFilter, ("nwfilterLookupByUUID", b"x" * 16)),
    (
        "get_nwfilter_binding_by_port_dev",
        ("vnet0",),
        NWFilterBinding,
        ("nwfilterBindingLookupByPortDev", "vnet0"),
    ),
]


@pytest.mark.parametrize(("method", "arguments", "answer", "asked"), ASKED)
def test_what_is_asked_and_answered(
    conn: Virt,
    recorder: Recorder,
    method: str,
    arguments: tuple[Any, ...],
    answer: Any,
    asked: tuple[Any, ...],
) -> None:
    found: Any = getattr(conn, method)(*arguments)
    assert recorder.calls == [asked]
    if isinstance(answer, type):
        assert [type(found), found._conn] == [answer, conn]
    elif isinstance(answer, list) and isinstance(answer[0], type):
        assert [type(each) for each in found] == answer * 2
        assert [each._handle.at for each in found] == [1, 2]
    else:
        assert found == answer


@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        ("define_secret", (None,), "xml"),
        ("define_secret", ("<secret/>", "1"), "flags"),
        ("list_secret_uuids", (None,), "maxuuids"),
        ("get_secret_by_uuid", (None,), "uuid"),
        ("get_secret_by_usage", (None, "x"), "usageType"),
        ("get_secret_by_usage", (1, None), "usageID"),
        ("define_nwfilter", (None,), "xml"),
        ("create_nwfilter_binding", (None,), "xml"),
        ("list_nwfilter_names", (None,), "maxnames"),
        ("get_nwfilter_by_name", (None,), "name"),
        ("get_nwfilter_by_uuid", (5,), "uuid"),
        ("get_nwfilter_binding_by_port_dev", (None,), "name"),
    ],
)
def test_wrong_arguments_never_reach_libvirt(
    conn: Virt, recorder: Recorder, method: str, arguments: Any, name: str
) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be"):
        getattr(conn, method)(*arguments)
    assert recorder.calls == []


@pytest.mark.parametrize("method", ["list_secret_uuids", "list_nwfilter_names"])
def test_a_bound_is_a_count(conn: Virt, method: str) -> None:
    with pytest.raises(ValueError, match="must be between 0"):
        getattr(conn, method)(-1)


def test_the_test_driver_has_neither(conn: Virt) -> None:
    for call in (conn.list_secrets, conn.list_nwfilters, conn.list_all_nwfilter_bindings):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT
