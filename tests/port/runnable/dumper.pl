#!/usr/bin/perl
# Data::Dumper in its usual forms.
use strict;
use warnings;
use Data::Dumper;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $info = $conn->get_domain_by_name('test')->get_info;
delete $info->{cpuTime};

$Data::Dumper::Sortkeys = 1;
print Dumper($info);
{
    local $Data::Dumper::Indent = 1;
    local $Data::Dumper::Terse = 1;
    print Dumper({ list => [1, 'two', 3.5, undef, "it's"], hash => { 'a b' => 1, c => [] } });
}
local $Data::Dumper::Indent = 0;
print Dumper([1, [2]], 'text'), "\n";
print Data::Dumper->Dump([[1, 2], { k => 'v' }], [qw(list *hash)]), "\n";
$Data::Dumper::Terse = 1;
print Dumper('a'), Dumper(-5), Dumper('007'), Dumper("new\nline"), "\n";
