"""A file as the rules read it."""

from __future__ import annotations

from sysvirt.port.findings import Kind
from sysvirt.port.rules.script import Script
from tests.port.rules.reading import BEGIN, read


def test_nodes_come_in_the_order_of_the_text() -> None:
    script = Script(read("my $x = 1; f($y, 2); print $z;"))
    places = [node.start_byte for node in script.nodes("number", "scalar")]
    assert places == sorted(places)
    assert len(places) == 5


def test_a_call_is_found_by_its_expression_and_by_its_name() -> None:
    script = Script(read(BEGIN + "($dom->get_state)[0];"))
    site = script.unit.sites[-1]
    assert script.site(site.call) is script.site_named(site.node) is site
    assert script.method(site) is not None
    assert [each.name for each, _ in script.calls(Kind.METHOD)][-1] == "get_state"


def test_the_result_of_an_expression() -> None:
    script = Script(
        read(BEGIN + "my ($state) = $dom->get_state; my $on = $dom->is_active; $state; $on; $no;")
    )
    results = {name: script.result(script.variables(name)[-1]) for name in ("$state", "$on", "$no")}
    assert results == {"$state": "int", "$on": "bool", "$no": ""}


def test_the_perl_of_a_place_is_its_statement_on_one_line() -> None:
    script = Script(read(BEGIN + "foreach my $x (1,\n  2) {\n  $dom->set_memory(\n    $x);\n}"))
    inner = script.perl(script.unit.sites[-1].node)
    (loop,) = script.nodes("for_statement")
    assert inner == "$dom->set_memory( $x);"
    assert script.perl(loop) == "foreach my $x (1, 2)"
