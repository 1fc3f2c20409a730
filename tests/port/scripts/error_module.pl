#!/usr/bin/perl
# runs: no - needs Error
use strict;
use warnings;
use English qw(-no_match_vars);
use Error qw(:try);
use Sys::Virt;

my $virt = Sys::Virt->new(uri => $ARGV[0]);
my $dom;

try {
    $dom = $virt->get_domain_by_name($ARGV[1]);
    $dom->create;
}
catch Sys::Virt::Error with {
    my $error = shift;
    print "libvirt says: ", $error->message, "\n" if $error->code != Sys::Virt::Error::ERR_OPERATION_INVALID;
}
otherwise {
    my $error = shift;
    print "something else: $error\n";
}
finally {
    print "done\n";
};

# By English.
eval { $virt->get_network_by_name('none') };
if ($EVAL_ERROR) {
    my $text = $EVAL_ERROR->message;
    print "$PROGRAM_NAME: $text\n";
    print "not there\n" if $EVAL_ERROR->code == Sys::Virt::Error::ERR_NO_NETWORK;
}

sub name_of {
    my $thing = $ARG[0];
    return $thing->get_name;
}
print name_of($dom), "\n";
print "$ARG\n" for map { $ARG->get_name } $virt->list_domains;
