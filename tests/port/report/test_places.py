"""Findings by their places."""

from __future__ import annotations

import attrs

from sysvirt.port.findings import Severity
from sysvirt.port.report.places import blocks
from tests.port.report.samples import FINDINGS, SCRIPT, finding


def test_findings_of_a_place_stand_together_the_worst_first() -> None:
    found = blocks(FINDINGS, SCRIPT)
    assert [place.title for block in found for place in block.places] == [
        "Virt.new",
        "Virt.list_domains",
        "Domain.get_state",
        "Domain.get_name",
        "Domain.STATE_CRUSHED",
        "Domain.create_snapshot",
        "DomainSnapshot.get_name",
    ]
    assert [each.rule for each in found[0].findings] == ["api-mistake", "call"]
    assert found[0].severity is Severity.ERROR
    assert [each.rule for each in found[2].findings] == ["call", "shape"]


def test_a_chain_over_two_lines_is_one_block() -> None:
    last = blocks(FINDINGS, SCRIPT)[-1]
    assert [(place.span.line, place.title) for place in last.places] == [
        (17, "Domain.create_snapshot"),
        (18, "DomainSnapshot.get_name"),
    ]
    # Both have the rule "call" with no text: once is enough.
    assert len(last.findings) == 1


def test_the_same_line_elsewhere_is_a_block_of_its_own() -> None:
    first = finding(11, "get_state", python="state, _ = dom.get_state()")
    far = attrs.evolve(first, span=attrs.evolve(first.span, line=30, end_line=30))
    assert len(blocks([first, far], SCRIPT)) == 2
    near = attrs.evolve(first, span=attrs.evolve(first.span, line=12, end_line=12))
    assert len(blocks([first, near], SCRIPT)) == 1


def test_a_place_without_python_belongs_to_its_neighbour() -> None:
    call = finding(7, "new", cls="Virt", python="conn = Sys.Virt.new(address=uri)")
    key = finding(7, "addr", rule="api-mistake", severity=Severity.ERROR, message="No such key.")
    for pair in ((call, key), (key, call)):
        (block,) = blocks(pair, SCRIPT)
        assert [place.title for place in block.places] == ["Virt.new", "addr"]
        assert block.python == "conn = Sys.Virt.new(address=uri)"
        assert [each.rule for each in block.findings] == ["api-mistake", "call"]
    early = attrs.evolve(key, span=attrs.evolve(key.span, column=1))
    (block,) = blocks((call, early), SCRIPT)
    assert [place.title for place in block.places] == ["addr", "Virt.new"]
    assert block.python == "conn = Sys.Virt.new(address=uri)"


def test_two_python_lines_for_a_place_are_two_blocks_with_one_name() -> None:
    one = finding(11, "get_state", cls="Domain", python="state, _ = dom.get_state()")
    two = finding(11, "get_state", rule="eval", python="try:", message="Perl's eval.")
    found = blocks([one, two], SCRIPT)
    assert [block.python for block in found] == ["state, _ = dom.get_state()", "try:"]
    assert {place.title for block in found for place in block.places} == {"Domain.get_state"}


def test_the_order_of_findings_doesnt_matter() -> None:
    assert blocks(FINDINGS[::-1], SCRIPT)[1:] == blocks(FINDINGS, SCRIPT)[1:]
