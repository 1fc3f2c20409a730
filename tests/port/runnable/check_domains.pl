#!/usr/bin/perl
# args: -w 1 -c 5 test
# args: -w 1 -c 5 test gone
# args: --critical 0 test
# args: -w x test
# args: -V
# exit: 2

# A check for Nagios: guests that shall run.

use strict;
use warnings;

use Getopt::Long;
use Sys::Virt;

use constant {
    OK       => 0,
    WARNING  => 1,
    CRITICAL => 2,
    UNKNOWN  => 3,
};

my @NAMES = ('OK', 'WARNING', 'CRITICAL', 'UNKNOWN');
my ($warning, $critical, $version, $uri) = (undef, undef, 0, 'test:///default');

sub finish {
    my ($status, $text, %perf) = @_;
    my $line = "GUESTS $NAMES[$status] - $text";
    if (%perf) {
        $line .= ' | ' . join ' ', map { "$_=$perf{$_}" } sort keys %perf;
    }
    print "$line\n";
    exit $status;
}

$SIG{__DIE__} = sub {
    die @_ if $^S;
    my $why = "@_";
    $why =~ s/ at \S+ line \d+\.?\n?//;
    chomp $why;
    finish(UNKNOWN, $why);
};
$SIG{ALRM} = sub { finish(UNKNOWN, 'no answer in time') };
alarm 30;

Getopt::Long::Configure('bundling');
GetOptions(
    'w|warning=s'  => \$warning,
    'c|critical=s' => \$critical,
    'u|uri=s'      => \$uri,
    'V|version'    => \$version,
) or finish(UNKNOWN, 'usage: check_domains -w COUNT -c COUNT GUEST...');

finish(UNKNOWN, 'version 2') if $version;
foreach my $limit (grep { defined } $warning, $critical) {
    die "'$limit' is no number\n" if $limit !~ /\A\d+\z/;
}
die "no guests named\n" unless @ARGV;

my $conn = Sys::Virt->new(uri => $uri, readonly => 1);
my %running = map { $_->get_name => 1 } $conn->list_domains;

my (@up, @down);
push @{ $running{$_} ? \@up : \@down }, $_ foreach @ARGV;

my %perf = (up => scalar @up, down => scalar @down);
my $text = @down ? 'down: ' . join(', ', @down) : 'all ' . @up . ' run';

my $status = OK;
$status = WARNING  if defined $warning  && @down >= $warning;
$status = CRITICAL if defined $critical && @down >= $critical;
alarm 0;
finish($status, $text, %perf);
