#!/usr/bin/perl -w
# args: -p default-pool -w 10: -c 5:
# args: -p default-pool -w 99999:
# args: -p default-pool -c @0:100000
# args: -p nowhere
# args: -w 5
# exit: 3

# A check for Nagios: how much is free in a storage pool.

use strict;
use Getopt::Std;
use Sys::Virt;

use vars qw($PROGNAME %ERRORS %opts);

$PROGNAME = 'POOL';
%ERRORS = ('OK' => 0, 'WARNING' => 1, 'CRITICAL' => 2, 'UNKNOWN' => 3);

sub nagios_exit {
    my ($word, $text) = @_;
    printf "%s %s: %s\n", $PROGNAME, $word, $text;
    exit $ERRORS{$word};
}

# "10" "10:" "~:10" "5:10" "@5:10", as the guidelines for plugins have them.
sub parse_range {
    my $text = shift;
    my %range = (start => 0, end => undef, inside => 0);
    if ($text =~ s/^@//) { $range{inside} = 1; }
    if ($text =~ /^([\d.~]*):([\d.]*)$/) {
        my ($start, $end) = ($1, $2);
        $range{start} = $start eq '~' ? undef : $start || 0;
        $range{end} = $end unless $end eq '';
    } elsif ($text =~ /^[\d.]+$/) {
        $range{end} = $text;
    } else {
        nagios_exit('UNKNOWN', "'$text' is no range");
    }
    return \%range;
}

sub is_alert {
    my ($range, $value) = @_;
    my $outside = 0;
    $outside = 1 if defined $range->{start} && $value < $range->{start};
    $outside = 1 if defined $range->{end} && $value > $range->{end};
    return $range->{inside} ? !$outside : $outside;
}

getopts('p:w:c:u:h', \%opts) or nagios_exit('UNKNOWN', 'usage: check_pool -p POOL [-w RANGE] [-c RANGE]');
nagios_exit('UNKNOWN', 'no pool (-p)') unless defined $opts{p};

my $uri = $opts{u} || 'test:///default';
my $conn;
eval {
    $conn = Sys::Virt->new(uri => $uri, readonly => 1);
};
nagios_exit('UNKNOWN', "can't connect to $uri") if $@;

my $pool = eval { $conn->get_storage_pool_by_name($opts{p}) }
    or nagios_exit('CRITICAL', "there is no pool $opts{p}");
my $info = $pool->get_info();
my $gib = 1024 ** 3;
my $free = $info->{available} / $gib;
my $total = $info->{capacity} / $gib;
my $share = $total ? 100 * $info->{allocation} / $info->{capacity} : 0;

my $status = 'OK';
for my $level (['w', 'WARNING'], ['c', 'CRITICAL']) {
    my ($option, $word) = @$level;
    next unless defined $opts{$option};
    $status = $word if is_alert(parse_range($opts{$option}), $free);
}

my @perf = map { "'$_->[0]'=$_->[1]" } (
    [ 'free', sprintf('%.1fGB', $free) ],
    [ 'used', sprintf('%.0f%%', $share) ],
);
nagios_exit($status, sprintf('%s has %.1f of %.1f GiB free', $pool->get_name, $free, $total) . '|' . join ' ', @perf);
