use Sys::Virt; # here

my $conn = Sys::Virt->new(uri => "test:///default"); # here
my $dom = $conn->get_domain_by_name("test"); # here
print $dom->get_name, "\n"; # here
$dom->suspend; # here
print Sys::Virt::Domain::STATE_PAUSED, "\n"; # here
