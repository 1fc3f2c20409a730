"""libvirt-python's classes, made to raise ``Error``: what a debugger shows is what runs."""

from __future__ import annotations

import inspect
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from ctypes import c_char_p, c_int, c_uint, c_void_p
from pathlib import Path
from types import FunctionType
from typing import Any

import libvirt
import pytest

from sysvirt import Domain, Error, Network, Virt
from sysvirt._core import binding, forms
from sysvirt._libvirt.functions import library
from tests.hosts.daemon import Daemon
from tests.loop import descriptors

KINDS = sorted(binding.CLASSES)


def lines_of(call: Callable[[], object]) -> set[tuple[str, int]]:
    """The lines that run in a call, as a debugger sees them."""
    seen = set()

    def trace(frame: Any, _event: str, _value: object) -> Any:
        seen.add((frame.f_code.co_filename, frame.f_lineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return seen


@pytest.mark.parametrize(
    ("cls", "name"),
    [
        (Domain, "get_name"),
        (Domain, "get_uuid_string"),
        (Domain, "get_max_memory"),
        (Domain, "get_info"),
        (Domain, "get_state"),
        (Domain, "get_hostname"),
        (Network, "get_name"),
        (Virt, "get_hostname"),
        (Virt, "num_of_domains"),
        (Virt, "list_all_domains"),
    ],
)
def test_the_source_of_a_method_is_what_runs(conn: Virt, cls: type[Any], name: str) -> None:
    method = getattr(cls, name)
    source, first = inspect.getsourcelines(method)
    file = inspect.getsourcefile(method)
    owner = {Virt: conn, Domain: conn.get_domain_by_name("test")}.get(cls)
    owner = owner or conn.get_network_by_name("default")

    def call() -> None:
        # The test driver has no host names of domains.
        with suppress(Error):
            getattr(owner, name)()

    assert source[0].strip().startswith(f"def {name}(self")
    assert {line for where, line in lines_of(call) if where == file} & set(
        range(first + 1, first + len(source))
    )


#: What sorts the arguments of an older form stands before these.
IN_TWO_FORMS = {"migrate", "migrate_to_uri", "migrate_to_uri2"}


def test_every_public_method_is_a_plain_function_with_its_source() -> None:
    seen = 0
    for cls in {Virt, *(each for each in vars(Virt).values() if isinstance(each, type))}:
        for name, found in inspect.getmembers(cls, inspect.isfunction):
            if name.startswith("_") or not found.__module__.startswith("sysvirt"):
                continue
            seen += 1
            written = found
            if name in IN_TWO_FORMS:
                written = found.__wrapped__  # type: ignore[attr-defined]
                assert found.__code__.co_filename == forms.__file__
            assert type(written) is FunctionType
            assert f"def {written.__name__}(" in inspect.getsource(written)
            assert written.__code__.co_name == written.__name__
            assert not hasattr(written, "__wrapped__")
    assert seen > 440


@pytest.mark.parametrize("kind", KINDS)
def test_a_class_of_ours_runs_libvirt_pythons_code(kind: str) -> None:
    own, theirs = binding.CLASSES[kind], getattr(libvirt, kind)
    assert own.__mro__[1] is theirs
    functions = {name for name, each in vars(theirs).items() if inspect.isfunction(each)}
    # What frees an object is ours: see sysvirt._libvirt.finalizers.
    functions.remove("__del__")
    assert functions <= set(vars(own))
    for name in functions:
        assert getattr(own, name).__code__ is getattr(theirs, name).__code__
        assert getattr(own, name).__defaults__ == getattr(theirs, name).__defaults__


def test_the_libvirt_module_stays_as_it_is() -> None:
    with pytest.raises(libvirt.libvirtError) as caught:
        libvirt.open("test:///nowhere")
    assert type(caught.value) is libvirt.libvirtError
    assert type(libvirt.open("test:///default")) is libvirt.virConnect


def test_what_our_objects_make_is_of_our_classes(conn: Virt, dom: Domain) -> None:
    handle = conn.handle
    assert type(handle) is binding.virConnect
    for each in (handle.lookupByName("test"), *handle.listAllDomains(), dom.handle):
        assert type(each) is binding.virDomain
    with pytest.raises(Error):
        handle.lookupByName("nobody")


@pytest.mark.parametrize("name", ["get_name", "get_max_memory", "get_max_vcpus", "get_os_type"])
def test_each_way_to_fail_raises(conn: Virt, name: str) -> None:
    shell: Any = object.__new__(binding.virDomain)
    shell._o = shell._conn = None
    with pytest.raises(Error, match="invalid domain pointer in virDomain") as caught:
        getattr(Domain(conn, shell), name)()
    assert caught.value.origin().endswith("() failed")


# Texts that aren't UTF-8 ---------------------------------------------------------------------


@pytest.fixture
def title(dom: Domain) -> bytes:
    """The title of the domain: libvirt takes any bytes, libvirt-python can't decode these."""
    text = b"title \xff"
    set_metadata = library().virDomainSetMetadata
    set_metadata.argtypes = [c_void_p, c_int, c_char_p, c_char_p, c_char_p, c_uint]
    assert set_metadata(dom.handle.c_pointer(), Domain.METADATA_TITLE, text, None, None, 0) == 0
    return text


def test_a_text_that_is_no_utf8_is_whole(dom: Domain, title: bytes) -> None:
    found = dom.get_metadata(Domain.METADATA_TITLE)
    assert found.encode("utf-8", "surrogateescape") == title
    xml = dom.get_xml_description().encode("utf-8", "surrogateescape")
    assert b"<title>" + title + b"</title>" in xml
    with pytest.raises(UnicodeDecodeError):
        libvirt.virDomain.XMLDesc(dom.handle)


def test_a_failure_of_such_a_call_raises(dom: Domain, title: bytes) -> None:
    assert title
    with pytest.raises(Error, match="unsupported flags") as caught:
        dom.get_xml_description(1 << 20)
    assert caught.value.origin() == "virDomainGetXMLDesc() failed"


def test_an_opening_that_is_interrupted_leaves_nothing_open(daemon: Daemon) -> None:
    """The handler of a signal that came while the daemon hung runs when the opening is done."""
    before, there = descriptors(), sockets()
    over = threading.Event()

    def disturb() -> None:
        # With its socket the opening has come to libvirt, where it hangs.
        while sockets() <= there and not over.is_set():
            time.sleep(0.01)
        signal.raise_signal(signal.SIGUSR1)
        daemon.signal(signal.SIGCONT)

    def interrupt(_number: int, _frame: object) -> None:
        raise Interruption

    former = signal.signal(signal.SIGUSR1, interrupt)
    daemon.signal(signal.SIGSTOP)
    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        with pytest.raises(Interruption):
            Virt(uri=daemon.uri())
    finally:
        over.set()
        thread.join()
        signal.signal(signal.SIGUSR1, former)
    assert descriptors() <= before


def sockets() -> set[str]:
    """The sockets that the process has open."""
    found: set[str] = set()
    for each in Path("/proc/self/fd").iterdir():
        # The one that lists them is closed meanwhile.
        with suppress(OSError):
            found.add(str(each.readlink()))
    return {link for link in found if link.startswith("socket:")}


class Interruption(BaseException):
    """What a handler raises."""
