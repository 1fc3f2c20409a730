"""``Error``: complete, picklable, libvirt-python's own kind, made in the failing thread."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import threading
from ctypes import byref, c_int

import libvirt
import pytest

from sysvirt import Domain, Error, NotFoundError, Sys, Virt
from sysvirt._libvirt.functions import call, pointer
from sysvirt._libvirt.parameters import Row


def failure(conn: Virt, name: str = "nobody") -> Error:
    with pytest.raises(Error) as caught:
        conn.get_domain_by_name(name)
    return caught.value


def test_it_has_all_that_libvirt_knows(conn: Virt) -> None:
    error = failure(conn)
    assert error.code() == Error.ERR_NO_DOMAIN == 42
    assert error.domain() == Error.FROM_TEST == 12
    assert error.level() == Error.LEVEL_ERROR == 2
    assert error.message() == "Domain not found"
    assert error.str1() == "Domain not found"
    assert error.str2() is None
    assert error.str3() is None
    assert (error.int1(), error.int2()) == (-1, -1)
    assert error.origin() == "virDomainLookupByName() failed"


def test_the_level_is_not_the_code(conn: Virt) -> None:
    assert failure(conn).level() != failure(conn).code()


def test_as_text_it_reads_as_in_perl(conn: Virt) -> None:
    error = failure(conn)
    assert str(error) == error.stringify() == "libvirt error code: 42, message: Domain not found\n"


def test_a_message_that_ends_in_a_newline_gets_no_second_one() -> None:
    error = Error("x", (1, 2, b"why\n", 2, None, None, None, 0, 0))
    assert str(error) == "libvirt error code: 1, message: why\n"


def test_repr_names_the_fields(conn: Virt) -> None:
    fields = "(code=42, domain=12, level=2, message='Domain not found')"
    assert repr(failure(conn)) == "NotFoundError" + fields


def test_it_is_pickled_whole(conn: Virt) -> None:
    error = failure(conn)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) is NotFoundError
    assert again.err == error.err
    assert again.origin() == error.origin()
    assert str(again) == str(error)


def test_what_others_added_to_it_is_pickled_and_copied_too(conn: Virt) -> None:
    error = failure(conn)
    error.add_note("while the cellar was swept")
    error.retried = 3  # type: ignore[attr-defined]
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert vars(again) == vars(error)
        assert again.args == error.args == ("Domain not found",)


def test_it_has_the_arguments_of_libvirt_pythons_own(conn: Virt) -> None:
    handle = libvirt.open("test:///default")
    with pytest.raises(libvirt.libvirtError) as caught:
        handle.lookupByName("nobody")
    assert failure(conn).args == caught.value.args
    handle.close()


def test_a_message_that_is_no_utf8_is_whole(dom: Domain) -> None:
    rows = (Row * 32)()
    with pytest.raises(Error) as caught:
        call(
            "virDomainGetBlockIoTune", pointer(dom.handle), b"/disk\xff", rows, byref(c_int(32)), 0
        )
    assert caught.value.code() == Error.ERR_INVALID_ARG
    assert "/disk\udcff" in caught.value.message()
    assert caught.value.str2() is not None
    assert caught.value.message().endswith(caught.value.str2() or "nothing")
    assert caught.value.str1() in ("invalid argument: %s", "invalid argument: %1$s")
    assert (caught.value.level(), caught.value.int1()) == (Error.LEVEL_ERROR, -1)
    assert pickle.loads(pickle.dumps(caught.value)).err == caught.value.err


def test_a_handler_of_libvirt_pythons_is_called_when_it_is_registered_after_the_import() -> None:
    program = """
from sysvirt import Error, Sys
import libvirt
calls = []
libvirt.registerErrorHandler(lambda *what: calls.append(what), "mine")
try:
    Sys.Virt.new(uri="test:///default").get_domain_by_name("nobody")
except Error as error:
    print(calls == [("mine", error.err)])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_code_for_libvirt_python_catches_it(conn: Virt) -> None:
    with pytest.raises(libvirt.libvirtError) as caught:
        conn.get_domain_by_name("nobody")
    assert caught.value.get_error_code() == libvirt.VIR_ERR_NO_DOMAIN


def test_libvirt_python_itself_is_left_alone() -> None:
    handle = libvirt.open("test:///default")
    with pytest.raises(libvirt.libvirtError) as caught:
        handle.lookupByName("nobody")
    assert type(caught.value) is libvirt.libvirtError
    handle.close()


def test_each_thread_gets_its_own_error(conn: Virt) -> None:
    names = [f"nobody{number}" for number in range(8)]
    uuids = [f"6695eb01-f6a4-8304-79aa-97f2502e194{number}" for number in range(8)]
    wrong: list[str] = []

    def look(number: int) -> None:
        for _ in range(200):
            try:
                if number % 2:
                    conn.get_domain_by_name(names[number])
                else:
                    conn.get_storage_pool_by_uuid(uuids[number])
            except Error as error:
                wanted = Error.ERR_NO_DOMAIN if number % 2 else Error.ERR_NO_STORAGE_POOL
                if error.code() != wanted:
                    wrong.append(repr(error))

    threads = [threading.Thread(target=look, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_failure_without_a_reason_is_an_unknown_problem() -> None:
    libvirt.virResetLastError()
    error = Error("virNothing() failed")
    assert (error.code(), error.domain(), error.level()) == (0, 0, 0)
    assert error.message() == "Unknown problem"
    assert error.origin() == "virNothing() failed"


def test_what_libvirt_is_too_old_for_names_the_release_that_is_needed() -> None:
    error = Error.unsupported("someday", "99.1.0", "9.0.0")
    assert error.message().endswith("someday needs libvirt 99.1.0, here is 9.0.0")
    assert error.code() == Error.ERR_NO_SUPPORT
    assert error.level() == Error.LEVEL_ERROR
    assert error.origin() == "someday"


def test_nothing_is_printed_to_stderr() -> None:
    script = (
        "from sysvirt import Sys\n"
        "try: Sys.Virt.new(uri='test:///default').get_domain_by_name('nobody')\n"
        "except Sys.Virt.Error: print('caught')\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("caught\n", "")


def test_sys_virt_error_is_the_same_class() -> None:
    assert Sys.Virt.Error is Error
