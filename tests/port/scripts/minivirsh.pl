#!/usr/bin/perl
# runs: yes
# args: -c test:///default list
# args: -c test:///default dumpxml test
# args: -c test:///default autostart 1
# args: -c test:///default net-list
# args: -c test:///default pool-list
# args: -c test:///default destroy 6695eb01-f6a4-8304-79aa-97f2502e193f
# args: -c test:///default hostname
use strict;
use warnings;
use Getopt::Long;
use Sys::Virt;

my $uri = $ENV{VIRSH_DEFAULT_CONNECT_URI};
GetOptions("connect|c=s" => \$uri) or exit 2;

my $conn = Sys::Virt->new(defined $uri ? (uri => $uri) : ());

my %commands = (
    list => {
        help => 'list domains',
        code => sub {
            foreach my $d ($conn->list_all_domains(@_)) {
                printf " %-5s %-30s %s\n", ($d->is_active ? $d->get_id : '-'),
                    $d->get_name, state_name($d->get_state);
            }
        },
    },
    start => { help => 'start a domain', code => \&cmd_start, args => 1 },
    destroy => {
        help => 'stop a domain at once',
        code => sub { my $d = find(shift); $d->destroy; print "Domain destroyed\n" },
        args => 1,
    },
    dumpxml => { help => 'the XML of a domain', args => 1,
        code => sub { print find($_[0])->get_xml_description } },
    autostart => { help => 'start with the host', args => 1, code => sub {
        my ($name, $off) = @_;
        my $dom = find($name);
        $dom->set_autostart($off ? 0 : 1);
        print $dom->get_autostart ? "on\n" : "off\n";
    } },
    'net-list' => { help => 'list networks', code => sub {
        printf " %-20s %s\n", $_->get_name, $_->is_active ? 'active' : 'inactive'
            for $conn->list_networks, $conn->list_defined_networks;
    } },
    'pool-list' => { help => 'list pools', code => \&cmd_pool_list },
    hostname => { help => 'name of the host', code => sub { print $conn->get_hostname, "\n" } },
    help => { help => 'this', code => \&cmd_help },
);

my $command = shift @ARGV || 'help';
my $entry = $commands{$command} or die "error: unknown command: '$command'\n";
die "error: command '$command' requires <domain>\n" if $entry->{args} && @ARGV < $entry->{args};
unless (eval { $entry->{code}->(@ARGV); 1 }) {
    print STDERR "error: ", (ref $@ ? $@->message : $@), "\n";
    exit 1;
}

sub find {
    my $what = shift;
    return $conn->get_domain_by_id($what) if $what =~ /^\d+$/;
    return $conn->get_domain_by_uuid($what) if $what =~ /^[0-9a-f-]{36}$/i;
    return $conn->get_domain_by_name($what);
}

sub cmd_start {
    my ($name, @rest) = @_;
    my $dom = find($name);
    $dom->create;
    print "Domain ", $dom->get_name, " started\n";
}

sub cmd_pool_list {
    for my $pool ($conn->list_all_storage_pools) {
        my %row = (name => $pool->get_name, auto => $pool->get_autostart ? 'yes' : 'no');
        print " $row{name}  autostart: $row{auto}\n";
    }
}

sub cmd_help {
    foreach my $name (sort keys %commands) {
        printf " %-15s %s\n", $name, $commands{$name}{help};
    }
}

sub state_name {
    my $state = shift;
    my %names = (
        Sys::Virt::Domain::STATE_NOSTATE, 'no state',
        Sys::Virt::Domain::STATE_RUNNING, 'running',
        Sys::Virt::Domain::STATE_BLOCKED, 'idle',
        &Sys::Virt::Domain::STATE_PAUSED => 'paused',
        Sys::Virt::Domain::STATE_SHUTDOWN() => 'in shutdown',
        Sys::Virt::Domain->STATE_SHUTOFF => 'shut off',
        +Sys::Virt::Domain::STATE_CRASHED => 'crashed',
    );
    return $names{$state} || 'unknown';
}
