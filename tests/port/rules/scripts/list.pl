use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my @doms = $conn->list_all_domains; # here
foreach my $name ($conn->list_defined_domain_names) { # here
    print "$name\n";
}
