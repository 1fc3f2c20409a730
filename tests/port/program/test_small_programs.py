"""Small programs, as scripts have them: their drafts print the same."""

from __future__ import annotations

import pytest

from tests.port.program import snippets
from tests.port.program.snippets import Ran

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "table": r"""
my @rows = (['name', 'state', 'mem'], ['web', 'running', 1024], ['db', 'off', 20480]);
my @w = (0) x 3;
for my $r (@rows) { for my $i (0 .. $#$r) { my $l = length $r->[$i];
$w[$i] = $l if $l > $w[$i] } }
my $fmt = join(' | ', map { "%-${_}s" } @w) . "\n";
printf $fmt, @$_ for @rows;
print '-' x ($w[0] + $w[1] + $w[2] + 6), "\n";
""",
    "config": r"""
my $text = "# c\n[main]\nname = web\nsize=10\n\n[net]\nip = 10.0.0.1\n";
my (%c, $s);
for my $line (split /\n/, $text) {
    next if $line =~ /^\s*(?:#|$)/;
    if ($line =~ /^\[(\w+)\]$/) { $s = $1; next }
    my ($k, $v) = $line =~ /^(\w+)\s*=\s*(.*?)\s*$/ or die "bad line: $line\n";
    $c{$s}{$k} = $v;
}
for my $sec (sort keys %c) { print "$sec: ", join(', ', map { "$_=$c{$sec}{$_}" } sort keys %{
$c{$sec} }), "\n" }
""",
    "word count": r"""
my $t = "the cat and the dog and the bird"; my %n; $n{$_}++ for split ' ', $t;
foreach my $w (sort { $n{$b} <=> $n{$a} || $a cmp $b } keys %n) { printf "%-5s %d\n", $w,
$n{$w} }
my ($most) = sort { $n{$b} <=> $n{$a} } keys %n; print "most: $most\n"; my $total = 0;
$total += $n{$_} foreach keys %n; print "total $total\n";
""",
    "queue": r"""
my @q = map { { id => $_, pri => $_ % 3 } } 1 .. 6; my @done;
while (my $job = shift @q) { if ($job->{pri} == 0 && !$job->{again}) { $job->{again} = 1;
push @q, $job; next } push @done, $job->{id} } print "@done\n";
""",
    "matrix": r"""
my @a = ([1, 2], [3, 4]); my @t;
for my $i (0 .. 1) { for my $j (0 .. 1) { $t[$j][$i] = $a[$i][$j] } }
print join(';', map { join ',', @$_ } @t), "\n";
my $sum = 0; $sum += $_ for map { @$_ } @a; print "$sum $a[-1][-1] $#{$a[0]}\n";
""",
    "recursion over data": r"""
sub dump_it { my ($d, $in) = @_; $in //= 0; my $p = '  ' x $in;
    if (ref $d eq 'HASH') { for my $k (sort keys %$d) { if (ref $d->{$k}) { print "$p$k:\n";
dump_it($d->{$k}, $in + 1) } else { print "$p$k: $d->{$k}\n" } } }
    elsif (ref $d eq 'ARRAY') { for my $i (0 .. $#$d) { print "$p- ", ref $d->[$i]
? "\n" : "$d->[$i]\n"; dump_it($d->[$i], $in + 1) if ref $d->[$i] } }
}
dump_it({ a => 1, l => [1, [2, 3]], h => { x => 'y' } });
""",
    "stack of objects": r"""
package Stack; sub new { my $class = shift; my $self = { items => [@_] }; bless $self,
$class; return $self; } sub push { my $self = shift; push @{ $self->{items} }, @_;
return $self } sub pop { my $self = shift;
return pop @{ $self->{items} } } sub size { scalar @{ $_[0]{items} } }
sub peek { $_[0]->{items}->[-1] }
package main; my $s = Stack->new(1); $s->push(2)->push(3, 4);
print $s->pop, $s->size, $s->peek, "\n"; while (defined(my $x = $s->pop)) { print $x }
print "\n";
""",
    "options by hand": r"""
my @args = ('-v', '--name', 'web', '--size=10', 'rest'); my (%o, @rest);
while (defined(my $a = shift @args)) { if ($a eq '-v') { $o{verbose}++ }
elsif ($a =~ /^--(\w+)=(.*)$/) { $o{$1} = $2 }
elsif ($a =~ /^--(\w+)$/) { $o{$1} = shift @args } else { push @rest, $a } }
print join(' ', map { "$_=$o{$_}" } sort keys %o), " @rest\n";
""",
    "time and size": r"""
sub human { my $b = shift; my @u = qw(B KiB MiB GiB); my $i = 0;
while ($b >= 1024 && $i < $#u) { $b /= 1024;
$i++ } return sprintf('%.1f %s', $b, $u[$i]) }
print join(', ', map { human($_) } 512, 2048, 5 * 1024 ** 2, 3e9), "\n";
sub hms { my $s = shift; return sprintf '%02d:%02d:%02d', int($s / 3600), ($s / 60) % 60,
$s % 60 } print hms(3725), hms(59), "\n";
""",
    "memo and ranges": r"""
my %m; sub fib { my $n = shift; return $m{$n} //= $n < 2
? $n : fib($n - 1) + fib($n - 2) } print fib(30), "\n";
my @p = grep { my $n = $_; !grep { $n % $_ == 0 } 2 .. sqrt $n } 2 .. 20; print "@p\n";
""",
    "strings": r"""
my $s = 'The quick brown fox';
print join(' ', map { ucfirst lc } reverse split / /, $s), "\n";
(my $t = $s) =~ s/(\w+)/<$1>/g; print "$t\n"; print scalar reverse($s), "\n";
my $v = () = $s =~ /[aeiou]/g; print "$v vowels\n"; print "$1-$2\n" if $s =~ /(\w)\w* (\w)/;
my %c; $c{lc $_}++ for $s =~ /\w/g;
print join('', map { "$_$c{$_}" } (sort { $c{$b} <=> $c{$a} || $a cmp $b } keys %c)[0 .. 2]),
"\n";
""",
    "errors that climb": r"""
package Err; sub new { my ($class, %a) = @_; return bless { %a }, $class }
sub throw { my $class = shift; die $class->new(@_) }
sub message { $_[0]{message} } package Err::IO; our @ISA = ('Err'); package main;
sub risky { my $n = shift; Err::IO->throw(message => "io $n") if $n == 1;
Err->throw(message => "plain $n") if $n == 2; die "text $n\n" if $n == 3; return "fine $n" }
for my $n (0 .. 3) { my $r = eval { risky($n) };
if (my $e = $@) { if (ref $e && $e->isa('Err::IO')) { print "IO: ", $e->message, "\n" }
elsif (ref $e) { print ref $e, ': ', $e->message, "\n" }
else { print "other: $e" } } else { print "$r\n" } }
""",
    "files": r"""
my $f = "snippet.txt"; open(my $o, '>', $f) or die "no: $!"; print $o "line $_\n" for 1 .. 3;
printf $o "%03d\n", 7; close $o; open(my $i, '<', $f) or die; my @l = <$i>; close $i;
chomp @l; print scalar(@l), " $l[-1] $.\n"; open $i, '<', $f;
while (<$i>) { chomp; next unless /2|3/; print "$.: $_\n" } close $i; open my $a, '>>', $f;
print {$a} "more\n"; close $a; print -s $f, " ", -e $f ? 'there' : 'gone', "\n"; unlink $f;
print -e $f ? 'there' : 'gone', "\n";
""",
    "data and heredocs": r"""
while (my $line = <DATA>) { chomp $line; my ($n, @v) = split /,/, $line; my $sum = 0;
$sum += $_ for @v; printf "%-4s %3d %s\n", $n, $sum, join('+',
@v) } my %h = (n => 'x'); print <<"E1" . <<'E2'; print "done\n";
value $h{n} @{[ 1 + 1 ]}
E1
raw $h{n}
E2
__DATA__
a,1,2
b,3
""",
    "dispatch": r"""
my %cmd = (help => \&help, add => sub { my ($x, $y) = @_; return $x + $y }, 'list' => sub {
return join ',', sort @_ }); sub help { return "commands: " . join(' ',
sort keys %cmd) } for my $c (['help'], ['add', 2, 3], ['list', 'b', 'a'], ['none']) { my ($n,
@a) = @$c; my $code = $cmd{$n}; print $code ? $code->(@a) : "unknown $n", "\n" }
""",
    "local in recursion": r"""
our $depth = 0; sub walk { my $t = shift; local $depth = $depth + 1; return ref $t
? "($depth:" . join(' ', map { walk($_) } @$t) . ")" : "$depth$t" }
print walk(['a', ['b', ['c']], 'd']), " $depth\n";
""",
    "hash of lists of hashes": r"""
my @vms = ({ n => 'a', h => 'h1', m => 2 }, { n => 'b', h => 'h2', m => 4 }, { n => 'c',
h => 'h1', m => 1 }); my %by; push @{ $by{$_->{h}} }, $_ for @vms; for my $h (sort keys %by) {
my $t = 0; $t += $_->{m} for @{ $by{$h} };
printf "%s: %s (%d, %.1f avg)\n", $h, join(' ', map { $_->{n} } sort {
$b->{m} <=> $a->{m} } @{ $by{$h} }), $t, $t / @{ $by{$h} } } delete $by{h1}; print join(',',
%by ? keys %by : 'none'), "\n"; my ($max) = sort {
$b->{m} <=> $a->{m} } @vms; print "$max->{n}\n"; print "any\n" if grep { $_->{m} > 3 } @vms;
my %idx = map { $_->{n} => $_ } @vms; $idx{a}{m} += 10; print $vms[0]{m}, "\n";
print exists $idx{z} ? 1 : 0, exists $idx{a}{zz} ? 1 : 0, "\n";
""",
    "chained strings and numbers": r"""
my @n = (10, 9, 8.5, '7', '06'); my ($min, $max) = ($n[0]) x 2;
for (@n) { $min = $_ if $_ < $min; $max = $_ if $_ > $max } print "$min $max\n";
my $avg = 0; $avg += $_ / @n for @n; printf "%.3f %s\n", $avg, $avg;
print join(',', map { $_ + 0 } @n), "\n"; my $str = '';
$str .= $_ . ($_ < 3 ? ',' : '') for 1 .. 3; print "$str\n";
print "a" lt "b" ? "lt" : "ge", 10 == 10.0 ? "eq" : "ne", "\n";
""",
    "parsing with states": r"""
my ($in, @out) = (0); for my $l ("x", "BEGIN", "a", "b", "END", "y") { if ($l eq 'BEGIN') {
$in = 1; next } if ($l eq 'END') { $in = 0;
next } push @out, $l if $in } print "@out\n"; my $depth = 0; my $ok = 1;
for my $c (split //, '(()())') { $c eq '(' ? $depth++ : $depth--; $ok = 0,
last if $depth < 0 } print $ok && !$depth ? "balanced\n" : "not\n";
""",
    "sets": r"""
my %a = map { $_ => 1 } qw(a b c); my %b = map { $_ => 1 } qw(b c d);
print join(',', sort grep { $b{$_} } keys %a), ' ', join(',', sort grep { !$b{$_} } keys %a),
' '; my %u = (%a, %b); print join(',', sort keys %u), "\n";
delete @a{grep { $b{$_} } keys %a}; print join(',', keys %a), "\n";
""",
    "arguments of many forms": r"""
sub f { my ($self, %o) = @_ % 2 ? @_ : ('none', @_);
return "$self:" . join ',', map { "$_$o{$_}" } sort keys %o }
print f('me', a => 1), f(b => 2), "\n";
sub g { my $o = ref $_[0] ? shift : {}; return join '-', $o->{s} // 'd', @_ }
print g({ s => 'x' }, 1), g(2, 3), "\n";
sub h { my @a = @_; my $last = pop @a; return "$last<" . scalar(@a) } print h(1, 2, 3), "\n";
sub i { @_ ? "some" : "none" } print i(), i(1), "\n";
""",
    "return in loops and conditions": r"""
sub find { my ($l, $c) = @_; for my $x (@$l) { return $x if $c->($x) } return }
my $f = find([1, 5, 9], sub { $_[0] > 3 }); print defined $f ? $f : 'none', "\n";
my $g = find([1], sub { 0 }); print defined $g ? $g : 'none', "\n";
sub cls { my $n = shift; return 'neg' if $n < 0; if ($n == 0) { return 'zero' }
elsif ($n < 10) { return 'small' }
else { return 'big' } } print join(',', map { cls($_) } -1, 0, 5, 50), "\n";
my ($q, $r) = divmod(17, 5); sub divmod { my ($a, $b) = @_; return (int($a / $b),
$a % $b) } print "$q $r\n";
""",
    "string building with formats": r"""
my %s = (cpu => 12.5, mem => 88, disk => 7);
for (sort { $s{$b} <=> $s{$a} } keys %s) { my $bar = '#' x int($s{$_} / 10);
printf "%-6s|%-10s| %5.1f%%\n", $_, $bar, $s{$_} } print '-' x 20 . "\n";
print "=" x (length("title") + 2), "\n"; my $line = sprintf("%s" . ",%s" x 2, 'a', 'b', 'c');
print "$line\n"; print join("\t", map { sprintf '%3s', $_ } 1, 22, 333), "\n";
""",
    "swapping keys and values, counting": r"""
my %h = (one => 1, two => 2); my %r = reverse %h; print $r{2}, "\n"; my %n;
push @{ $n{length $_} }, $_ for qw(a bb cc d);
print join(' ', map { "$_:" . join('/', @{ $n{$_} }) } sort { $a <=> $b } keys %n), "\n";
my @sorted = map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [length($_),
$_] } qw(ccc a bb); print "@sorted\n"; while (my ($k, $v) = each %h) { $h{$k} = $v * 10 }
print join(',', map { $h{$_} } sort keys %h), "\n";
my ($first) = map { $_ * 2 } grep { $_ > 1 } 1 .. 3; print "$first\n";
print scalar(grep { $_ } 0, 1, 2), "\n";
""",
}


@pytest.fixture(scope="module")
def ran() -> dict[str, Ran]:
    return snippets.run(SNIPPETS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_draft_prints_the_same(name: str, ran: dict[str, Ran]) -> None:
    ran[name].assert_same()
