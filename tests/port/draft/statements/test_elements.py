"""What the drafts do that ``elements`` writes."""

from __future__ import annotations

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "slices are changed": r"""
my %f = (a => "1K", b => "2"); my @l = (1, 2, 3); my $r = { x => [4, 5, 6] };
/^(\d+)K$/ and $_ = $1 * 1024 for @f{qw(a b)}; $_++ for @l[0, 2];
for my $v (@{ $r->{x} }[0, 1]) { $v .= "!" } for (@f{qw(b c)}) { $_ .= "x" }
print join(',', map { "$_=$f{$_}" } sort keys %f), " @l @{ $r->{x} }\n";
""",
    "a slice makes what isn't there": r"""
my %f = (a => 1);
for my $v (@f{qw(a z)}) { print defined $v ? $v : 'none' } print sort(keys %f), "\n";
""",
    "an array that is set in the head of a loop": r"""
my @l = ("a 1", "b 1"); s/ 1// for (my @c = @l); print "@l @c\n";
for my $v (my @d = @l) { $v .= "x" }
""",
}
#: What can't be written, and a part of the reason.
LOUD = {
    r"""
my %h = (a => 1); $_++ for %h; print %h;
""": "changed by the variable of a loop",
    r"""
my @x = (1); my @y = (2); my $z = 1; $_++ for $z ? @x : @y; print @x;
""": "changed by the variable of a loop",
}
#: Loops whose variable is a copy here.
COPIES = (
    "my @x = (1, 2); for my $v (grep { $_ > 1 } @x) { $v = 0 } print @x;",
    "my @x = (1, 2); $_ = 0 for sort @x; print @x;",
    "my @x = (1, 2); $_ = 0 for reverse @x; print @x;",
)


def test_copies_are_told_of() -> None:
    for perl in COPIES:
        assert "the elements of the list itself" in snippets.draft(perl).notes[0][1]


def test_what_nothing_else_has_is_no_copy() -> None:
    made = snippets.draft(
        "for my $x (sort { $a cmp $b } split /,/, 'b,a') { $x =~ s/a/c/; print $x }"
    )
    assert made.notes == ()
