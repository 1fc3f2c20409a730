use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
eval { die "caught\n" if $dom->is_active };
sub check { die "by the caller\n" unless $_[0]; return 1 }
eval { check($dom->is_active) };
exit 0;
