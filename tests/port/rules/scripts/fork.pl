use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $pid = fork; # here
if ($pid == 0) {
    print $dom->get_name, "\n";
    exit;
}
if (fork() == 0) { # here
    exit;
}
