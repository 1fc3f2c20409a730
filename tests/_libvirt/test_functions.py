"""The way to libvirt's C functions."""

from __future__ import annotations

import ctypes
import gc
import weakref

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import functions
from sysvirt._libvirt.prototypes import PROTOTYPES
from tests.loop import alone


def test_a_function_has_the_types_of_its_prototype() -> None:
    found = functions.function("virDomainPinVcpu")
    assert found.restype is ctypes.c_int
    pointer = ctypes.c_void_p
    assert found.argtypes == [pointer, ctypes.c_uint, pointer, ctypes.c_int]
    assert functions.function("virDomainPinVcpu") is found


def test_what_has_no_prototype_can_not_be_called() -> None:
    assert "virDomainCreate" not in PROTOTYPES
    with pytest.raises(KeyError, match="virDomainCreate"):
        functions.function("virDomainCreate")


def test_an_argument_of_a_wrong_type_does_not_reach_c(dom: Domain) -> None:
    with pytest.raises(ctypes.ArgumentError):
        functions.call("virDomainPinVcpu", functions.pointer(dom.handle), "0", b"\1", 1)


def test_a_result_below_zero_is_an_error(dom: Domain) -> None:
    address = functions.pointer(dom.handle)
    assert functions.call("virDomainPinVcpu", address, 0, b"\1", 1) == 0
    with pytest.raises(Error) as caught:
        functions.call("virDomainPinVcpu", address, 99, b"\1", 1)
    assert caught.value.origin() == "virDomainPinVcpu() failed"
    assert caught.value.code() == Error.ERR_INVALID_ARG


def test_null_in_place_of_an_object_is_libvirts_to_refuse() -> None:
    with pytest.raises(Error) as caught:
        functions.call("virDomainPinVcpu", None, 0, b"\1", 1)
    assert caught.value.code() == Error.ERR_INVALID_DOMAIN


def test_a_closed_object_has_no_pointer(dom: Domain) -> None:
    assert functions.pointer(dom.handle) != 0
    dom.connection.close()
    with pytest.raises(Error, match="the connection is closed"):
        functions.pointer(dom.handle)


def test_what_is_kept_for_ever_is_never_freed() -> None:
    class Thing:
        pass

    kept, other = Thing(), Thing()
    left = weakref.ref(kept), weakref.ref(other)
    functions.keep_for_ever(kept)
    del kept, other
    gc.collect()
    assert left[0]() is not None
    assert left[1]() is None


def test_the_library_is_the_one_of_libvirt_python() -> None:
    # Another one would have another last error, and other connections.
    done = alone("""
        import os, re
        from sysvirt._libvirt.functions import library
        library()
        maps = open("/proc/self/maps").read()
        print(len(set(re.findall(r"\\S*libvirt\\.so\\S*", maps))))
    """)
    assert done.stdout == "1\n", done.stderr
