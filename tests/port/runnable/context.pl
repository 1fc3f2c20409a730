#!/usr/bin/perl
# Lists and single values: what a call gives depends on who asks.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');

sub asked { return wantarray ? 'list' : defined(wantarray) ? 'scalar' : 'nothing' }

my @list = asked();
my $scalar = asked();
print "$list[0] $scalar ", scalar(asked()), ' ', asked(), "\n";
my ($first) = asked();
my %hash = (how => asked());
print "$first $hash{how}\n";
if (asked() eq 'scalar') { print "a condition is scalar\n" }
print "in a text: @{[ asked() ]}\n";

# A list, its length, its last, its first.
sub three { return ('a', 'b', 'c') }
sub array { my @values = ('a', 'b', 'c'); return @values }
my $last = three();
my $length = array();
my $count = () = three();
my ($head, @tail) = three();
print "$last $length $count $head @tail\n";
my @copy = (three(), array());
print scalar(@copy), ' ', $#copy, ' ', "@copy[1..2]", ' ', (three())[1], ' ', join('', (array())[0, -1]), "\n";

# Arrays as numbers.
my @numbers = (5, 6, 7);
print 'has ' . @numbers . ' and ' . ($#numbers + 1), "\n";
print "more than two\n" if @numbers > 2;
my $n = @numbers;
my ($m) = @numbers;
print "$n $m $numbers[-1] $numbers[$#numbers] $numbers[@numbers - 2]\n";
print 'empty' unless my @none = ();
print "\n";

# Assignments with several on the left.
my ($x, $y, $z) = (1, 2);
print defined $z ? 'defined' : 'undefined', "\n";
($x, $y) = ($y, $x);
print "$x $y\n";
my ($name, undef, $tail) = split /:/, 'root:x:0:0';
print "$name $tail\n";
my ($one, @rest) = (1 .. 4);
print "$one | @rest\n";
my $assigned = (my ($p, $q) = (7, 8, 9));
print "$assigned $p $q\n";
if ((my @found = grep { $_ > 5 } @numbers) > 1) { print "found @found\n" }
(my $trimmed = '  x ') =~ s/\s//g;
print "[$trimmed]\n";

# Slices.
my @letters = ('a' .. 'h');
print "@letters[0,2] @letters[-2,-1] @letters[grep { $_ % 2 } 0 .. $#letters]\n";
@letters[0, 1] = @letters[1, 0];
print join('', @letters), "\n";
my ($second, $fourth) = (split ' ', 'w x y z')[1, 3];
print "$second $fourth\n";
my @sorted = (sort { $b <=> $a } 3, 10, 2)[0 .. 1];
print "@sorted\n";

# push, pop, shift, unshift, splice, reverse, join, wantarray through a call.
my @queue = (1 .. 5);
push @queue, 6, 7;
unshift @queue, 0;
my $popped = pop @queue;
my $shifted = shift @queue;
my @cut = splice @queue, 1, 2, 'x', 'y', 'z';
splice @queue, -1;
splice @queue, 2, 0, 'new';
print "$popped $shifted (@cut) @queue\n";
print join('-', reverse @queue), ' ', scalar reverse('abc'), "\n";
my @array = (1) x 3;
my @two = ([1, 2], [3, 4]);
print "@array $two[1][0] ", join('|', map { "@$_" } @two), ' ', scalar @{ $two[0] }, "\n";
$#array = 0;
$array[3] = 4;
print scalar(@array), ' ', join(',', map { defined $_ ? $_ : 'undef' } @array), "\n";
my @grown;
$grown[2] = 'c';
print exists $grown[0] ? 'yes' : 'no', ' ', @grown + 0, "\n";

# map, grep and sort, with what they return as numbers.
my $hits = grep { /[ab]/ } three();
my @pairs = map { ($_, uc) } three();
my $mapped = map { ($_, $_) } three();
print "$hits @pairs $mapped\n";
my @flat = map { @$_ } [1, 2], [3], [];
my @nested = map { [$_, $_ * 2] } 1 .. 2;
my %index = map { $letters[$_] => $_ } 0 .. $#letters;
my @hashes = map { +{ id => $_ } } 1, 2;
print "@flat $nested[1][1] $index{d} $hashes[1]{id}\n";
print "exists\n" if grep { $_ eq 'd' } @letters;

# local $_ and nested loops with it.
sub total { my $sum = 0; local $_; for (@_) { $sum += $_ } return $sum }
for (1 .. 2) {
    print "$_: ", total(1 .. $_), '; ';
}
print "\n";
for my $i (reverse 1 .. 3) { print $i }
for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) { print " $i$j" }
print "\n";
my $i = 0;
do { $i++ } while ($i < 5);
$i-- until $i <= 2;
print "$i\n";
OUTER: for my $a (1 .. 3) {
    for my $b (1 .. 3) {
        next OUTER if $b > $a;
        last OUTER if $a * $b > 5;
        print "$a$b ";
    }
}
print "\n";
{
    my $tries = 0;
    {
        $tries++;
        redo if $tries < 3;
    }
    print "tried $tries times\n";
}

# References to all, and back.
my ($sref, $aref, $href, $cref) = (\'text', [1, [2, 3]], { k => 'v' }, sub { "called with @_" });
print ref $sref, ' ', ref $aref, ' ', ref $href, ' ', ref $cref, ' ', ref \$aref, ' ', ref qr/x/, "\n";
print $$sref, ' ', $aref->[1][0], ' ', $$aref[0], ' ', ${$href}{k}, ' ', $cref->(1, 2), ' ', &$cref(3), "\n";
sub change { $_[0] = 'changed'; my $list = $_[1]; push @$list, 'more' }
my $value = 'as it was';
change($value, $aref);
print "$value ", scalar @$aref, "\n";
$_ *= 10 for @numbers;
print "@numbers\n";

# What Sys::Virt gives.
my @state = $dom->get_state;
my ($state) = $dom->get_state;
my $domains = () = $conn->list_domains;
print scalar(@state), " $state $domains ", scalar(my @all = $conn->list_all_domains), "\n";
print "unless and else\n" unless $dom->is_active == 0;
print +(1 + 2) * 3, "\n";
print "chained: ", 1 < 2, ' ', (5 <=> 3) + (2 <=> 2), ' ', !1 eq '' ? 'empty' : 'not', "\n";
