"""What the drafts do that ``whole`` writes, and what they leave to a person."""

from __future__ import annotations

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "comments stay": r"""
# first
print "a\n"; # behind
# last
print "b\n";
""",
    "a block by itself": r"""
my $x = 1; { my $x = 2; print $x } print "$x\n"; LAST: { last LAST if $x; print "not here" }
print "behind\n";
""",
}


COMMENTS = """\
# A comment.
print "a\\n"; # behind it
# The end.
"""


def test_comments_stand_where_they_stood() -> None:
    made = snippets.code(COMMENTS).splitlines()[-3:]
    assert made == ["# A comment.", 'print("a")  # behind it', "# The end."]


def test_what_cant_be_written_is_loud_and_keeps_its_perl() -> None:
    draft = snippets.draft("print 1;\nmy $x = tie my %h, 'Thing';\nprint 2;\n")
    assert [line for line, _ in draft.todos] == [2]
    assert "#     my $x = tie my %h, 'Thing'" in draft.text
    assert 'raise NotImplementedError("snippet.pl:2")' in draft.text
    assert "# TODO snippet.pl:2: " in draft.text


def test_a_statement_of_a_block_alone_is_left_open() -> None:
    draft = snippets.draft("if ($ARGV[0]) {\n  print 1;\n  tie my @x, 'Y';\n}\n")
    assert [line for line, _ in draft.todos] == [3]
    assert "if perl_truth(" in draft.text
