#!/usr/bin/perl
# our and local, BEGIN and END, AUTOLOAD and DESTROY, constants, and variables by other names.
use strict;
use warnings;

our ($level, $name, @stack) = (0, 'outer');
our %options = (color => 'red', size => 1);

BEGIN { print "compiled\n" }

sub report { return "$name at $level" }

sub inner {
    local $name = 'inner';
    local $level = $level + 1;
    push @stack, report();
    inner_most() if $level < 3;
    return;
}

sub inner_most { local $name = "most$level"; push @stack, report(); inner() }

inner();
print "$_\n" for @stack;
print report(), "\n";

{
    local $options{color} = 'blue';
    local @options{qw(size weight)} = (2, 3);
    print join(' ', map { "$_=$options{$_}" } sort keys %options), "\n";
}
print join(' ', map { "$_=$options{$_}" } sort keys %options), "\n";

{
    local @stack = ('only');
    print scalar(@stack), "\n";
}
print scalar(@stack), "\n";

# Special variables for a while.
my @list = (1, 2, 3);
{
    local $, = '-';
    local $\ = "!\n";
    print @list, 'end';
}
{
    local $" = '+';
    print "@list\n";
}
{
    local $/ = ';';
    open my $in, '<', \'a;b;c' or die;
    my @parts = <$in>;
    chomp @parts;
    print "@parts\n";
}
{
    local $ENV{GUEST} = 'test';
    print exists $ENV{GUEST} ? "set to $ENV{GUEST}\n" : "not set\n";
}
print exists $ENV{GUEST} ? "still set\n" : "not set\n";

package Flexible;

our $AUTOLOAD;
our $alive = 0;

sub new { my $class = shift; $alive++; return bless { @_ }, $class }

sub AUTOLOAD {
    my $self = shift;
    (my $field = $AUTOLOAD) =~ s/.*:://;
    return if $field eq 'DESTROY';
    die "no field $field\n" unless exists $self->{$field};
    $self->{$field} = shift if @_;
    return $self->{$field};
}

package Tracked;

our @log;

sub new { my ($class, $what) = @_; push @log, "+$what"; return bless { what => $what }, $class }
sub DESTROY { my $self = shift; push @log, "-$self->{what}" }

package main;

my $thing = Flexible->new(memory => 512, cpus => 2);
print $thing->memory, ' ', $thing->cpus(4), ' ', $thing->cpus, "\n";
eval { $thing->color };
print "error: $@";
print "$Flexible::alive alive\n";

{
    my $one = Tracked->new('one');
    { my $two = Tracked->new('two'); }
    $one = Tracked->new('three');
}
print "@Tracked::log\n";

use constant PI => 3.14159;
use constant COLORS => qw(red green blue);
use constant { LOW => 1, HIGH => 10, NAMES => { 1 => 'low', 10 => 'high' } };
printf "%.2f %d %s %s\n", PI * 2, HIGH - LOW, (COLORS)[1], NAMES->{+HIGH};
print scalar(my @all = COLORS), ' ', __PACKAGE__->can('PI') ? 'a sub' : 'none', ' ', join(',', map { $_ * LOW } 1 .. 3), "\n";
print __PACKAGE__, ' ', __LINE__ > 100 ? 'far' : 'near', "\n";

END { print "the end comes last\n" }
END { print "this one before\n" }
print "running\n";
