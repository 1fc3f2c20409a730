#!/usr/bin/perl
# Sizes and durations as objects that can be added, compared and printed.
use strict;
use warnings;

package Size;

use overload
    '+' => \&add,
    '-' => sub {
        my ($self, $other, $swapped) = @_;
        my ($left, $right) = ($self->{kib}, _kib($other));
        return Size->new($swapped ? $right - $left : $left - $right);
    },
    '*' => sub { Size->new($_[0]{kib} * $_[1]) },
    '/' => sub {
        my ($self, $other, $swapped) = @_;
        return $self->{kib} / $other->{kib} if ref $other;
        die "can't divide by a size\n" if $swapped;
        return Size->new($self->{kib} / $other);
    },
    '<=>' => sub {
        my ($self, $other, $swapped) = @_;
        my $order = $self->{kib} <=> _kib($other);
        return $swapped ? -$order : $order;
    },
    'cmp' => sub { my ($a, $b, $swapped) = @_; return $swapped ? "$b" cmp "$a" : "$a" cmp "$b" },
    'bool' => sub { $_[0]{kib} != 0 },
    'neg' => sub { Size->new(-$_[0]{kib}) },
    'abs' => sub { Size->new(abs $_[0]{kib}) },
    '""' => \&text;

my %FACTOR = (KiB => 1, MiB => 1024, GiB => 1024 ** 2, TiB => 1024 ** 3);

sub new {
    my ($class, $value) = @_;
    return $value if ref $value;
    return bless { kib => $value }, $class;
}

sub parse {
    my ($class, $text) = @_;
    my ($number, $unit) = $text =~ /^\s*(-?[\d.]+)\s*([KMGT]iB)?\s*$/ or die "no size: '$text'\n";
    return $class->new($number * $FACTOR{ $unit || 'KiB' });
}

sub _kib { my $what = shift; return ref $what ? $what->{kib} : $what }

sub add {
    my ($self, $other) = @_;
    return Size->new($self->{kib} + _kib($other));
}

sub text {
    my $self = shift;
    my $kib = abs $self->{kib};
    my $sign = $self->{kib} < 0 ? '-' : '';
    foreach my $unit (sort { $FACTOR{$b} <=> $FACTOR{$a} } keys %FACTOR) {
        next if $kib < $FACTOR{$unit};
        my $number = sprintf '%.2f', $kib / $FACTOR{$unit};
        $number =~ s/\.?0+$// if $number =~ /\./;
        return "$sign$number $unit";
    }
    return "${sign}0 KiB";
}

package Duration;

use overload
    '+' => sub { my ($s, $o) = @_; Duration->new($s->seconds + (ref $o ? $o->seconds : $o)) },
    '+=' => sub { my ($s, $o) = @_; $s->{seconds} += ref $o ? $o->seconds : $o; return $s },
    '==' => sub { my ($s, $o) = @_; return $s->seconds == (ref $o ? $o->seconds : $o) },
    '<=>' => sub { my ($s, $o, $w) = @_; my $r = $s->seconds <=> (ref $o ? $o->seconds : $o); $w ? -$r : $r },
    '0+' => sub { shift->seconds },
    '""' => sub { shift->text },
    fallback => 1;

sub new { my ($class, $seconds) = @_; return bless { seconds => $seconds }, $class }
sub seconds { return $_[0]->{seconds} }

sub text {
    my $self = shift;
    my $rest = $self->seconds;
    my @parts;
    for ([3600, 'h'], [60, 'min'], [1, 's']) {
        my ($size, $name) = @{$_};
        my $n = int($rest / $size);
        $rest -= $n * $size;
        push @parts, "$n $name" if $n;
    }
    return @parts ? join ' ', @parts : '0 s';
}

package main;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $info = $conn->get_domain_by_name('test')->get_info;

my $memory = Size->new($info->{memory});
my $most = Size->new($info->{maxMem});
my $extra = Size->parse('512 MiB');

print "$memory of $most, and $extra\n";
print "together ", $memory + $extra, ", left ", $most - $memory, "\n";
print "twice ", $extra * 2, ", half ", $extra / 2, ", share ", $memory / $most, "\n";
print "more: ", $memory + 1024, " and ", 1024 + $memory, ", ", 4194304 - $memory, "\n";
print "less: ", $extra - $memory, " which is ", abs($extra - $memory), "\n";
print "negative: ", -$extra, "\n";

for my $pair ([$memory, $extra], [$extra, $memory], [$memory, Size->parse('2 GiB')]) {
    my ($one, $two) = @$pair;
    my $word = $one < $two ? 'less than' : $one > $two ? 'more than' : 'equal to';
    print "$one is $word $two\n";
}
print $memory >= 1024 ? "large\n" : "small\n";
print Size->new(0) ? "something\n" : "nothing\n";
print "same text\n" if Size->parse('1024 KiB') eq '1 MiB';

my @sizes = map { Size->parse($_) } '1.5 GiB', '300 MiB', '12', '2 TiB', '1536 MiB';
print join(', ', sort { $a <=> $b } @sizes), "\n";
print join(', ', sort { $a cmp $b } @sizes), "\n";
my $sum = Size->new(0);
$sum = $sum + $_ for @sizes;
print "sum $sum\n";
$sum += $extra;
print "and more $sum\n";
my ($largest) = sort { $b <=> $a } @sizes;
print "largest: $largest\n";

for my $text ('12 XiB', '5 MiB', '-3 GiB', 'many') {
    my $size = eval { Size->parse($text) };
    print defined $size ? "$text: $size\n" : "error: $@";
}
eval { my $never = 5 / $extra };
print "error: $@";

my $total = Duration->new(0);
my %took = (start => Duration->new(75), stop => Duration->new(3600), save => Duration->new(59));
foreach my $job (sort { $took{$b} <=> $took{$a} } keys %took) {
    printf "%-6s %-10s %5d\n", $job, $took{$job}, $took{$job};
    $total += $took{$job};
}
print "total $total, half ", $total / 2, " s\n";
print "equal\n" if $took{start} == 75;
print Duration->new(0), "; ", $total + 6, "; ", 'longest: ' . $took{stop}, "\n";
my %by_text = map { ("$_" => 1) } values %took;
print join('|', sort keys %by_text), "\n";
