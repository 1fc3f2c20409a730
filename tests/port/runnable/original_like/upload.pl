#!/usr/bin/perl
# args:
# exit: 255
use strict;
use warnings;

use File::Temp qw(tempfile);
use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default");

my $stream = $vmm->new_stream();

my ($handle, $f) = tempfile(UNLINK => 1);
print $handle "line $_\n" foreach 1 .. 300;
close $handle;

my $pool = $vmm->get_storage_pool_by_name("default-pool");
my $volume = $pool->create_volume("<volume><name>up.img</name><capacity>16384</capacity></volume>");

open FILE, "<$f" or die "can't open $f: $!";

my $pieces = 0;
my $bytes = 0;

sub pump {
    my $target = shift;
    while (1) {
        my $most = 1024;
        my $data;
        my $got = sysread FILE, $data, $most;
        if ($got < 0) {
            die "can't read $f: $!";
        }
        last if $got == 0;
        $pieces++;
        while ($got > 0) {
            my $done = $target->send($data, $got);
            if ($done) {
                $data = substr $data, $done;
                $got -= $done;
            }
        }
    }
}

# A dry run first: what takes 100 bytes at once.
{
    package Scales;

    sub send {
        my ($self, $data, $count) = @_;
        my $taken = $count > 100 ? 100 : $count;
        $bytes += $taken;
        return $taken;
    }
}
pump(bless {}, "Scales");
print "$bytes bytes in $pieces pieces\n";

seek FILE, 0, 0;
eval {
    $volume->upload($stream, 0, 0);
    pump($stream);
    $stream->finish();
};
if ($@) {
    close FILE;
    die $@;
}
close FILE or die "can't read $f: $!";
