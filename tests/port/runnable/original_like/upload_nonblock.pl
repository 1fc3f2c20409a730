#!/usr/bin/perl
# exit: 255
use strict;
use warnings;

use File::Temp qw(tempfile);
use Sys::Virt;
use Sys::Virt::Event;

Sys::Virt::Event::register_default();

my $vmm = Sys::Virt->new(uri => "test:///default");
my $stream = $vmm->new_stream(Sys::Virt::Stream::NONBLOCK);

my ($handle, $f) = tempfile(UNLINK => 1);
print $handle "abcdefghij" x 1000;
close $handle;

my $pool = $vmm->get_storage_pool_by_name("default-pool");
my $volume = $pool->create_volume("<volume><name>up.img</name><capacity>16384</capacity></volume>");

my $quit = 0;

open FILE, "<$f" or die "can't open $f: $!";

my $next;
my $length;

sub more {
    return if $length;
    $length = sysread FILE, $next, 1024;
}

sub on_stream {
    my $stream = shift;
    my $events = shift;

    if ($events & (Sys::Virt::Stream::EVENT_HANGUP |
                   Sys::Virt::Stream::EVENT_ERROR)) {
        $quit = 1;
        return;
    }

    &more;

    if ($length == 0) {
        $quit = 1;
        $stream->remove_callback();
        return;
    }

    my $done = $stream->send($next, $length);

    if ($done > 0) {
        $next = substr $next, $done;
        $length -= $done;
    }
}

&more;
print "The first piece has $length bytes: ", substr($next, 0, 12), "...\n";
&more;
print "Still $length\n";
$length = 0;
&more;
print "The second begins with ", substr($next, 0, 3), "\n";

eval {
    $volume->upload($stream, 0, 0);

    $stream->add_callback(Sys::Virt::Stream::EVENT_WRITABLE, \&on_stream);

    while (!$quit) {
        Sys::Virt::Event::run_default();
    }

    $stream->finish();
};
if ($@) {
    close FILE;
    die $@;
}

close FILE or die "can't read $f: $!";
