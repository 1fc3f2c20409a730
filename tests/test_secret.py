"""Secrets: what Python makes of libvirt's answers.

The test driver has none; the parity cases play with those of a real host.
"""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, Secret, Virt
from sysvirt._core import binding
from tests.fakes import Fake


def error(code: int) -> Error:
    """An error as libvirt makes them."""
    return Error._restore((code, 30, "…", 2, None, None, None, 0, 0), "virSecret…")


def kept(conn: Virt, value: bytes | Error, description: Error | None = None) -> Secret:
    """A secret whose value libvirt gives, or refuses to give."""

    def answer(what: bytes | Error | None) -> bytes | None:
        if isinstance(what, Error):
            raise what
        return what

    handle = Fake(
        value=lambda flags: answer(value) if not flags else b"flags %d" % flags,
        XMLDesc=lambda _: answer(description),
        usageType=lambda: Secret.USAGE_TYPE_NONE,
        usageID=lambda: "/disk.img",
    )
    return Secret(conn, handle)


def closed(conn: Virt) -> Secret:
    """A secret that refers to nothing."""
    shell = object.__new__(binding.virSecret)
    vars(shell).update(_o=None, _conn=None)
    return Secret(conn, shell)


def test_a_value_is_bytes(conn: Virt) -> None:
    secret = kept(conn, b"a\0b")
    assert secret.get_value() == b"a\0b"
    assert secret.get_value(3) == b"flags 3"


def test_no_value_is_none(conn: Virt) -> None:
    assert kept(conn, error(Error.ERR_NO_SECRET)).get_value() is None


def test_no_secret_is_an_error(conn: Virt) -> None:
    gone = error(Error.ERR_NO_SECRET)
    with pytest.raises(Error) as caught:
        kept(conn, gone, gone).get_value()
    assert caught.value.code() == Error.ERR_NO_SECRET


def test_a_private_value_is_an_error(conn: Virt) -> None:
    with pytest.raises(Error) as caught:
        kept(conn, error(Error.ERR_INVALID_SECRET)).get_value()
    assert caught.value.code() == Error.ERR_INVALID_SECRET


def test_a_value_is_set_from_anything_like_bytes(conn: Virt) -> None:
    calls: list[Any] = []
    secret = Secret(conn, Fake(setValue=lambda *arguments: calls.append(arguments)))
    secret.set_value(b"a\0b")
    secret.set_value(bytearray(b"c"))
    secret.set_value(bytes=memoryview(b"d"), flags=1)
    assert calls == [(b"a\0b", 0), (b"c", 0), (b"d", 1)]
    with pytest.raises(TypeError, match="bytes must be bytes, not str"):
        secret.set_value("sesame")  # type: ignore[arg-type]


def test_what_a_secret_is_for(conn: Virt) -> None:
    secret = kept(conn, b"")
    assert secret.get_usage_type() == Secret.USAGE_TYPE_NONE == 0
    assert secret.get_usage_id() == "/disk.img"


def test_a_failure_is_no_answer(conn: Virt) -> None:
    secret = closed(conn)
    for call in (
        secret.get_usage_type,
        secret.get_usage_id,
        secret.get_value,
        secret.undefine,
        secret.get_uuid_string,
        lambda: secret.set_value(b"x"),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_INVALID_SECRET
    assert repr(secret) == "<sysvirt.Secret (closed)>"
