#!/usr/bin/perl
# Networks: ranges worked out with bits, defined, started, listed.
use strict;
use warnings;

use Sys::Virt;
use Socket qw(inet_aton inet_ntoa);

my $conn = Sys::Virt->new(uri => 'test:///default');

sub to_number { return unpack 'N', inet_aton($_[0]) }
sub to_text { return inet_ntoa(pack 'N', $_[0]) }

sub mask_of { my $bits = shift; return $bits ? (0xffffffff << (32 - $bits)) & 0xffffffff : 0 }

sub plan {
    my ($cidr) = @_;
    my ($address, $bits) = split m{/}, $cidr;
    my $mask = mask_of($bits);
    my $first = to_number($address) & $mask;
    my $last = $first | (~$mask & 0xffffffff);
    return {
        network => to_text($first),
        gateway => to_text($first + 1),
        start => to_text($first + 2),
        end => to_text($last - 1),
        netmask => to_text($mask),
        hosts => $last - $first - 2,
    };
}

sub network_xml {
    my ($name, $plan, %more) = @_;
    my $forward = $more{forward} ? "\n  <forward mode='$more{forward}'/>" : '';
    my $hosts = join "\n", map {
        "      <host mac='$_' ip='$more{hosts}{$_}'/>"
    } sort keys %{ $more{hosts} || {} };
    return <<"END_OF_XML";
<network>
  <name>$name</name>$forward
  <bridge name='virbr-$name'/>
  <ip address='$plan->{gateway}' netmask='$plan->{netmask}'>
    <dhcp>
      <range start='$plan->{start}' end='$plan->{end}'/>
$hosts
    </dhcp>
  </ip>
</network>
END_OF_XML
}

my @wanted = (
    [lab  => '10.20.0.77/24', forward => 'nat'],
    [tiny => '192.168.77.9/29', hosts => { '52:54:00:00:00:01' => '192.168.77.11' }],
    [wide => '172.16.0.0/20'],
);

foreach my $one (@wanted) {
    my ($name, $cidr, @more) = @$one;
    my $plan = plan($cidr);
    printf "%-5s %-15s %-15s %d hosts\n", $name, @{$plan}{'network', 'netmask'}, $plan->{hosts};
    my $net = $conn->define_network(network_xml($name, $plan, @more));
    $net->create unless $name eq 'wide';
    $net->set_autostart($name eq 'lab');
}

print "\n";
foreach my $net (sort { $a->get_name cmp $b->get_name } $conn->list_all_networks) {
    my $xml = $net->get_xml_description;
    my ($start, $end) = $xml =~ /<range start='([^']+)' end='([^']+)'/;
    my $mode = $xml =~ /<forward mode='(\w+)'/ ? $1 : 'isolated';
    my @flags = (
        $net->is_active ? 'active' : 'inactive',
        $net->is_persistent ? 'persistent' : 'transient',
        ($net->get_autostart ? 'autostart' : ()),
    );
    printf "%-8s %-12s %-8s %s - %s (%s)\n",
        $net->get_name, $net->get_bridge_name, $mode, $start, $end, join(', ', @flags);
}

# An address that is free, by what is known of the hosts.
my $tiny = $conn->get_network_by_name('tiny')->get_xml_description;
my %taken = map { $_ => 1 } $tiny =~ /ip='([\d.]+)'/g;
my $plan = plan('192.168.77.8/29');
my $free = to_number($plan->{start});
$free++ while $taken{ to_text($free) };
print "\nfree: ", to_text($free), "\n";

my %by_state;
push @{ $by_state{ $_->is_active ? 'on' : 'off' } }, $_->get_name for $conn->list_all_networks;
print map { "$_: " . join(' ', sort @{ $by_state{$_} }) . "\n" } sort keys %by_state;

$conn->get_network_by_name('lab')->destroy;
$conn->get_network_by_name($_)->undefine for qw(lab wide);
print $conn->num_of_networks, ' and ', $conn->num_of_defined_networks, "\n";
