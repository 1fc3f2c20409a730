#!/usr/bin/perl
# A host as JSON, and JSON read again.
use strict;
use warnings;

use JSON;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default', readonly => 1);

my $json = JSON->new->canonical(1);
my $pretty = JSON->new->canonical->pretty->utf8;

my %host = (
    uri => $conn->get_uri,
    type => $conn->get_type,
    cpus => $conn->get_node_info->{cpus},
    guests => [],
    networks => {},
    empty => {},
    none => undef,
    list => [1, 2.5, -3, 1e10, '4', 'five', ''],
    nested => [[], [[]], {}],
);

foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
    my $info = $dom->get_info;
    push @{ $host{guests} }, {
        name => $dom->get_name,
        uuid => $dom->get_uuid_string,
        memory => $info->{memory},
        active => $dom->is_active ? JSON::true : JSON::false,
        kept => $dom->is_persistent ? \1 : \0,
    };
}
for my $net ($conn->list_networks) {
    $host{networks}{ $net->get_name } = { bridge => $net->get_bridge_name };
}

print $json->encode(\%host), "\n";
print $pretty->encode(\%host);

# There and back.
my $text = encode_json({ a => 1 });
print "$text\n";
my $back = decode_json('{"name":"web\u00e9","tags":["a","b"],"up":true,"down":false,"left":null,"n":1.50,"big":12345678901,"s":"1.50","t":"x\ty\"z\\\\"}');
binmode STDOUT, ':encoding(UTF-8)';
for my $key (sort keys %$back) {
    my $value = $back->{$key};
    my $shown = !defined $value ? 'null'
        : ref $value eq 'ARRAY' ? "[@$value]"
        : JSON::is_bool($value) ? ($value ? 'yes' : 'no')
        : $value;
    print "$key: $shown\n";
}
print 'up and not down', "\n" if $back->{up} && !$back->{down};
print length($back->{name}), " letters\n";

# What is no JSON.
for my $broken ('{"a":}', '[1,2', 'x') {
    my $result = eval { decode_json($broken) };
    print "$broken: ", $@ ? 'broken' : 'fine', "\n";
}

# Numbers and texts keep what they were.
my ($number, $string) = (42, '42');
print $json->encode([$number, $string, $string + 0, "$number"]), "\n";
print JSON->new->canonical->allow_nonref->encode("text with / and \x{e9}\n"), "\n";
my $lines = join '', map { $json->encode($_) . "\n" } @{ $host{guests} };
print $lines;
print scalar(map { decode_json($_)->{name} } split /\n/, $lines), "\n";
