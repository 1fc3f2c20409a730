"""The reference's oddities that no other test is about: what differs, and what stays as in Perl.

`docs/differences.md` has them all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Sys, Virt


def test_a_failure_without_an_error_is_one_all_the_same() -> None:
    Sys.Virt.Event.register_default()
    with pytest.raises(Error) as caught:
        Sys.Virt.Event.remove_handle(9999)
    error = caught.value
    assert (error.code(), error.domain(), error.level()) == (0, 0, 0)
    assert error.message() == "Unknown problem"


def test_a_dirty_rate_is_measured_of_the_domain_itself(dom: Domain) -> None:
    with pytest.raises(TypeError, match="^secs must be an int, not Domain"):
        dom.start_dirty_rate_calc(dom, 1)  # type: ignore[arg-type]


def test_an_address_wins_over_a_uri() -> None:
    with Virt(uri="test:///nowhere.xml", address="test:///default") as conn:
        assert conn.get_uri() == "test:///default"


def test_what_was_stopped_stays_usable(conn: Virt) -> None:
    net, iface = conn.get_network_by_name("default"), conn.get_interface_by_name("eth1")
    net.destroy()
    iface.destroy()
    assert (net.get_name(), net.is_active()) == ("default", False)
    assert (iface.get_name(), iface.is_active()) == ("eth1", False)


def test_the_first_callback_has_the_number_0(tmp_path: Path) -> None:
    node = tmp_path / "node.xml"
    node.write_text("<node/>")
    with Virt(uri=f"test://{node}") as conn:
        assert conn.domain_event_register_any(None, Domain.EVENT_ID_REBOOT, print) == 0
        assert conn.domain_event_register_any(None, Domain.EVENT_ID_REBOOT, print) == 1


def test_constants_that_the_manual_misplaces_are_where_perl_has_them() -> None:
    assert (hasattr(Domain, "MIGRATE_POST_COPY"), Domain.MIGRATE_POSTCOPY) == (False, 32768)
    assert not hasattr(Virt, "SCHEDULER_EMULATOR_PERIOD")
    assert Domain.SCHEDULER_EMULATOR_PERIOD == "emulator_period"


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda dom: dom.authorized_ssh_keys_set("root", None), "keys"),
        (lambda dom: dom.connection.baseline_cpu(None), "xml"),
        (lambda dom: dom.connection.baseline_hypervisor_cpu(*[None] * 5), "xml"),
        (lambda dom: dom.connection.get_node_free_pages(None, 0, 0), "pagesizes"),
        (lambda dom: dom.connection.node_alloc_pages(None, 0, 0), "pages"),
        (lambda dom: dom.save("/x", None, []), "params"),
    ],
)
def test_what_crashes_perl_is_a_wrong_type(dom: Domain, call: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} must be a (list|dict)"):
        call(dom)
