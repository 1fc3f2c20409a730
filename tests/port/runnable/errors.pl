#!/usr/bin/perl
# exit: 3
# What goes wrong, and how it is caught: texts, objects, hashes, nested and again.
use strict;
use warnings;

use Sys::Virt;

package Trouble;

sub new {
    my ($class, %args) = @_;
    return bless {%args}, $class;
}

sub throw { my $class = shift; die $class->new(@_) }
sub code { $_[0]{code} }
sub text { $_[0]{text} || 'something' }

package Trouble::Late;

our @ISA = 'Trouble';

sub text { my $self = shift; return 'too late: ' . $self->SUPER::text() }

package main;

my $conn = Sys::Virt->new(uri => 'test:///default');

# A text with and without the place.
eval { die "plain\n" };
print "1: $@";
eval { die 'with a place' };
print '2: ', ($@ =~ /^with a place at (\S+) line \d+\.$/ ? "has a place\n" : "odd: $@");

# An error of libvirt's.
eval { $conn->get_domain_by_name('nobody'); print "not reached\n" };
if (my $error = $@) {
    print '3: ', ref $error, ', ', $error->code == Sys::Virt::Error::ERR_NO_DOMAIN ? 'no guest' : 'other', "\n";
    print '   ', $error->message, "\n";
    my $text = "$error";
    chomp $text;
    print "   $text\n";
}

# The value of an eval, and an empty $@ after success.
my $value = eval { 6 * 7 };
print "4: $value, ", ($@ eq '' ? 'no error' : 'error'), "\n";
my @list = eval { (1, 2, 3) };
print '5: ', scalar(@list), "\n";
my $nothing = eval { die "x\n"; 1 };
print '6: ', defined $nothing ? 'defined' : 'undefined', "\n";

# or do.
eval { Trouble->throw(code => 7, text => 'seven'); 1 } or do {
    print '7: ', ref $@, ' ', $@->code, ' ', $@->text, "\n";
};

# By class.
for my $class (qw(Trouble Trouble::Late)) {
    eval { $class->throw(code => 1) };
    if (ref $@ && $@->isa('Trouble::Late')) {
        print '8: late: ', $@->text, "\n";
    } elsif (ref $@ && $@->isa('Trouble')) {
        print '8: trouble: ', $@->text, "\n";
    }
}

# A hash as an error.
eval { die { code => 404, where => [qw(a b)] } };
if (ref $@ eq 'HASH') {
    print "9: $@->{code} in @{ $@->{where} }\n";
}

# Nested: the inner one is passed on with more words.
eval {
    eval { die "inner\n" };
    print "10: caught $@";
    die "outer after $@";
};
print "11: $@";

# An eval in between takes $@ away, unless it is kept.
eval { die "first\n" };
{
    local $@;
    eval { die "second\n" };
}
print "12: $@";

# Again and again until it works.
my $tries = 0;
my $done;
while (!$done) {
    $tries++;
    $done = eval {
        die "not yet\n" if $tries < 3;
        "after $tries tries";
    };
    last if $tries > 5;
}
print "13: $done\n";

# What a sub does that returns out of an eval's middle.
sub first_good {
    foreach my $name (@_) {
        my $dom = eval { $conn->get_domain_by_name($name) };
        next if $@;
        return $dom->get_name;
    }
    return;
}
print '14: ', first_good(qw(a b test c)), "\n";
print '15: ', (defined first_good('a') ? 'found' : 'none'), "\n";

# Warnings caught, too.
my @warnings;
{
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    warn "careful\n";
    warn 'more care';
}
s/ at .*//s for @warnings;
print "16: @warnings";
print "\n";

# A handler that turns texts into objects.
{
    local $SIG{__DIE__} = sub { die ref $_[0] ? $_[0] : Trouble->new(code => 99, text => "@_") };
    eval { die "wrapped\n" };
    print '17: ', $@->code, ' ', $@->text;
}

# $! in both of its forms.
if (!open my $fh, '<', '/nowhere/at/all') {
    print '18: ', $! + 0, " $!\n";
}

# die without a text says Died.
eval { die };
print '19: ', $@ =~ /^Died at/ ? "Died\n" : "odd $@";
eval { eval { die "old\n" }; die };
print '20: ', $@ =~ /^old\n\t\.\.\.propagated at/ ? "propagated\n" : "odd $@";

# unless and ref in one.
my $ok = eval { $conn->get_domain_by_name('test')->create; 1 };
unless ($ok) {
    my $e = $@;
    die $e unless ref $e;
    printf "21: %s\n", $e->code == Sys::Virt::Error::ERR_OPERATION_INVALID ? 'not now' : $e->code;
}

END { print "22: at the end with $?\n" }

$! = 0;
exit 3;
