#!/usr/bin/perl
# IO::File, IO::Handle, IO::Select and sockets of a pair: handles as objects.
use strict;
use warnings;

use IO::File;
use IO::Handle;
use IO::Select;
use IO::Socket;
use File::Temp;
use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my $temporary = File::Temp->new(SUFFIX => '.list');
my $path = $temporary->filename;

my $out = IO::File->new($path, 'w') or die "no file: $!";
$out->autoflush(1);
$out->print("name,memory\n");
$out->printf("%s,%d\n", $_->get_name, $_->get_info->{memory}) for $conn->list_all_domains;
$out->say('end,0') if $out->can('say');
$out->close;

my $in = IO::File->new("< $path") or die "no file: $!";
my $head = $in->getline;
chomp $head;
print "head: $head\n";
while (defined(my $line = $in->getline)) {
    chomp $line;
    my ($name, $memory) = split /,/, $line;
    print "$name has $memory\n";
}
print $in->eof ? "at the end\n" : "not yet\n";
$in->seek(0, 0);
my @lines = $in->getlines;
print scalar(@lines), " lines\n";
undef $in;
print IO::File->new('/nowhere/at/all', 'r') ? 'opened' : 'not opened', "\n";

my ($left, $right) = IO::Socket->socketpair(AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "pair: $!";
$left->autoflush(1);
print $left "hello\n";
my $select = IO::Select->new($right);
my @ready = $select->can_read(5);
print scalar(@ready), " ready: ", scalar(<$right>);
print $select->can_read(0) ? "more\n" : "no more\n";
$left->shutdown(1);
print defined(my $rest = <$right>) ? "rest\n" : "closed\n";
STDOUT->printf("%-5s|\n", 'end');
