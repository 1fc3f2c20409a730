#!/usr/bin/perl
# runs: yes
# args: -c test:///default -d test -w 2000:200000 -C 1
# args: -c test:///default -a
# args: -c test:///default -l
#############################################################################
# check_guests: state and memory of guests, with performance data           #
#############################################################################

use strict;
use warnings;
use Getopt::Long;
use Sys::Virt;

my $VERSION = "1.4.2";
my %ERRORS = ('OK' => 0, 'WARNING' => 1, 'CRITICAL' => 2, 'UNKNOWN' => 3);

my $o_uri = undef;      # where
my $o_dom = undef;      # which domain
my $o_all = undef;
my $o_list = undef;
my $o_warn = undef;
my $o_crit = undef;
my $o_timeout = 10;
my $TIMEOUT_MSG = "no answer";

sub p_version { print "check_guests version : $VERSION\n"; }

sub print_usage {
    print "Usage: $0 -c <uri> [-d <domain> | -a | -l] [-w <range>] [-C <count>]\n";
}

sub check_options {
    Getopt::Long::Configure("bundling");
    GetOptions(
        'c:s' => \$o_uri,    'connect:s' => \$o_uri,
        'd:s' => \$o_dom,    'domain:s'  => \$o_dom,
        'a'   => \$o_all,    'all'       => \$o_all,
        'l'   => \$o_list,   'list'      => \$o_list,
        'w:s' => \$o_warn,   'warn:s'    => \$o_warn,
        'C:i' => \$o_crit,
        't:i' => \$o_timeout,
    );
    if (!defined($o_uri)) { print_usage(); exit $ERRORS{"UNKNOWN"} }
}

my $vmm;

# --------- main ---------
check_options();

$SIG{'ALRM'} = sub {
    print "CRITICAL: $TIMEOUT_MSG\n";
    exit $ERRORS{"CRITICAL"};
};
alarm($o_timeout);

eval { $vmm = Sys::Virt->new(address => $o_uri, readonly => 1); };
if ($@) {
    print "UNKNOWN: ", $@->message(), "\n";
    exit $ERRORS{"UNKNOWN"};
}

if (defined($o_list)) {
    my @names = map { sprintf("%s(%s)", $_->get_name(), $_->is_active() ? 'up' : 'down') } get_all();
    print "OK: @names\n";
    exit $ERRORS{"OK"};
}

my @doms = defined($o_all) ? get_all() : ($vmm->get_domain_by_name($o_dom));
my ($worst, @texts, @perf) = ('OK');
my $not_running = 0;

foreach my $dom (@doms) {
    my $name = $dom->get_name;
    my ($label, $text) = state_of($dom);
    $not_running++ if $label ne 'OK';
    push @texts, "$name $text";
    my $mem = $dom->get_info()->{memory};
    if (defined $o_warn && $o_warn =~ /^(\d+):(\d+)$/) {
        $worst = 'WARNING' if $mem < $1 && $worst eq 'OK';
    }
    push @perf, "'${name}_mem'=${mem}KB", "'${name}_cpu'=" . cpu($dom) . "c";
}
$worst = 'CRITICAL' if defined $o_crit && $not_running >= $o_crit;

alarm(0);
print "$worst: ", join(", ", @texts), "\n";
exit $ERRORS{$worst};

sub get_all {
    my @active = $vmm->list_domains();
    my @inactive = $vmm->list_defined_domains();
    return (@active, @inactive);
}

sub state_of {
    my $dom = shift;
    my %state = (
        &Sys::Virt::Domain::STATE_NOSTATE  => [ 'OK', 'no state' ],
        &Sys::Virt::Domain::STATE_RUNNING  => [ 'OK', 'running' ],
        &Sys::Virt::Domain::STATE_BLOCKED  => [ 'OK', 'idle' ],
        &Sys::Virt::Domain::STATE_PAUSED   => [ 'WARNING', 'paused' ],
        &Sys::Virt::Domain::STATE_SHUTDOWN => [ 'WARNING', 'in shutdown' ],
        &Sys::Virt::Domain::STATE_SHUTOFF  => [ 'CRITICAL', 'shut off' ],
        &Sys::Virt::Domain::STATE_CRASHED  => [ 'CRITICAL', 'crashed' ],
    );
    my $info = $dom->get_info();
    my $s = $state{$info->{state}};
    return defined($s) ? @$s : ('UNKNOWN', "state $info->{state}");
}

sub cpu {
    my ($dom) = @_;
    my $t1 = $dom->get_info->{cpuTime};
    return int($t1 / 1000000000);
}
