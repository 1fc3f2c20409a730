#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Carp;
use Scalar::Util qw(blessed);
use Sys::Virt;
use Sys::Virt::Error;

my $c = Sys::Virt->new(uri => shift);

# In a text.
eval { $c->get_domain_by_name("nobody") };
print "1: $@" if $@;

# Its code.
eval { $c->get_domain_by_name("nobody"); };
if ($@ and $@->code == Sys::Virt::Error::ERR_NO_DOMAIN) {
    print "2: ", $@->message, " ", $@->domain, " ", $@->level, "\n";
}

# Kept.
eval { $c->get_network_by_name("nothing") };
my $err = $@;
print "3: ", $err->code, "\n" if ref($err) && ref($err) eq "Sys::Virt::Error";

# With local.
{
    local $@;
    unless (eval { $c->get_storage_pool_by_name("nothing"); 1 }) {
        print "4: ", $@->stringify;
    }
}

# As a text that is matched.
my $pool = eval { $c->get_storage_pool_by_name("nothing") };
if ($@ =~ /libvirt error code: (\d+), message: (.*)/) {
    print "5: $1 ($2)\n";
}

# Blessed, isa.
eval { $c->get_secret_by_uuid("00000000-0000-0000-0000-000000000000") };
if (blessed $@ && $@->isa('Sys::Virt::Error')) {
    my ($code, $message) = ($@->code(), $@->message());
    print "6: $code\n" if $code == &Sys::Virt::Error::ERR_NO_SUPPORT;
}

# Thrown again.
sub lookup {
    my $name = shift;
    my $dom = eval { $c->get_domain_by_name($name) };
    if (my $e = $@) {
        die $e unless blessed($e) && $e->isa("Sys::Virt::Error");
        die $e if $e->code != Sys::Virt::Error::ERR_NO_DOMAIN;
        return undef;
    }
    return $dom;
}
print "7: ", defined lookup("nobody") ? "there" : "not there", "\n";
print "8: ", lookup("test")->get_name, "\n";

# A handler.
{
    local $SIG{__DIE__} = sub {
        my $e = shift;
        print "9: ", ref $e ? "code " . $e->code : "text $e", "\n";
    };
    eval { $c->get_interface_by_name("eth99") };
}

# What isn't an error of Sys::Virt has no methods of one.
eval { die { code => 42, message => "a hash" } };
print "10: $@->{code} $@->{message}\n";
eval { die My::Error->new(message => "an object") };
print "11: ", $@->message, "\n";

# or do
my $net;
eval { $net = $c->get_network_by_uuid("6695eb01-0000-0000-0000-000000000000"); 1 } or do {
    my $problem = $@ || "zombie";
    carp "12: " . (ref $problem ? $problem->message : $problem);
};

# A function that wants the error.
sub report { my ($e) = @_; return sprintf "%d/%d", $e->domain, $e->code }
eval { lookup_node("nope") };
print "13: ", report($@), "\n" if $@;
sub lookup_node { return $c->get_node_device_by_name($_[0]) }

package My::Error;
sub new { my ($class, %self) = @_; return bless \%self, $class }
sub message { $_[0]{message} }
sub code { 7 }
