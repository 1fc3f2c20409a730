#!/usr/bin/perl
# args: test:///default

use Sys::Virt;

my $uri = shift @ARGV;
my $vmm = Sys::Virt->new(uri => $uri);
my $guest = $vmm->get_domain_by_name("test");

unless ($guest->is_active()) {
    $guest->create;
}

my $cpus = $vmm->get_node_info->{cpus};
my ($first) = $guest->get_vcpu_info;
my $mask = $first->{affinity};

@bits = split(//, unpack("b*", $mask));
print join(":", @bits), "\n";

if ($bits[0] == '1' && $bits[1] == '1') {
    # All but the first.
    @bits[0] = 0;

    my $newmask = '';
    for (my $i = 0 ; $i <= $#bits ; $i++) {
        vec($newmask, $i, 1) = $bits[$i];
    }

    @bits = split(//, unpack("b*", $newmask));
    print join(":", @bits), "\n";

    $guest->pin_vcpu(0, $newmask);

    ($first) = $guest->get_vcpu_info;
    $newermask = $first->{affinity};
    @bits = split(//, unpack("b*", $newermask));
    print join(":", @bits), "\n";

    # As it was.
    $guest->pin_vcpu(0, $mask);

    ($first) = $guest->get_vcpu_info;
    $newermask = $first->{affinity};
    @bits = split(//, unpack("b*", $newermask));
    print join(":", @bits), "\n";
}
print "$cpus CPUs, ", scalar(grep { $_ } @bits[0 .. $cpus - 1]), " of them used\n";
