"""Domains that start, pause, stop and go."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt

RUNNING = (Domain.STATE_RUNNING, Domain.STATE_RUNNING_BOOTED)
OTHER = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"


def code(call: Any) -> int:
    """The code of the error that a call ends in."""
    with pytest.raises(Error) as caught:
        call()
    return caught.value.code()


def test_a_domain_goes_through_its_states(dom: Domain) -> None:
    assert dom.suspend() is None  # type: ignore[func-returns-value]
    assert dom.get_state() == (Domain.STATE_PAUSED, Domain.STATE_PAUSED_USER)
    dom.resume()
    assert dom.get_state() == (Domain.STATE_RUNNING, Domain.STATE_RUNNING_UNPAUSED)
    dom.shutdown()
    assert dom.get_state() == (Domain.STATE_SHUTOFF, Domain.STATE_SHUTOFF_SHUTDOWN)
    dom.create()
    assert dom.get_state() == RUNNING
    dom.destroy()
    assert dom.get_state() == (Domain.STATE_SHUTOFF, Domain.STATE_SHUTOFF_DESTROYED)
    dom.create_with_files([2])
    assert dom.get_state() == RUNNING
    dom.reboot()
    dom.reset()
    assert dom.get_state()[0] == Domain.STATE_RUNNING


@pytest.mark.parametrize("flags", [0, None])
def test_no_flags_are_the_function_without_flags(dom: Domain, flags: int | None) -> None:
    for stop in (dom.destroy, dom.shutdown):
        stop(flags)
        dom.create(flags)
        dom.reboot(flags)
    dom.undefine(flags)
    assert not dom.is_persistent()


def test_flags_arrive(dom: Domain) -> None:
    # The test driver knows none of these, and says the bits that it got.
    for call, bits, function in [
        (dom.create, 1 << 20, "testDomainCreateWithFlags"),
        (dom.shutdown, 1 << 21, "testDomainShutdownFlags"),
        (dom.reset, 1, "testDomainReset"),
        (dom.destroy, 1 << 22, "testDomainDestroyFlags"),
        (dom.undefine, 1 << 23, "testDomainUndefineFlags"),
    ]:
        with pytest.raises(Error, match=rf"unsupported flags \({bits:#x}\) in function {function}"):
            call(bits)


def test_undefining_keeps_a_running_domain(conn: Virt, dom: Domain) -> None:
    dom.undefine()
    assert (dom.is_active(), dom.is_persistent()) == (True, False)
    dom.destroy()
    assert code(dom.get_state) == Error.ERR_NO_DOMAIN
    assert conn.list_all_domains() == []


def test_undefining_what_has_a_managed_save_wants_a_flag(conn: Virt, dom: Domain) -> None:
    dom.managed_save()
    assert code(dom.undefine) == Error.ERR_OPERATION_INVALID
    dom.undefine(Domain.UNDEFINE_MANAGED_SAVE)
    assert conn.num_of_defined_domains() == 0


def test_renaming(conn: Virt, dom: Domain) -> None:
    assert code(lambda: dom.rename("other")) == Error.ERR_OPERATION_INVALID
    dom.destroy()
    dom.rename("größer")
    assert conn.list_defined_domain_names(9) == ["größer"]
    conn.define_domain(OTHER.format("taken"))
    assert code(lambda: dom.rename("taken")) == Error.ERR_OPERATION_INVALID


def test_actions(dom: Domain) -> None:
    dom.set_lifecycle_action(Domain.LIFECYCLE_REBOOT, Domain.LIFECYCLE_ACTION_PRESERVE)
    found = re.search("<on_reboot>(.*)</on_reboot>", dom.get_xml_description())
    assert found is not None
    assert found[1] == "preserve"


def test_what_the_test_driver_lacks(dom: Domain) -> None:
    for call in (
        dom.pm_wakeup,
        lambda: dom.pm_suspend_for_duration(0, 0),
        # libvirt-python would take no such number.
        lambda: dom.pm_suspend_for_duration(0, 2**64 - 1),
    ):
        assert code(call) == Error.ERR_NO_SUPPORT


def test_autostart_is_a_truth_value(dom: Domain) -> None:
    assert dom.get_autostart() is False
    dom.set_autostart(True)
    assert dom.get_autostart() is True
    with pytest.raises(TypeError, match="^flag must be a bool, not str"):
        dom.set_autostart("yes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="^flag must be a bool, not NoneType"):
        dom.set_autostart(None)  # type: ignore[arg-type]


@pytest.mark.skipif(Virt.get_version() >= 11002000, reason="the installed libvirt has it")
def test_a_method_that_libvirt_is_too_old_for_names_the_release(dom: Domain) -> None:
    for call in (dom.get_autostart_once, lambda: dom.set_autostart_once(True)):
        with pytest.raises(Error, match=r"utostartOnce needs libvirt 11\.2\.0, here is") as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT


@pytest.mark.skipif(Virt.get_version() < 11002000, reason="the installed libvirt has none")
def test_starting_once_is_a_truth_value(dom: Domain) -> None:
    with pytest.raises(TypeError, match="^flag must be a bool"):
        dom.set_autostart_once("yes")  # type: ignore[arg-type]
    for call in (dom.get_autostart_once, lambda: dom.set_autostart_once(True)):
        with pytest.raises(Error, match="not supported by the connection driver"):
            call()


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("create", ["x"], TypeError, "flags must be an int, not str"),
        ("create", [-1], ValueError, "flags must be between 0 and 4294967295, not -1"),
        ("undefine", [2**32], ValueError, "flags must be between"),
        ("destroy", [1.0], TypeError, "flags must be an int"),
        ("shutdown", ["1"], TypeError, "flags must be an int"),
        ("reboot", [b"1"], TypeError, "flags must be an int"),
        ("reset", [-1], ValueError, "flags must be between"),
        ("pm_wakeup", [-1], ValueError, "flags must be between"),
        ("create_with_files", [None], TypeError, "fds must be a list, not NoneType"),
        ("create_with_files", [1], TypeError, "fds must be a list, not int"),
        ("create_with_files", [["1"]], TypeError, r"fds\[0\] must be an int, not str"),
        ("create_with_files", [[2**31]], ValueError, r"fds\[0\] must be between"),
        ("pm_suspend_for_duration", [-1, 0], ValueError, "target must be between"),
        ("pm_suspend_for_duration", [0, -1], ValueError, "duration must be between"),
        ("pm_suspend_for_duration", [0, 2**64], ValueError, "duration must be between"),
        ("rename", [None], TypeError, "newname must be a str, not NoneType"),
        ("rename", ["a\0b"], ValueError, "newname must not contain NUL"),
        ("set_lifecycle_action", [-1, 0], ValueError, "type must be between"),
        ("set_lifecycle_action", [0, "x"], TypeError, "action must be an int"),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)
    assert dom.get_state() == (Domain.STATE_RUNNING, 0) or dom.is_active()
