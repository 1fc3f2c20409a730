"""Lists, and what is gone through."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        (
            "for my $d (map { $_ } $conn->list_domains) { 1 }",
            "for d in [dom for dom in conn.list_domains()]:",
        ),
        ("for my $i (1..$dom->get_id) { 1 }", "for i in range(1, dom.get_id() + 1):"),
        ("f(qw(a b), $dom->get_name);", 'f("a", "b", dom.get_name())'),
        (
            "my @v = grep { $_->get_id > 1 } $conn->list_domains;",
            "v = [dom for dom in conn.list_domains() if dom.get_id() > 1]",
        ),
        ("my @v = map { ($_, 1) } $conn->list_domains;", "conn.list_domains()"),
    ],
)
def test_lists(perl: str, python: str) -> None:
    assert line_of(perl) == python
