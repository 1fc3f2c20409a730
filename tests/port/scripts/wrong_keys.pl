#!/usr/bin/perl
# runs: no - talks to another host than it thinks
use strict;
use warnings;
use Sys::Virt;

# Mistakes in arguments and names of classes.

my $a1 = Sys::Virt->new(adress => 'qemu:///system');
my $b1 = new Sys::Virt('Uri' => 'qemu:///system');
my %args = (uri => 'test:///default', readonly => 1);
my $c1 = Sys::Virt->new(%args);
my $d1 = eval { Sys::Virt->new(uri => 'xen:///', read_only => 1) };
if ($@) {
    print "auth\n" if $@->code == Sys::Virt::Error->ERR_AUTHFAILED;
    print "net\n" if $@->domain == $Sys::Virt::Error::FROM_NETWORK;
    die unless $@->isa('Sys::Virt::Errors');
}
foreach my $dom ($c1->list_domains) {
    my ($s) = $dom->get_state;
    next if $s == &Sys::Virt::Domain::STATE_SHUT_OFF;
    print "ok\n" if ref($dom) eq 'Sys::Virt::Doman';
    print $dom->_get_id, "\n";
    print "paused\n" if $s == $Sys::Virt::Domain::STATE_PAUSED;
}
our $VERSION = $Sys::Virt::VERSION;
print "errors: $Sys::Virt::Error::VERSION\n" if defined $Sys::Virt::Error::VERSION;
