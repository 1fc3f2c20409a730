"""What the drafts do where ``arguments`` looks at ``@_``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a sub that changes its arguments": r"""
sub change { $_[0] = 'changed'; my $list = $_[1]; push @$list, 'more' } my $x = 'before';
my $list = []; change($x, $list); print "$x @$list\n"; sub added { $_[1] .= 'x'; return 7 }
my $got = added('q', $x); print "$x $got\n"; added(1, uc $x); sub cut { chomp $_[0] }
my $line = "a\n"; cut($line); print "[$line]\n"; sub subst { $_[0] =~ s/a/b/ } subst($line);
print "$line\n"; sub swap { @_[0, 1] = @_[1, 0] } my ($p, $q) = (1, 2); swap($p, $q);
print "$p$q\n"; sub made { $_[0] = { a => 1 } } made(my $new); print "$new->{a}\n";
""",
    "a sub that changes all its arguments": r"""
sub trim { for (@_) { s/^\s+//; s/\s+$// } } my $t = '  t '; trim($t); print "[$t]\n";
sub low { $_ = lc for @_; return scalar @_ } my ($p, $q) = ('A', 'B'); print low($p, $q), "\n";
print "$p$q\n"; sub ones { foreach my $each (@_) { $each = 1 } } ones($p); print "$p$q\n";
""",
    "arguments that are counted": r"""
sub inc { $_[0]++; } my $n = 1; my $z = inc($n); print "$n $z\n"; sub up { return ++$_[0] }
print up($n), "\n"; if ($n > 100 and up($n)) { print "no\n" } print "$n\n";
while (up($n) < 7) { print "at $n\n" } my @l = map { up($n) } 1, 2; print "@l $n\n";
""",
    "arguments that are still there": r"""
sub n { my ($x, $y) = @_; return scalar(@_) . ($y // 'u') } print n(1), ' ', n(1, 2, 3), "\n";
sub again { my ($x) = @_; my $z = shift; return "$x $z" } print again(4, 5), "\n";
sub rest { my ($x, @r) = @_; return "$x @r " . @_ . " $_[0]" } print rest(1, 2, 3), "\n";
package C; sub new { my ($class, %a) = @_; return bless {%a, n => scalar @_}, $class }
sub v { my ($self, $v) = @_; $self->{v} = $v if @_ > 1; return $self->{v} } package main;
my $c = C->new(v => 1); print $c->v, $c->v(5), $c->v, $c->{n}, "\n"; $c->v(undef);
print defined $c->v ? 1 : 0, "\n"; my $f = sub { my ($x) = @_; return @_ . $x }; print $f->(1, 2);
""",
    "a variable that is read beside the call that changes it": r"""
sub bump { $_[0] += $_[1] // 1; return $_[0] } my $n = 1; print $n, bump($n), " $n\n";
my $sum = $n . bump($n); print "$sum $n\n"; print "big\n" if $n + 1 > 3 && bump($n, 5) > 7;
$n = bump($n) + 1; print "$n\n"; while ($n < 20 and bump($n, 3)) { print "$n " } print "\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "sub f { $_[0] = 1 } my %h; f($h{x}); print $h{x};": "changes its arguments",
    "sub f { $_[0] = 1 } my @l = (2); f(@l); print @l;": "changes its arguments",
    "sub f { $_[0] = 1 } my $f = \\&f; my $x; $f->($x); print $x;": "by code that is handed on",
    "sub f { shift; $_[0] = 1 } my $x; f(1, $x); print $x;": "of a list that changes",
    "my $f = sub { $_[0] = 1 }; my $x; $f->($x); print $x;": "is changed where it comes from",
    'sub t { $_[0] =~ s/ //g; return } t(my $z = " q "); print $z;': "where they come from",
    'sub b { return ++$_[0] } my $n = 1; print "$n ", b($n);': "$n before what changes it",
}
