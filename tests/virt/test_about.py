"""What a connection says about itself."""

from __future__ import annotations

from typing import Any

import libvirt
import pytest

from sysvirt import Error, Sys, Virt
from tests.hosts.proxy import Proxy


def parts(source: Any) -> int:
    """The three parts of a version as one number again."""
    major, minor, micro = (
        source.get_major_version(),
        source.get_minor_version(),
        source.get_micro_version(),
    )
    return int(major * 1000000 + minor * 1000 + micro)


def test_the_class_knows_the_library_and_the_object_the_hypervisor(conn: Virt) -> None:
    library = libvirt.getVersion()
    assert Sys.Virt.get_version() == parts(Sys.Virt) == library
    assert conn.get_version() == parts(conn) == 2
    assert conn.get_library_version() == library


def test_each_part_of_the_hypervisors_version(far: Virt, proxy: Proxy) -> None:
    proxy.answer("CONNECT_GET_VERSION", "L", 8002013)
    found = far.get_major_version(), far.get_minor_version(), far.get_micro_version()
    assert found == (8, 2, 13)
    assert far.get_version() == parts(far) == 8002013
    assert Sys.Virt.get_version() == libvirt.getVersion()


def test_a_version_that_nobody_knows_is_an_error(far: Virt, proxy: Proxy) -> None:
    proxy.refuse("CONNECT_GET_VERSION", Error.ERR_INTERNAL_ERROR, "no version")
    for part in ("", "major_", "minor_", "micro_"):
        with pytest.raises(Error, match="no version"):
            getattr(far, f"get_{part}version")()


def test_the_module_has_the_version_of_the_original() -> None:
    assert tuple(map(int, Sys.Virt.VERSION.split("."))) == (12, 7, 0)


def test_it_says_what_it_is(conn: Virt) -> None:
    assert conn.get_type() == "TEST"
    assert conn.get_uri() == "test:///default"
    assert conn.get_max_vcpus("test") == conn.get_max_vcpus(None) == 32
    assert conn.get_capabilities().startswith("<capabilities>")
    assert (conn.is_alive(), conn.is_secure(), conn.is_encrypted()) == (True, True, False)
    assert conn.get_node_security_model() == {"model": "testSecurity", "doi": ""}
