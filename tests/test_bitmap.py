"""CPU maps: the same meaning as C's macros, which are asked themselves where they can be."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt import bitmap

MACROS = """
#include <string.h>
#include <libvirt/libvirt.h>
int maplen(int cpus) { return VIR_CPU_MAPLEN(cpus); }
int used(unsigned char *map, int cpu) { return !!VIR_CPU_USED(map, cpu); }
int usable(unsigned char *maps, int length, int vcpu, int cpu)
{ return !!VIR_CPU_USABLE(maps, length, vcpu, cpu); }
void use(unsigned char *map, int cpu) { VIR_USE_CPU(map, cpu); }
void unuse(unsigned char *map, int cpu) { VIR_UNUSE_CPU(map, cpu); }
void copy(unsigned char *maps, int length, int vcpu, unsigned char *map)
{ VIR_COPY_CPUMAP(maps, length, vcpu, map); }
"""

#: The module as one sees it who checks no types.
untyped: Any = bitmap

cpumaps = st.binary(min_size=1, max_size=40)
cpus = st.integers(0, 319)


@pytest.fixture(scope="session")
def macros(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The macros as functions."""
    compiler = shutil.which("cc")
    if compiler is None or not Path("/usr/include/libvirt/libvirt.h").exists():
        pytest.skip("a C compiler and libvirt's headers are needed")
    directory = tmp_path_factory.mktemp("macros")
    (directory / "macros.c").write_text(MACROS)
    command = [compiler, "-shared", "-fPIC", "-o", "macros.so", "macros.c"]
    subprocess.run(command, cwd=directory, check=True)
    return ctypes.CDLL(str(directory / "macros.so"))


# How long one takes says nothing on a busy machine.
@settings(deadline=None)
@given(number=st.integers(0, 100_000))
def test_the_length_of_a_map(macros: Any, number: int) -> None:
    assert bitmap.cpu_maplen(number) == macros.maplen(number)


@settings(deadline=None)
@given(cpumap=cpumaps, data=st.data())
def test_a_cpu_in_a_map(macros: Any, cpumap: bytes, data: st.DataObject) -> None:
    cpu = data.draw(st.integers(0, len(cpumap) * 8 - 1))
    assert bitmap.cpu_used(cpumap, cpu) is bool(macros.used(cpumap, cpu))
    for change, macro in ((bitmap.use_cpu, macros.use), (bitmap.unuse_cpu, macros.unuse)):
        ours = bytearray(cpumap)
        theirs = ctypes.create_string_buffer(cpumap, len(cpumap))
        change(ours, cpu)
        macro(theirs, cpu)
        assert bytes(ours) == theirs.raw


@settings(deadline=None)
@given(maps=st.lists(st.binary(min_size=3, max_size=3), min_size=1), data=st.data())
def test_a_map_among_maps(macros: Any, maps: list[bytes], data: st.DataObject) -> None:
    joined = b"".join(maps)
    vcpu = data.draw(st.integers(0, len(maps) - 1))
    cpu = data.draw(st.integers(0, 23))
    ours = bytearray()
    theirs = ctypes.create_string_buffer(3)
    bitmap.copy_cpumap(joined, 3, vcpu, ours)
    macros.copy(joined, 3, vcpu, theirs)
    assert bytes(ours) == theirs.raw == bitmap.get_cpumap(joined, 3, vcpu) == maps[vcpu]
    usable = bool(macros.usable(joined, 3, vcpu, cpu))
    assert bitmap.cpu_usable(joined, 3, vcpu, cpu) is usable


@settings(deadline=None)
@given(chosen=st.sets(cpus))
def test_packing_and_unpacking_are_opposites(chosen: set[int]) -> None:
    cpumap = bitmap.pack(chosen)
    assert bitmap.unpack(cpumap) == sorted(chosen)
    assert len(cpumap) == (max(chosen, default=-1) + 8) // 8
    wide = bitmap.pack(chosen, 320)
    assert len(wide) == 40
    assert wide.rstrip(b"\0") == cpumap
    assert {cpu for cpu in range(400) if bitmap.cpu_used(cpumap, cpu)} == chosen


@settings(deadline=None)
@given(cpumap=cpumaps)
def test_truth_values_say_the_same(cpumap: bytes) -> None:
    total = len(cpumap) * 8
    used = bitmap.to_bools(cpumap, total)
    assert [cpu for cpu in range(total) if used[cpu]] == bitmap.unpack(cpumap)
    assert bitmap.from_bools(used) == cpumap
    assert bitmap.to_bools(cpumap, 3) == used[:3]
    assert bitmap.to_bools(cpumap, total + 2) == (*used, False, False)


def test_a_map_is_written_in_rising_bits() -> None:
    assert bitmap.pack([0]) == b"\x01"
    assert bitmap.pack([7]) == b"\x80"
    assert bitmap.pack([8, 0]) == b"\x01\x01"
    assert bitmap.pack([]) == b""
    assert bitmap.pack([], 9) == b"\0\0"
    assert bitmap.from_bools([True] * 9) == b"\xff\x01"
    assert bitmap.from_bools([]) == b""
    assert bitmap.cpu_maplen(0) == 0
    assert bitmap.cpu_maplen(8) == 1
    assert bitmap.cpu_maplen(9) == 2


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_every_form_of_bytes_is_read(form: Any) -> None:
    cpumap = form(b"\x05\x80")
    assert bitmap.unpack(cpumap) == [0, 2, 15]
    assert bitmap.cpu_used(cpumap, 15) is True
    assert bitmap.cpu_used(cpumap, 16) is False
    assert bitmap.to_bools(cpumap, 3) == (True, False, True)
    assert bitmap.get_cpumap(cpumap, 1, 1) == b"\x80"


def test_what_is_beyond_a_map_is_refused() -> None:
    with pytest.raises(ValueError, match="cpus has 9, beyond a total of 9"):
        bitmap.pack([9], 9)
    with pytest.raises(ValueError, match="cpu 8 is beyond the end of cpumap"):
        bitmap.use_cpu(bytearray(1), 8)
    with pytest.raises(ValueError, match="cpu 8 is beyond the end of cpumap"):
        bitmap.unuse_cpu(bytearray(1), 8)
    for maps, length, vcpu in ((b"\1\2", 1, 2), (b"\1\2\3", 2, 1), (b"", 1, 0)):
        with pytest.raises(ValueError, match=f"vcpu {vcpu} has no map in cpumaps"):
            bitmap.get_cpumap(maps, length, vcpu)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: bitmap.cpu_maplen(-1), "cpus"),
        (lambda: bitmap.cpu_used(b"\1", -1), "cpu"),
        (lambda: bitmap.use_cpu(bytearray(1), -1), "cpu"),
        (lambda: bitmap.get_cpumap(b"\1", 1, -1), "vcpu"),
        (lambda: bitmap.get_cpumap(b"\1", -1, 0), "maplen"),
        (lambda: bitmap.pack([-1]), r"cpus\[0\]"),
        (lambda: bitmap.pack([0], -1), "total"),
        (lambda: bitmap.to_bools(b"\1", -1), "total"),
    ],
)
def test_a_negative_number_is_refused(call: Any, name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} must be between 0 and"):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: untyped.cpu_used("1", 0), "cpumap must be bytes, not str"),
        (lambda: untyped.cpu_used([1], 0), "cpumap must be bytes, not list"),
        (lambda: untyped.use_cpu(b"\1", 0), "cpumap must be a bytearray, not bytes"),
        (lambda: untyped.copy_cpumap(b"\1", 1, 0, b"\1"), "cpumap must be a bytearray, not bytes"),
        (lambda: untyped.get_cpumap("1", 1, 0), "cpumaps must be bytes, not str"),
        (lambda: untyped.pack("01"), "cpus must be a list, not str"),
        (lambda: untyped.pack(["1"]), r"cpus\[0\] must be an int, not str"),
        (lambda: untyped.unpack(5), "cpumap must be bytes, not int"),
    ],
)
def test_a_wrong_type_is_refused(call: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}$"):
        call()
