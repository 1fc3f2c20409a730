#!/usr/bin/perl
# runs: yes
# args: test:///default
# exit: 1
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Check;

# Each check is a class in a folder; they are found and loaded.
my ($uri) = @ARGV;
my $worst = 0;
for my $file (sort glob "$FindBin::Bin/lib/Check/*.pm") {
    (my $name = $file) =~ s{.*/(\w+)\.pm$}{$1};
    require $file;
    my $class = "Check::$name";
    my $check = $class->new(uri => $uri);
    my ($status, $text) = $check->result;
    printf "%-8s %-8s %s\n", $check->title, qw(ok warning critical unknown)[$status], $text;
    $worst = $status if $status > $worst;
}
exit $worst;
