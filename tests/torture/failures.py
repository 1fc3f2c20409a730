"""Each function of libvirt-python's C module fails once, the first time that it is called.

The functions stand in a module that a program may change before sysvirt is imported. What a
function gives when it fails is known from libvirt-python's own text.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.torture.result import Result

#: Not made to fail: what never fails, what ends something, what opens; and what may give -1 as an
#: answer, of which only the frame that calls it knows whether it failed.
LEFT_OUT = re.compile(
    r"virGetLast|virResetLast|virRegister|virEvent|virInitialize|virGetVersion|Free$|Close$"
    r"|virConnectOpen|virErr|virDomainMigrateGetMaxSpeed"
)


def fail_each() -> Result:
    """In a process of its own: call all methods, with each function failing when its turn comes."""
    import libvirt

    failures = _failing_values(Path(libvirt.__file__).read_text())
    module: Any = vars(libvirt)["libvirtmod"]
    armed: set[str] = set()
    hit: set[str] = set()
    look_up = module.virDomainLookupByName

    def replace(name: str, value: object) -> None:
        function = getattr(module, name)

        @functools.wraps(function)
        def wrapper(*arguments: Any) -> Any:
            if name not in armed:
                return function(*arguments)
            armed.discard(name)
            hit.add(name)
            # libvirt's own error for what fails: that there is no connection.
            look_up(None, "nobody")
            return value

        setattr(module, name, wrapper)

    for name, value in failures.items():
        if hasattr(module, name) and not LEFT_OUT.search(name):
            replace(name, value)
    return _call_all(armed, hit)


def _failing_values(text: str) -> dict[str, object]:
    """What each function gives when it fails: ``None``, or -1."""
    found: dict[str, object] = {}
    pattern = r"ret = libvirtmod\.(\w+)\(.*\)\s+if ret (is None|== -1)"
    for name, how in re.findall(pattern, text):
        found[name] = None if how == "is None" else -1
    return found


def _call_all(armed: set[str], hit: set[str]) -> Result:
    # What is under test is imported when the module has been changed.
    from reference.data import read_methods
    from sysvirt import Error, Virt
    from sysvirt._core.binding import libvirtmod
    from tests.reference.test_bad_input import LEFT_OUT as NO_CALLS
    from tests.reference.test_bad_input import plain, scene

    result = Result()
    names = [name for name in vars(libvirtmod) if hasattr(getattr(libvirtmod, name), "__wrapped__")]

    def call(what: str, on: Any, name: str, given: list[Any]) -> None:
        before = set(hit)
        armed.update(names)
        raised: list[Exception] = []
        with result.watch(what, Error, TypeError, ValueError):
            _call(getattr(on, name), given, raised)
        armed.clear()
        result.tries += 1
        _judge(result, what, hit - before, raised)

    os.chdir(tempfile.mkdtemp(prefix="sv-failures-"))
    for (package, name), method in read_methods().items():
        if method.kind != "method" or package in NO_CALLS or f"{package}::{name}" in NO_CALLS:
            continue
        with Virt(uri="test:///default") as conn:
            objects = scene(conn, {})
            if package in objects:
                given = [plain(each, objects) for each in method.params if each.required]
                call(f"{package}::{name}", objects[package], name, given)
        # The driver's world begins anew when nothing holds it.
        del objects, conn
        gc.collect()
    result.figures["functions of libvirt's that failed once"] = f"{len(hit)} of {len(names)}"
    return result


def _call(call: Callable[..., object], given: list[Any], raised: list[Exception]) -> None:
    try:
        call(*given)
    except Exception as error:
        raised.append(error)
        raise


def _judge(result: Result, what: str, failed: set[str], raised: list[Exception]) -> None:
    """Where something failed, its own error came out."""
    from sysvirt import Error

    if failed and not (raised and isinstance(raised[0], Error)):
        result.fault(f"{what}: {failed} failed, and {raised or 'nothing'} came out")
    elif failed and raised[0].code() != Error.ERR_INVALID_CONN:  # type: ignore[attr-defined]
        result.fault(f"{what}: {failed} failed, and another error came out: {raised[0]}")
