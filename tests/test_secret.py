"""Secrets of a real daemon."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt import Error, Secret, Virt
from tests.hosts.daemon import Daemon
from tests.secrets import described, for_volume


@pytest.fixture
def conn(daemon: Daemon) -> Iterator[Virt]:
    """A connection to the daemon's secrets, of which none is left."""
    with Virt(uri=daemon.uri("secret", "/session")) as connection:
        yield connection
        for secret in connection.list_all_secrets():
            secret.undefine()


@pytest.fixture
def secret(conn: Virt) -> Secret:
    """A secret for a volume, without a value."""
    return conn.define_secret(described(for_volume()))


def test_what_it_is(secret: Secret, conn: Virt) -> None:
    assert len(secret.get_uuid()) == 16
    assert secret.get_uuid().hex() == secret.get_uuid_string().replace("-", "")
    assert secret.get_usage_type() == Secret.USAGE_TYPE_VOLUME
    assert secret.get_usage_id() == "/disk.img"
    assert "<volume>/disk.img</volume>" in secret.get_xml_description()
    assert secret == conn.get_secret_by_usage(Secret.USAGE_TYPE_VOLUME, "/disk.img")
    assert repr(secret) == f"<sysvirt.Secret {secret.get_uuid_string()!r}>"


def test_a_secret_for_nothing(conn: Virt) -> None:
    # Perl raises here: for it -1 and 0 are the same.
    secret = conn.define_secret(described())
    assert secret.get_usage_type() == Secret.USAGE_TYPE_NONE == 0
    assert secret.get_usage_id() == ""


def test_no_value_is_none(secret: Secret) -> None:
    assert secret.get_value() is None


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_a_value_is_bytes(secret: Secret, form: type) -> None:
    secret.set_value(form(b"a\0b"))
    assert secret.get_value() == b"a\0b"
    secret.set_value(bytes=form(b"\xff"), flags=None)
    assert secret.get_value(None) == b"\xff"
    with pytest.raises(TypeError, match="bytes must be bytes, not str"):
        secret.set_value("sesame")  # type: ignore[arg-type]
    assert secret.get_value() == b"\xff"


def test_no_secret_is_an_error(secret: Secret) -> None:
    secret.undefine()
    with pytest.raises(Error) as caught:
        secret.get_value()
    assert caught.value.code() == Error.ERR_NO_SECRET


def test_a_private_value_is_an_error(conn: Virt) -> None:
    secret = conn.define_secret(described(private="yes"))
    secret.set_value(b"sesame")
    with pytest.raises(Error) as caught:
        secret.get_value()
    assert caught.value.code() == Error.ERR_INVALID_SECRET


def test_flags_reach_libvirt(secret: Secret) -> None:
    with pytest.raises(Error, match=r"unsupported flags \(0x8\) in function secretGetValue"):
        secret.get_value(8)
    with pytest.raises(Error, match=r"unsupported flags \(0x8\) in function secretSetValue"):
        secret.set_value(b"x", 8)


def test_a_closed_one_raises(secret: Secret) -> None:
    with Virt(uri=secret.connection.get_uri()) as other:
        closed = other.get_secret_by_uuid(secret.get_uuid())
    for call in (
        closed.get_usage_type,
        closed.get_usage_id,
        closed.get_value,
        closed.undefine,
        closed.get_uuid_string,
        lambda: closed.set_value(b"x"),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_INVALID_SECRET
    assert repr(closed) == "<sysvirt.Secret (closed)>"
