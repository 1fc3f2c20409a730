"""Hostile scripts beside a real libvirtd of the tests' own, whose calls are counted."""

from __future__ import annotations

import pytest

from tests.hosts.proxy import Proxy
from tests.port.check import hostile, rooms

SCRIPTS = [
    *(("perl", text) for text in hostile.PERL.values()),
    *(("perl", text) for text in hostile.PERL_COMMANDS.values()),
    *(("perl", text) for text in hostile.PERL_KERNEL.values()),
    *(("python", text) for text in hostile.PYTHON.values()),
    *(("python", text) for text in hostile.PYTHON_COMMANDS.values()),
]


@pytest.fixture(autouse=True)
def _perl() -> None:
    rooms.need_perl()


@pytest.mark.parametrize("commands", [False, True])
def test_no_client_has_connected(proxy: Proxy, *, commands: bool) -> None:
    for kind, text in SCRIPTS:
        rooms.run(kind, text, proxy.uri(), rooms.ALL, commands=commands)
        assert list(proxy.functions) == [], text


@pytest.mark.parametrize("kind", ["perl", "python"])
def test_without_the_guard_the_daemon_has_a_client(proxy: Proxy, kind: str) -> None:
    text = {"perl": hostile.PERL, "python": hostile.PYTHON}[kind]["hard_coded"]
    rooms.run(kind, text, proxy.uri(), rooms.NONE)
    # The function that opens a connection has the number 1.
    assert 1 in proxy.functions
