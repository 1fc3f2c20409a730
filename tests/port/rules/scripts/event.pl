use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Event;

my $conn = Sys::Virt->new(uri => "test:///default");
Sys::Virt::Event::register_default(); # here
my $id = $conn->domain_event_register_any(undef,
    Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
    sub {
        my ($same, $dom, $event) = @_;
        die "stopped\n" if $event == 5; # here
    });
print "registered\n" if $id; # here
$conn->domain_event_deregister_any($id);
