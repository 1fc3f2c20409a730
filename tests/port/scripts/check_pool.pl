#!/usr/bin/perl -w
# runs: yes
# args: -H test:///default -p default-pool -w 80 -c 95
#
# check_pool - how full is a storage pool? For Nagios and its kin.

use strict;
use Getopt::Long qw(:config no_ignore_case bundling);
use Sys::Virt;
use Sys::Virt::StoragePool;

use constant { OK => 0, WARNING => 1, CRITICAL => 2, UNKNOWN => 3 };
my @LABEL = qw(OK WARNING CRITICAL UNKNOWN);

my ($host, $pool, $warn, $crit, $timeout, $verbose) = (undef, undef, 85, 95, 15, 0);

GetOptions(
    'H|host=s'     => \$host,
    'p|pool=s'     => \$pool,
    'w|warning=i'  => \$warn,
    'c|critical=i' => \$crit,
    't|timeout=i'  => \$timeout,
    'v|verbose+'   => \$verbose,
    'h|help'       => sub { usage(OK) },
) or usage(UNKNOWN);
usage(UNKNOWN) unless defined $host && defined $pool;

local $SIG{ALRM} = sub { leave(UNKNOWN, "no answer within $timeout seconds") };
alarm $timeout;

my $con = eval { Sys::Virt->new(uri => $host, readonly => 1) };
if (!$con) {
    my $why = ref $@ ? $@->message : "$@";
    chomp $why;
    leave(UNKNOWN, "can't connect: $why");
}

my $sp;
eval {
    $sp = $con->get_storage_pool_by_name($pool);
    $sp->refresh if $verbose > 5;
};
leave(UNKNOWN, "no pool '$pool'") if $@;

leave(CRITICAL, "$pool isn't active") if not $sp->is_active;

my $info = $sp->get_info;
leave(CRITICAL, "$pool has state $info->{state}")
    if $info->{state} != Sys::Virt::StoragePool::STATE_RUNNING;
alarm 0;

my $percent = $info->{capacity} ? 100 * $info->{allocation} / $info->{capacity} : 0;
my $status = $percent >= $crit ? CRITICAL : $percent >= $warn ? WARNING : OK;
leave($status, sprintf "%s is %.1f%% full|used=%.1f%%;%d;%d;0;100",
    $sp->get_name, $percent, $percent, $warn, $crit);

sub leave {
    my ($code, $text) = @_;
    print "POOL $LABEL[$code] - $text\n";
    exit $code;
}

sub usage {
    my $code = shift;
    print <<"END";
Usage: $0 -H URI -p POOL [-w PERCENT] [-c PERCENT] [-t SECONDS]
END
    exit $code;
}
