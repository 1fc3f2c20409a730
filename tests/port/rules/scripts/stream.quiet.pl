use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $st = $conn->new_stream(Sys::Virt::Stream::NONBLOCK);
$dom->screenshot($st, 0);
$st->abort;
sub fill { $_[1] = "x"; return 1 }
fill(1, my $text);
