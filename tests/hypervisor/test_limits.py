"""Limits of time and ``abort`` over TCP and TLS, in a network of the host's own."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, Virt
from tests.hosts import Guarded
from tests.patience import LONG


def open_both(guarded: Guarded, transport: str) -> tuple[Virt, Virt]:
    """Two connections to one host."""

    def answer(credentials: list[Any]) -> int:
        for each in credentials:
            is_name = each["type"] == Virt.CRED_AUTHNAME
            each["result"] = guarded.user if is_name else guarded.password
        return 0

    kinds = [Virt.CRED_AUTHNAME, Virt.CRED_PASSPHRASE]
    uri = guarded.tcp_uri if transport == "tcp" else guarded.tls_uri
    with guarded.host.network():
        one, other = (
            Virt(uri=uri, auth=True, credlist=kinds, callback=answer, time_limit=LONG)
            for _ in range(2)
        )
    return one, other


@pytest.mark.parametrize("transport", ["tcp", "tls"])
def test_one_connection_is_cut_and_the_other_stays(guarded: Guarded, transport: str) -> None:
    one, other = open_both(guarded, transport)
    with one.time_limit(LONG):
        assert one.get_type() == "QEMU"
    assert one.abort()
    with pytest.raises(Error) as caught:
        one.get_hostname()
    assert caught.value.code() == Error.ERR_SYSTEM_ERROR
    assert other.get_hostname() == "hosta"
    one.close()
    other.close()
