use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $info = $dom->get_info;
foreach my $key (keys %$info) { # here
    print "$key\n";
}
print join(",", values %{$conn->get_node_info}), "\n"; # here
