use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Event;

Sys::Virt::Event::register_default();
my $conn = Sys::Virt->new(uri => "test:///default");
my $quit = 0;
my $id = $conn->domain_event_register_any(undef,
    Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
    sub { my ($same, $dom, $event) = @_; $quit = 1 if $event == 5 });
print "registered\n" if defined $id;
Sys::Virt::Event::run_default() while !$quit;
die "never\n" unless $quit;
