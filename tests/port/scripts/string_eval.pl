#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;

# The module may be missing: a message instead of a crash.
my $has_virt = eval "use Sys::Virt; 1";
die "Sys::Virt is missing: $@" unless $has_virt;
eval { require Sys::Virt::Domain; Sys::Virt::Domain->import; 1 } or die;
eval 'require Sys::Virt::Network' or die $@;

my $conn = eval q{ Sys::Virt->new(uri => $ARGV[0]) } or die $@;

my $names = eval q{
    join ",", map { $_->get_name } $conn->list_domains;
};
print "$names\n";

# Built texts: nobody can read them before they run.
for my $getter (qw(hostname type)) {
    my $value = eval "\$conn->get_$getter";
    print "$getter: $value\n";
}
for my $name (qw(active persistent)) {
    eval "sub is_$name { my \$d = shift; return \$d->is_$name ? 'yes' : 'no' }";
}
my ($dom) = $conn->list_all_domains;
print is_active($dom), is_persistent($dom), "\n";

my $constant = eval "Sys::Virt::Domain::STATE_RUNNING";
print $constant == $dom->get_info->{state} ? "runs\n" : "doesn't\n";

my $class = "Sys::Virt";
eval "require $class" or die;
my $second = $class->new(uri => "test:///default");
print $second->get_hostname eq $conn->get_hostname ? "same\n" : "other\n";

eval <<'CODE';
    sub vcpus {
        my ($d) = @_;
        return $d->get_max_vcpus;
    }
    1;
CODE
print vcpus($dom), "\n";
