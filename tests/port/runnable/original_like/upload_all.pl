#!/usr/bin/perl
# exit: 25
use strict;
use warnings;

use File::Temp qw(tempfile);
use Sys::Virt;

my $vmm = Sys::Virt->new(uri => "test:///default");

my $stream = $vmm->new_stream();

my $pool = $vmm->get_storage_pool_by_name("default-pool");
my $volume = $pool->create_volume(<<XML);
<volume>
  <name>upload.img</name>
  <capacity>4096</capacity>
</volume>
XML

my ($handle, $f) = tempfile(UNLINK => 1);
print $handle "0123456789" x 100;
close $handle;

open FILE, "<$f" or die "can't open $f: $!";

my $sent = 0;
sub more {
    my $stream = $_[0];
    my $most = $_[2];
    my $got = sysread FILE, $_[1], $most;
    $sent += $got;
    return $got;
};

print "Sending to ", $volume->get_path, "\n";
eval {
    $volume->upload($stream, 0, 0);
    $stream->send_all(\&more);
    $stream->finish();
};
if ($@) {
    close FILE;
    print "Sent: $sent\n";
    die $@;
}

close FILE or die "can't read $f: $!";
