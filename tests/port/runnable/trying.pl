#!/usr/bin/perl
# Try::Tiny: what is caught, what is done anyway, what a block gives.
use strict;
use warnings;

use Sys::Virt;
use Try::Tiny;

my $conn = Sys::Virt->new(uri => 'test:///default');

foreach my $name (qw(test nobody)) {
    try {
        my $dom = $conn->get_domain_by_name($name);
        print 'found ', $dom->get_name, "\n";
    } catch {
        if (ref $_ && $_->isa('Sys::Virt::Error')) {
            print "not found: ", $_->message, "\n";
        } else {
            die $_;
        }
    } finally {
        print "looked for $name\n";
    };
}

my $state = try {
    my ($state) = $conn->get_domain_by_name('test')->get_state;
    $state == Sys::Virt::Domain::STATE_RUNNING ? 'running' : 'other';
} catch { 'unknown' };
print "$state\n";

my $value = try { die { code => 7 } } catch { $_->{code} * 2 };
print "$value\n";

sub safe {
    my ($code, $default) = @_;
    return try { $code->() } catch { chomp(my $why = $_); "$default ($why)" };
}
print safe(sub { 10 / 4 }, 'none'), ' ', safe(sub { die "broken\n" }, 'none'), "\n";

# A return leaves the block, not the sub.
sub early {
    try { return 'inner' };
    return 'outer';
}
print early(), "\n";

# Nested, and thrown on.
try {
    try { die "first\n" } catch { die "second after $_" };
} catch { print "caught: $_" };

$@ = 'kept';
try { die "other\n" } catch { };
print "$@\n";

my @order;
try { push @order, 'try' } finally { push @order, @_ ? 'failed' : 'fine' };
try { die "x\n" } finally { push @order, @_ ? "failed $_[0]" : 'fine' };
chomp @order;
print "@order\n";

my $tries = 0;
my $done;
until ($done) {
    try { $tries++; die "not yet\n" if $tries < 3; $done = 1 }
    catch { print "try $tries: $_" };
}
print "done after $tries\n";
