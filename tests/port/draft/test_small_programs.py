"""Small programs, as scripts have them: their drafts print the same."""

from __future__ import annotations

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
    "virt list": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
for my $d (sort { $a->get_name cmp $b->get_name } $c->list_domains) { my $i = $d->get_info;
printf "%s %d %s %d\n", $d->get_name, $d->get_id,
$i->{state} == Sys::Virt::Domain::STATE_RUNNING ? 'running' : 'other',
$i->{maxMem} / 1024; } print scalar($c->list_domains), " ", $c->num_of_domains, "\n";
my ($dom) = $c->list_domains; print ref $dom, " ", $dom->is_active ? 'active' : 'off', " [",
$dom->is_persistent, "]\n";
""",
    "virt errors": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
my $d = eval { $c->get_domain_by_name('nope') };
if ($@) { print ref $@, " ", $@->code == Sys::Virt::Error::ERR_NO_DOMAIN
? 'no domain' : 'other', " ", $@->message, "\n"; } print defined $d ? 1 : 0, "\n";
eval { $c->get_domain_by_name('nope'); 1 } or print "failed: ", ($@->message =~ /not found/
? 'not found' : $@), "\n"; sub find { my $n = shift; my $x = eval {
$c->get_domain_by_name($n) } or return; return $x->get_name }
print find('test') // 'none', find('zz') // 'none', "\n";
""",
    "virt data": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
my %by = map { $_->get_name => $_ } $c->list_all_domains;
print join(',', sort keys %by), "\n"; my $n = $c->get_node_info;
print join(' ', map { "$_=$n->{$_}" } grep { /cpus|model/ } sort keys %$n), "\n";
my @nets = map { { name => $_->get_name, bridge => $_->get_bridge_name,
active => $_->is_active } } $c->list_all_networks;
print "$_->{name} $_->{bridge} $_->{active}\n" for @nets;
my ($state, $reason) = $by{test}->get_state; print "$state $reason\n";
my $xml = $by{test}->get_xml_description; print $1, "\n" if $xml =~ m{<name>([^<]+)</name>};
my @v = $by{test}->get_vcpu_info; print scalar(@v), " $v[0]{number}\n";
""",
    "virt pools": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
foreach my $p ($c->list_all_storage_pools) { my $i = $p->get_info;
printf "%-15s %6.1f GiB %s\n", $p->get_name, $i->{capacity} / 1024 ** 3, $p->is_active
? 'up' : 'down'; my @vols = $p->list_all_volumes;
print scalar(@vols), " volumes\n"; } my $t = 0; $t += $_->get_info->{capacity}
for $c->list_all_storage_pools; print $t, "\n";
print join(',', map { $_->get_name } grep { $_->is_active } $c->list_all_interfaces), "\n";
""",
    "last evaluated of if in sub": r"""
sub f { my $x = shift; if ($x > 5) { return "big" } "small" }
sub g { my $x = shift; $x > 5 ? "b" : "s" }
sub h { my %m = (a => 1); return $m{$_[0]} ? 1 : 0 }
sub k { my ($x) = @_; unless (defined $x) { return "undef" } return "def $x" }
print f(9), f(1), g(9), h('a'), h('z'), k(), k(0), "\n";
""",
    "hash in list context and exists": r"""
my %h = (a => 1, b => { c => [1, 2] }); if (my $v = $h{b}{c}[1]) { print "$v\n" }
print exists $h{b}{x} ? 1 : 0, defined $h{q}{r} ? 1 : 0, exists $h{q} ? 1 : 0, "\n";
my %copy = %{ $h{b} }; $copy{c}[0] = 9; print $h{b}{c}[0], "\n";
my @ks = sort { $a cmp $b } map { uc } keys %h; print "@ks\n"; my $cnt = keys %{ $h{b} };
print $cnt, "\n"; my ($x, $y) = @{ $h{b}{c} }; print "$x$y\n";
for my $e (@{ $h{new} || [] }) { print "never" } print exists $h{new} ? 1 : 0, "\n";
push @{ $h{list} ||= [] }, 5; print $h{list}[0], "\n"; my @e = @{ $h{none} // [] };
print scalar(@e), "\n";
""",
    "string functions": r"""
my $s = "Hello, World"; print lc $s, uc($s), length $s, "\n";
print index($s, 'World'), substr($s, 7), substr($s, -5, 3), ucfirst lc 'ABC', "\n";
print join('|', map { sprintf '%-6s', $_ } split /,\s*/, $s), "\n"; print $s x 2, "\n";
print 'abc' . 'd' x 3 . 'e', "\n"; my @c = unpack 'A1 A4 A*', $s; print "@c\n";
print join(',', map { ord } split //, 'AZ'), chr 97, "\n";
print sprintf('%s', join ' ', reverse split / /, 'a b c'), "\n";
print "yes\n" if $s eq 'Hello, World' and $s ne 'x' and 'a' lt 'b';
my $p = 'x' . ' ' x 3 . 'y'; print "$p\n";
print ucfirst(join(' ', qw(a b))), lcfirst('ABC'), "\n"; print "repeat: ", '-=' x 3, "\n";
(my $u = $s) =~ tr/a-z//cd; print "$u\n"; my $cnt = ($s =~ tr/o/o/); print "$cnt\n";
print "ok\n" if "abc" =~ /^a.c$/ && "ABC" =~ /abc/i;
""",
    "numeric formats": r"""
print 0.1 + 0.7, " ", 1.0, " ", 1.50, " ", 3.14e2, " ", 1/7, " ", 1e9 * 1e9, " ",
255 == 255.0, " ", 10 ** -2, " ", 5 <=> 3, " ", -17 / 4, " ", int(-17 / 4), " ", -17 % 4, " ",
2 ** 31, " ", 1_000_000 * 3, "\n"; my $x = "3 apples";
{ no warnings; print $x + 2, " ", $x * 2, " ", "abc" * 1, " ", "1.5e1x" + 0, "\n" }
my $i = 7; $i /= 2; print "$i "; $i = int $i; print "$i "; $i **= 3; print "$i "; $i %= 5;
print "$i "; $i .= "x"; print "$i\n";
print 1 <=> 2, 'b' cmp 'a', !!1, !!0 eq '' ? 'empty' : 'no', "\n";
printf "%.2f %5.1f %e %g\n", 2.345, 9.99, 12345.678, 0.00001234;
print 9999999999999999, " ", 0.1 + 0.2 == 0.3 ? 'eq' : 'ne', " ", 1e3 == 1000 ? 'eq' : 'ne',
"\n"; print 7 <=> "7.0", " ", "10" == 10.0, " ", "abc" lt "abd", "\n";
""",
    "list functions": r"""
my @a = (5, 3, 9); my ($min) = sort { $a <=> $b } @a; my @r = reverse @a;
my @s = @a[1 .. $#a]; my @w = (@a) x 2; my $last = $a[-1]; my $c = @a;
my @sp = splice @w, 1, 2; print "$min @r @s @w $last $c @sp\n";
my @z = map { [$_, $_ * 2] } @a; print join(',', map { "$_->[0]:$_->[1]" } @z), "\n"; my %h;
@h{@a} = ('x') x @a; print join(',', map { "$_$h{$_}" } sort keys %h), "\n";
my @flat = map { ref $_ ? @$_ : $_ } (1, [2, 3], 4); print "@flat\n";
print "found\n" if grep { $_ == 9 } @a; my ($idx) = grep { $a[$_] == 9 } 0 .. $#a;
print "$idx\n"; my @sorted = sort { $b <=> $a } @a; print "@sorted[0, 1]\n";
print join(',', (1 .. 3, 'a' .. 'c')), "\n"; my @copy = @a; $copy[0] = 0; print "@a\n";
my @two = ([1, 2], [3]); push @{ $two[1] }, 4;
print scalar(@{ $two[1] }), $two[1]->[1], "\n"; @a = () if 0; $#a = 0; print "@a\n";
my @u = do { my %s; grep { !$s{$_}++ } qw(a b a) }; print "@u\n";
print exists $a[5] ? 1 : 0, defined $a[0] ? 1 : 0, "\n"; my @e = (); print "empty\n" if !@e;
print "last: $#e\n"; unshift @e, 1, 2; print "@e\n";
""",
    "closures over loop variables": r"""
my @c; for my $n (1 .. 3) { my $sq = $n * $n; push @c, sub { return "$n:$sq" } }
print join(' ', map { $_->() } @c), "\n"; my @d; my $k = 0;
while ($k < 3) { my $m = $k; push @d, sub { $m * 10 }; $k++ }
print join(' ', map { $_->() } @d), "\n";
my %h = map { my $x = $_; $x => sub { "<$x$_[0]>" } } qw(a b);
print $h{a}->(1), $h{b}->(2), "\n"; my $add;
{ my $total = 0; $add = sub { $total += $_[0]; return $total } } $add->(5);
print $add->(6), "\n";
""",
    "interplay of sort, uniq and hashes of arrays": r"""
my %g; for my $p (['x', 3], ['y', 1], ['x', 1]) { push @{ $g{ $p->[0] } }, $p->[1] }
for my $k (sort keys %g) { my @v = sort { $a <=> $b } @{ $g{$k} };
print "$k: @v (", scalar(@v), ")\n" }
my ($longest) = sort { @{ $g{$b} } <=> @{ $g{$a} } } keys %g; print "$longest\n";
my @all = map { @{ $g{$_} } } sort keys %g; print "@all\n";
my %sum = map { my $k = $_; my $t = 0; $t += $_ for @{ $g{$k} }; $k => $t } keys %g;
print join(',', map { "$_=$sum{$_}" } sort keys %sum), "\n";
""",
    "nested ternaries, unless/else, complex conditions": r"""
for my $n (-5, 0, 7, 50) { my $c = $n < 0 ? 'neg' : $n == 0 ? 'zero' : $n < 10
? 'few' : 'many'; unless ($n) { print "none:" } else { print "some:" }
print "$c " } print "\n"; my ($p, $q, $r) = (1, 0, ''); print 'a' if $p and not $q;
print 'b' if !($p && $q) || $r; print 'c' unless $q or $r;
print 'd' if defined $r && !length $r; print "\n"; my $v = $q || $r || 'fallback';
my $w = $q // 'undef'; print "$v $w\n"; my $z = ($p && 'yes') || 'no'; print "$z\n";
print "chained\n" if 1 < 2 and 2 < 3; my %o = (debug => 0);
my $lvl = exists $o{debug} ? $o{debug} : 9; print $lvl, "\n";
print "empty string is false\n" if !''; print "0.0 is true\n" if '0.0';
print "00 is true\n" if '00';
""",
    "idioms of methods": r"""
package Node; my $count = 0; sub new { my $proto = shift; my $class = ref($proto)
|| $proto; my $self = {}; bless($self, $class); $self->_init(@_); $count++;
return $self; } sub _init { my ($self, %args) = @_; $self->{name} = $args{name} || 'anon';
$self->{kids} = []; @$self{qw(x y)} = (1, 2); } sub name { my ($self) = @_;
return $self->{name}; } sub add { my $self = shift;
for my $k (@_) { push @{ $self->{kids} }, $k; } return $self; }
sub kids { return @{ $_[0]->{kids} }; } sub count { return $count; }
sub clone { my $self = shift; return (ref $self)->new(name => $self->name . '2'); }
sub walk { my ($self, $cb, $d) = @_; $d ||= 0; $cb->($self, $d);
$_->walk($cb, $d + 1) for $self->kids; } package main;
my $r = Node->new(name => 'root');
$r->add(Node->new(name => 'a'), Node->new)->add(Node->new(name => 'c'));
($r->kids)[0]->add(Node->new(name => 'deep'));
$r->walk(sub { my ($n, $d) = @_; print '  ' x $d, $n->name, "\n"; });
print Node::count(), Node->count, " ", scalar($r->kids), " $r->{x}$r->{y}\n";
print $r->clone->name, " ", ref($r->clone), "\n"; my $m = "name"; print $r->$m, "\n";
print Node->can('walk') ? "can\n" : "no\n"; print __PACKAGE__, "\n";
""",
    "references everywhere": r"""
my @l = (1, 2, 3); my $r = \@l; my @c = @$r; push @c, 4;
print "$$r[0] ${$r}[1] $r->[2] @$r[0,1] $#{$r} $#$r ", scalar(@$r), "\n";
my %h = (a => [1, { b => 2 }]); my $x = \%h;
print $x->{a}->[1]->{b}, $$x{a}[0], ${$x}{a}->[1]{b}, "\n"; my $code = \&main::twice;
sub twice { return $_[0] * 2 } print $code->(4), &$code(5), &{$code}(6), "\n";
my @fns = map { my $n = $_; sub { $n + $_[0] } } 1 .. 3;
print join(',', map { $_->(10) } @fns), "\n"; my ($p, $q) = (\my @a1, \my %h1); push @$p, 7;
$q->{k} = 8; print "@a1 $h1{k}\n"; my $s = "text"; my $sr = \$s; $$sr .= "!";
print "$s ", length $$sr, "\n";
sub change { my ($l, $h) = @_; $l->[0] = 'x';
$h->{new} = 1; @$l = (@$l, 'y'); } change(\@l, \%h);
print "@l ", join(',', sort keys %h), "\n"; print ref(\$r), ref($code), ref([]), "\n";
my @two = @{[1, 2]}; my ($f) = @{ $x->{a} }; print "@two $f\n"; my $deep = [[1, [2, 3]], 4];
print $deep->[0][1][1], $$deep[0]->[0], "\n"; print "same\n" if $r == \@l;
if (ref $x eq 'HASH' && ref $x->{a} eq 'ARRAY') { print "typed\n" }
""",
    "sub results in contexts": r"""
sub lst { return (3, 4, 5) } sub arr { my @x = (3, 4, 5); return @x }
sub hsh { return (a => 1, b => 2) } sub aref { return [1, 2] }
sub ctx { return wantarray ? "list" : "scalar" } my ($a1) = lst(); my $b1 = arr();
my $c1 = (lst())[1]; my %h = hsh(); my $n = () = lst(); my @l = (arr(), lst());
print "$a1 $b1 $c1 $h{b} $n ", scalar(@l), "\n";
print "ctx: ", ctx(), " ", scalar(ctx()), "\n"; my $s = ctx(); my ($t) = ctx();
print "$s $t\n"; print "last: ", (arr())[-1], " ", aref()->[1], " @{aref()} ", join('+',
arr()), "\n"; if (my @r = lst()) { print scalar(@r), "\n" } for my $v (arr()) {
print $v } print "\n"; my @sorted = sort { $b <=> $a } arr(); print "@sorted\n";
my ($min, $max) = (sort { $a <=> $b } lst())[0, -1]; print "$min $max\n";
print "count: " . arr() . "\n"; return_it() if 1; sub return_it { print "called\n"; return }
my @m = map { $_ * 2 } arr(); print "@m[0..1]\n"; print scalar(my @e = ()), "\n";
my $str = join ',', map { "$_" } lst(); print $str, "\n";
""",
    "text processing": r"""
my @lines = ("root:x:0:0:root:/root:/bin/bash", "daemon:x:1:1::/usr/sbin:/usr/sbin/nologin",
"# comment", ""); for (@lines) { next if /^#/ || !length; my ($user, undef, $uid,
@rest) = split /:/; printf "%-8s %3d %s %d\n", $user, $uid, $rest[-1],
scalar @rest; }
my $log = "2024-01-15 10:22:33 ERROR disk full (97%)\n2024-01-15 10:23:00 INFO ok\n"; my %n;
while ($log =~ /^(\S+) (\S+) (\w+) (.*)$/mg) { my ($d, $t, $lvl, $msg) = ($1, $2, $3, $4);
$n{$lvl}++; my ($h) = $t =~ /^(\d+)/; print "$lvl at $h: $msg\n";
if ($msg =~ /(\d+)%/) { print "pct $1\n" } }
print join(',', map { "$_=$n{$_}" } sort keys %n), "\n";
my $tpl = 'Dear {name}, you owe {amount}.'; my %v = (name => 'Bob', amount => '$5');
$tpl =~ s/\{(\w+)\}/$v{$1}/g; print "$tpl\n";
my $csv = join ',', map { /[,"]/ ? do { (my $q = $_) =~ s/"/""/g;
qq("$q") } : $_ } ('a', 'b,c', 'd"e'); print "$csv\n";
my $s = "  many   spaces here "; $s =~ s/^\s+|\s+$//g; $s =~ s/\s+/ /g; print "[$s]\n";
print join('|', 'k1=v1;k2=v2' =~ /(\w+)=(\w+)/g), "\n"; my $x = "aaa";
my $c = ($x =~ s/a/b/g); print "$c $x\n";
print "camelCaseString" =~ s/([A-Z])/_\l$1/gr, "\n";
my ($ext) = 'file.tar.gz' =~ /\.([^.]+)$/; print $ext, "\n";
print ucfirst(lc("HELLO")) . "\n", "abc" x 2 . "\n"; my $p = "1,234,567"; $p =~ tr/,//d;
print $p + 1, "\n"; 1 while $p =~ s/^(\d+)(\d{3})/$1,$2/; print "$p\n";
""",
    "loops of all kinds": r"""
my $i = 10; do { $i -= 3 } while $i > 0; print "$i\n"; until ($i >= 3) { $i++ } print "$i\n";
for (my ($a, $b) = (0, 10); $a < $b; $a += 3, $b -= 2) { print "$a,$b " } print "\n";
my @stack = 1 .. 3; while (my $t = pop @stack) { print $t; push @stack, 9 if $t == 3 }
print "\n"; my %h = (a => 1, b => 2);
foreach my $k (sort { $h{$b} <=> $h{$a} } keys %h) { print "$k$h{$k}" } print "\n";
my ($x, $y) = (0, 0); OUTER: while (1) { $x++; for my $z (1 .. 5) {
next OUTER if $z > 2 && $x < 3; last OUTER if $x >= 3;
$y += $z } } print "$x $y\n"; print "$_\n" for grep { $_ & 1 } 1 .. 4; my $n = 0; { $n++;
last if $n > 5; redo if $n < 3; } print "$n\n"; for my $p ([1, 2], [3, 4]) { my ($l,
$r) = @$p; print $l * $r,
' ' } print "\n"; my @copy = @h{qw(a b)}; $_ *= 2 for @copy; print "@copy $h{a}\n";
for my $idx (reverse 0 .. $#copy) { print "$idx=$copy[$idx] " } print "\n";
while (my ($k, $v) = each @copy) { print "$k:$v " } print "\n"; my $cnt = 0;
$cnt += $_ foreach 1 .. 10; print "$cnt\n"; for (;;) { last if ++$cnt > 57 } print "$cnt\n";
my @w = map { chomp(my $l = $_); $l } ("a\n", "b\n"); print "@w\n"; last_one();
sub last_one { for (1 .. 3) { return print "ret $_\n" if $_ == 2 } }
""",
    "files and directories": r"""
my $d = "dir_$$"; mkdir $d or die "mkdir: $!";
for my $n (qw(b a c)) { open(my $fh, '>', "$d/$n.txt") or die; print {$fh} "$n\n" x 2;
close($fh) or die } opendir(my $dh, $d) or die; my @f = sort grep { !/^\.\.?$/ } readdir $dh;
closedir $dh; print "@f\n"; my @g = sort glob("$d/*.txt"); print scalar(@g), "\n";
open(my $in, '<', "$d/a.txt") or die "open: $!"; my $first = <$in>; chomp $first;
my @rest = <$in>; close $in; print "$first ", scalar(@rest), "\n";
rename "$d/a.txt", "$d/z.txt";
print -e "$d/a.txt" ? 'yes' : 'no', -f "$d/z.txt" ? 'file' : '', -d $d ? 'dir' : '',
-s "$d/z.txt", "\n"; my $text = do { open my $f, '<', "$d/z.txt" or die; local $/; <$f> };
print length $text, "\n"; open(my $app, '>>', "$d/b.txt"); printf $app "%s-%d\n", 'x', 5;
close $app; open($in, '<', "$d/b.txt");
while (defined(my $l = <$in>)) { chomp $l; print "$.:$l " } print "\n"; close $in;
if (open my $no, '<', "$d/nope") { print "?" }
else { print "failed: ", $! ? 'error' : 'none', "\n" } unlink glob "$d/*"; rmdir $d;
print -d $d ? 'still' : 'gone', "\n"; my $buf = ''; open my $mem, '>', \$buf;
print $mem "in memory"; close $mem; print "$buf\n";
""",
    "blocks in map": r"""
my @r = map { eval { die "x\n" if $_ == 2; $_ * 10 } // 'bad' } 1 .. 3; print "@r\n";
my @q = map { my $x = do { my $y = $_ + 1; $y * 2 }; $x } 1, 2; print "@q\n";
my %h = map { $_ => do { my $t = $_; $t =~ s/a/b/; $t } } qw(a ca);
print join(',', map { "$_$h{$_}" } sort keys %h), "\n";
my @g = grep { my $ok = eval { die if $_ > 2; 1 }; $ok } 1 .. 4; print "@g\n";
my @f = map { my $n = $_; sub { $n * $_[0] } } 1, 2; print $f[1]->(5), "\n";
my @s = map { substr($_, 0, 1) . do { 'z' } } qw(ab cd); print "@s\n";
use List::Util 'first'; my $w = first { my $l = lc $_; $l eq 'b' } qw(A B); print "$w\n";
""",
    "local at the end of subs": r"""
our $v = 1; sub f { local $v = 2; $v * 3 } print f(), $v, "\n";
sub g { local $_ = shift; s/a/b/; $_ } print g('cat'), "\n";
sub slurp { my $n = shift; open my $fh, '<', $n or die; local $/; <$fh> }
print length(slurp($0)) > 50 ? "long\n" : "short\n";
my $t = do { local $_ = 'xyz'; tr/x/q/; $_ }; print "$t\n";
""",
    "nested data updates": r"""
my %cfg = (hosts => [{ n => 'a', ports => [80] }], opts => { v => 1 });
push @{ $cfg{hosts}[0]{ports} }, 443; $cfg{hosts}[1]{n} = 'b'; $cfg{opts}{level} ||= 5;
$cfg{opts}{v} += 2; $_->{up} = 1 for @{ $cfg{hosts} };
my @up = grep { $_->{up} } @{ $cfg{hosts} };
print scalar(@up), " $cfg{hosts}[-1]{n} @{ $cfg{hosts}[0]{ports} } ", join(',', map {
"$_=$cfg{opts}{$_}" } sort keys %{ $cfg{opts} }), "\n"; my ($h) = grep { $_->{n} eq 'b' } @{
$cfg{hosts} }; $h->{n} = 'B'; print $cfg{hosts}[1]{n}, "\n"; delete $cfg{hosts}[0]{ports};
print join(',', sort keys %{ $cfg{hosts}[0] }), "\n"; splice @{ $cfg{hosts} }, 0, 1;
print scalar @{ $cfg{hosts} }, "\n"; my @paths; my $walk;
$walk = sub { my ($d, $p) = @_;
if (ref $d eq 'HASH') { $walk->($d->{$_}, "$p/$_") for sort keys %$d }
elsif (ref $d eq 'ARRAY') { $walk->($d->[$_], "$p/$_") for 0 .. $#$d }
else { push @paths, "$p=$d" } }; $walk->(\%cfg, ''); print join(' ', @paths), "\n";
""",
    "strings and numbers mixed": r"""
my $n = "5"; my $m = $n + 5; my $s = $n . 5; my $z = "10" == 10.0 ? 'eq' : 'ne';
my $t = "abc" eq 'abc' && "1" == 1; print "$m $s $z $t\n";
my @v = sort { $a <=> $b } ("10", 9, "2.5"); print "@v\n"; my $total = 0;
$total += $_ for ("1", 2, "3.5"); print "$total\n";
print "5" * "4", " ", "3" x 3, " ", "2" ** 3, " ", "7" % 4, " ", -"3", "\n"; my $i = "9";
$i++; print $i; my $j = "a9"; $j++; print " $j"; my $k = "Zz"; $k++; print " $k\n";
my $price = 19.99; printf "%.2f %d %s\n", $price * 3, $price, $price;
print 0.1 + 0.2, " ", 1e3, " ", 1.10, " ", 100 * 1.15, "\n";
print "inf\n" if 9**9**9 == 9**9**9 * 2; print int("42abc" =~ /(\d+)/ ? $1 : 0), "\n";
my $big = 2 ** 40; print "$big ", $big / 2 ** 30, "\n";
print 10 / 3 == 3.3333 ? 'y' : 'n', " ", abs(-5.5), " ", sqrt(2) ** 2, "\n";
my ($a1, $b1) = (7, 2); print $a1 / $b1, " ", int($a1 / $b1), " ", $a1 % $b1, " ", $a1 ** $b1,
" ", $a1 . $b1, " ", $a1 x $b1, "\n";
""",
    "globals and packages": r"""
package Conf; our %defaults = (size => 10, color => 'red'); our $verbose = 0;
sub get { my ($k, $d) = @_; return exists $defaults{$k} ? $defaults{$k} : $d }
sub set { $defaults{$_[0]} = $_[1]; return } package main; our $VERSION = '1.02';
print Conf::get('size'), Conf::get('none', 'dflt'), "\n"; Conf::set('size', 20);
print $Conf::defaults{size}, "\n"; $Conf::verbose = 1; print "verbose\n" if $Conf::verbose;
my %all = (%Conf::defaults, extra => 1);
print join(',', map { "$_=$all{$_}" } sort keys %all), "\n";
print "v$main::VERSION $VERSION\n"; @main::list = (1, 2); our @list; print "@list\n";
{ package Inner; our $x = 5; sub x { return $x * 2 } } print Inner::x(), $Inner::x, "\n";
{ no strict 'refs'; my $f = "Conf::get"; print &$f('color'), "\n"; }
""",
    "chained methods and closures in objects": r"""
package Builder; sub new { bless { parts => [], on => {} }, shift }
sub add { my ($s, @p) = @_; push @{ $s->{parts} }, @p; $s }
sub on { my ($s, $e, $cb) = @_; push @{ $s->{on}{$e} }, $cb; return $s }
sub fire { my ($s, $e, @a) = @_; my $n = 0;
for my $cb (@{ $s->{on}{$e} || [] }) { $cb->($s, @a); $n++ } return $n }
sub build { my $s = shift; return join $s->{sep} // '-', @{ $s->{parts} } } package main;
my $seen = ''; my $b = Builder->new->add('a')->add('b', 'c')->on(done => sub { my ($o,
$x) = @_; $seen .= "done:$x;" })->on('done', sub { $seen .= scalar @{
$_[0]{parts} } }); print $b->build, " ", $b->fire('done', 7), " ", $b->fire('none'),
" $seen\n"; $b->{sep} = '+'; print $b->build, "\n";
my %reg = map { my $n = $_; ($n => sub { Builder->new->add($n, @_)->build }) } qw(x y);
print $reg{x}->(1, 2), $reg{y}->(), "\n";
""",
    "command loop": r"""
my @in = ("add 3", "add 4", "mul 2", "show", "bad", "quit", "add 9"); my $acc = 0;
my %h = (add => sub { $acc += shift }, mul => sub { $acc *= shift }, show => sub {
print "acc=$acc\n" }); LINE: foreach my $line (@in) { my ($cmd, @args) = split ' ',
$line; last LINE if $cmd eq 'quit'; my $c = $h{$cmd};
unless ($c) { print "unknown: $cmd\n"; next } $c->(@args) } print "end $acc\n";
my $str = "a=1&b=2&c"; my %q = map { my ($k, $v) = split /=/, $_, 2; $k => defined $v
? $v : '' } split /&/, $str; print join(';', map { "$_:$q{$_}" } sort keys %q), "\n";
my @parts = map { ucfirst } split /_/, "snake_case_name"; print join('', @parts), "\n";
my ($y, $mo, $d) = "2024-03-09" =~ /^(\d{4})-(\d\d)-(\d\d)$/ or die;
print $y + 0, '/', $mo + 0, '/', $d + 0, "\n";
printf "%s\n", join ' ', map { sprintf "%02x", $_ } unpack("C*", "AZ\n"); my $text = '';
$text .= "$_\n" foreach 'x' .. 'z'; print $text, length($text), "\n";
my @m = ("k1: v1\nk2: v2" =~ /^(\w+): (\w+)$/mg); print "@m\n";
""",
    "sub with many returns and contexts": r"""
sub parse { my ($s) = @_; return unless defined $s && length $s; my %r;
for my $p (split /;/, $s) { my ($k, $v) = split /=/, $p; next unless defined $v;
$r{$k} = $v } return wantarray ? %r : \%r } my %h = parse('a=1;b=2;c'); my $r = parse('x=9');
my @none = parse(''); my $u = parse(undef);
print join(',', map { "$_$h{$_}" } sort keys %h), " $r->{x} ", scalar(@none), defined $u
? 1 : 0, "\n"; sub minmax { my @s = sort { $a <=> $b } @_; return @s ? ($s[0],
$s[-1]) : () } my ($lo, $hi) = minmax(3, 1, 2); my @e = minmax(); print "$lo $hi ",
scalar(@e), "\n"; sub maybe { my $f = shift; return $f ? (1, 2) : undef } my @m = maybe(0);
my ($q) = maybe(1); print scalar(@m), $q, "\n";
sub status { my $n = shift; return ($n > 1, "n=$n") } my ($ok, $msg) = status(2);
print $ok ? "ok $msg\n" : "no\n"; my ($ok2) = status(0); print "[", $ok2 ? 1 : 0, "]\n";
print "is: ", (status(5))[1], "\n"; if ((my $c = () = minmax(1, 2)) == 2) { print "two\n" }
""",
    "hash functions": r"""
my %h = (one => 1, two => 2, three => 3); while (my ($k, $v) = each %h) { $h{$k} = $v * 10 }
my @k = sort { $h{$a} <=> $h{$b} } keys %h; print "@k @h{@k}\n";
my %inv = map { $h{$_} => $_ } keys %h; print $inv{20}, "\n";
print exists $h{four} ? 1 : 0, delete $h{one}, scalar(keys %h), "\n";
my ($big) = grep { $h{$_} > 20 } sort keys %h; print "$big\n";
%h = (%h, four => 4, two => 'new'); print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";
my $ref = \%h; print join('|', sort { $a cmp $b } keys %$ref), " ", $$ref{four}, "\n";
for (values %h) { $_ .= '!' } print $h{four}, "\n"; my %n; $n{$_}{count}++ for qw(a b a);
$n{a}{list} = [1]; push @{ $n{a}{list} }, 2;
print join(';', map { "$_:$n{$_}{count}" } sort keys %n), " @{$n{a}{list}}\n";
my @del = delete @n{qw(a zz)};
print scalar(@del), defined $del[1] ? 1 : 0, exists $n{a} ? 1 : 0, "\n"; undef %h;
print %h ? 'full' : 'empty', "\n"; my %c = (list => [1 .. 3]);
my ($x, @rest) = @{ $c{list} }; print "$x|@rest\n"; my %s = map { $_ => 1 } 1 .. 3;
my $cnt = %s ? keys %s : 0; print "$cnt\n";
print join(',', sort { $a <=> $b } map { $_ ** 2 } grep { $s{$_} } 0 .. 5), "\n";
my ($first_key) = sort keys %s; print $first_key, "\n"; if (!%n) { print 'none' }
elsif (keys %n == 1) { print "one left\n" }
""",
    "output handles": r"""
open my $out, '>', 'o.txt' or die; my $old = select $out; print "to file\n"; select $old;
print "to screen\n"; close $out; open my $in, '<', 'o.txt' or die; print "got: ", <$in>;
close $in; open my $dup, '>&', \*STDOUT or die; print $dup "dup\n"; close $dup;
my @h = (\*STDOUT); print { $h[0] } "elem\n"; printf STDOUT ("%s-%s\n", 'a', 'b');
print(STDOUT "paren\n"); my $s = sprintf "%s", 'x'; print STDOUT $s, "\n";
{ open my $w, '>', 'w.txt' or die;
print $w join("\n", 1 .. 3), "\n"; } open my $r, '<', 'w.txt' or die; my @l = <$r>;
print scalar(@l), $l[-1]; close $r; unlink 'o.txt', 'w.txt'; binmode STDOUT, ':utf8';
print "\x{263a}\n"; $| = 1; print STDERR ''; print "done\n";
""",
    "regex tricks": r"""
my $s = "foo=1, bar=22, baz=333"; my %h = $s =~ /(\w+)=(\d+)/g;
print join(';', map { "$_$h{$_}" } sort keys %h), "\n";
(my $t = $s) =~ s/(\w+)=(\d+)/$2=$1/g; print "$t\n"; my @w = $s =~ /\b(\w{3})\b/g;
print "@w\n"; my $n = () = $s =~ /\d/g; print "$n\n"; $s =~ s/(\d+)/<$1>/ for 1;
print "$s\n"; my ($a1, $b1) = "John Smith" =~ /^(\w+)\s+(\w+)$/; print "$b1, $a1\n";
print join('|', split /(?<=,)\s*/, "a, b,c"), "\n";
my $re = join '|', map { quotemeta } ('a.b', 'c+d');
print "c+d" =~ /^(?:$re)$/ ? "m\n" : "n\n"; my $text = "line1\nline2\n";
my @l = $text =~ /^(.+)$/mg; print scalar(@l), "\n";
print "ok\n" if "foobar" =~ /foo(?=bar)/ and "foobaz" !~ /foo(?!baz)/; my $x = "aXbXc";
my @p = split /X/, $x, 2; print "@p\n"; $x =~ s/X(.)/"-" . uc($1)/ge; print "$x\n";
my $c = "hello"; $c =~ s/(.)/$1$1/g; print "$c\n"; $c =~ s/(.)\1/$1/g; print "$c\n";
if ("2024-01-02T03:04" =~ m{^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$}x) { print join('/', $1, $2, $3),
" $4h$5\n" } my $str = "x" x 3 . "y";
print $str =~ /^x{2,}y$/ ? 1 : 0, $str =~ /x+?/ ? $& : '', "\n";
my @f = map { [split /:/] } qw(a:1 b:2); print $f[1][1], "\n"; my $trim = "\t pad \n";
$trim =~ s/^\s*(.*?)\s*$/$1/s; print "[$trim]\n";
my ($k, $v) = split /\s*=\s*/, "key = value = x", 2; print "$k|$v\n";
print "CamelCase" =~ /^(?:[A-Z][a-z]+)+$/ ? "camel\n" : "no\n";
my $count = ($text =~ tr/\n//); print "$count\n"; $_ = "topic line"; my ($first) = /^(\w+)/;
print "$first\n"; print "has\n" if /line/; s/topic/new/; print "$_\n"; my $y = tr/a-z//;
print "$y\n";
""",
    "handles end with their blocks": r"""
for my $n (1, 2) { open my $w, '>', "f$n.txt" or die;
print $w "n$n\n" } { open(my $w, '>>', 'f2.txt') or die;
print {$w} "more\n"; } sub put { my $t = shift; open my $o, '>', 'g.txt' or die; print $o $t;
return } put("sub\n"); if (1) { open my $x, '>', 'h.txt' or die;
print $x "x\n" } for my $f (qw(f1.txt f2.txt g.txt h.txt)) { open my $r, '<', $f or die;
print "$f: ", <$r> } unlink 'f1.txt', 'f2.txt', 'g.txt', 'h.txt';
""",
}
