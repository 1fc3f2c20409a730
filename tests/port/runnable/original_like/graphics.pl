#!/usr/bin/perl
# exit: 255

use Sys::Virt;

my ($near, $far);
my $direct = 1;

if ($direct) {
    use Socket;

    socketpair($near, $far, AF_UNIX, SOCK_STREAM, PF_UNSPEC)
        or die "no pair of sockets: $!";

    my $vmm = Sys::Virt->new(uri => "test:///default");
    my $guest = $vmm->get_domain_by_name("test");

    print "Opening the display of ", $guest->get_name, "\n";
    $guest->open_graphics(0, fileno($near));
    print "Opened\n";
} else {
    print "localhost:5900\n";
}
