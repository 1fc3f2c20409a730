use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my @actions;
my $outside = 1;
foreach my $each ($conn->list_domains) {
    push @actions, sub { my ($each) = @_; print $each->get_name, "\n" };
    push @actions, sub { print "$outside\n" };
    my @names = map { $_->get_name . $each->get_name } @actions[0 .. -1];
}
push @actions, sub { my @all = map { $_ } 1 .. 3; return @all };
