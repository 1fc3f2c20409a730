use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my @actions;
foreach my $each ($conn->list_domains) {
    push @actions, sub { print $each->get_name, "\n" }; # here
}
while (my ($key, $value) = each %ENV) {
    my $copy = $key;
    push @actions, sub { print "$copy\n" }; # here
}
$_->() foreach @actions;
