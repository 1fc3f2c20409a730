#!/usr/bin/perl
# Reports with format and write: a head, lines, and texts that go on.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
our ($name, $memory, $cpus, $text);

format STDOUT_TOP =
Guest      Memory  CPUs  Text
---------- ------ ----- --------------------
.

format STDOUT =
@<<<<<<<<< @>>>>> @|||| ^<<<<<<<<<<<<<<<<<<<
$name,     $memory, $cpus, $text
~~                       ^<<<<<<<<<<<<<<<<<<<
                         $text
.

$conn->define_domain(<<'XML');
<domain type='test'><name>web</name><memory>524288</memory><os><type>hvm</type></os></domain>
XML

my %texts = (
    web => 'the first of the servers that answer to the outside',
    test => 'short',
);
foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
    my $info = $dom->get_info;
    ($name, $memory, $cpus) = ($dom->get_name, $info->{memory} / 1024, $info->{nrVirtCpu});
    $text = $texts{$name};
    write;
}
print "done\n";
