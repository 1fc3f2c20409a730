#!/usr/bin/perl
# args: -v -n 3 -o out.txt first second
# args: -vn5
# args: -- -n
# args: -x
# exit: 2
use strict;
use warnings;
use Getopt::Std;

our ($opt_v, $opt_n, $opt_o);
my %known;
unless (getopts('vn:o:', \%known)) {
    print "usage: options [-v] [-n NUMBER] [-o FILE] [WORD...]\n";
    exit 2;
}
print "verbose\n" if $known{v};
print "number: ", defined $known{n} ? $known{n} * 2 : 'none', "\n";
print "file: $known{o}\n" if exists $known{o};
print "words: ", scalar(@ARGV), " (@ARGV)\n";
