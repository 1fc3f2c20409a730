"""What the drafts do that ``own`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "arguments of subs": r"""
sub add { my ($x, $y) = @_; $y = 10 unless defined $y; return $x + $y }
print add(1, 2), add(5), "\n"; my @l = (3, 4); print add(@l), "\n";
sub total { my $t = 0; $t += $_ for @_; $t } print total(), total(1 .. 4), "\n";
""",
    "named arguments": r"""
sub vm { my (%o) = (memory => 512, @_); return "$o{name} $o{memory}" }
print vm(name => 'a'), "|", vm(name => 'b', memory => 1), "\n";
""",
    "lists and single values": r"""
sub pair { return (1, 2) } sub all { my @x = (4, 5, 6); return @x } my ($a1, $b1) = pair();
my $last = pair(); my $n = all(); my ($first) = all(); my @all = (all(), pair());
print "$a1$b1 $last $n $first @all\n"; print scalar(all()), "\n"; for my $x (all()) { print $x }
print "\n";
""",
    "how it is called": r"""
sub how { return wantarray ? "list" : defined(wantarray) ? "one" : "none" } my @l = how();
my $s = how(); print "@l $s ", scalar(how()), " ", how(), "\n";
""",
    "prototypes": r"""
sub apply(&@) { my ($code, @l) = @_; return map { $code->($_) } @l }
sub count(\@) { my $l = shift; return scalar @$l } my @x = (1, 2, 3);
print join(',', apply { $_[0] * 2 } @x), count(@x), "\n";
""",
    "recursion": r"""
sub fact { my $n = shift; return $n < 2 ? 1 : $n * fact($n - 1) } print fact(10), "\n";
sub depth { my ($t) = @_; return 0 unless ref $t; my $d = 0; for (@$t) { my $x = depth($_);
$d = $x if $x > $d } return $d + 1 } print depth([1, [2, [3]]]), "\n";
""",
    "what a sub gives without return": r"""
sub twice { my $x = shift; $x * 2 } sub pick { my $x = shift; if ($x) { "yes" } else { "no" } }
print twice(4), pick(1), pick(0), "\n"; my $n = 0; sub next_one { $n++ }
print next_one(), next_one(), $n, "\n";
""",
    "a call that hands its own arguments on": r"""
sub nets { my @n = (1, 2); while ($x = shift(@n)) { print "$x\n" } } &nets;
sub inner { print "in @_\n"; my $x = shift; return $x } sub pass { &inner; } pass(1, 2);
sub more { my ($p) = @_; return &inner } print more(3, 4), "\n"; &inner;
""",
    "classes and objects as texts": r"""
package P; sub new { my ($c, %a) = @_; print "new $c\n"; return bless { %a, class => $c }, $c }
sub kind { my $c = shift; return ref $c ? "object" : "class $c" } package Q; our @ISA = 'P';
package main; my $p = Q->new(n => 1); print "$p->{class} ", $p->{class} eq 'Q' ? "eq" : "ne", "\n";
print Q->kind, "\n"; my @l = ($p, 1); print "@l" =~ /^Q=HASH\(0x\w+\) 1$/ ? "ok\n" : "no\n";
my %seen; $seen{$p}++; $seen{$p}++; print join(",", values %seen), "\n";
my $copy = bless { %$p, n => 2 }, ref $p; print ref $copy, $copy->{n}, $p->{n}, "\n";
my $c = sub { 1 }; print "$c" =~ /^CODE\(/ ? 1 : 0, [] =~ /^ARRAY\(0x/ ? 1 : 0, "\n";
""",
    "a class method as a function": r"""
package A; sub new { my ($class, @i) = @_; return bless { i => [@i] }, $class }
sub n { my $s = shift; return "n@{$s->{i}}" } package B; our @ISA = 'A';
sub new { my ($class, $m, @i) = @_; my $self = A::new($class, @i); $self->{m} = $m; return $self }
package main; my $o = B->new(5, 1, 2); print ref $o, " $o->{m} ", $o->n, " ", A::n($o), "\n";
""",
}
