#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Data::Dumper;
use Sys::Virt;

$Data::Dumper::Sortkeys = $Data::Dumper::Indent = 1;
print "module is old\n" if $Sys::Virt::VERSION lt '0.2.0';
die "too old" unless eval { Sys::Virt->VERSION('1.0.0'); 1 };

my $c = Sys::Virt->new(uri => $ARGV[0], readonly => 1);
my %facts = (
    hostname => $c->get_hostname,
    uri => $c->get_uri,
    type => $c->get_type,
    encrypted => $c->is_encrypted() ? 'yes' : 'no',
    node => $c->get_node_info,
    free => [ eval { $c->get_node_cells_free_memory(0, 2) } ],
    cpu => eval { $c->get_node_cpu_stats(Sys::Virt::NODE_CPU_STATS_ALL_CPUS, 0) } || {},
    vcpus => $c->get_max_vcpus('test'),
);
my @version = map { $c->$_ } qw(get_major_version get_minor_version get_micro_version);
my $library = Sys::Virt::get_library_version($c);
$facts{model} = $1 if $c->get_capabilities =~ m{<arch>(\w+)</arch>};
$facts{bios} = $1 if ($c->get_sysinfo(0) =~ m{vendor'>(.*?)<});
print scalar(@version), " parts, library ", $library > 1_000_000 ? "new" : "old", "\n";
print "keys: ", join(' ', sort keys %{ $facts{node} }), "\n";
print Dumper({ map { $_ => ref $facts{$_} || 'text' } keys %facts });

sub compare {
    my ($conn, $xml) = @_;
    my $result = $conn->compare_cpu($xml, 0);
    my %text = (
        Sys::Virt::CPU_COMPARE_INCOMPATIBLE() => 'incompatible',
        Sys::Virt::CPU_COMPARE_IDENTICAL() => 'identical',
        Sys::Virt::CPU_COMPARE_SUPERSET() => 'superset',
    );
    return $text{$result};
}
print eval { compare($c, '<cpu><arch>i686</arch><model>x</model></cpu>') } // "no comparison", "\n";
my @models = eval { $c->get_cpu_model_names('x86_64') };
print @models > 3 ? "many models\n" : "few models\n";
my $all = eval { $c->get_all_domain_stats(Sys::Virt::Domain::STATS_STATE) };
print $@ ? "no stats\n" : "stats\n";
