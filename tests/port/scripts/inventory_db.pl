#!/usr/bin/perl
# runs: no - needs DBI
use strict;
use warnings;
use DBI;
use IO::Socket::INET;
use Thread::Pool;

# Guests from a data base: $conn is DBI's, $stream a socket, $pool of threads.

my $conn = DBI->connect('dbi:SQLite:dbname=guests.db', '', '', { RaiseError => 1 });
my $stream = IO::Socket::INET->new(PeerAddr => 'collector:2003') or die "no collector: $@";
my $pool = Thread::Pool->new({ do => \&send_one, workers => 4 });

eval {
    my $sth = $conn->prepare('SELECT name, state, memory FROM guests WHERE host = ?');
    $sth->execute($ARGV[0]);
    while (my $dom = $sth->fetchrow_hashref) {
        next if $dom->{state} ne 'running';
        $pool->job($dom->{name}, $dom->{memory});
        $stream->send("$dom->{name} $dom->{memory}\n");
        $stream->recv(my $answer, 100);
    }
    $conn->commit;
};
if (my $error = $@) {
    print STDERR "error: $error\n";
    $conn->rollback;
    $stream->abort if $stream->can('abort');
}
$pool->shutdown;
$stream->finish;
$stream->close;
undef $pool;
print $conn->get_info(17), "\n";
my $info = $conn->get_info(29);
$conn->disconnect;

sub send_one {
    my ($name, $memory) = @_;
    my $vol = { name => $name, path => "/srv/$name" };
    return "$vol->{name} $memory";
}
