"""Every method on a read-only connection; wrong passwords and certificates; and no secret shows.

On a read-only connection nothing changes, whatever is called. A host refuses wrong passwords, users
and certificates, and answers of a callback that make no sense. What is secret, a password or
a value, stands in no text of an error, no traceback, no ``repr`` and no log.
"""

from __future__ import annotations

import gc
import logging
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reference.data import read_methods
from sysvirt import Error, Virt
from tests import secrets
from tests.campaign import often
from tests.hosts import Guarded, guarded, programs
from tests.hosts.daemon import Daemon
from tests.reference.test_bad_input import LEFT_OUT, plain, scene
from tests.torture.child import in_process
from tests.torture.result import SLACK, Result

RELY = (
    "A read-only connection changes nothing. Wrong credentials end with `Error`, in time. What is "
    "secret is in no message, traceback, `repr` or log of sysvirt's."
)

URI = "test:///default"
SECRET = "aBc-48Xy-secret"
LIMIT = 60.0
#: Methods that end or make connections, and what only frees.
NO_CALLS = {"close", "abort", "time_limit", *LEFT_OUT}


def attack(_seed: int) -> Result:
    """All of it; nothing here is left to chance."""
    result = Result()
    for _ in range(often(1, 5)):
        result.add(in_process(look_only, URI))
    with Daemon() as daemon:
        for _ in range(often(1, 5)):
            result.add(in_process(look_only, daemon.uri()))
            result.add(
                in_process(fail_with_secrets, daemon.uri("secret", "/session"), daemon.uri())
            )
    if missing := programs.missing([*programs.HOST, *programs.GUARDED]):
        result.lacking.append(f"wrong passwords and certificates: need {', '.join(missing)}")
    else:
        result.add(in_process(knock, often(1, 20), patience=900))
    return result


# Read-only -----------------------------------------------------------------------------------


def look_only(uri: str) -> Result:
    """In a process of its own: call every method, and hold the world before and after together."""
    result = Result()
    denied: set[str] = set()
    os.chdir(tempfile.mkdtemp(prefix="sv-refusals-"))
    with Virt(uri=uri) as owner, Virt(uri=uri, readonly=True) as conn:
        scene(owner, {})
        before = _world(owner)
        objects = _find(conn)
        for (package, name), method in read_methods().items():
            if method.kind != "method" or package not in objects or name in NO_CALLS:
                continue
            given = [plain(each, objects) for each in method.params if each.required]
            with result.watch(f"{package}::{name}", Error, TypeError, ValueError, most=LIMIT):
                try:
                    getattr(objects[package], name)(*given)
                except Error as error:
                    if error.code() == Error.ERR_OPERATIONED_DENIED:
                        denied.add(name)
                    raise
            result.tries += 1
            now = _world(owner)
            result.check(now == before, f"{package}::{name} changed something")
            before = now
    result.check(len(denied) > 50, f"no more than {len(denied)} methods are denied")
    result.figures["methods denied on a read-only connection"] = str(len(denied))
    return result


def _find(conn: Virt) -> dict[str, Any]:
    """What a read-only connection finds."""
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    return {
        "Sys::Virt": conn,
        "Sys::Virt::Domain": dom,
        "Sys::Virt::DomainSnapshot": dom.list_all_snapshots()[0],
        "Sys::Virt::Network": conn.get_network_by_name("default"),
        "Sys::Virt::StoragePool": pool,
        "Sys::Virt::StorageVol": pool.list_all_volumes()[0],
        "Sys::Virt::Interface": conn.get_interface_by_name("eth1"),
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
        "Sys::Virt::DomainCheckpoint": conn.get_domain_by_name("o").list_all_checkpoints()[0],
    }


def _world(conn: Virt) -> list[Any]:
    """All that the driver has."""
    doms = conn.list_all_domains()
    pools = conn.list_all_storage_pools()
    things: list[Any] = [*doms, *pools, *conn.list_all_networks(), *conn.list_all_interfaces()]
    found: list[Any] = [
        sorted((each.get_name(), each.is_active(), each.get_xml_description()) for each in things)
    ]
    found += [sorted((each.get_name(), each.get_state()) for each in doms)]
    found += [sorted(snap.get_name() for dom in doms for snap in dom.list_all_snapshots())]
    found += [sorted(each.get_name() for each in pool.list_all_volumes()) for pool in pools]
    return found


# Secrets -------------------------------------------------------------------------------------


class Witness(logging.Handler):
    """All that was logged, and what went to standard error."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _watching(result: Result) -> Iterator[None]:
    """No secret goes to a log or to standard error meanwhile."""
    witness = Witness()
    logging.getLogger().addHandler(witness)
    logging.getLogger().setLevel(logging.DEBUG)
    with tempfile.TemporaryFile() as file:
        before = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(before, 2)
            os.close(before)
        file.seek(0)
        said = file.read().decode(errors="replace") + "\n".join(witness.lines)
    result.check(SECRET not in said, f"a secret was logged: {said}")


def _refuse(result: Result, what: str, call: Callable[[], object]) -> None:
    """A call is refused, and nothing of that shows the secret."""
    result.tries += 1
    with result.watch(what, most=LIMIT + SLACK):
        try:
            call()
        except (Error, TypeError, ValueError) as error:
            shown = "".join([*traceback.format_exception(error), str(error), repr(error)])
            shown += repr(getattr(error, "__dict__", {}))
            result.check(SECRET not in shown, f"{what}: a secret shows in {shown}")
        else:
            result.fault(f"{what}: isn't refused")


def fail_with_secrets(store: str, uri: str) -> Result:
    """In a process of its own: calls that have a secret, and fail."""
    result = Result()
    with (
        Virt(uri=store) as conn,
        Virt(uri=uri) as far,
        Virt(uri=store, readonly=True) as looking,
        Virt(uri=uri, readonly=True) as viewing,
    ):
        xml = secrets.described("<usage type='ceph'><name>torture</name></usage>")
        secret = conn.define_secret(xml)
        secret.set_value(SECRET.encode())
        seen = looking.get_secret_by_uuid(secret.get_uuid())
        dom, viewed = far.get_domain_by_name("test"), viewing.get_domain_by_name("test")
        numbers: list[Any] = [SECRET, [SECRET], {SECRET: 1}, object()]
        calls: list[tuple[str, Callable[[], object]]] = [
            ("a value that is a text", partial(secret.set_value, SECRET)),  # type: ignore[arg-type]
            ("read-only, a value", partial(seen.set_value, SECRET.encode())),
            ("read-only, get the value", seen.get_value),
            ("flags", partial(secret.set_value, SECRET.encode(), 1 << 20)),
            ("a user's password", partial(viewed.set_user_password, "root", SECRET)),
            ("a password with NUL", partial(dom.set_user_password, "root", f"{SECRET}\0")),
            ("a password in bytes", partial(dom.set_user_password, "root", SECRET.encode())),  # type: ignore[arg-type]
            ("a password with flags", partial(dom.set_user_password, "root", SECRET, 2**40)),
        ]
        calls += [(f"{type(each)}", partial(dom.set_memory, each)) for each in numbers]
        with _watching(result):
            for what, call in calls:
                _refuse(result, what, call)
        for thing in (secret, seen, conn, looking, dom):
            result.check(SECRET not in repr(thing), f"repr of {type(thing)}")
        result.check(SECRET.encode() == secret.get_value(), "the value is another one")
        secret.undefine()
    return result


# Passwords and certificates ------------------------------------------------------------------


def knock(number: int) -> Result:
    """In a process of its own: wrong credentials, and the right ones in between."""
    result = Result()
    with guarded(password=SECRET) as door:
        for _ in range(number):
            with _watching(result):
                _knock(result, door)
            gc.collect()
    return result


def _knock(result: Result, door: Guarded) -> None:
    wrong = f"not-{SECRET}"
    answers: dict[str, Callable[[list[Any]], Any]] = {
        "a wrong password": lambda asked: _fill(asked, door.user, wrong),
        "a wrong user": lambda asked: _fill(asked, "nobody", SECRET),
        "an empty password": lambda asked: _fill(asked, door.user, ""),
        "a password in bytes": lambda asked: _fill(asked, door.user, SECRET.encode()),
        "a password with NUL": lambda asked: _fill(asked, door.user, f"{SECRET}\0"),
        "giving up": lambda asked: _fill(asked, door.user, SECRET) or -1,
        "a result that is none": lambda asked: _fill(asked, door.user, SECRET) or SECRET,
        "a list that was emptied": list.clear,
        "a result that was deleted": _strip,
    }
    with door.host.network():
        for what, answer in answers.items():
            _refuse(result, what, partial(_open, door.tcp_uri, answer))
        for what, uri in {
            "certificates of others": door.foreign_uri,
            "no certificates": f"qemu+tls://127.0.0.1/system?pkipath={door.pki}/nothing",
            "no password": door.tcp_uri,
        }.items():
            _refuse(result, what, partial(Virt, uri=uri, time_limit=LIMIT))
        with result.watch("the right password", most=LIMIT):
            conn = _open(door.tcp_uri, lambda asked: _fill(asked, door.user, SECRET))
            result.check(conn.get_type() == "QEMU" and SECRET not in repr(conn), "the right one")
            conn.close()
        with result.watch("the right certificates", most=LIMIT):
            Virt(uri=door.tls_uri, time_limit=LIMIT).close()


def _open(uri: str, answer: Callable[[list[Any]], Any]) -> Virt:
    kinds = [Virt.CRED_AUTHNAME, Virt.CRED_PASSPHRASE]
    return Virt(uri=uri, auth=True, credlist=kinds, callback=answer, time_limit=LIMIT)


def _fill(asked: list[Any], user: str, password: object) -> int:
    for each in asked:
        each["result"] = user if each["type"] == Virt.CRED_AUTHNAME else password
    return 0


def _strip(asked: list[Any]) -> None:
    for each in asked:
        del each["result"]
