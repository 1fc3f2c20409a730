#!/usr/bin/perl
# runs: yes
# args: test:///default
use vars qw($conn @doms %cache);
use Sys::Virt;
our $VERSION = '0.3';
our ($pool, $net);

sub setup {
    $::conn = Sys::Virt->new(uri => $_[0]);
    @main::doms = $conn->list_domains;
    open_pool($pool);
    (undef, $net) = (1, $conn->list_networks);
}

# Fills its argument.
sub open_pool { $_[0] = $main::conn->get_storage_pool_by_name('default-pool') }

sub name_of {
    local $conn = shift if @_;
    return $conn->get_hostname;
}

setup(@ARGV);
print name_of(), "\n";
print $pool->get_name, " ", $net->get_name, "\n";
foreach $dom (@doms) { $cache{$dom->get_name} = $dom; }
print $cache{test}->get_id, "\n";
print $main::cache{test}->is_active, "\n";

*alias = \$conn;
print $alias->get_type, "\n";
*hosts_name = \&name_of;
print hosts_name($conn), "\n";

{
    package Other;
    our $conn = "no connection";
    print length $conn, "\n";
    sub get_hostname { return "other" }
    print $main::conn->get_uri, "\n";
}
print Other->get_hostname, "\n";
print Other::get_hostname(), "\n";

my @copies = @doms;
$_ = $_->get_name for @copies;
print "@copies\n";
for my $slot (my @slots = (1, 2)) {
    $slot = $conn->get_domain_by_name('test');
    print $slot->get_id, "\n";
}
for (my $d = $doms[0]; $d; undef $d) { print $d->get_max_vcpus, "\n" }
if ((my $n = @doms) > 0) { print "$n\n" }
my $d = my $e = $doms[0]; print $d->get_name, $e->get_name, "\n";
