"""Code that keeps variables, and subs by names that only the run knows."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "constants by their names alone": r"""
use Sys::Virt; no strict 'refs';
for my $s (qw(STATE_RUNNING STATE_PAUSED)) { print &{"Sys::Virt::Domain::$s"}(), "\n"; }
""",
    "subs by their names": r"""
sub fib { my $n = shift; return $n < 2 ? $n : fib($n-1) + fib($n-2) }
sub both { return (1, 2, @_) }
for my $name (qw(fib nothing both)) {
    no strict 'refs';
    print defined &$name ? "$name: " . join('+', &$name(10)) : "$name is not there", "\n";
    print "code\n" if defined &{"main::$name"};
}
print defined &fib ? "yes\n" : "no\n"; print defined &fab ? "yes\n" : "no\n";
my %table = (a => 'fib', b => \&both); { no strict 'refs'; my $f = $table{a}; print $f->(7), "\n";
print join(",", $table{b}->(3)), "\n"; print join(",", &{$table{b}}(4)), "\n";
print &{"fib"}(6), "\n"; }
""",
    "what code of a loop keeps and changes": r"""
my @subs; for my $w (qw(a b c)) { my $copy = uc $w; my $n = 0;
push @subs, sub { $copy .= '!'; $n++; return "$w$copy$n" }; $copy .= "?"; }
$_->() for @subs; print join(' ', map { $_->() } @subs), "\n";
""",
    "what the loop changes before": r"""
my @c; for my $p ([a => 1], [b => 2]) { my ($k, $v) = @$p; $v *= 10; push @c, sub { $v++;
return "$k=$v" } }
print $_->(), " " for @c, @c; print "\n";
""",
    "counters of a map": r"""
my @counters = map { my $n = $_; { inc => sub { ++$n }, get => sub { $n } } } 1 .. 3;
$_->{inc}->() for @counters; print join(",", map { $_->{get}->() } @counters), "\n";
""",
    "a variable of the loop and one around it": r"""
my $i = 0; my @w; while ($i < 3) { my $mine = $i; push @w, sub { $mine += 10; "$mine/$i" }; $i++ }
print join(' ', map { $_->() } @w, @w), "\n";
""",
    "wantarray in code without a name": r"""
sub compose { my @f = reverse @_;
return sub { my @v = @_; @v = $_->(@v) for @f; return wantarray ? @v : $v[0]; } }
my $c = compose(sub { $_[0] + 1 }, sub { $_[0] * 2 });
print $c->(5), "\n"; my $s = $c->(6); print "$s\n"; print "list ", join('-', $c->(7)), "\n";
""",
    "methods by names give lists": r"""
package Shell; sub new { return bless {}, shift } sub do_two { return (1, 2) }
sub do_none { return }
sub do_one { my ($self, $x) = @_; return "one $x" }
package main; my $shell = Shell->new;
for my $name (qw(two none one)) { my $method = "do_$name"; my @got = $shell->$method('x');
print scalar(@got), ": @got\n" }
""",
    "a key that is worked out once": r"""
my $n = 0; sub next_key { return "k" . ++$n } my %h; $h{next_key()}++; $h{next_key()} .= 'x';
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
""",
    "references to subs by their names": r"""
sub do_a { return "a@_" } sub do_b { return "b@_" } my %do; $do{$_} = \&{"do_$_"} for qw(a b);
print $do{a}->(1), $do{b}->(2), "\n"; my $name = 'do_a'; my $f = \&$name; print $f->(3), "\n";
my $code = main->can("do_b"); print $code->(4), main->can("do_c") ? 'there' : 'none', "\n";
use constant LEVEL => 7; print __PACKAGE__->can("LEVEL")->(), main->can('do_a')->(5), "\n";
print &{\&{"do_$_"}}(6) for qw(a b);
""",
}
