#!/usr/bin/perl
# Hashes: nested, sliced, counted, turned round; and the lists in them.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $info = $conn->get_domain_by_name('test')->get_info;

# From a list, with a slice, with a loop.
my %hash = (one => 1, two => 2, 'three', 3);
my %copy = %hash;
$copy{one} = 'first';
print join(', ', map { "$_=$hash{$_}" } sort keys %hash), " and $copy{one}\n";
my %more = (%hash, four => 4, one => 11);
print scalar(keys %more), " $more{one}\n";
@hash{qw(five six)} = (5, 6);
print join(' ', @hash{'five', 'six'}), "\n";
my %squares;
$squares{$_} = $_ ** 2 for 1 .. 4;
print join(' ', map { "$_:$squares{$_}" } sort { $a <=> $b } keys %squares), "\n";
my ($memory, $cpus) = @{$info}{qw(memory nrVirtCpu)};
print "$memory $cpus\n";
my %part = map { $_ => $info->{$_} } grep { /mem/i } keys %$info;
print join(' ', sort keys %part), "\n";

# exists, defined, delete.
my %states = (on => 1, off => 0, unknown => undef);
for (qw(on off unknown missing)) {
    printf "%-8s %s %s %s\n", $_,
        exists $states{$_} ? 'exists' : '-',
        defined $states{$_} ? 'defined' : '-',
        $states{$_} ? 'true' : '-';
}
my $gone = delete $states{off};
print "$gone, left: ", join(' ', sort keys %states), "\n";
my @removed = delete @hash{qw(five six)};
print "@removed, ", scalar(%hash) ? 'not empty' : 'empty', "\n";
%copy = ();
print 'empty: ', (%copy ? 'no' : 'yes'), "\n";

# Nested, made while it is used.
my %fleet;
$fleet{berlin}{web1}{memory} = 512;
$fleet{berlin}{web2}{memory} = 1024;
$fleet{paris}{db}{memory} = 4096;
push @{ $fleet{paris}{db}{disks} }, 'vda', 'vdb';
$fleet{paris}{db}{tags}{$_}++ for qw(big slow big);
for my $city (sort keys %fleet) {
    for my $guest (sort keys %{ $fleet{$city} }) {
        my %guest = %{ $fleet{$city}{$guest} };
        print "$city/$guest: $guest{memory}";
        print ' on ', join('+', @{ $guest{disks} }) if $guest{disks};
        print ' tags ', join(' ', map { "$_($guest{tags}{$_})" } sort keys %{ $guest{tags} }) if exists $guest{tags};
        print "\n";
    }
}
print exists $fleet{rome}{web} ? 'is' : 'is not', ' there, but rome ', exists $fleet{rome} ? 'is now' : 'is not', "\n";
delete $fleet{rome};
my $deep = $fleet{paris}->{db}->{disks}->[1];
print "$deep ${$fleet{paris}{db}{disks}}[0] $#{ $fleet{paris}{db}{disks} }\n";

# Counting, grouping, unique.
my @words = qw(vm host vm net pool vm host);
my (%count, %seen, @unique);
$count{$_}++ foreach @words;
@unique = grep { !$seen{$_}++ } @words;
print join(' ', map { "$_ x$count{$_}" } sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count), "\n";
print "@unique\n";
my %by_length;
push @{ $by_length{length $_} }, $_ for @unique;
print join('; ', map { "$_: @{$by_length{$_}}" } sort { $a <=> $b } keys %by_length), "\n";
my ($most) = sort { $count{$b} <=> $count{$a} } keys %count;
print "most: $most\n";

# Turned round, merged, compared.
my %code_of = (running => 1, paused => 3, off => 5);
my %name_of = reverse %code_of;
print join(' ', map { "$_=$name_of{$_}" } sort { $a <=> $b } keys %name_of), "\n";
my ($left, $right) = ({ a => 1, b => 2, c => 3 }, { b => 2, c => 4, d => 5 });
my @both = sort grep { exists $right->{$_} } keys %$left;
my @differ = grep { $left->{$_} != $right->{$_} } @both;
my @only = sort((grep { !exists $right->{$_} } keys %$left), grep { !exists $left->{$_} } keys %$right);
print "both @both, differ @differ, only @only\n";
my $merged = { %$left, %$right };
print join(' ', map { "$_$merged->{$_}" } sort keys %$merged), "\n";

# each, while, keys as a number, values changed in place.
my %sizes = (a => 10, b => 20);
while (my ($key, $value) = each %sizes) {
    $sizes{$key} = $value * 2;
}
$_ += 1 for values %sizes;
print join(' ', map { "$_$sizes{$_}" } sort keys %sizes), ' ', scalar(keys %sizes), "\n";
my $sum = 0;
$sum += $_ foreach values %sizes;
print "$sum\n";

# Lists of hashes, hashes of lists, hashes of code.
my @rows = (
    { name => 'web', size => 10, up => 1 },
    { name => 'db', size => 200, up => 0 },
    { name => 'app', size => 10, up => 1 },
);
for my $row (sort { $b->{size} <=> $a->{size} or $a->{name} cmp $b->{name} } @rows) {
    printf "%-4s %4d %s\n", @{$row}{qw(name size)}, $row->{up} ? 'up' : 'down';
}
my %row_of = map { $_->{name} => $_ } @rows;
$row_of{db}{size} = 250;
print "$rows[1]{size} $rows[-1]->{name} ", scalar(@rows), "\n";
my @up = map { $_->{name} } grep { $_->{up} } @rows;
print "@up[0 .. $#up]\n";
my %actions = (
    double => sub { return $_[0] * 2 },
    half => sub { $_[0] / 2 },
    say => \&say_it,
);
sub say_it { my ($what) = @_; return "<$what>" }
print join(' ', map { $actions{$_}->(7) } sort keys %actions), "\n";
print exists $actions{triple} ? 'can' : 'cannot', " triple\n";

# Keys that are numbers, or have blanks, or are made of several.
my %odd = (1.0 => 'a', '1.0' => 'b', 01 => 'c', 'two words' => 'd', -minus => 'e');
print join(' ', map { "$_=$odd{$_}" } sort keys %odd), "\n";
my %matrix;
$matrix{1, 2} = 'x';
my ($composed) = keys %matrix;
print join('/', split /$;/, $composed), "\n";
my @sorted = sort { $a->[1] <=> $b->[1] } map { [$_, $count{$_}] } sort keys %count;
print join(' ', map { "$$_[0]$$_[1]" } @sorted), "\n";
my %defaults = (port => 16509, user => 'root');
my %given = (user => 'admin', port => 0);
my %used = (%defaults, map { $_ => $given{$_} } grep { $given{$_} } keys %given);
print "$used{user}\@$used{port}\n";
$used{host} ||= 'localhost';
$used{port} //= 1;
$given{port} ||= 22;
print "$used{host} $used{port} $given{port}\n";
my ($first_key) = grep { $defaults{$_} eq 'root' } keys %defaults;
print "$first_key\n";
print "nested: ", join(',', map { join '', @$_ } ([1, 2], [3], [])), "\n";
