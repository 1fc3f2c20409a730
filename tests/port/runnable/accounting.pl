#!/usr/bin/perl
# What guests cost: a log of starts and stops is read, hours are summed, a bill is written.
use strict;
use warnings;

use POSIX qw(floor strftime);
use Time::Local qw(timegm);
use Sys::Virt;

my %PRICE = (cpu => 0.012, gib => 0.004);
my %DISCOUNT = (research => 0.25, students => 0.5);
my @MONTHS = qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec);
my %MONTH = map { $MONTHS[$_] => $_ } 0 .. $#MONTHS;

sub seconds {
    my ($stamp) = @_;
    my ($year, $month, $day, $hour, $minute, $second)
        = $stamp =~ /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)$/
        or die "no time: $stamp\n";
    return timegm($second, $minute, $hour, $day, $month - 1, $year);
}

sub old_seconds {
    my ($text) = @_;
    my ($day, $name, $year, $clock) = split m{[/\s]+}, $text;
    my ($hour, $minute) = split /:/, $clock;
    return timegm(0, $minute, $hour, $day, $MONTH{$name}, $year);
}

sub duration {
    my $seconds = shift;
    my $days = int($seconds / 86400);
    my $rest = $seconds % 86400;
    return sprintf '%s%02d:%02d', ($days ? "${days}d " : ''), floor($rest / 3600), $rest / 60 % 60;
}

sub money {
    my ($amount) = @_;
    my $text = sprintf '%.2f', $amount;
    $text = reverse $text;
    $text =~ s/(\d{3})(?=\d)(?!\d*\.)/$1,/g;
    return scalar reverse $text;
}

# Guests that are known, with what they have.
my $conn = Sys::Virt->new(uri => 'test:///default');
for my $spec (qw(web1/1048576/2 db1/8388608/8 sandbox/262144/1)) {
    my ($name, $memory, $cpus) = split m{/}, $spec;
    $conn->define_domain(<<XML);
<domain type='test'>
  <name>$name</name>
  <memory>$memory</memory>
  <vcpu>$cpus</vcpu>
  <os><type>hvm</type></os>
</domain>
XML
}
my %guests;
for my $dom ($conn->list_all_domains) {
    my $info = $dom->get_info;
    $guests{ $dom->get_name } = {
        cpus => $info->{nrVirtCpu},
        gib => $info->{maxMem} / 1024 ** 2,
        intervals => [],
    };
}

my (%started, %owner, @complaints);
my $end;
LINE: while (my $line = <DATA>) {
    chomp $line;
    next LINE unless length $line;
    my ($when, $rest);
    if ($line =~ m{^(\d+/\w{3}/\d{4} \d\d:\d\d)\s+(.*)$}) {
        ($when, $rest) = (old_seconds($1), $2);
    } elsif ($line =~ /^(\S+)\s+(.*)$/ and index($1, 'T') > 0) {
        $rest = $2;
        $when = eval { seconds($1) };
        if ($@) {
            push @complaints, "$.: $@";
            next LINE;
        }
    } else {
        push @complaints, "$.: not understood\n";
        next;
    }
    $end = $when if !defined $end || $when > $end;
    my ($verb, $name, @options) = split ' ', $rest;
    unless (exists $guests{$name}) {
        push @complaints, "$.: no guest $name\n";
        next;
    }
    my %options = map { split /=/, $_, 2 } @options;
    $owner{$name} = $options{owner} if exists $options{owner};
    if ($verb eq 'start') {
        push @complaints, "$.: $name runs already\n" and next if exists $started{$name};
        $started{$name} = $when;
    } elsif ($verb eq 'stop') {
        my $since = delete $started{$name};
        if (not defined $since) {
            push @complaints, "$.: $name did not run\n";
            next;
        }
        push @{ $guests{$name}{intervals} }, [ $since, $when ];
    } else {
        push @complaints, "$.: $verb?\n";
    }
}

# What still runs is paid up to the last line.
while (my ($name, $since) = each %started) {
    push @{ $guests{$name}->{intervals} }, [ $since, $end ];
}

my %bill;
foreach my $name (sort keys %guests) {
    my $guest = $guests{$name};
    my $sum = 0;
    $sum += $_->[1] - $_->[0] foreach @{ $guest->{intervals} };
    next unless $sum;
    my $hours = $sum / 3600;
    my $cost = $hours * ($guest->{cpus} * $PRICE{cpu} + $guest->{gib} * $PRICE{gib});
    my $payer = $owner{$name} || 'nobody';
    $cost *= 1 - $DISCOUNT{$payer} if $DISCOUNT{$payer};
    push @{ $bill{$payer}{lines} }, [ $name, $sum, scalar @{ $guest->{intervals} }, $cost ];
    $bill{$payer}{total} += $cost;
}

printf "Up to %s\n", strftime('%d.%m.%Y %H:%M', gmtime $end);
foreach my $payer (sort { $bill{$b}{total} <=> $bill{$a}{total} } keys %bill) {
    my $entry = $bill{$payer};
    printf "\n%s%s\n", ucfirst $payer, exists $DISCOUNT{$payer} ? ' (less ' . 100 * $DISCOUNT{$payer} . '%)' : '';
    foreach my $line (sort { $b->[3] <=> $a->[3] } @{ $entry->{lines} }) {
        my ($name, $time, $count, $cost) = @$line;
        printf "  %-8s %10s in %d part%s %10s\n", $name, duration($time), $count, $count == 1 ? ' ' : 's', money($cost);
    }
    printf "  %-32s %8s\n", 'total', money($entry->{total}) if @{ $entry->{lines} } > 1;
}
my $all = 0;
$all += $_->{total} for values %bill;
print "\nAll: ", money($all), ', in words of thousands: ', money(1234567.891), "\n";
print "\nComplaints:\n", map { "  line $_" } @complaints if @complaints;

# Hours of each weekday, as a chart.
my @hours = (0) x 7;
for my $guest (values %guests) {
    for my $interval (@{ $guest->{intervals} }) {
        my ($from, $to) = @$interval;
        while ($from < $to) {
            my $next = ($from - $from % 86400) + 86400;
            $next = $to if $next > $to;
            $hours[ (gmtime $from)[6] ] += ($next - $from) / 3600;
            $from = $next;
        }
    }
}
my @days = qw(Sun Mon Tue Wed Thu Fri Sat);
printf "%s %6.1f %s\n", $days[$_], $hours[$_], '#' x ($hours[$_] / 10) for 1 .. 6, 0;

__DATA__
2026-02-27T08:00:00 start web1 owner=shop
28/Feb/2026 06:30 start db1 owner=research
2026-02-28T12:00:00 start sandbox owner=students color=red
2026-02-28T12:00:30 start sandbox
2026-03-01T00:00:00 stop web1
2026-03-01T01:00 start web1
2026-03-01T01:00:00 start web1
garbage
02/Mar/2026 10:15 stop sandbox
2026-03-02T11:00:00 stop sandbox
2026-03-03T00:00:00 start ghost
2026-03-04T00:00:00 reboot db1
2026-03-05T18:45:00 stop db1
2026-03-06T09:30:00 start sandbox
