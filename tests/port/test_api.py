"""What is known of the API."""

from __future__ import annotations

from sysvirt.port.api import class_name, read_api


def test_classes_have_what_perl_has() -> None:
    api = read_api()
    assert {"Virt", "Domain", "StoragePool", "Error", "Event"} <= api.classes.keys()
    method = api.classes["Virt"].methods["get_domain_by_name"]
    assert method.returns.shape == "object:Sys::Virt::Domain"
    assert [each.name for each in method.params] == ["name"]
    assert api.classes["Domain"].constants["STATE_RUNNING"].value == 1


def test_results_tell_their_parts() -> None:
    methods = read_api().classes["Domain"].methods
    assert methods["get_state"].returns.items == ("state", "reason")
    assert methods["get_info"].returns.shape == "dict"
    assert "state" in methods["get_info"].returns.keys
    assert read_api().classes["Virt"].methods["list_domains"].returns.is_list


def test_packages_and_short_names() -> None:
    api = read_api()
    domain = api.find_package("Sys::Virt::Domain")
    assert domain is not None
    assert domain.name == "Domain"
    assert domain.python == "Sys.Virt.Domain"
    assert api.find_package("Sys::VirtX") is None
    assert class_name("Sys::Virt") == "Virt"
    assert class_name("Other::Virt") is None


def test_near_names() -> None:
    api = read_api()
    assert api.nearest("get_nam", api.classes["Domain"].methods) == "get_name"
    assert api.nearest("paint_it_black", api.classes["Domain"].methods) is None
    assert set(api.having("get_uuid_string")) >= {"Domain", "Network", "StoragePool"}


def test_differences_have_names() -> None:
    assert any("get_id" in each.names for each in read_api().differences)


def test_callbacks_tell_what_they_get() -> None:
    method = read_api().classes["Virt"].methods["domain_event_register_any"]
    assert method.callbacks["EVENT_ID_LIFECYCLE"] == (("int",), ("int",))
