use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $info = $dom->get_info;
print "$_\n" foreach sort keys %$info;
my $count = keys %$info;
print scalar(keys %$info), "$count\n";
foreach my $key (sort { $info->{$a} <=> $info->{$b} } keys %$info) {
    print "$key\n";
}
