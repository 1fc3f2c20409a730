"""Which argument is for which parameter."""

from __future__ import annotations

import pytest

from sysvirt.port.api import read_api
from sysvirt.port.rules import nodes, parameters
from tests.port.rules.reading import BEGIN, read


def given(perl: str) -> dict[str, str]:
    """The arguments of the last site, by the names of their parameters."""
    site = read(BEGIN + perl).sites[-1]
    method = read_api().classes[site.cls].methods[site.name]
    return {each.name: nodes.words(node) for each, node in parameters.given(method, site)}


@pytest.mark.parametrize(
    ("perl", "names"),
    [
        ("$dom->set_memory(1024, 1);", {"mem": "1024", "flags": "1"}),
        ("$dom->set_memory((1024), 1);", {"mem": "1024", "flags": "1"}),
        ("$dom->set_memory(@all);", {}),
        ("$dom->set_memory(1024, @rest);", {"mem": "1024"}),
        ("Sys::Virt->new(flags => 1, 'uri' => 'x');", {"flags": "1", "uri": "'x'"}),
        ("$dom->migrate_to_uri('u', 1, 'n');", {"desturi": "'u'", "flags": "1", "dname": "'n'"}),
        (
            "$dom->migrate_to_uri('u', {a => 1}, 1);",
            {"desturi": "'u'", "params": "{a => 1}", "flags": "1"},
        ),
        ("$dom->migrate_to_uri($u);", {}),
    ],
)
def test_arguments_find_their_parameters(perl: str, names: dict[str, str]) -> None:
    assert given(perl) == names
