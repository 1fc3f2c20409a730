"""``$_`` that subs give to the code that they call."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a sub that goes through its arguments": r"""
sub apply(&@) { my ($code, @x) = @_; my @r; for (@x) { push @r, $code->() } return @r }
print join(",", apply { $_ * 2 } 1, 2, 3), "\n";
print map { "$_;" } apply { join "", map { $_ + 1 } $_, $_ } 1, 2; print "\n";
""",
    "a sub that makes it local": r"""
sub mygrep(&@) { my $code = shift; my @r;
foreach my $x (@_) { local $_ = $x; push @r, $x if $code->($x); } return @r }
print join(",", mygrep { $_ % 2 } 1 .. 5), "\n";
print join(",", mygrep { my $y = $_; $y > 2 and /\d/ } 1 .. 5), "\n";
""",
    "code that is no block": r"""
sub with { my ($f) = @_; local $_ = "topic"; return $f->() } print with(sub { "<$_>" }), "\n";
""",
    "iterators": r"""
sub imap(&$) { my ($code, $iterator) = @_; return sub { local $_ = $iterator->();
return defined $_ ? $code->() : undef; }; }
sub upto { my ($n, $m) = @_; return sub { return $n <= $m ? $n++ : undef } }
my $i = imap { $_ ** 2 } upto(1, 3); while (defined(my $x = $i->())) { print "$x " } print "\n";
""",
}
