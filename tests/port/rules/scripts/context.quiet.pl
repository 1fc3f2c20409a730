use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my @doms = $conn->list_domains;
my ($state, $reason) = $dom->get_state;
my ($only) = $dom->get_state;
foreach my $net ($conn->list_networks) {
    print $net->get_name, "\n";
}
print join(" ", map { $_->get_name } $conn->list_domains), "\n";
print scalar(@doms), "$state $reason $only\n";
