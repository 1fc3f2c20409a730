#!/usr/bin/perl
# args: test:///default
use Sys::Virt;
use Sys::Virt::Event;

my $uri = shift @ARGV;

Sys::Virt::Event::register_default();

my $quit = 0;
my $seen = 0;

my $vmm = Sys::Virt->new(uri => $uri);

sub on_lifecycle {
    my $conn = shift;
    my $guest = shift;
    my $event = shift;
    my $detail = shift;

    printf "%s %s %d %d\n", $conn->get_uri, $guest->get_name, $event, $detail;
    $quit = 1 if ++$seen == 4;
}

sub on_agent {
    my $conn = shift;
    my $guest = shift;
    my $state = shift;
    my $reason = shift;

    printf "agent %s %s %d %d\n", $conn->get_uri, $guest->get_name, $state, $reason;
}

$vmm->domain_event_register_any(undef,
    Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
    \&on_lifecycle);

$vmm->domain_event_register_any(undef,
    Sys::Virt::Domain::EVENT_ID_AGENT_LIFECYCLE,
    \&on_agent);

# Something to see.
my $guest = $vmm->get_domain_by_name("test");
$guest->suspend;
$guest->resume;
$guest->destroy;
$guest->create;

while (!$quit) {
    Sys::Virt::Event::run_default();
}
print "Seen: $seen\n";
