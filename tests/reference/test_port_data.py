"""The data of `sysvirt.port`: made from the reference, and up to date."""

from __future__ import annotations

import json
from pathlib import Path

from constants.table import read_constants
from reference import port_data
from reference.data import read_methods
from sysvirt.port.api import read_api

PAGE = """
## Names

| Method | In Perl | In sysvirt | Why |
|---|---|---|---|
| `get_id`, `Domain` | a \\| b | `c` | d |

## The same

| Method | In both | Why |
|---|---|---|
| all | x | y |
"""


def test_the_file_is_what_would_be_made() -> None:
    ((path, text),) = port_data.render_port_data().items()
    assert path == Path("sysvirt/port/data/api.json")
    assert (port_data.ROOT / path).read_text("utf-8") == text


def test_every_method_and_constant_is_in_it() -> None:
    api = read_api()
    for method in read_methods().values():
        cls = api.find_package(method.package)
        assert cls is not None
        assert method.name in cls.methods
    for constant in read_constants():
        known = api.find_package(constant.package)
        assert known is not None
        assert known.constants[constant.name].value == constant.value
    assert sum(len(each.constants) for each in api.classes.values()) == len(list(read_constants()))


def test_what_only_the_makers_need_is_left_out() -> None:
    ((_, text),) = port_data.render_port_data().items()
    method = json.loads(text)["packages"]["Sys::Virt"]["methods"]["get_domain_by_name"]
    assert "params" in method
    assert {"c", "await", "name"}.isdisjoint(method)


def test_rows_of_the_page() -> None:
    first, second = port_data.read_differences(PAGE)
    assert first["table"] == "Names"
    assert first["names"] == ["get_id", "Domain"]
    assert (first["perl"], first["python"], first["why"]) == ("a | b", "`c`", "d")
    # One column for both languages.
    assert (second["perl"], second["python"]) == ("x", "x")
