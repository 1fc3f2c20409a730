use strict;
use warnings;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => "test:///default");
my $dom = $conn->get_domain_by_name("test");
my $st = $conn->new_stream;
$dom->screenshot($st, 0);
my $data;
my $got = $st->recv($data, 65536); # here
$st->send_all(sub {
    my ($stream, undef, $nbytes) = @_;
    $_[1] = "x" x $nbytes; # here
    return $nbytes;
});
$st->recv_all(sub { return length $_[1] }); # here
$st->finish;
