#!/usr/bin/perl
use strict;
use warnings;

use File::Temp qw(tempdir);
use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default");

my $stream = $vmm->new_stream();

my $guest = $vmm->get_domain_by_name(@ARGV ? shift @ARGV : "test");
my $f = tempdir(CLEANUP => 1) . "/screen.png";

open FILE, ">$f" or die "no file $f: $!";
binmode FILE;

my $turns = 0;
eval {
    my $type = $guest->screenshot($stream, 0, 0);
    print "It is $type\n";

    while (1) {
        my $most = 1024;
        my $data;

        my $got = $stream->recv($data, $most);

        last if $got == 0;
        $turns++;

        while ($got > 0) {
            my $done = syswrite FILE, $data, $got;
            if ($done) {
                $data = substr $data, $done;
                $got -= $done;
            }
        }
    }

    $stream->finish();
};
if ($@) {
    unlink $f if $@;
    close FILE;
    die $@;
}
close FILE or die "can't keep $f: $!";
print "more than one piece\n" if $turns > 1;
open my $back, '<:raw', $f or die "can't read $f: $!";
read $back, my $head, 8;
close $back;
print join(" ", map { sprintf "%02x", ord } split //, $head), "\n";
