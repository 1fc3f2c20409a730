#!/usr/bin/perl
# Events: several kinds, a timer, and an end after a few turns.
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;
use Sys::Virt::Event;

Sys::Virt::Event::register_default();

my $conn = Sys::Virt->new(uri => 'test:///default');

my @EVENTS;
$EVENTS[Sys::Virt::Domain::EVENT_DEFINED] = 'defined';
$EVENTS[Sys::Virt::Domain::EVENT_UNDEFINED] = 'undefined';
$EVENTS[Sys::Virt::Domain::EVENT_STARTED] = 'started';
$EVENTS[Sys::Virt::Domain::EVENT_SUSPENDED] = 'suspended';
$EVENTS[Sys::Virt::Domain::EVENT_RESUMED] = 'resumed';
$EVENTS[Sys::Virt::Domain::EVENT_STOPPED] = 'stopped';

my %count;
my @log;

sub on_event {
    my ($conn, $dom, $event, $detail) = @_;
    my $word = $EVENTS[$event] || "event $event";
    $count{$word}++;
    push @log, sprintf('%s: %s', $dom->get_name, $word);
    return 0;
}

my %ids;
$ids{domain} = $conn->domain_event_register_any(
    undef, Sys::Virt::Domain::EVENT_ID_LIFECYCLE, \&on_event);
$ids{network} = $conn->network_event_register_any(
    undef, Sys::Virt::Network::EVENT_ID_LIFECYCLE, sub {
        my ($conn, $net, $event) = @_;
        push @log, 'network ' . $net->get_name
            . ($event == Sys::Virt::Network::EVENT_STOPPED ? ' stopped' : ' changed');
    });

my $turns = 0;
my $timer = Sys::Virt::Event::add_timeout(10, sub { $turns++ });

# One guest alone.
my $test = $conn->get_domain_by_name('test');
my $mine = 0;
my $only = $conn->domain_event_register_any(
    $test, Sys::Virt::Domain::EVENT_ID_LIFECYCLE, sub { $mine++; });

my $other = $conn->define_domain(<<'XML');
<domain type='test'><name>other</name><memory>1024</memory><os><type>hvm</type></os></domain>
XML
$other->create;
$test->suspend;
$test->resume;
$other->destroy;
$other->undefine;
$conn->get_network_by_name('default')->destroy;

while ($turns < 5) {
    Sys::Virt::Event::run_default();
}
print "$_\n" for @log;
print join(', ', map { "$count{$_} $_" } sort keys %count), "\n";
print "$mine for test alone\n";

# No more of them.
$conn->domain_event_deregister_any($ids{domain});
$conn->domain_event_deregister_any($only);
@log = ();
$test->suspend;
$turns = 0;
Sys::Virt::Event::update_timeout($timer, 5);
Sys::Virt::Event::run_default() until $turns >= 3;
print @log ? "still there: @log\n" : "quiet\n";
Sys::Virt::Event::remove_timeout($timer);
$conn->network_event_deregister_any(delete $ids{network});
print join(' ', sort keys %ids), "\n";
