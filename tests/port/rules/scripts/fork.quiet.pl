use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $fork = "fork";
my %tool = (fork => 1);
print $dom->get_name, "$fork $tool{fork}\n";
system("true");
