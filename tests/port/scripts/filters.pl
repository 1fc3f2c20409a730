#!/usr/bin/perl
# runs: no - the test driver has no filters
use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::NWFilter;

my $conn = Sys::Virt->new(uri => 'qemu:///system');
my %filters = map { $_->get_name, $_ } $conn->list_nwfilters;
my @names = $conn->list_nwfilter_names(1000);
print "odd\n" if @names != $conn->num_of_nwfilters;

foreach my $file (@ARGV) {
    local (*FH, $/);
    open FH, $file or die "$file: $!";
    my $xml = <FH>;
    close FH;
    my $filter = eval { $conn->define_nwfilter($xml) } or do { warn "$file: $@"; next };
    $filters{ $filter->get_name } = $filter;
}

while (my ($name, $filter) = each %filters) {
    my @used = $filter->get_xml_description =~ /<filterref filter='([^']+)'/g;
    print "$name (", $filter->get_uuid_string, "): @used\n";
    for my $missing (grep { !exists $filters{$_} } @used) {
        warn "$name uses $missing, which isn't there\n";
        $filter->undefine if $ENV{CLEAN};
    }
}

for my $binding ($conn->list_all_nwfilter_bindings) {
    my ($port, $name) = ($binding->get_port_dev, $binding->get_filter_name);
    next if $filters{$name};
    print "$port: $name is gone\n", $binding->get_xml_description;
    $binding->delete;
}
my $one = $conn->get_nwfilter_binding_by_port_dev('vnet0');
$one->delete if $one->get_filter_name eq 'clean-traffic';
