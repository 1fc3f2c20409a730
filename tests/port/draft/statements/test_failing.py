"""What the drafts do that ``failing`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a hash of what eval gives": r"""
my %n = eval { (a => 1, b => 2) }; my %e = eval { die "no\n" }; print %e ? 1 : 0, $@;
print join(',', map { "$_$n{$_}" } sort keys %n), "\n";
""",
    "eval and what it tells": r"""
eval { die "bad\n" }; print "caught: $@"; eval { 1 }; print "[$@]\n";
eval { die { code => 5 } }; print "code $@->{code}\n"; my $ok = eval { die "x\n"; 1 };
print defined $ok ? 1 : 0, "\n";
""",
    "the place of an error": """
eval { die 'no line end' }; print $@; eval { my $x = 1; die "at $x" }; print $@;
sub f { die 'in f' } eval { f() }; print $@;
""",
    "eval as a value": r"""
my $v = eval { 40 + 2 }; print "$v\n"; my $r = eval { die "no\n" } || 'default';
print "$r\n"; my @l = eval { (1, 2, 3) }; print scalar(@l), "\n";
my $n = eval { int(7.5) } // 0; print "$n\n";
""",
    "eval or do": r"""
eval { die "first\n"; 1 } or do { print "failed: $@" }; eval { 1 } or do { print "never\n" };
my $res = eval { 5 } or print "no\n"; print "$res\n";
unless (eval { die "u\n"; 1 }) { print "unless $@" }
""",
    "if ($@)": r"""
eval { die "oops\n" }; if ($@) { print "yes $@" }
if (my $err = $@) { chomp $err; print "[$err]\n" } eval { 1 }; print "none\n" unless $@;
if ($@ =~ /oops/) { print "no\n" }
""",
    "nested evals": r"""
eval { eval { die "inner\n" }; print "in: $@"; die "outer\n" }; print "out: $@";
eval { eval { die "a\n" }; die "b: $@" if $@ }; print $@;
""",
    "what is thrown again": r"""
eval { eval { die "once\n" }; die $@ }; print "again: $@";
eval { eval { die { n => 1 } }; die $@ if ref $@ }; print $@->{n}, "\n";
""",
    "objects as errors": r"""
package MyErr; sub new { my ($c, %a) = @_; return bless {%a}, $c } sub msg { $_[0]{msg} }
sub throw { my $c = shift; die $c->new(@_) } package main;
eval { MyErr->throw(msg => 'hot') };
if (ref $@ && $@->isa('MyErr')) { print $@->msg, " ", ref $@, "\n" } eval {
die MyErr->new(msg => 'b') }; print $@->{msg}, "\n";
""",
    "die out of a sub": r"""
sub check { my $n = shift; die "negative\n" if $n < 0; return sqrt $n }
for my $n (4, -1) { my $r = eval { check($n) }; print defined $r ? "ok $r" : "err $@", "\n" }
""",
    "return inside of eval": r"""
sub f { my $x = eval { return 5; 6 }; return $x + 1 } print f(), "\n";
sub g { eval { return 'inner' }; return 'outer' } print g(), "\n";
""",
    "loops that go on behind errors": r"""
my @done; for my $n (1 .. 4) { eval { die "odd\n" if $n % 2; push @done,
$n; 1 } or next; push @done, "after$n" } print "@done\n";
for my $i (1, 2) { eval { next if $i == 1; print "i$i\n" } }
""",
    "errors of the language": r"""
my $r = eval { 1 / 0 }; print $@ =~ /division by zero/ ? "div\n" : "no: $@\n"; my $z = 0;
eval { my $m = 5 % $z; }; print $@ ? "mod\n" : "none\n"; eval { my $u; my $x = $u->method; };
print $@ ? "undef\n" : "none\n";
""",
    "die at the end": r"""
print "start\n"; die "the end\n"; print "never\n";
""",
    "die with a number of lines": r"""
print "go\n"; my %h; $h{x} or die "no x: ", 'list', "\n";
""",
    "errors and local": r"""
our $level = 1; eval { local $level = 2; die "x\n" }; print "$level\n";
""",
    "$@ as a text": r"""
eval { die "line 1\nline 2\n" }; my ($first) = split /\n/, $@; print "$first\n";
(my $m = $@) =~ s/\n/|/g; print "$m\n"; print length $@, "\n"; my $s = "$@"; print lc $s;
print "starts\n" if $@ =~ /^line/;
""",
    "croak": r"""
use Carp; sub f { croak 'bad call' } eval { f() };
print $@ =~ /^bad call at / ? "ok\n" : "no $@\n"; eval { confess 'long' };
print $@ =~ /^long at/ ? "ok\n" : "no\n";
""",
    "unwinding with a status": r"""
sub run { my $r = eval { die "boom\n"; 1 }; return $r ? 0 : 2 } exit run() if print "x\n";
""",
    "die in an expression": r"""
my %h = (a => 1); my $v = $h{a} || die "no a\n"; my $w = eval { $h{b} // die "no b\n" };
print $v, defined $w ? 1 : 0, $@; my $t = exists $h{a} ? 'yes' : die 'never'; print "$t\n";
""",
    "what is told of warnings and errors": r"""
local $SIG{__WARN__} = sub { print "W: $_[0]" }; warn "careful\n";
local $SIG{__DIE__} = sub { print "D: $_[0]" }; eval { die "x\n" }; print "E: $@";
""",
    "eval that ends in a heredoc": r"""
sub show { "got $_[0]" } my $got = eval {
    show(<<"X");
a line
X
}; print $got; print do { 1; show(<<Y)
another
Y
};
""",
    "what Try::Tiny tells finally and catch": r"""
use Try::Tiny; my @order;
try { push @order, 'try' } finally { push @order, @_ ? 'failed' : 'fine' };
try { die "x\n" } catch { push @order, "caught $_[0]" . @_ } finally { push @order, "then @_" };
try { die "y\n" } catch { my $why = shift; push @order, "why $why" };
eval { try { die "in\n" } catch { die "out $_" } finally { push @order, "left $_[0]" } };
sub given { my $got = try { return 'value' } finally { push @order, 'fine ' . @_ }; return $got }
sub failed { my $got = try { die "z\n" } catch { return "not $_[0]" }
finally { push @order, "f @_" };
return $got }
push @order, given(1, 2), failed(3); chomp @order; print "$_\n" for @order;
""",
    "a block of Try::Tiny is a sub": r"""
use Try::Tiny; sub f { my $n = @_; try { print 'own: ', scalar(@_), "\n" };
try { die "x\n" } catch { my ($e) = @_; print $e }; print "@_ of $n\n" } f(7, 8);
sub g { my ($x) = @_; try { die "y\n" } finally { print "$x @_" } } g(1);
""",
    "blocks of catch with one expression": r"""
use Try::Tiny; my $y = 1; my $word = try { die 'x' } catch { 'unknown' };
my $twice = try { die { code => 7 } } catch { $_->{code} * 2 };
my $hash = try { die "why\n" } catch { +{ text => $_ } };
my $set = try { die 'x' } catch { $y = 4 }; print "$word $twice $set $y $hash->{text}";
""",
    "an eval in a list": r"""
sub f { return (1,2,3) } sub one { return 7 } sub bad { die "no\n" }
my @r = (eval { f() }, 1); print "@r\n";
@r = (eval { bad() }, 1); print "@r $@";
my %h = (a => [ eval { one() } ], b => [ eval { die "x\n"; 1 } ]);
print scalar(@{$h{a}}), scalar(@{$h{b}}), "\n";
print "v ", eval { one() }, "\n";
print join(",", map { eval { $_ > 1 ? die "b\n" : $_ } } 0..3), "\n";
my ($x, $y) = (eval { f() }); print "$x $y\n";
my ($z) = eval { f() }; print "$z\n";
for my $e (eval { f() }) { print "e$e" } print "\n";
push @r, eval { one() }, eval { bad() }; print "@r\n";
sub call { print scalar(@_), "\n" } call(eval { bad() }); call(eval { f() }, 2);
sub h { my @x = map { [eval { $_[0] + $_ }] } 1..2;
return join ",", map { $_->[0] } @x } print h(3), "\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    'my $x = eval "1 + 2";': "eval of a text",
    "eval { undefined_function(1) };": "undefined_function",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    'eval { die "x\\n" }; print $@ if $@;': [
        "try:",
        "except Exception as err:",
        'raise PerlDie("x\\n")',
    ],
}
