"""What the drafts do by what ``ends`` says of the last statements of subs."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a choice at the end, whose value is wanted": r"""
sub big { my $x = shift; "big" if $x > 5 } print "[", big(9), "][", big(1), "]\n";
sub small { my $x = shift; $x > 5 or "small" } print "[", small(9), "][", small(1), "]\n";
sub none { my $x = shift; "ok" unless $x } print none(0), "[", none(7), "]\n";
sub there { my $f = shift; -e $f or die "no $f\n" } print there("/") ? "y" : "n", "\n";
eval { there("/nope") }; print $@; sub set { my ($x, $ok) = (shift, 0); $ok = 1 if $x }
print set(1), set(0), "\n"; sub all { my @l = @_; @l if @l > 1 } my @got = all(1, 2);
print "@got\n";
sub by_age { $a->{age} <=> $b->{age} or $a->{n} cmp $b->{n} }
print map { "$_->{n}$_->{age} " } sort by_age ({ n => 'c', age => 3 }, { n => 'a', age => 3 },
{ n => 'b', age => 1 }); print "\n"; package P; sub new { bless { n => $_[1] }, $_[0] }
sub name { my $s = shift; $s->{n} or 'anon' } sub loud { my $s = shift; uc $s->{n} if $s->{n} }
package main; print P->new('x')->name, P->new('')->name, P->new('y')->loud, "\n";
""",
    "a block by itself at the end": r"""
sub twice { my $x = shift; { no warnings; $x * 2 } } print twice(4), "\n";
sub all { my @l = @_; { local $_ = 1; (@l, $_) } } my @x = all(7, 8); print "@x\n";
""",
}
