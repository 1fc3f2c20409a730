"""The order of keys."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said

INFO = "my $info = $dom->get_info;\n"


@pytest.mark.parametrize(
    "perl",
    [
        "print for keys %$info;",
        "while (my ($k, $v) = each %$info) { }",
        "my @v = values %{$info};",
        "print join ',', keys %{$dom->get_info};",
    ],
)
def test_an_order_that_changes(perl: str) -> None:
    assert len(said(INFO + perl, "hash-order")) == 1


@pytest.mark.parametrize(
    "perl",
    [
        "print for sort keys %$info;",
        "print for sort { $a cmp $b } keys %$info;",
        "my $n = keys %$info;",
        "print scalar(keys %$info);",
        "print 1 if keys %$info > 3;",
        "print for keys %ENV;",
    ],
)
def test_an_order_that_nobody_sees(perl: str) -> None:
    assert said(INFO + perl, "hash-order") == []
