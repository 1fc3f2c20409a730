"""The blocks of a POD; tests/port/draft/pod/test_text.py compares them to Perl's."""

from __future__ import annotations

from sysvirt.port.draft.pod.blocks import Block, blocks


def test_only_pod_is_read() -> None:
    script = "print 1;\n\n=head1 NAME\n\nx - y\n\n  code\n\n  more\n\n=cut\n\nprint 2;\n"
    assert [*blocks(script)] == [
        Block("head1", "NAME"),
        Block("para", "x - y"),
        Block("verbatim", "  code\n\n  more\n"),
    ]


def test_a_bullet_takes_what_follows() -> None:
    pod = "=over 2\n\n=item *\n\nOne\n\n=item * Two\n\n=back\n"
    assert [*blocks(pod)] == [
        Block("over", "2"),
        Block("bullet", "One", "*"),
        Block("bullet", "Two", "* Two"),
        Block("back"),
    ]


def test_what_others_should_read_is_left_out() -> None:
    pod = (
        "=begin html\n\nb\n\n=end html\n\n=for text for\nus\n\n=begin text\n\nas is\n\n=end text\n"
    )
    assert [*blocks(pod)] == [Block("data", "for\nus"), Block("data", "as is")]


def test_a_list_ends_where_a_heading_begins() -> None:
    assert [each.kind for each in blocks("=over\n\n=item x\n\n=head1 A\n\n=item 1\n")] == [
        *("over", "item", "back", "head1"),
        *("over", "number", "back"),
    ]
