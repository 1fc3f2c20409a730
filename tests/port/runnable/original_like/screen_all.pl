#!/usr/bin/perl
# args: test
# args:
# exit: 255
use strict;
use warnings;

use File::Temp qw(tempdir);
use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default");

my $stream = $vmm->new_stream();

die "usage: $0 GUEST" unless int(@ARGV) == 1;

my $guest = $vmm->get_domain_by_name(shift @ARGV);
my $f = tempdir(CLEANUP => 1) . "/screen.png";

open FILE, ">$f" or die "no file $f: $!";
binmode FILE;

sub keep {
        my $stream = shift;
        my $data = shift;
        my $count = shift;

        return syswrite FILE, $data, $count;
};

eval {
    $guest->screenshot($stream, 0, 0);
    $stream->recv_all(\&keep);
    $stream->finish();
};
if ($@) {
    unlink $f if $@;
    close FILE;
    die $@;
}
close FILE or die "can't keep $f: $!";
printf "%d bytes\n", -s $f;
