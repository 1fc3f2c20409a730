"""Codes as a text; tests/port/draft/pod/test_text.py compares them to Perl's."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.pod.codes import HARD_BLANK, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("B<a> I<b> F<c>", "a b c"),
        ("C<a> C<$a> C<a(1)> C<'a'>", "\"a\" $a a(1) 'a'"),
        ("C<< a > b >>", '"a > b"'),
        ("B<a I<b> c>", "a b c"),
        ("L<a(1)> L<a|b> L<a/b> L</b>", 'a(1) a "b" in a "b"'),
        ("L<http://a/> L<b|http://a/>", "<http://a/> b <http://a/>"),
        ("E<lt>E<gt>E<sol>E<65>E<0x42>E<euml>E<what>", "<>/ABëE<what>"),
        ("S<a b>", f"a{HARD_BLANK}b"),
        ("aZ<>bX<c>", "ab"),
        ("a < b > c", "a < b > c"),
        ("B<never closed", "never closed"),
    ],
)
def test_codes_become_a_text(text: str, shown: str) -> None:
    assert plain(text) == shown
