#!/usr/bin/perl
# An inventory in a database: made, filled, asked.
use strict;
use warnings;

use DBI;
use Sys::Virt;

my $dbh = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', { RaiseError => 1, PrintError => 0, AutoCommit => 1 });

$dbh->do(<<'SQL');
CREATE TABLE guest (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    memory INTEGER,
    host TEXT
)
SQL

my $conn = Sys::Virt->new(uri => 'test:///default');
my @rows = map { [$_->get_name, $_->get_info->{memory}, 'here'] } $conn->list_all_domains;
push @rows, ['web', 524288, 'there'], ['db', 4194304, 'there'], ['spare', undef, 'there'];

my $sth = $dbh->prepare('INSERT INTO guest (name, memory, host) VALUES (?, ?, ?)');
$dbh->begin_work;
$sth->execute(@$_) for @rows;
$dbh->commit;

my ($count) = $dbh->selectrow_array('SELECT COUNT(*) FROM guest');
print "$count guests\n";

$sth = $dbh->prepare('SELECT name, memory FROM guest WHERE memory > ? ORDER BY memory DESC');
$sth->execute(100_000);
while (my ($name, $memory) = $sth->fetchrow_array) {
    printf "%-6s %8d\n", $name, $memory;
}
$sth->execute(1_000_000);
while (my $row = $sth->fetchrow_hashref) {
    print "$row->{name}: ", $row->{memory} / 1024, "\n";
}

my $all = $dbh->selectall_arrayref('SELECT host, COUNT(*) AS n FROM guest GROUP BY host ORDER BY host', { Slice => {} });
print join(', ', map { "$_->{host} $_->{n}" } @$all), "\n";
my $by_name = $dbh->selectall_hashref('SELECT name, host FROM guest', 'name');
print join(' ', sort grep { $by_name->{$_}{host} eq 'there' } keys %$by_name), "\n";
my $names = $dbh->selectcol_arrayref('SELECT name FROM guest ORDER BY name');
print "@$names\n";

my $changed = $dbh->do('UPDATE guest SET memory = ? WHERE memory IS NULL', undef, 1024);
print "$changed changed\n";
print $dbh->do('DELETE FROM guest WHERE name = ?', undef, 'nobody') + 0, " deleted\n";

eval { $dbh->do('INSERT INTO guest (name) VALUES (?)', undef, 'web') };
print $@ =~ /UNIQUE constraint failed: guest\.name/ ? "there already\n" : "odd: $@\n";
$dbh->begin_work;
$dbh->do('DELETE FROM guest');
$dbh->rollback;
print scalar(@{ $dbh->selectall_arrayref('SELECT * FROM guest') }), " still there\n";
print $dbh->quote("it's"), "\n";
$sth->finish;
$dbh->disconnect;
