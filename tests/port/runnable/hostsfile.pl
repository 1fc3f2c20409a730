#!/usr/bin/perl
# args: --domain lab.example
# args: --domain=lab.example --reverse --width 20
# Makes a hosts file, a zone and a DHCP list of networks and guests, and checks them.
use strict;
use warnings;

use Getopt::Long qw(GetOptionsFromArray);
use Sys::Virt;

my %config = (domain => 'example.org', width => 16);
GetOptionsFromArray(\@ARGV, \%config, 'domain=s', 'reverse!', 'width=i') or die "hostsfile: usage\n";

my $conn = Sys::Virt->new(uri => 'test:///default');

my $count = 0;
foreach my $spec (
    { name => 'front', net => '10.1.0', hosts => [qw(web1 web2 proxy)] },
    { name => 'back', net => '10.2.0', hosts => [qw(db1 db2)], start => 50 },
    { name => 'empty', net => '10.3.0', hosts => [] },
) {
    my $n = $spec->{start} || 10;
    my @entries;
    foreach my $host (@{ $spec->{hosts} }) {
        push @entries, sprintf "      <host mac='52:54:00:%02x:00:%02x' name='%s' ip='%s.%d'/>",
            ++$count, $n, $host, $spec->{net}, $n;
        $n++;
    }
    my $entries = join "\n", @entries;
    $conn->define_network(<<XML)->create;
<network>
  <name>$spec->{name}</name>
  <bridge name='vb-$spec->{name}'/>
  <domain name='$spec->{name}.$config{domain}'/>
  <ip address='$spec->{net}.1' netmask='255.255.255.0'>
    <dhcp>
      <range start='$spec->{net}.100' end='$spec->{net}.200'/>
$entries
    </dhcp>
  </ip>
</network>
XML
}

# What the networks say.
my (@hosts, %networks);
NETWORK:
for my $net (sort { $a->get_name cmp $b->get_name } $conn->list_networks) {
    my $name = $net->get_name;
    my $xml = $net->get_xml_description;
    my ($gateway, $mask) = $xml =~ /<ip address='([\d.]+)' netmask='([\d.]+)'/ or next NETWORK;
    my ($domain) = $xml =~ /<domain name='([^']+)'/;
    $networks{$name} = {
        gateway => $gateway,
        prefix => join('.', (split /\./, $gateway)[0 .. 2]),
        domain => $domain || $config{domain},
        range => [ $xml =~ /<range start='([\d.]+)' end='([\d.]+)'/ ],
    };
    while ($xml =~ m{<host\s+([^>]+?)/>}g) {
        my %attributes = $1 =~ /(\w+)='([^']*)'/g;
        push @hosts, { network => $name, %attributes };
    }
}

sub by_address {
    my @one = split /\./, $a->{ip};
    my @two = split /\./, $b->{ip};
    for my $i (0 .. 3) {
        my $order = $one[$i] <=> $two[$i];
        return $order if $order;
    }
    return 0;
}

sub hosts_file {
    my @lines = ("127.0.0.1 localhost");
    my $last = '';
    foreach my $host (sort by_address @hosts) {
        if ($host->{network} ne $last) {
            $last = $host->{network};
            push @lines, "# $last: $networks{$last}{prefix}.0";
        }
        push @lines, sprintf "%-$config{width}s%s.%s %s", $host->{ip}, $host->{name},
            $networks{$last}{domain}, $host->{name};
    }
    return @lines;
}

sub zone {
    my ($network) = @_;
    my $n = $networks{$network};
    my @mine = grep { $_->{network} eq $network } @hosts;
    my @lines = (
        "\$ORIGIN $n->{domain}.",
        '@ IN SOA ns hostmaster (2026112801 3600 900 604800 300)',
        sprintf('%-8s IN A %s', 'gateway', $n->{gateway}),
        map({ sprintf '%-8s IN A %s', $_->{name}, $_->{ip} } sort by_address @mine),
    );
    if ($config{reverse}) {
        my $origin = join('.', reverse(split /\./, $n->{prefix})) . '.in-addr.arpa.';
        push @lines, "\$ORIGIN $origin";
        for my $host (sort by_address @mine) {
            my ($last) = $host->{ip} =~ /(\d+)$/;
            push @lines, "$last IN PTR $host->{name}.$n->{domain}.";
        }
    }
    return \@lines;
}

sub check {
    my @faults;
    my (%by_ip, %by_mac);
    for my $host (@hosts) {
        push @{ $by_ip{ $host->{ip} } }, $host->{name};
        push @{ $by_mac{ lc $host->{mac} } }, $host->{name};
        my $n = $networks{ $host->{network} };
        push @faults, "$host->{name} is outside of $host->{network}" if index($host->{ip}, "$n->{prefix}.") != 0;
        my ($number) = $host->{ip} =~ /\.(\d+)$/;
        my ($from, $to) = map { /(\d+)$/ } @{ $n->{range} };
        push @faults, "$host->{name} is inside of the range" if $number >= $from && $number <= $to;
        push @faults, "$host->{name}: $host->{mac}" unless $host->{mac} =~ /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
    }
    for my $table (\%by_ip, \%by_mac) {
        for my $key (sort keys %$table) {
            push @faults, "$key: @{ $table->{$key} }" if @{ $table->{$key} } > 1;
        }
    }
    return @faults;
}

print map { "$_\n" } hosts_file();
print "\n";
foreach my $network (grep { scalar(grep { 1 } @{ [ $networks{$_}{domain} =~ /\Q$config{domain}\E$/ ] }) } sort keys %networks) {
    my $lines = zone($network);
    print "; $network\n", join("\n", @$lines), "\n" if @$lines > 3;
}
my @faults = check();
print @faults ? "faults:\n  " . join("\n  ", @faults) . "\n" : "no faults\n";
push @hosts, { network => 'back', name => 'twin', ip => '10.2.0.50', mac => '52:54:00:99:00:32' },
    { network => 'front', name => 'lost', ip => '10.9.0.150', mac => 'none' };
@faults = check();
print scalar(@faults), " faults:\n", map { "  $_\n" } @faults;
printf "%d hosts in %d networks, the last is %s\n", scalar @hosts, scalar keys %networks, $hosts[-1]{name};
