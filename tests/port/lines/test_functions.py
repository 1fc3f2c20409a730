"""Perl's functions."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        (
            "join(',', map { $_->get_name } $conn->list_domains)",
            '",".join([dom.get_name() for dom in conn.list_domains()])',
        ),
        ("join(' ', $dom->get_id, 'x')", '" ".join(map(str, [dom.get_id(), "x"]))'),
        ("join(' ', sort keys %{ $dom->get_info })", '" ".join(sorted(dom.get_info()))'),
        ("uc $dom->get_name", "dom.get_name().upper()"),
        ("lc($dom->get_name)", "dom.get_name().lower()"),
        ("length $dom->get_name", "len(dom.get_name())"),
        ("int($dom->get_max_memory / 1024)", "int(dom.get_max_memory() / 1024)"),
        ("abs($dom->get_id)", "abs(dom.get_id())"),
        ("sprintf('%s-%d', $dom->get_name, 5)", '"%s-%d" % (dom.get_name(), 5)'),
        ("sprintf('%.2f', $dom->get_max_memory / 1024)", '"%.2f" % (dom.get_max_memory() / 1024)'),
        ("sprintf('%s', $dom->is_active)", '"%s" % int(dom.is_active())'),
        ("sprintf('%s %s', $dom->get_state)", '"%s %s" % (*dom.get_state(),)'),
        ("time - $dom->get_id", "int(time.time()) - dom.get_id()"),
        ("exists $h{ $dom->get_name }", "dom.get_name() in h"),
        ("defined $h{ $dom->get_name }", "h.get(dom.get_name()) is not None"),
        ("delete $h->{ $dom->get_name }", "h.pop(dom.get_name(), None)"),
        ("scalar(keys %{ $dom->get_info })", "len(dom.get_info())"),
        (
            "scalar(grep { $_->is_active } $conn->list_domains)",
            "len([dom for dom in conn.list_domains() if dom.is_active()])",
        ),
        ("(shift @l) + $dom->get_id", "l.pop(0) + dom.get_id()"),
        ("[ split ' ', $dom->get_name ]", "list(dom.get_name().split())"),
        ("[ uniq(map { $_->get_name } @d, $dom) ]", None),
    ],
)
def test_functions(perl: str, python: str | None) -> None:
    line = line_of(f"my $v = {perl};")
    if python is not None:
        assert line == f"v = {python}"
    else:
        assert "get_name()" in line


@pytest.mark.parametrize(
    "perl",
    [
        "sprintf($format, $dom->get_name)",
        "sprintf('%v d', $dom->get_name)",
        "sprintf('%*d', 5, $dom->get_name)",
        "split(/,/, $dom->get_name)",
        "ucfirst $dom->get_name",
        "int($dom->get_name)",
        "first { $_ } $dom->get_name",
        "substr($dom->get_name, 1)",
        "chomp(my $x = $dom->get_name)",
        "lc($dom->get_name, 2)",
    ],
)
def test_what_is_not_certain(perl: str) -> None:
    assert line_of(f"my $v = {perl};") == "dom.get_name()"
