#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;

# Methods by their names, in all the ways that Perl has.

my $conn = Sys::Virt->new(uri => $ARGV[0]);
my ($dom) = $conn->list_all_domains;

foreach my $method (qw(get_name get_uuid_string get_os_type)) {
    print "$method: ", $dom->$method, "\n";
}

my $only = 'get_id';
print "id: ", $dom->$only(), "\n";

my %columns = (
    state => 'is_active',
    persistent => 'is_persistent',
    updated => 'is_updated',
);
for my $column (sort keys %columns) {
    my $m = $columns{$column};
    printf "%s=%d ", $column, $dom->$m ? 1 : 0;
}
print "\n";

sub call {
    my ($object, $name, @args) = @_;
    return $object->$name(@args) if $object->can($name);
    return "-";
}
print call($conn, $_), "\n" for 'get_hostname', 'get_type';
print call($conn, 'get_' . 'nothing'), "\n";

my $code = $dom->can('get_max_vcpus');
print $dom->$code, "\n";
print $code->($dom), "\n";

my $class = 'Sys::Virt::Domain';
print $class->STATE_RUNNING, "\n";
print "a domain\n" if ref $dom eq $class;

my $full = "Sys::Virt::Domain::get_name";
{
    no strict 'refs';
    print &$full($dom), "\n";
    print &{"Sys::Virt::Domain::STATE_" . uc "paused"}(), "\n";
}
print Sys::Virt::Domain::get_name($dom), "\n";
my $ref = \&Sys::Virt::Domain::get_max_memory;
print $ref->($dom), "\n";
