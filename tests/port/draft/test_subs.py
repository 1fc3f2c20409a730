"""What the drafts do that ``subs`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a signature whose first is the class": r"""
use feature 'signatures'; no warnings;
package Guest {
    sub new ($class, %a) { return bless { cpu => 1, %a }, $class }
    sub other ($kind, $n) { my $o = bless {}, $kind; $o->{name} = $n; return $o }
    sub name ($self) { $self->{name} }
}
print Guest->new(name => "web")->name, Guest->other("db")->name, "\n";
""",
    "implicit values": r"""
sub f { my $x = shift; $x * 2 } print f(4), "\n";
sub g { my $x = shift; if ($x > 1) { 'big' } else { 'small' } } print g(2), g(0), "\n";
sub h { my %h = (a => 1); $h{a} } print h(), "\n"; sub e { } my @l = e();
print scalar(@l), "\n";
""",
    "the value of an assignment at the end": r"""
sub f { my $x; $x = 5 } print f(), "\n"; my $n = 0; sub count { $n++ }
print count(), count(), $n, "\n"; my %h; sub put { $h{$_[0]} = $_[1] }
print put('a', 3), "\n";
""",
    "unless at the end": r"""
sub f { my $x = shift; unless ($x) { return 'empty' } 'full' } print f(0), f(1), "\n";
sub g { my $x = shift; return 'neg' if $x < 0; return 'zero' unless $x; 'pos' }
print g(-1), g(0), g(1), "\n";
""",
    "returning nothing": r"""
sub nothing { return } my $x = nothing(); my @x = nothing();
print defined $x ? 1 : 0, scalar(@x), "\n"; sub undefd { return undef } my @y = undefd();
print scalar(@y), "\n"; sub maybe { my $n = shift; return unless $n; return $n * 2 }
print maybe(2), defined maybe(0) ? 1 : 0, "\n";
""",
    "returning lists": r"""
sub pair { return (1, 2) } my ($x, $y) = pair(); my @l = pair(); my ($f) = pair();
my $last = pair(); print "$x$y @l $f $last\n"; sub arr { my @r = (4, 5, 6); return @r }
my $n = arr(); my @c = arr(); my ($g) = arr(); print "$n @c $g ", scalar(arr()), "\n";
""",
    "returning hashes": r"""
sub opts { return (a => 1, b => 2) } my %h = opts();
print join(',', map { "$_$h{$_}" } sort keys %h), "\n";
sub hr { my %x = (k => 'v'); return %x } my %g = hr(); print $g{k}, "\n";
sub ref1 { return { a => [1, 2] } } print ref1()->{a}[1], "\n";
""",
    "returning a list or a text, as it is asked": r"""
sub w { return wantarray ? (1, 2, 3) : 'one' } my @l = w(); my $s = w();
print scalar(@l), $s, "\n"; my ($f) = w(); print $f, " @{[w()]} " . w() . "\n";
print "in: ", scalar(w()), "\n";
""",
    "recursion": r"""
sub fact { my $n = shift; return $n <= 1 ? 1 : $n * fact($n - 1) } print fact(10), "\n";
sub fib { my ($n) = @_; $n < 2 ? $n : fib($n - 1) + fib($n - 2) } print fib(15), "\n";
sub depth { my ($t) = @_; return ref $t eq 'ARRAY' ? 1 + (sort { $b <=> $a } map {
depth($_) } @$t, 0)[0] : 0 } print depth([1, [2, [3]]]), "\n";
""",
    "subs that stand later": r"""
print later(2), "\n"; sub later { return $_[0] + 1 } print &later(5), "\n";
""",
    "subs as values": r"""
my $f = sub { my ($x) = @_; return $x ** 2 }; print $f->(3), &$f(4), "\n";
sub apply { my ($c, @l) = @_; return map { $c->($_) } @l }
print join(',', apply(sub { $_[0] + 1 }, 1, 2)), "\n"; sub named { return "n$_[0]" }
my $r = \&named; print $r->(7), "\n";
""",
    "closures": r"""
sub counter { my $n = shift; return sub { return $n++ } }
my ($a1, $b1) = (counter(1), counter(5)); print $a1->(), $a1->(), $b1->(), $a1->(), "\n";
my $total = 0; my $add = sub { $total += shift }; $add->(3); $add->(4); print "$total\n";
""",
    "closures that share": r"""
sub acc { my $v = 0; return { add => sub { $v += $_[0] }, get => sub { $v } } }
my $o = acc(); $o->{add}->(2); $o->{add}->(3); print $o->{get}->(), "\n";
""",
    "code that gives lists": r"""
my $f = sub { return (1, 2, 3) }; my @l = $f->(); print scalar(@l), "\n"; my ($x) = $f->();
my $c = sub { my @r = map { $_ * 2 } @_; return @r }; my @m = $c->(1, 2); print "$x @m\n";
""",
    "arrays are flattened": r"""
my @x = (1, 2); my %h = (k => 'v'); sub n { return scalar @_ }
print n(@x, 3), n(%h), n(@x, @x), n(()), "\n";
sub two { my ($p, $q) = @_; return "$p$q" } print two(@x), "\n";
""",
    "calls without parentheses": r"""
sub say_it { return join '-', @_ } print say_it 1, 2; print "\n";
""",
    "state and our": r"""
use feature 'state'; sub next_id { state $n = 0; return ++$n }
print next_id(), next_id(), "\n"; our $level = 2; sub level { return $level } $level = 3;
print level(), "\n"; my $file_wide = 1; sub bump { $file_wide++; return $file_wide } bump();
print bump(), "\n";
""",
    "returning early out of loops": r"""
sub find { my ($x, @l) = @_; for my $i (0 .. $#l) {
return $i if $l[$i] eq $x } return -1 } print find('b', 'a', 'b'), find('z'), "\n";
sub any_big { for (@_) { return 1 if $_ > 5 } return 0 }
print any_big(1, 9), any_big(1), "\n";
""",
    "true and false": r"""
sub is_even { my $n = shift; return $n % 2 == 0 }
print is_even(2) ? 'y' : 'n', is_even(3) ? 'y' : 'n', '[', is_even(3), ']', is_even(2), "\n";
sub ok { return !!shift } print 'x' . ok(0) . ok(5), "\n";
sub has { my ($h, $k) = @_; exists $h->{$k} }
print has({ a => 1 }, 'a') ? 1 : 0, has({}, 'a') ? 1 : 0, "\n";
""",
    "prototypes and ampersands": r"""
sub max2($$) { my ($x, $y) = @_; $x > $y ? $x : $y } print max2(1, 2), "\n";
sub blk(&@) { my ($c, @l) = @_; return join ',', map { $c->($_) } @l }
print blk { $_[0] * 3 } 1, 2; print "\n";
""",
    "nested data structures as results": r"""
sub config { my %c = (net => { ip => '10.0.0.1', ports => [22, 80] }); return \%c }
my $c = config(); print "$c->{net}{ip} $c->{net}{ports}[-1] ", scalar @{ $c->{net}{ports} },
"\n"; my ($h, $l) = ({ a => 1 }, [1]); sub both { return ($h, $l) } my ($x, $y) = both();
print $x->{a}, $y->[0], "\n";
""",
    "sorting subs with $a and $b": r"""
my %age = (x => 3, y => 1); sub by_age { $age{$a} <=> $age{$b} }
print join(',', sort by_age keys %age), "\n"; sub sorted { return sort { $a <=> $b } @_ }
print join(',', sorted(3, 1, 2)), "\n";
""",
    "blocks that subs get": r"""
sub transaction(&) { my $code = shift; return $code->() } transaction { my $x = 1;
print "in $x\n"; }; transaction { print "one\n" }; transaction { my $x = 2; print "two\n";
if ($x) { print "three\n" } };
sub using_it(&;$) { my ($c, $n) = @_; $c->($n); return } using_it { my $n = shift; $n++;
print "n$n\n" } 5;
""",
    "what a block in a block counts": r"""
my %r = do { my $n = 0; map { $_ => $n++ } qw(a b) };
print join(",", map { "$_$r{$_}" } sort keys %r), "\n";
""",
    "the count of what is pushed": r"""
my @l; my %h = (a => 1); sub add { push @l, @_ } print add(3, 4), "\n"; sub cut { delete $h{a} }
print cut(), "\n"; sub quiet { push @l, 1 } quiet(); my $n = do { 1; push @l, 5 }; print "$n\n";
my $e = eval { 1; unshift @l, 5 }; print "$e\n";
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    """
sub inner { return shift } sub pass { my $x = &inner; return "$x @_" } print pass(1, 2);
""": "hands its own arguments on",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "sub f { my ($x, $y) = @_; return $x + $y } print f(1, 2);": [
        "def f(x=None, y=None):",
        "return x + y",
    ],
    "sub add { my ($x) = @_; return \"<$x>\" } print add('a');": [
        "def add(x=None):",
        'return f"<{x}>"',
    ],
}
