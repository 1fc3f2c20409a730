use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $stats = $dom->get_job_stats; # here
my @time = $dom->get_time; # here
my $most = $dom->get_max_vcpus; # here
eval { $conn->get_domain_by_name("nobody") };
my $err = $@;
print $err->level, "\n"; # here
my $id = $dom->get_id;
print "off\n" if $dom->get_id == -1; # here
