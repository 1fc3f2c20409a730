#!/usr/bin/perl
# args: test:///default 2048=8 1048576=1
# args:
# exit: 255

use Sys::Virt;

if (int(@ARGV) < 2) {
    die "usage: $0 URI SIZE=COUNT...";
}

my $uri = shift @ARGV;
my $vmm = Sys::Virt->new(uri => $uri);

my @wanted;
foreach (@ARGV) {
    my @pair = split /=/;
    push @wanted, \@pair;
}
print join(", ", map { "$_->[1] of $_->[0] KiB" } @wanted), "\n";

$vmm->node_alloc_pages(\@wanted, -1, -1);
