use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my ($state) = $dom->get_state;
print "runs\n" if $state == 1;
my $mib = int($dom->get_info->{memory} / 1024);
printf "%d MiB\n", $dom->get_info->{memory} / 1024;
print "it is\n" if $dom->get_name eq "1";
print 1 + 2, "\n";
my ($x, $y) = ("1", 2);
print "$mib $x $y\n";
