#!/usr/bin/perl
use strict;
use warnings;

use File::Temp qw(tempdir);
use Sys::Virt;
use Sys::Virt::Event;

Sys::Virt::Event::register_default();

my $vmm = Sys::Virt->new(uri => "test:///default");
my $stream = $vmm->new_stream(Sys::Virt::Stream::NONBLOCK);
my $guest = $vmm->get_domain_by_name("test");

my $f = tempdir(CLEANUP => 1) . "/screen.png";
my $quit = 0;
my $total = 0;

open FILE, ">$f" or die "no file $f: $!";
binmode FILE;

sub on_stream {
    my $stream = shift;
    my $events = shift;

    if ($events & (Sys::Virt::Stream::EVENT_HANGUP |
                   Sys::Virt::Stream::EVENT_ERROR)) {
        $quit = 1;
        return;
    }

    my $data;
    my $got = $stream->recv($data, 4096);
    if ($got == 0) {
        $quit = 1;
        $stream->remove_callback();
        return;
    }
    $total += $got if $got > 0;
    while ($got > 0) {
        my $done = syswrite FILE, $data, $got;
        $data = substr $data, $done;
        $got -= $done;
    }
}

eval {
    $guest->screenshot($stream, 0, 0);

    $stream->add_callback(Sys::Virt::Stream::EVENT_READABLE, \&on_stream);

    while (!$quit) {
        Sys::Virt::Event::run_default();
    }

    $stream->finish();
};
if ($@) {
    unlink $f if $@;
    close FILE;
    die $@;
}

close FILE or die "can't keep $f: $!";
print "All is there\n" if $total == -s $f;
