"""The kinds of errors: which code makes which, and that each is what users of Python expect."""

from __future__ import annotations

import contextlib
import copy
import errno
import os
import pickle
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import libvirt
import pytest

import sysvirt
from sysvirt import Domain, Error, Sys, Virt
from sysvirt._core import event_loop
from sysvirt.constants import ErrorConstants
from sysvirt.error import make_error
from sysvirt.error_kinds import DENIED_ERRNOS, KINDS, LOST_ERRNOS, LOST_WORDS
from tests.campaign import ROOT
from tests.hosts.daemon import Daemon
from tests.hosts.proxy import Proxy

#: By the name of each kind, Python's own exception that it is, too.
BUILT_INS: dict[str, type[Exception]] = {
    "NotFoundError": LookupError,
    "AccessDeniedError": PermissionError,
    "OperationTimeoutError": TimeoutError,
    "ConnectionLostError": ConnectionError,
}

#: The codes of libvirt's that make a plain ``Error``: what programs seldom tell apart, what nothing
#: raises any more, and what says too little.
PLAIN = """
OK INTERNAL_ERROR NO_MEMORY UNKNOWN_HOST INVALID_ARG OPERATION_FAILED GET_FAILED POST_FAILED
HTTP_ERROR SEXPR_SERIAL NO_XEN XEN_CALL OS_TYPE NO_KERNEL NO_ROOT NO_SOURCE NO_TARGET NO_NAME NO_OS
NO_DEVICE NO_XENSTORE DRIVER_FULL CALL_FAILED XML_ERROR OPEN_FAILED READ_FAILED PARSE_FAILED
CONF_SYNTAX WRITE_FAILED XML_DETAIL SYSTEM_ERROR RPC GNUTLS_ERROR INVALID_MAC MULTIPLE_INTERFACES
BUILD_FIREWALL MIGRATE_PERSIST_FAILED HOOK_SCRIPT_FAILED STORAGE_PROBE_FAILED SNAPSHOT_REVERT_RISKY
OPERATION_ABORTED MIGRATE_UNSAFE OVERFLOW SSH AGENT_UNRESPONSIVE RESOURCE_BUSY DBUS_SERVICE
CPU_INCOMPATIBLE INVALID_SCHEMA MIGRATE_FINISH_OK AGENT_UNSYNCED LIBSSH CHECKPOINT_INCONSISTENT
MULTIPLE_DOMAINS AGENT_COMMAND_FAILED INVALID_ENCR_KEY_SECRET
"""

#: By each code, its name without the beginning.
NAMES = {
    code: name.removeprefix("ERR_")
    for name, code in vars(ErrorConstants).items()
    if name.startswith("ERR_")
}

LONG = 30


def kind(name: str) -> type[Error]:
    """A kind by its name, as users find it."""
    found: type[Error] = getattr(sysvirt, name)
    return found


def sample(name: str) -> Error:
    """An error of a kind."""
    if name == "ConnectionLostError":
        return wire_error(Error.ERR_SYSTEM_ERROR, errno.ECONNRESET)
    return make_error(
        "virThis() failed", (KINDS[name][0], 20, b"so", 2, b"%s", b"so", None, -1, -1)
    )


def wire_error(code: int, number: int = -1, words: bytes | None = None) -> Error:
    """An error that comes from libvirt's client."""
    fields = (b"words", 2, b"%s", words, None, number, -1)
    return make_error("virThat() failed", (code, Error.FROM_RPC, *fields))


def caught(call: Callable[[], object]) -> Error:
    """What a call raises."""
    with pytest.raises(Error) as found:
        call()
    return found.value


# The table ------------------------------------------------------------------------------------


def test_every_code_of_libvirts_has_its_place() -> None:
    placed = [NAMES[code] for codes in KINDS.values() for code in codes]
    assert sorted([*placed, *PLAIN.split()]) == sorted(NAMES.values())


def test_the_installed_libvirt_has_no_code_without_a_place() -> None:
    theirs = {
        value
        for name, value in vars(libvirt).items()
        if name.startswith("VIR_ERR_") and name not in ("VIR_ERR_WARNING", "VIR_ERR_ERROR")
    }
    assert theirs <= set(NAMES)


@pytest.mark.parametrize("name", KINDS)
def test_a_code_makes_its_kind(name: str) -> None:
    for code in KINDS[name]:
        error = make_error("x", (code, Error.FROM_NONE, b"m", 2, None, None, None, -1, -1))
        assert type(error) is kind(name)
        assert error.code() == code


@pytest.mark.parametrize("name", PLAIN.split())
def test_any_other_code_makes_a_plain_error(name: str) -> None:
    code = getattr(Error, f"ERR_{name}")
    assert type(make_error("x", (code, 10, b"m", 2, None, None, None, 2, -1))) is Error


def test_all_of_err_no_that_mean_a_thing_that_is_not_there_are_not_found() -> None:
    names = "DOMAIN NETWORK STORAGE_POOL STORAGE_VOL NODE_DEVICE INTERFACE NWFILTER SECRET"
    names += " DOMAIN_SNAPSHOT DOMAIN_CHECKPOINT NWFILTER_BINDING NETWORK_PORT"
    codes = {getattr(Error, f"ERR_NO_{name}") for name in names.split()}
    assert codes <= set(KINDS["NotFoundError"])


def test_the_guide_has_the_same_table() -> None:
    """The table of `docs/errors.md`: a kind, what else it is, its codes without their beginning."""
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+Error)` \| (?:`(\w+)`)? ?\| (.*) \|$", page, re.MULTILINE)
    assert {name: built_in for name, built_in, _ in rows if built_in} == {
        name: cls.__name__ for name, cls in BUILT_INS.items()
    }
    assert {name: re.findall(r"`([A-Z_]+)`", codes) for name, _, codes in rows} == {
        name: [NAMES[code] for code in codes] for name, codes in KINDS.items()
    }


# What each kind is ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_public_and_an_error(name: str) -> None:
    cls = kind(name)
    assert cls.__name__ == cls.__qualname__ == name
    assert cls.__module__ == "sysvirt"
    assert getattr(Sys.Virt, name) is cls
    assert name in sysvirt.__all__
    assert issubclass(cls, (Error, libvirt.libvirtError))
    assert [each for each in BUILT_INS.values() if issubclass(cls, each)] == [
        each for of, each in BUILT_INS.items() if of == name
    ]


@pytest.mark.parametrize("name", KINDS)
def test_it_says_the_same_as_a_plain_error(name: str) -> None:
    error = sample(name)
    plain = Error(error.origin(), error._raw)
    assert type(error) is kind(name)
    assert (
        str(error)
        == str(plain)
        == f"libvirt error code: {plain.code()}, message: {plain.message()}\n"
    )
    assert repr(error) == repr(plain).replace("Error(", f"{name}(", 1)
    assert error.args == plain.args
    assert error.err == plain.err
    assert error.get_error_code() == plain.code()


@pytest.mark.parametrize("name", KINDS)
def test_a_traceback_says_its_name(name: str) -> None:
    error = sample(name)
    lines = traceback.format_exception_only(error)
    assert lines == [f"sysvirt.{name}: {error}\n"]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_pickled_whole(name: str, protocol: int) -> None:
    error = sample(name)
    error.add_note("in the cellar")
    error.tries = 3  # type: ignore[attr-defined]
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert (again.err, again.args, str(again)) == (error.err, error.args, str(error))


@pytest.mark.parametrize("name", KINDS)
def test_it_is_copied_whole(name: str) -> None:
    error = sample(name)
    error.add_note("in the cellar")
    for again in (copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert vars(again) == vars(error)
        assert repr(again) == repr(error)


@pytest.mark.parametrize("name", KINDS)
def test_it_is_caught_by_each_of_its_classes(name: str) -> None:
    wanted = [kind(name), Error, libvirt.libvirtError, Exception]
    wanted += [BUILT_INS[name]] if name in BUILT_INS else []
    if issubclass(kind(name), OSError):
        wanted.append(OSError)
    for cls in wanted:
        with pytest.raises(cls) as found:
            raise sample(name)
        assert type(found.value) is kind(name)
        with contextlib.suppress(cls):
            raise sample(name)


@pytest.mark.parametrize("name", KINDS)
def test_it_chains_and_goes_in_groups(name: str) -> None:
    first = ValueError("first")
    with pytest.raises(kind(name)) as found:
        raise sample(name) from first
    assert found.value.__cause__ is first
    group = ExceptionGroup("two", [sample(name), first])
    found_in_group: list[BaseException] = []
    try:
        raise group
    except* Error as errors:
        found_in_group += errors.exceptions
    except* ValueError:
        pass
    assert [type(each) for each in found_in_group] == [kind(name)]


class Mine(sysvirt.ConnectionLostError):
    """A user's own."""


def test_a_user_may_derive_a_class() -> None:
    error = Mine("virMine() failed", sample("ConnectionLostError")._raw)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is Mine
    assert again.errno == errno.ECONNRESET
    assert str(again) == str(sample("ConnectionLostError"))


def test_the_number_of_the_system_is_there_where_libvirt_tells_it() -> None:
    assert wire_error(Error.ERR_SYSTEM_ERROR, errno.EPIPE).errno == errno.EPIPE  # type: ignore[attr-defined]
    assert wire_error(Error.ERR_SYSTEM_ERROR, errno.EACCES).errno == errno.EACCES  # type: ignore[attr-defined]
    for name in ("AccessDeniedError", "OperationTimeoutError"):
        error: Any = sample(name)
        assert (error.errno, error.strerror, error.filename) == (None, None, None)


# What really comes ----------------------------------------------------------------------------


def test_what_is_not_there(conn: Virt, dom: Domain) -> None:
    for call in (
        lambda: conn.get_domain_by_name("nobody"),
        lambda: conn.get_network_by_name("nothing"),
        lambda: conn.get_interface_by_name("nothing"),
        lambda: conn.get_storage_pool_by_name("nothing"),
        lambda: conn.get_storage_volume_by_path("/nothing"),
        lambda: conn.get_node_device_by_name("nothing"),
        lambda: dom.get_snapshot_by_name("none"),
        lambda: dom.get_checkpoint_by_name("none"),
        lambda: dom.get_metadata(Domain.METADATA_ELEMENT, "urn:none"),
    ):
        assert type(caught(call)) is sysvirt.NotFoundError


def test_a_read_only_connection_refuses() -> None:
    with Virt(uri="test:///default", readonly=True) as conn:
        error = caught(conn.get_domain_by_name("test").destroy)
    assert type(error) is sysvirt.AccessDeniedError


def test_what_the_driver_or_the_release_lacks(dom: Domain) -> None:
    assert type(caught(dom.get_job_info)) is sysvirt.NotSupportedError
    assert type(Error.unsupported("x", "99.1.0", "9.0.0")) is sysvirt.NotSupportedError


def test_a_driver_that_nobody_has(daemon: Daemon) -> None:
    error = caught(lambda: Virt(uri=daemon.uri("nosuch")))
    assert error.code() == Error.ERR_NO_CONNECT
    assert type(error) is sysvirt.NotSupportedError


def test_what_runs_already_and_what_is_closed(conn: Virt, dom: Domain) -> None:
    net = conn.get_network_by_name("default")
    assert type(caught(net.create)) is sysvirt.InvalidStateError
    conn.close()
    for call in (conn.get_hostname, dom.get_name, net.get_name):
        assert type(caught(call)) is sysvirt.InvalidStateError


def test_what_wants_another_event_loop() -> None:
    assert type(event_loop.refuse_without_loop("x")) is sysvirt.InvalidStateError


def test_what_belongs_to_the_parent_process(conn: Virt) -> None:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(write, type(caught(conn.get_hostname)).__name__.encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read() == b"InvalidStateError"


def test_a_volume_whose_name_is_taken(daemon: Daemon) -> None:
    folder = daemon.root / "images"
    folder.mkdir()
    folder.chmod(0o777)
    xml = f"<pool type='dir'><name>kinds</name><target><path>{folder}</path></target></pool>"
    volume = "<volume><name>one.img</name><capacity>1024</capacity></volume>"
    with Virt(uri=daemon.uri("qemu", "/session")) as conn:
        pool = conn.create_storage_pool(xml)
        try:
            pool.create_volume(volume)
            assert type(caught(lambda: pool.create_volume(volume))) is sysvirt.AlreadyExistsError
        finally:
            pool.destroy()


def test_a_name_that_is_taken_mostly_has_a_code_that_says_no_more(conn: Virt, dom: Domain) -> None:
    xml = dom.get_xml_description().replace(dom.get_uuid_string(), "1" * 32)
    error = caught(lambda: conn.define_domain(xml))
    assert (type(error), error.code()) == (Error, Error.ERR_OPERATION_FAILED)


# The connection -------------------------------------------------------------------------------


def is_lost(error: Error) -> bool:
    return type(error) is sysvirt.ConnectionLostError


def test_there_is_no_daemon(daemon: Daemon) -> None:
    error: Any = caught(lambda: Virt(uri="test+unix:///default?socket=/nowhere/socket"))
    assert is_lost(error)
    assert error.errno == errno.ENOENT
    daemon.kill()
    error = caught(lambda: Virt(uri=daemon.uri()))
    assert is_lost(error)
    assert error.errno == errno.ECONNREFUSED


def test_the_daemon_is_killed_between_calls(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn:
        dom = conn.get_domain_by_name("test")
        daemon.kill()
        for _ in range(3):
            assert is_lost(caught(dom.get_info))
        assert is_lost(caught(conn.get_hostname))


def test_the_daemon_is_killed_during_calls(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn:
        daemon.signal(signal.SIGSTOP)
        errors: list[Error] = []

        def ask() -> None:
            errors.append(caught(conn.list_all_domains))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        daemon.kill()
        for thread in threads:
            thread.join(LONG)
        assert [is_lost(error) for error in errors] == [True] * 4
        assert is_lost(caught(conn.list_all_domains))


def test_keepalive_gives_up(daemon: Daemon) -> None:
    program = """
import sys, threading
from sysvirt import ConnectionLostError, Sys
Sys.Virt.Event.register_default()
def turn():
    while True:
        Sys.Virt.Event.run_default()
threading.Thread(target=turn, daemon=True).start()
conn = Sys.Virt.new(uri=sys.argv[1])
conn.set_keep_alive(1, 1)
print("ready", flush=True)
sys.stdin.readline()
for _ in range(2):
    try:
        conn.get_hostname()
    except ConnectionLostError as error:
        print(error.code())
"""
    with subprocess.Popen(
        [sys.executable, "-c", program, daemon.uri()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        daemon.signal(signal.SIGSTOP)
        out, _ = child.communicate("go\n", timeout=LONG)
    # libvirt says what it says in two ways, of which neither has a code of its own.
    assert out == "1\n1\n"


def test_it_was_aborted(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn:
        assert conn.abort()
        error: Any = caught(conn.get_hostname)
        assert is_lost(error)
        assert error.errno == errno.ECONNABORTED
        assert (error.code(), error.domain()) == (Error.ERR_SYSTEM_ERROR, Error.FROM_RPC)


def test_a_stream_whose_daemon_died(daemon: Daemon) -> None:
    folder = daemon.root / "images"
    folder.mkdir()
    folder.chmod(0o777)
    xml = f"<pool type='dir'><name>kinds</name><target><path>{folder}</path></target></pool>"
    with Virt(uri=daemon.uri("qemu", "/session")) as conn:
        pool = conn.create_storage_pool(xml)
        vol = pool.create_volume("<volume><name>one.img</name><capacity>4096</capacity></volume>")
        stream = conn.new_stream()
        vol.upload(stream, 0, 4096)
        daemon.kill()

        def send() -> None:
            while True:
                stream.send(b"x", 1)

        assert is_lost(caught(send))
        assert is_lost(caught(stream.finish))


def test_a_socket_that_may_not_be_used() -> None:
    locked = Path(tempfile.mkdtemp(prefix="sv-kinds-"))
    try:
        locked.chmod(0)
        if os.getuid() == 0:
            error = as_nobody(f"test+unix:///default?socket={locked}/socket")
        else:
            failure: Any = caught(lambda: Virt(uri=f"test+unix:///default?socket={locked}/socket"))
            error = f"{type(failure).__name__} {failure.errno}"
    finally:
        locked.chmod(0o700)
        shutil.rmtree(locked)
    assert error == f"AccessDeniedError {errno.EACCES}"


def as_nobody(uri: str) -> str:
    """What an ordinary user gets who opens a connection."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setuid(65534)
            failure: Any = caught(lambda: Virt(uri=uri))
            os.write(write, f"{type(failure).__name__} {failure.errno}".encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        return pipe.read()


def test_a_name_that_has_no_address_is_no_lost_connection() -> None:
    error = caught(lambda: Virt(uri="test+tcp://nowhere.invalid/default"))
    assert (type(error), error.code()) == (Error, Error.ERR_SYSTEM_ERROR)
    assert error.domain() == Error.FROM_RPC


def test_arguments_that_are_too_large_are_no_lost_connection(daemon: Daemon) -> None:
    with Virt(uri=daemon.uri()) as conn:
        error = caught(lambda: conn.get_domain_by_name("x" * 5_000_000))
        assert (type(error), error.domain()) == (Error, Error.FROM_RPC)
        assert conn.is_alive()
        assert conn.get_hostname()


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        (Error.ERR_INTERNAL_ERROR, "nparams too large", "Error"),
        (Error.ERR_RPC, "Unexpected message status 7", "Error"),
        # An older daemon has not got it; libvirt's client changes the code.
        (Error.ERR_RPC, "unknown procedure: 6", "NotSupportedError"),
        (Error.ERR_AUTH_FAILED, "authentication failed", "AccessDeniedError"),
    ],
)
def test_a_refusal_of_the_daemons_own_is_no_lost_connection(
    far: Virt, proxy: Proxy, code: int, words: str, name: str
) -> None:
    proxy.refuse("NODE_GET_INFO", code, words, Error.FROM_RPC)
    error = caught(far.get_node_info)
    assert (type(error).__name__, error.domain()) == (name, Error.FROM_RPC)
    assert far.is_alive()


@pytest.mark.parametrize("number", sorted(LOST_ERRNOS))
def test_what_says_that_the_socket_is_gone(number: int) -> None:
    assert is_lost(wire_error(Error.ERR_SYSTEM_ERROR, number))
    # A file of the hypervisor's may have the same trouble.
    fields = (Error.ERR_SYSTEM_ERROR, Error.FROM_STORAGE, b"x", 2, None, None, None, number, -1)
    assert type(make_error("x", fields)) is Error


def test_what_else_a_socket_may_say() -> None:
    for number in DENIED_ERRNOS:
        assert type(wire_error(Error.ERR_SYSTEM_ERROR, number)) is sysvirt.AccessDeniedError
    for number in (errno.EMFILE, errno.ENOMEM, -1, 0):
        assert type(wire_error(Error.ERR_SYSTEM_ERROR, number)) is Error
    for words in LOST_WORDS:
        assert is_lost(wire_error(Error.ERR_INTERNAL_ERROR, words=words.encode()))
    assert type(wire_error(Error.ERR_INTERNAL_ERROR, words=b"keepalive interval")) is Error
    assert type(wire_error(Error.ERR_INTERNAL_ERROR, words=None)) is Error


def test_libvirts_words_are_known_in_any_language(daemon: Daemon, tmp_path: Path) -> None:
    localedef = shutil.which("localedef")
    if localedef is None or not Path("/usr/share/i18n/locales/en_US").exists():
        pytest.skip("there is no localedef, or no locale to be made by it")
    made = [localedef, "-i", "en_US", "-f", "UTF-8", str(tmp_path / "xx_XX.UTF-8")]
    subprocess.run(made, check=True, capture_output=True)
    catalogue = tmp_path / "xx" / "LC_MESSAGES" / "libvirt.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(translations({"client socket is closed": "la prise est fermée"}))
    program = """
import locale, sys
from sysvirt import Error, Sys
locale.setlocale(locale.LC_ALL, "")
conn = Sys.Virt.new(uri=sys.argv[1])
locale.bindtextdomain("libvirt", sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(2):
    try:
        conn.get_hostname()
    except Error as error:
        last = error
print(type(last).__name__, last.str2())
"""
    language = {"LOCPATH": str(tmp_path), "LC_ALL": "xx_XX.UTF-8", "LANGUAGE": "xx"}
    with subprocess.Popen(
        [sys.executable, "-c", program, daemon.uri(), tmp_path],
        cwd=ROOT,
        env={**os.environ, **language},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        daemon.kill()
        out, _ = child.communicate("go\n", timeout=LONG)
    assert out == "ConnectionLostError la prise est fermée\n"


def translations(words: dict[str, str]) -> bytes:
    """A catalogue of translations, as the C library reads it."""
    rows = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **words}.items())
    columns = [[text.encode() + b"\0" for text in column] for column in zip(*rows, strict=True)]
    head, place = b"", 28 + 16 * len(rows)
    for column in columns:
        for text in column:
            head += struct.pack("<2I", len(text) - 1, place)
            place += len(text)
    numbers = (0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return struct.pack("<7I", *numbers) + head + b"".join(b"".join(each) for each in columns)
