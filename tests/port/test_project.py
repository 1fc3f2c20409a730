"""Whole projects."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.parser import tree
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port.asking import after_start, read
from tests.port.labels import projects
from tests.port.measure import is_good, measure

CORPUS = [script.path for scripts in projects() for script in scripts]


def test_files_come_back_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.pl").write_text("use Sys::Virt;")
    units = read_project([Source("a.pl", b"1;"), tmp_path / "b.pl"])
    assert [each.source.path for each in units] == ["a.pl", str(tmp_path / "b.pl")]
    assert [len(each.sites) for each in units] == [0, 1]


def test_nothing_at_all() -> None:
    assert read_project([]) == ()
    assert read("")[0].sites == ()


def test_the_order_of_files_does_not_matter() -> None:
    library = "package L; sub conn { Sys::Virt->new } 1;"
    script = "use Sys::Virt; use L; L->conn->get_type;"
    one, other = read(library, script), read(script, library)
    assert [each.name for each in one[1].sites] == [each.name for each in other[0].sites]
    assert [each.name for each in one[1].sites][-1] == "get_type"


def test_the_corpus_is_understood() -> None:
    score = measure(projects())
    assert is_good(score), (score.wrong, score.missing, score.false, score.false_mistakes)


@pytest.mark.parametrize(
    "perl",
    [
        "(" * 800 + "$dom" + ")" * 800 + "->get_name",
        "my $x = " + "$y || " * 2000 + "$dom; $x->get_name",
        "".join(f"my @a{n + 1} = @a{n};" for n in range(2000)),
        "$h" + "->{a}" * 300 + " = $dom",
        "if (1) { " * 300 + "$dom->get_name;" + "}" * 300,
        "sub f { my ($x, @r) = @_; f(1, $x, @r); f(@r); f(@_, $x) } f($dom)",
        "my $x = [$dom]; $x = [$x]; my %h; $h{a} = \\%h; my @y = (@y, \\@y)",
    ],
    ids=["parentheses", "choices", "copies", "elements", "blocks", "recursion", "circles"],
)
def test_depth_and_circles_end(perl: str) -> None:
    assert isinstance(after_start(perl + ";"), list)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A script of the corpus with parts of it taken out, doubled or replaced."""
    data = bytearray(draw(st.sampled_from(CORPUS)).read_bytes())
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        new = draw(
            st.one_of(st.binary(max_size=4), st.just(bytes(data[start:end]) * 2), st.just(b""))
        )
        data[start:end] = new
    return bytes(data)


@settings(deadline=None, max_examples=60)
@given(st.one_of(damaged(), st.binary(max_size=300)))
def test_any_bytes_are_read_and_every_span_is_inside(data: bytes) -> None:
    (unit,) = read_project([Source("a.pl", b"use Sys::Virt;\n" + data)])
    whole = len(unit.source.data)
    for site in unit.sites:
        assert 0 <= site.node.start_byte <= site.node.end_byte <= whole
        assert unit.source.span(site.node.start_byte, site.node.end_byte).line >= 1
    for node in tree.walk(unit.root):
        unit.types_of(node)
