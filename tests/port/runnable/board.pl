#!/usr/bin/perl
use strict;
use warnings;
use Term::ANSIColor;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
$conn->define_domain("<domain type='test'><name>off</name><memory>1024</memory><os><type>hvm</type></os></domain>");
foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
    my $up = $dom->is_active;
    print color($up ? 'green' : 'red'), sprintf('%-6s', $dom->get_name), color('reset'),
        ' ', colored($up ? 'up' : 'down', 'bold'), "\n";
}
print colored(['yellow on_blue'], 'end'), "\n";
