"""What the drafts do that ``access`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "a hash behind braces is made": r"""
my %h; ${ $h{new} }{k} = 1; ${ $h{list} }[1] = 2;
print "$h{new}{k} $h{list}[1] @{[sort keys %h]}\n";
""",
    "methods that a queue calls as lists do": r"""
package Queue; sub new { my $class = shift; return bless [@_], $class }
sub append { my ($self, $x) = @_; push @$self, $x; return $self }
sub extend { my ($self, @x) = @_; push @$self, @x; return scalar @$self }
sub pop { my $self = shift; return pop @$self } package main; my $q = Queue->new(1);
print $q->append(2)->extend(3, 4), $q->pop, join(',', @$q), "\n"; my @l = (5); push @l, 6, 7;
push @l, 8; print "@l\n"; my %h = (a => 1); s/1/one/ for values %h; print $h{a}, "\n";
""",
    "methods that are called as those of dicts and lists": r"""
package Store; use strict; use warnings;
sub new { my ($class, %a) = @_; return bless { %a, list => [] }, $class }
sub get { my ($self, $key) = @_; return $self->{$key} }
sub set { my ($self, $key, $v) = @_; $self->{$key} = $v; return $self }
sub pop { my $self = shift; return pop @{ $self->{list} } }
sub items { my $self = shift; return sort keys %$self }
sub values { my $self = shift; return scalar @{ $self->{list} } }
sub push { my ($self, @x) = @_; push @{ $self->{list} }, @x }
sub drop { my ($self, $k) = @_; return delete $self->{$k} }
sub all { my $self = shift; my @r; while (my ($k, $v) = each %$self) { push @r, $k }
return sort @r }
package main;
my $s = Store->new(a => 1, b => 2);
$s->push(1, 2, 3); print $s->pop, $s->get('a'), " ", join(',', $s->items), " ", $s->values, "\n";
$s->set(c => 4)->set(d => 5); print $s->drop('c'), join(',', $s->all), " ";
print defined $s->get('zz') ? 1 : 0, "\n"; my %h = (x => 1); print $h{x}, " ";
print join(',', map { $_->get('b') } $s), "\n"; my $t = $s; print $t->get('d'), "\n";
for my $v (CORE::values %$s) { print ref $v ? "list" : $v, "\n" if ref $v }
""",
    "elements of arrays from both ends": r"""
my @x = (1, 2, 3);
print "$x[0] $x[-1] $x[$#x] ", $x[1] + 1, "\n";
my $i = 1; print $x[$i], $x[$i - 1], $x[-$i], "\n";
""",
    "elements that are not there": r"""
my @x = (1); my %h = (a => 1);
print defined $x[5] ? "yes" : "no", defined $h{b} ? "yes" : "no", "\n";
print scalar(@x), " ", scalar(keys %h), "\n";
""",
    "a negative index beyond the beginning": r"""
my @x = (1, 2);
print defined $x[-3] ? "there" : "not there", "\n";
""",
    "nested data": r"""
my $d = { name => 'vm', disks => [ { dev => 'vda', size => 10 }, { dev => 'vdb',
size => 20 } ] };
print "$d->{name} $d->{disks}[1]{dev} $$d{name} ${$d}{name} $d->{disks}->[0]->{size}\n";
print scalar @{ $d->{disks} }, " $#{ $d->{disks} }\n";
""",
    "slices of hashes and arrays": r"""
my %h = (a => 1, b => 2, c => 3); my @x = (10, 20, 30, 40);
print join(',', @h{qw(a c)}), "\n", join(',', @x[1, 2]), "\n", join(',', @x[1 .. $#x]), "\n";
my $r = \%h; print join(',', @{$r}{qw(b a)}), join(',', @$r{'a', 'c'}), "\n";
""",
    "slices to the last but one without blanks": r"""
my @p = (1, 2, 3, 4);
print join(',', @p[0..$#p-1]), "|", join(',', @p[1..$#p]), "|", join(',', @p[0..1]), "\n";
""",
    "slices with a range of numbers": r"""
my @p = ('a' .. 'f');
my ($from, $to) = (1, 3);
print join(',', @p[$from..$to]), join(',', @p[-2, -1]), join(',', @p[$from+1..$to+1]), "\n";
""",
    "slices of lists": r"""
my ($x, $y) = (split /:/, 'root:x:0:0:admin')[0, 4];
my $last = (split /,/, 'a,b,c')[-1];
print "$x $y $last ", (sort { $b <=> $a } 3, 9, 4)[0], "\n";
""",
    "key value slices": r"""
my %h = (a => 1, b => 2, c => 3);
my %s = %h{'a', 'b'}; print join(',', map { "$_=$s{$_}" } sort keys %s), "\n";
""",
    "lengths": r"""
my @x = (1, 2, 3); my $r = [4, 5];
print scalar(@x), " ", $#x, " ", $#{$r}, " ", $#$r, " ", scalar(@$r), " ", @x + 0, "\n";
my $n = @x; my ($first) = @x; print "$n $first\n";
""",
    "an empty array has the last index of minus one": r"""
my @x; print $#x, "\n"; print "none\n" if $#x < 0; print "empty\n" unless @x;
""",
    "keys that are joined of pieces": r"""
my %h; my $n = 7;
$h{"vm-$n"} = 1; $h{-x} = 3; $h{07} = 4; $h{1.0} = 5; $h{'01'} = 6;
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";
""",
    "numbers as keys": r"""
my %h = (1 => 'a', 2.50 => 'b', 10 => 'c'); my $k = 5 * 2; my $f = 1 / 4;
$h{$k} .= 'd'; $h{$f} = 'e';
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";
""",
    "undef as a key": r"""
no warnings; my %h; my $u; $h{$u} = 3; print exists $h{''} ? "empty" : "no", "\n";
""",
    "the environment": r"""
$ENV{VM_NAME} = 'web'; print "$ENV{VM_NAME}\n";
print defined $ENV{NOT_THERE_AT_ALL} ? 1 : 0, exists $ENV{VM_NAME} ? 1 : 0, "\n";
my $v = $ENV{NOT_THERE_AT_ALL} || 'default'; print "$v\n"; delete $ENV{VM_NAME};
print exists $ENV{VM_NAME} ? 1 : 0, "\n";
""",
    "references to references": r"""
my $x = 5; my $r = \$x; my $rr = \$r;
$$r = 6; print "$x $$r $$$rr ", ref($r), " ", ref($rr), "\n";
""",
    "an array of arrays": r"""
my @m = ([1, 2], [3, 4]);
print $m[1][0], $m[0]->[1], " ", join('|', map { join ',', @$_ } @m), "\n";
for my $row (@m) { print "@$row[0,1]\n"; print "$$row[0] ${$row}[1]\n" }
""",
    "the whole of nested arrays": r"""
my %h = (list => [1, 2, 3]);
print "@{$h{list}} $#{$h{list}} ${$h{list}}[0] $h{list}[-1]\n";
print "there are ${\ scalar @{$h{list}}} and @{[ map { $_ * 2 } @{$h{list}} ]}\n";
""",
    "postfix dereferencing": r"""
my $d = { l => [1, 2, 3], h => { a => 1 } };
print join(',', $d->{l}->@*), " ", join(',', keys $d->{h}->%*), " ", $d->{l}->$#*, "\n";
""",
    "reading deep makes what is between": r"""
my %h; my $x = $h{a}{b};
print exists $h{a} ? "made" : "not made", "\n";
""",
    "the script's name and arguments": r"""
print "$0 ", scalar(@ARGV), " $#ARGV\n"; print "none\n" unless @ARGV;
""",
    "exists of an array's element": r"""
my @x = (1, undef, 3); print exists $x[1] ? 1 : 0, exists $x[7] ? 1 : 0, defined $x[1]
? 1 : 0, "\n";
""",
    "code in a hash": r"""
my %do = (add => sub { $_[0] + $_[1] }, twice => sub { 2 * shift });
print $do{add}->(2, 3), $do{twice}->(4), " ", &{ $do{add} }(1, 1), "\n";
print exists $do{none} ? 1 : 0, "\n";
""",
    "the version of Perl": r"""
print $] > 5.010 ? "new\n" : "old\n"; print "enough\n" if $] >= 5.008001;
print "not\n" if $] < 5.006;
""",
    "which error it is": r"""
use Errno; open(my $f, '<', '/nowhere/x') or print $!{ENOENT} ? "none" : "other", "\n";
print $!{EEXIST} ? "there" : "not that", "\n";
""",
}
#: Snippets, and what stands in their drafts.
FORMS = {
    "my %h = (a => 1); my $v = $h{a}; print $v; print $h{x} // 'none';": ['h.get("a")'],
    'my @x = (1, 2); foreach my $i (0 .. $#x) { print "$i: $x[$i]\\n" }': [
        "for i in range(len(x)):",
        "{x[i]}",
    ],
}

#: What can't be written, and a part of the reason.
LOUD = {
    r"""
use Sys::Virt; print scalar(grep { /^STATE_/ } keys %Sys::Virt::Domain::);
""": "the names of a package",
    r"""
no strict 'refs'; my $c = 'main'; print join ',', keys %{"${c}::"};
""": "the names of a package",
    r"""
no strict 'refs'; our @list = (1); my $c = 'main'; print @{"${c}::list"};
""": "a variable by its name",
    r"""
no strict 'refs'; our $one = 1; print ${"main::one"};
""": "a variable by its name",
    r"""
print exists $main::{f} ? 1 : 0; sub f { 1 }
""": "the names of a package",
}
