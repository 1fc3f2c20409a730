#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use autodie;
use Fcntl qw(:flock);
use File::Temp qw(tempfile);
use Sys::Virt;

# Commands of the system beside libvirt, locks, handles, a report by pipe.

my ($lock, $lockname) = tempfile(UNLINK => 1);
flock $lock, LOCK_EX | LOCK_NB or exit 0;

my $conn = Sys::Virt->new(address => $ARGV[0]);
my ($csv, $file) = tempfile(SUFFIX => '.csv', UNLINK => 1);
my @columns = (
    name   => sub { $_->get_name },
    uuid   => sub { $_->get_uuid_string },
    memory => sub { $_->get_info->{memory} },
    state  => sub { my ($s) = $_->get_state; $s },
    host   => sub { $conn->get_hostname },
);
my (@heads, @makers);
while (@columns) {
    push @heads, shift @columns;
    push @makers, shift @columns;
}
print {$csv} join(';', @heads), "\n";
foreach my $dom ($conn->list_all_domains) {
    local $_ = $dom;
    my @cells = ();
    foreach my $make (@makers) { push @cells, $make->() }
    print $csv join(';', @cells), "\n";
}
close $csv;

open my $pipe, '-|', 'sort', $file;
my $lines = () = <$pipe>;
close $pipe;
print "$lines lines\n";

open my $out, '>', \my $buffer;
{
    local *STDOUT = $out;
    print "guest ", $_->get_name, "\n" for $conn->list_domains;
}
close $out;
print length($buffer) > 0 ? "captured\n" : "nothing\n";
chomp(my $pid = qx(echo @{[ scalar $conn->num_of_domains ]}));
print "$pid\n";
if (system("test -n '" . $conn->get_type . "'") == 0) { print "type\n" }
flock $lock, LOCK_UN;
