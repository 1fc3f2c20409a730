"""What the drafts do that ``contexts`` finds out."""

from __future__ import annotations

from tests.port.draft import snippets

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a sub that gives what a method of Sys::Virt does": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
sub doms { return $c->list_domains } my @d = doms(); my $n = doms();
print scalar(@d), ref $d[0], " $n\n"; for my $x (doms()) { print $x->get_name, "\n" }
sub state_of { my $d = shift; return $d->get_state } my ($s, $r) = state_of($d[0]);
my $last = state_of($d[0]); print "$s $r $last\n";
sub counted { return $c->list_networks } print counted() + 1, "\n";
""",
    "a sub that gives what another does": r"""
sub f { return (1, 2, 3) } sub g { return f() } my @g = g(); print "@g\n";
sub deep { return more(@_) } sub more { my @l = @_; return @l } my @e = deep(5, 6); my $n = deep(7);
print "@e $n\n"; sub each1 { return wantarray ? (1, 2) : 3 } sub outer { return each1() }
my @o = outer(); my $o = outer(); print "@o $o\n";
sub tried { return eval { f() } } my @t = tried(); print "@t\n"; sub five { eval { 5 } }
@t = five(); print "@t\n"; sub call { my $f = shift; return $f->(2) }
my @c = call(sub { return ($_[0], 5) }); print "@c\n";
sub either { return $_[0] ? f() : 9 } my @x = (either(1), either(0)); print "@x\n";
""",
    "a sub that gives what a function of Perl does": r"""
sub when { return gmtime(0) } my @l = when(); my $t = when(); print scalar(@l), " $t\n";
sub pair { my $x = shift; return $x =~ /(\w)(\w)/ } my ($p, $q) = pair("ab"); print "$p $q\n";
print "yes\n" if pair("xy"); sub first2 { splice(@{$_[0]}, 0, 2) } my @s = first2([1, 2, 3]);
print "@s\n"; sub parts { unpack("A1 A1", $_[0]) } my @u = parts("xy"); print "@u\n";
""",
    "a method that gives what another does": r"""
package Host; sub new { bless { l => $_[1] }, $_[0] } sub all { my $self = shift;
return @{$self->{l}} }
sub doms { my $self = shift; return $self->all } sub names { my $self = shift;
return map { "<$_>" } $self->doms } package Two; our @ISA = ('Host');
sub doms { my $self = shift; return $self->SUPER::doms(@_) }
sub check { my $self = shift; return $self->result(2) }
sub result { my ($self, $k) = @_; return ($k, 'text') }
package main; my $h = Host->new([3, 4]); my @n = $h->names; print "@n\n";
my $two = Two->new([5, 6, 7]);
my ($k, $text) = $two->check; my $count = $two->doms; my @td = $two->doms;
print "$k $text $count @td\n";
""",
    "a method that a class leaves to its heirs": r"""
package Check; sub new { my ($class, %a) = @_; return bless {%a}, $class }
sub result { my ($self) = @_; my @r = eval { $self->check(2) }; return @r unless $@;
return ('bad', $@) }
package Check::One; our @ISA = ('Check'); sub check { my ($self, $n) = @_; return $self->both($n) }
sub both { my ($self, $n) = @_; return ($n, $self->{x}) } package Check::Two; our @ISA = ('Check');
sub check { my ($self, $n) = @_; return ('two', $n) } package main;
for my $class ('One', 'Two') { my ($s, $t) = "Check::$class"->new(x => 5)->result; print "$s $t\n" }
""",
    "code that gives what a method of Sys::Virt does": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
my $f = sub { return $c->list_domains }; my @d = $f->(); my $n = $f->();
print scalar(@d), ref $d[0], " $n\n";
my %do = (state => sub { $_[0]->get_state }, name => sub { $_[0]->get_name },
both => sub { my $x = shift; $x->get_state });
for my $k (sort keys %do) { my @r = $do{$k}->($d); my $r = $do{$k}->($d); print "$k: @r|$r\n" }
sub two { return (4, 5) } my $g = sub { two() }; my ($p, $q) = $g->(); my $s = $g->();
print "$p $q $s\n";
my @all = map { $_->($d) } $do{state}, $do{name}; print "@all\n"; print "t\n" if $f->();
""",
    "code that gives an array": r"""
my @l = (3, 4, 5); my $f = sub { return @l }; my $n = $f->(); my @r = $f->(); print "$n @r\n";
my $e = sub { my @x = grep { $_ > 3 } @_; @x };
$n = $e->(1, 4, 5); print "$n\n"; print "none\n" unless $e->(1);
my $m = sub { map { $_ * 2 } @_ }; $n = $m->(1, 2); @r = $m->(1, 2); print "$n @r\n";
sub apply { my ($c, @a) = @_; return $c->(@a) } @r = apply($m, 1, 2); $n = apply($m, 1, 2, 3);
print "@r $n\n";
my @s = sort { $a <=> $b } map { $f->() } 1, 2; print "@s\n"; for ($f->()) { print } print "\n";
my ($first) = $f->(); print "$first\n";
sub named { return @l } my %h = (n => \&named); $n = $h{n}->(); @r = $h{n}->(); print "$n @r\n";
print scalar(named()), "\n";
""",
}


def test_a_sub_whose_calls_all_want_the_same_is_plain() -> None:
    head = "use Sys::Virt; my $c = Sys::Virt->new; sub doms { return $c->list_domains }"
    assert "return list(c.list_domains())" in snippets.code(f"{head} my @d = doms();")
    assert "return len(c.list_domains())" in snippets.code(f"{head} my $d = doms();")
