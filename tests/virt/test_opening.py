"""Opening in every form, closing, identity, conversion from libvirt-python and back."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from pathlib import Path
from typing import Any

import pytest

from sysvirt import AccessDeniedError, Domain, Error, NodeDevice, Sys, Virt
from tests.hosts.proxy import Proxy
from tests.hosts.wire import pack

URI = "test:///default"
AUTH_NODE = """
<node>
  <domain type='test'><name>fc4</name><memory>1</memory><os><type>hvm</type></os></domain>
  <auth><user password='123456'>bill</user></auth>
</node>
"""


@pytest.fixture
def guarded(tmp_path: Path) -> str:
    """A test driver that wants a user and a password."""
    node = tmp_path / "node.xml"
    node.write_text(AUTH_NODE)
    return f"test://{node}"


class Asked:
    """A credential callback that answers from a dict and keeps what it was asked."""

    def __init__(self, answers: dict[int, str], result: int | None = 0) -> None:
        self.answers = answers
        self.result = result
        self.credentials: list[Any] = []

    def __call__(self, credentials: list[Any]) -> int | None:
        self.credentials += [dict(credential) for credential in credentials]
        for credential in credentials:
            credential["result"] = self.answers.get(credential["type"], credential["result"])
        return self.result


CREDLIST = [Virt.CRED_AUTHNAME, Virt.CRED_PASSPHRASE]
RIGHT = {Virt.CRED_AUTHNAME: "bill", Virt.CRED_PASSPHRASE: "123456"}


@pytest.mark.parametrize("connect", [Sys.Virt.new, Sys.Virt, Virt])
def test_new_and_the_class_itself_open(connect: Any) -> None:
    for conn in (connect(uri=URI), connect(address=URI)):
        assert conn.get_uri() == URI
        assert type(conn) is Virt


def test_address_wins_over_uri() -> None:
    assert Virt(uri="test:///nowhere", address=URI).get_uri() == URI


def test_new_works_on_an_object_and_on_a_subclass() -> None:
    class Mine(Virt):
        pass

    assert type(Mine.new(uri=URI)) is Mine
    assert type(Mine(uri=URI).new(uri=URI)) is Mine


def test_none_is_as_good_as_nothing() -> None:
    # What a script hands on of an option that nobody gave is undef, and so None.
    nothing = {"address": None, "readonly": None, "auth": None, "credlist": None, "flags": None}
    dom = Virt(uri=URI, callback=None, **nothing).get_domain_by_name("test")
    dom.set_autostart(True)
    assert dom.get_autostart()


def test_a_readonly_connection_changes_nothing() -> None:
    for conn in (Virt(uri=URI, readonly=True), Virt(uri=URI, flags=Virt.CONNECT_RO)):
        with pytest.raises(Error) as caught:
            conn.get_domain_by_name("test").set_autostart(True)
        assert caught.value.code() == Error.ERR_OPERATIONED_DENIED


def test_credentials_are_asked_of_the_callback(guarded: str) -> None:
    asked = Asked(RIGHT)
    conn = Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=asked)
    assert conn.num_of_domains() == 1
    assert [sorted(credential) for credential in asked.credentials] == [
        ["challenge", "prompt", "result", "type"]
    ] * len(asked.credentials)
    assert {credential["type"] for credential in asked.credentials} == set(CREDLIST)
    assert all(isinstance(credential["prompt"], str) for credential in asked.credentials)


@pytest.mark.parametrize(
    "asked", [Asked({**RIGHT, Virt.CRED_PASSPHRASE: "wrong"}), Asked(RIGHT, result=-1)]
)
def test_a_wrong_password_and_giving_up_are_errors(guarded: str, asked: Asked) -> None:
    with pytest.raises(Error) as caught:
        Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=asked)
    assert caught.value.code() == Error.ERR_AUTH_FAILED
    assert isinstance(caught.value, AccessDeniedError)
    assert Virt(uri=URI).is_alive()


@pytest.mark.parametrize("readonly", [False, True])
def test_without_auth_nobody_is_asked(guarded: str, readonly: bool) -> None:
    asked = Asked(RIGHT)
    with pytest.raises(Error) as caught:
        Virt(uri=guarded, readonly=readonly, credlist=CREDLIST, callback=asked)
    assert asked.credentials == []
    # As Perl's: with empty credentials it would be that they are wrong.
    assert caught.value.code() == Error.ERR_INVALID_ARG


@pytest.mark.parametrize("error", [RuntimeError("mine"), KeyboardInterrupt()])
def test_what_the_callback_raises_comes_out(guarded: str, error: BaseException) -> None:
    def ask(_: object) -> int:
        raise error

    with pytest.raises(type(error)) as caught:
        Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=ask)
    assert caught.value is error
    assert isinstance(error.__cause__, Error)


def test_what_the_callback_raised_leaves_no_circle(guarded: str) -> None:
    class Local(Exception):
        pass

    def ask(_: object) -> int:
        raise Local

    def connect() -> weakref.ref[Local]:
        try:
            Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=ask)
        except Local as error:
            return weakref.ref(error)
        raise AssertionError

    gc.disable()
    try:
        assert connect()() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("answer", [7, b"bill"])
def test_an_answer_of_a_wrong_type_is_refused(guarded: str, answer: Any) -> None:
    with pytest.raises(TypeError, match="^result must be a str"):
        Virt(
            uri=guarded,
            auth=True,
            credlist=CREDLIST,
            callback=Asked({**RIGHT, Virt.CRED_AUTHNAME: answer}),
        )


class Yes:
    """A number of another library."""

    def __index__(self) -> int:
        return 5


@pytest.mark.parametrize("result", [0, 1, True, False, None, 2**31 - 1, Yes()])
def test_a_callback_that_returns_no_negative_number_has_answered(guarded: str, result: Any) -> None:
    # A sub of Perl's returns what its last line gives, and "return;" gives nothing.
    asked = Asked(RIGHT, result=result)
    with Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=asked) as conn:
        assert conn.num_of_domains() == 1
    assert len(asked.credentials) == 2


@pytest.mark.parametrize("result", [-1, -2, -(2**31)])
def test_a_negative_number_gives_up(guarded: str, result: int) -> None:
    asked = Asked(RIGHT, result=result)
    with pytest.raises(Error) as caught:
        Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=asked)
    assert caught.value.code() in (Error.ERR_AUTH_FAILED, Error.ERR_AUTH_CANCELLED)


@pytest.mark.parametrize(
    ("result", "error"),
    [("yes", TypeError), (1.0, TypeError), ([], TypeError), (2**31, ValueError)],
)
def test_a_callback_that_returns_something_else_is_refused(
    guarded: str, result: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match="^the result of callback must be"):
        Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=Asked(RIGHT, result=result))


# The test driver asks for one thing at a time.


def delete_result(credentials: list[Any]) -> int:
    del credentials[0]["result"]
    return 0


def empty(credentials: list[Any]) -> int:
    credentials.clear()
    return 0


def lengthen(credentials: list[Any]) -> int:
    credentials.append(dict(credentials[0]))
    return 0


def exchange(credentials: list[Any]) -> int:
    credentials[0] = "bill"
    return 0


@pytest.mark.parametrize(
    ("callback", "error", "message"),
    [
        (delete_result, ValueError, "callback must leave the key result in credential 0"),
        (empty, ValueError, "callback must leave the 1 credentials in their list, not 0"),
        (lengthen, ValueError, "callback must leave the 1 credentials in their list, not 2"),
        (exchange, TypeError, "credential 0 of callback must be a dict, not str"),
    ],
)
def test_a_callback_that_breaks_its_list_is_refused_by_name(
    guarded: str, callback: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        Virt(uri=guarded, auth=True, credlist=CREDLIST, callback=callback)


@pytest.mark.parametrize(
    ("arguments", "error", "name"),
    [
        ({"uri": 3}, TypeError, "uri"),
        ({"uri": "a\0b"}, ValueError, "uri"),
        ({"address": b"x"}, TypeError, "address"),
        ({"readonly": "yes"}, TypeError, "readonly"),
        ({"readonly": 2}, ValueError, "readonly"),
        ({"auth": "yes"}, TypeError, "auth"),
        ({"credlist": 3}, TypeError, "credlist"),
        ({"credlist": ["x"]}, TypeError, r"credlist\[0\]"),
        ({"callback": 3}, TypeError, "callback"),
        ({"auth": True, "credlist": [1]}, ValueError, "credlist"),
        ({"auth": True, "callback": print}, ValueError, "credlist"),
        ({"flags": "1"}, TypeError, "flags"),
        ({"flags": -1}, ValueError, "flags"),
        ({"addr": URI}, TypeError, "addr"),
    ],
)
def test_a_wrong_argument_is_named(arguments: dict[str, Any], error: type, name: str) -> None:
    with pytest.raises(error, match=name):
        Virt.new(**arguments)


@pytest.mark.parametrize("uri", ["nobody:///serves", "test:///no/such/file", "no uri at all"])
def test_a_uri_that_nobody_serves_is_an_error(uri: str, conn: Virt) -> None:
    with pytest.raises(Error):
        Virt(uri=uri)
    assert conn.is_alive()


def test_close_reaches_the_objects_too(conn: Virt) -> None:
    mine = Virt(uri=URI)
    dom = mine.get_domain_by_name("test")
    other = conn.get_domain_by_name("test")
    mine.close()
    for action in (dom.get_name, dom.get_info, dom.get_id, mine.get_hostname, mine.list_domains):
        with pytest.raises(Error) as caught:
            action()
        assert caught.value.code() in (Error.ERR_INVALID_DOMAIN, Error.ERR_INVALID_CONN)
    assert repr(mine) == "<sysvirt.Virt (closed)>"
    assert repr(dom) == "<sysvirt.Domain (closed)>"
    assert other.get_name() == "test"
    mine.close()


def test_close_lets_go_of_libvirt() -> None:
    mine = Virt(uri=URI)
    dom = mine.get_domain_by_name("test")
    handle = weakref.ref(mine.handle)
    mine.close()
    assert handle() is None
    assert dom.connection is mine


def test_with_closes() -> None:
    with Virt(uri=URI) as mine:
        assert mine.is_alive()
    with pytest.raises(Error):
        mine.is_alive()


def test_with_closes_after_an_exception_and_lets_it_through() -> None:
    mine = Virt(uri=URI)
    with pytest.raises(LookupError), mine:
        raise LookupError
    with pytest.raises(Error):
        mine.is_alive()


def test_a_close_of_one_connection_leaves_the_other(conn: Virt) -> None:
    other = Virt(uri="test:///default")
    other.close()
    assert conn.num_of_domains() == 1


def test_the_last_reference_closes() -> None:
    mine = Virt(uri=URI)
    handle = weakref.ref(mine.handle)
    dom = mine.get_domain_by_name("test")
    del mine
    assert dom.get_name() == "test"
    del dom
    gc.collect()
    assert handle() is None


def test_an_identity_has_its_own_keys_and_types(conn: Virt) -> None:
    with pytest.raises(ValueError, match="identity has an unknown key 'nick'"):
        conn.set_identity({"nick": "fred"})  # type: ignore[typeddict-unknown-key]
    with pytest.raises(TypeError, match=r"identity\['process-id'\] must be an int"):
        conn.set_identity({"process-id": "7"})  # type: ignore[typeddict-item]
    with pytest.raises(TypeError, match="identity must be a dict"):
        conn.set_identity(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickle.dumps])
def test_nothing_is_copied_or_pickled(conn: Virt, again: Any) -> None:
    for each in (conn, conn.get_domain_by_name("test"), conn.new_stream()):
        with pytest.raises(TypeError, match=f"pickle or copy a sysvirt.{type(each).__name__}$"):
            again(each)


def test_equality_is_of_the_thing_on_its_connection(conn: Virt) -> None:
    one, two = conn.get_domain_by_name("test"), conn.get_domain_by_id(1)
    assert one == two
    assert hash(one) == hash(two)
    assert len({one, two}) == 1
    assert one != Virt(uri=URI).get_domain_by_name("test")
    assert one != "test"
    assert conn == conn
    assert conn != Virt(uri=URI)


@pytest.mark.parametrize(
    ("function", "answer", "call"),
    [
        ("NODE_GET_FREE_MEMORY", ("L", 5), lambda conn: conn.get_node_free_memory),
        ("NODE_DEVICE_GET_PARENT", ("o", "x"), lambda conn: device(conn).get_parent),
        ("DOMAIN_GET_GUEST_VCPUS", ("P", {}), lambda conn: domain(conn).get_guest_vcpus),
        ("DOMAIN_MIGRATE_GET_MAX_SPEED", ("L", 5), lambda conn: domain(conn).migrate_get_max_speed),
        (
            "DOMAIN_MIGRATE_GET_MAX_DOWNTIME",
            ("L", 5),
            lambda conn: domain(conn).migrate_get_max_downtime,
        ),
        (
            "DOMAIN_MIGRATE_GET_COMPRESSION_CACHE",
            ("L", 5),
            lambda conn: domain(conn).migrate_get_compression_cache,
        ),
        ("DOMAIN_GET_GUEST_INFO", ("P", {}), lambda conn: domain(conn).get_guest_info),
        (
            "DOMAIN_BACKUP_GET_XML_DESC",
            ("s", "x"),
            lambda conn: domain(conn).backup_get_xml_description,
        ),
    ],
)
def test_a_call_keeps_what_it_uses_while_another_thread_closes(
    proxy: Proxy, function: str, answer: tuple[Any, ...], call: Any
) -> None:
    conn = Virt(uri=proxy.uri())
    method = call(conn)
    underneath = weakref.ref(method.__self__.handle)
    there: list[bool] = []

    def close(*_: object) -> bytes:
        # The call waits for this answer in another thread.
        conn.close()
        there.append(underneath() is not None)
        return pack(*answer)

    proxy.answer_by(function, close)
    method()
    assert there == [True]
    assert underneath() is None


def domain(conn: Virt) -> Domain:
    return conn.get_domain_by_name("test")


def device(conn: Virt) -> NodeDevice:
    return conn.get_node_device_by_name("computer")
