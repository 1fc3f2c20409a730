#!/usr/bin/perl
# exit: 1
# Guests as machines with states: which steps are allowed, plans to get from one to another, and a log.
use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Domain;

package Machine;

use constant {
    NONE => 'none',
    OFF => 'off',
    RUNNING => 'running',
    PAUSED => 'paused',
    SAVED => 'saved',
};

# From a state, by a step, to a state.
my %STEPS = (
    NONE() => { define => OFF },
    OFF, { start => RUNNING, undefine => NONE },
    RUNNING, { stop => OFF, suspend => PAUSED, save => SAVED },
    PAUSED, { resume => RUNNING, stop => OFF },
    SAVED, { start => RUNNING, forget => OFF },
);

sub new {
    my ($class, $conn, $name) = @_;
    my $self = { conn => $conn, name => $name, log => [], hooks => {} };
    return bless $self, $class;
}

sub domain {
    my $self = shift;
    return eval { $self->{conn}->get_domain_by_name($self->{name}) };
}

sub state {
    my $self = shift;
    my $dom = $self->domain or return NONE;
    if (!$dom->is_active) {
        return $dom->has_managed_save_image ? SAVED : OFF;
    }
    my ($state) = $dom->get_state;
    return $state == Sys::Virt::Domain::STATE_PAUSED ? PAUSED : RUNNING;
}

sub on {
    my ($self, $step, $code) = @_;
    push @{ $self->{hooks}{$step} }, $code;
    return $self;
}

sub can_do {
    my ($self, $step) = @_;
    return exists $STEPS{ $self->state }{$step};
}

sub steps { my $self = shift; return sort keys %{ $STEPS{ $self->state } } }

my %ACTION = (
    define => sub {
        my $self = shift;
        $self->{conn}->define_domain(
            "<domain type='test'><name>$self->{name}</name><memory>8192</memory><os><type>hvm</type></os></domain>");
    },
    start => sub { $_[0]->domain->create },
    stop => sub { $_[0]->domain->destroy },
    suspend => sub { $_[0]->domain->suspend },
    resume => sub { $_[0]->domain->resume },
    save => sub { $_[0]->domain->managed_save },
    forget => sub { $_[0]->domain->managed_save_remove },
    undefine => sub { $_[0]->domain->undefine },
);

sub do {
    my ($self, $step) = @_;
    my $before = $self->state;
    my $wanted = $STEPS{$before}{$step};
    die sprintf("%s: can't %s while it is %s; can %s\n", $self->{name}, $step, $before,
        join(' or ', $self->steps) || 'nothing') unless defined $wanted;
    for my $hook (@{ $self->{hooks}{$step} || [] }, @{ $self->{hooks}{'*'} || [] }) {
        $hook->($self, $step, $before) or die "$self->{name}: a hook forbids to $step\n";
    }
    $ACTION{$step}->($self);
    my $after = $self->state;
    die "$self->{name}: is $after after $step, not $wanted\n" if $after ne $wanted;
    push @{ $self->{log} }, "$before -$step-> $after";
    return $after;
}

# The shortest way, breadth first.
sub plan {
    my ($class, $from, $to) = @_;
    my @queue = ([$from]);
    my %seen = ($from => 1);
    while (my $way = shift @queue) {
        my ($state, @steps) = @$way;
        return @steps if $state eq $to;
        foreach my $step (sort keys %{ $STEPS{$state} }) {
            my $next = $STEPS{$state}{$step};
            next if $seen{$next}++;
            push @queue, [$next, @steps, $step];
        }
    }
    return;
}

sub reach {
    my ($self, $goal) = @_;
    my @plan = Machine->plan($self->state, $goal);
    $self->do($_) for @plan;
    return scalar @plan;
}

package main;

my $conn = Sys::Virt->new(uri => 'test:///default');

my @states = (Machine::NONE, Machine::OFF, Machine::RUNNING, Machine::PAUSED, Machine::SAVED);
print "Plans:\n";
for my $from (@states) {
    for my $to (@states) {
        next if $from eq $to;
        my @plan = Machine->plan($from, $to);
        printf "  %-8s to %-8s %s\n", $from, $to, @plan ? join(', ', @plan) : 'no way';
    }
}

my $machine = Machine->new($conn, 'web');
my $forbidden = 0;
$machine->on('*', sub { my ($self, $step, $state) = @_; print "  about to $step what is $state\n"; 1 })
    ->on(stop => sub { return !$forbidden });

for my $goal (qw(running saved paused off none)) {
    print "To $goal:\n";
    my $steps = $machine->reach($goal);
    print "  $steps step", ($steps == 1 ? '' : 's'), ", is ", $machine->state, "\n";
}

print "Mistakes:\n";
my $failures = 0;
my $test = Machine->new($conn, 'test');
foreach my $step (qw(start resume suspend suspend fly)) {
    my $after = eval { $test->do($step) };
    if (defined $after) {
        print "  $step: now $after\n";
    } else {
        $failures++;
        print "  $@";
    }
}
$machine->reach('running');
$forbidden = 1;
eval { $machine->do('stop'); 1 } or $failures++, print "  $@";
$forbidden = 0;
$machine->reach('none');

print "Log of web:\n", map { "  $_\n" } @{ $machine->{log} };
print "Can: ", join(' ', $test->steps), '; ', ($test->can_do('resume') ? 'may' : 'may not'), " resume\n";
print "$failures failures\n";
exit 1 if $failures;
