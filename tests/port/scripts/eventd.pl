#!/usr/bin/perl
# runs: yes
# args: --uri test:///default --rounds 3 --foreground
#
# eventd - runs a command when something happens to a domain

use strict;
use warnings;

use Getopt::Long;
use POSIX qw(setsid strftime);
use Sys::Virt;
use Sys::Virt::Event;

my %config = (uri => 'qemu:///system', pidfile => '/run/eventd.pid', rounds => 0, interval => 20);
GetOptions(\%config, 'uri=s', 'pidfile=s', 'hooks=s', 'rounds=i', 'foreground!', 'interval=i')
    or die "usage: $0 [--uri URI] [--hooks FOLDER] [--foreground]\n";

my $running = 1;
my ($conn, @ids, %known);

$SIG{INT} = $SIG{TERM} = sub { $running = 0 };
$SIG{HUP} = \&reload;
$SIG{CHLD} = 'IGNORE';

my %EVENTS = (
    Sys::Virt::Domain::EVENT_DEFINED()   => { name => 'defined', details => [qw(added updated)] },
    Sys::Virt::Domain::EVENT_UNDEFINED() => { name => 'undefined', details => ['removed'] },
    Sys::Virt::Domain::EVENT_STARTED()   => { name => 'started', details => [qw(booted migrated restored)] },
    Sys::Virt::Domain::EVENT_SUSPENDED() => { name => 'suspended' },
    Sys::Virt::Domain::EVENT_RESUMED()   => { name => 'resumed' },
    Sys::Virt::Domain::EVENT_STOPPED()   => { name => 'stopped', details => [qw(shutdown destroyed)] },
);

my @watches = (
    [ Sys::Virt::Domain::EVENT_ID_LIFECYCLE, \&on_lifecycle ],
    [ Sys::Virt::Domain::EVENT_ID_RTC_CHANGE, \&on_clock ],
    [ Sys::Virt::Domain::EVENT_ID_IO_ERROR, sub {
        my ($c, $d, $path, $alias, $action) = @_;
        record($d, "I/O error on $path ($alias)");
        $d->suspend if $action == Sys::Virt::Domain::EVENT_IO_ERROR_NONE;
    } ],
    [ Sys::Virt::Domain::EVENT_ID_GRAPHICS, sub {
        my (undef, $dom, $phase, $local, $remote, $scheme) = @_;
        record($dom, "viewer $remote->{node} by $scheme");
    } ],
);

daemonize() unless $config{foreground};
Sys::Virt::Event->register_default if 0;
Sys::Virt::Event::register_default();
open_connection();

my $round = 0;
my $timer = Sys::Virt::Event::add_timeout($config{interval}, \&tick);
Sys::Virt::Event::run_default() while $running;

close_connection();
print "known: ", join(' ', sort keys %known), "\n";

sub open_connection {
    $conn = Sys::Virt->new(uri => $config{uri});
    $conn->set_keep_alive(5, 3) if $config{uri} !~ /^test/;
    $conn->register_close_callback(\&on_close);
    for my $watch (@watches) {
        my ($id, $callback) = @{$watch};
        push @ids, eval { $conn->domain_event_register_any(undef, $id, $callback) };
        warn "no event $id: $@" if $@;
    }
    push @ids, $conn->domain_event_register_any($_, Sys::Virt::Domain::EVENT_ID_REBOOT, \&on_reboot)
        foreach $conn->list_domains;
    $known{ $_->get_name }++ for $conn->list_all_domains;
}

sub close_connection {
    while (defined(my $id = shift @ids)) {
        $conn->domain_event_deregister_any($id);
    }
    eval { $conn->unregister_close_callback };
    undef $conn;
}

sub reload {
    close_connection();
    open_connection();
}

sub on_lifecycle {
    my ($c, $dom, $event, $detail) = @_;
    my $entry = $EVENTS{$event} or return;
    my $what = $entry->{name};
    $what .= "/$entry->{details}[$detail]" if $entry->{details} && defined $entry->{details}[$detail];
    record($dom, $what);
    run_hooks($dom, $entry->{name});
    delete $known{ $dom->get_name } if $event == Sys::Virt::Domain::EVENT_UNDEFINED;
    return 0;
}

sub on_clock {
    my ($c, $dom, $offset) = @_;
    record($dom, "clock $offset s off");
}

sub on_reboot { record($_[1], "rebooted on " . $_[0]->get_hostname) }

sub on_close {
    my ($c, $reason) = @_;
    print STDERR "lost: $reason\n";
    $running = 0 if $reason != Sys::Virt::CLOSE_REASON_CLIENT;
}

sub tick {
    my @off = $conn->list_defined_domains;
    my @on = $conn->list_domains;
    if (@on) { $on[0]->destroy }
    elsif (@off) { $off[0]->create }
    $running = 0 if $config{rounds} && ++$round >= $config{rounds};
}

sub record {
    my ($domain, $text) = @_;
    my $stamp = $config{foreground} ? '-' : strftime('%F %T', localtime);
    printf "%s %s: %s\n", $stamp, $domain->get_name, $text;
}

sub run_hooks {
    my ($domain, $event) = @_;
    return unless $config{hooks};
    foreach my $hook (sort glob "$config{hooks}/*") {
        next unless -x $hook;
        defined(my $pid = fork) or next;
        next if $pid;
        $ENV{DOMAIN} = $domain->get_name;
        $ENV{UUID} = $domain->get_uuid_string;
        exec $hook, $event or POSIX::_exit(127);
    }
}

sub daemonize {
    defined(my $pid = fork) or die "fork: $!";
    exit 0 if $pid;
    setsid();
    open my $out, '>', $config{pidfile} or die "$config{pidfile}: $!";
    print $out "$$\n";
    close $out;
}
