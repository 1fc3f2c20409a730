#!/usr/bin/perl
# runs: yes
# args: test:///default 3
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Event;

# Prints what happens to domains, with a clock of its own.

my ($uri, $ticks) = @ARGV;
$ticks ||= 0;

Sys::Virt::Event::register_default();

my $conn = Sys::Virt->new(uri => $uri || 'qemu:///system', readonly => 0);

my @NAMES;
$NAMES[Sys::Virt::Domain::EVENT_DEFINED] = 'defined';
$NAMES[Sys::Virt::Domain::EVENT_STARTED] = 'started';
$NAMES[Sys::Virt::Domain::EVENT_STOPPED] = 'stopped';

my $quit = 0;
my $seen = 0;

my $lifecycle = sub {
    my ($con, $dom, $event, $detail) = @_;
    $seen++;
    print "event $event (", ($NAMES[$event] || '?'), ") detail $detail of ", $dom->get_name, "\n";
    print "  on ", $con->get_uri, "\n";
};

my $id = $conn->domain_event_register_any(undef, Sys::Virt::Domain::EVENT_ID_LIFECYCLE, $lifecycle);

my $reboots = $conn->domain_event_register_any(
    undef,
    Sys::Virt::Domain::EVENT_ID_REBOOT,
    sub {
        my $con = shift;
        my $guest = shift;
        warn "reboot of ", $guest->get_uuid_string, "\n";
    });

$conn->register_close_callback(sub {
    my ($c, $reason) = @_;
    $quit = 1;
    print "connection lost: ", ($reason == Sys::Virt::CLOSE_REASON_KEEPALIVE ? 'no answer' : 'other'), "\n";
});

my $count = 0;
my $timer = Sys::Virt::Event::add_timeout(50, sub {
    my ($me) = @_;
    my ($dom) = $conn->list_all_domains;
    if ($count == 0) {
        $dom->destroy;
    } elsif ($count == 1) {
        $dom->create;
    }
    $quit = 1 if $ticks && ++$count >= $ticks;
});
Sys::Virt::Event::update_timeout($timer, 20);

until ($quit) {
    Sys::Virt::Event::run_default();
}

Sys::Virt::Event::remove_timeout($timer);
$conn->domain_event_deregister_any($_) for $id, $reboots;
$conn->unregister_close_callback;
print "$seen events\n";
