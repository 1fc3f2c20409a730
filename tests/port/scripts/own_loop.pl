#!/usr/bin/perl
# runs: no - its class of Sys::Virt isn't in every release
package SelectLoop;

use strict;
use warnings;
use Time::HiRes qw(time);
use Sys::Virt;
use Sys::Virt::Event;
use Sys::Virt::EventImpl;
use parent -norequire, 'Sys::Virt::EventImpl';

sub new {
    my $class = shift;
    my $self = $class->SUPER::new(@_);
    $self->{handles} = {};
    $self->{timeouts} = {};
    $self->{next} = 1;
    return $self;
}

sub add_handle {
    my ($self, $fd, $events, $cb, $opaque, $ff) = @_;
    my $watch = $self->{next}++;
    $self->{handles}{$watch} = { fd => $fd, events => $events, cb => $cb, opaque => $opaque, ff => $ff };
    return $watch;
}

sub update_handle {
    my ($self, $watch, $events) = @_;
    $self->{handles}{$watch}{events} = $events;
}

sub remove_handle {
    my ($self, $watch) = @_;
    my $handle = delete $self->{handles}{$watch} or return -1;
    $self->_free_callback_opaque($handle->{ff}, $handle->{opaque});
    return 0;
}

sub add_timeout {
    my ($self, $ms, $cb, $opaque, $ff) = @_;
    my $timer = $self->{next}++;
    $self->{timeouts}{$timer} = { ms => $ms, last => time, cb => $cb, opaque => $opaque, ff => $ff };
    return $timer;
}

sub update_timeout {
    my ($self, $timer, $ms) = @_;
    @{ $self->{timeouts}{$timer} }{qw(ms last)} = ($ms, time);
}

sub remove_timeout {
    my ($self, $timer) = @_;
    my $t = delete $self->{timeouts}{$timer} || return -1;
    $self->_free_callback_opaque($t->{ff}, $t->{opaque});
    0;
}

sub turn {
    my ($self) = @_;
    my $bits = '';
    for my $h (values %{ $self->{handles} }) {
        vec($bits, $h->{fd}, 1) = 1 if $h->{events} & Sys::Virt::Event::HANDLE_READABLE;
    }
    select(my $ready = $bits, undef, undef, 0.1);
    while (my ($watch, $h) = each %{ $self->{handles} }) {
        next unless vec($ready, $h->{fd}, 1);
        $self->_run_handle_callback($watch, $h->{fd}, Sys::Virt::Event::HANDLE_READABLE, $h->{cb}, $h->{opaque});
    }
    foreach my $timer (keys %{ $self->{timeouts} }) {
        my $t = $self->{timeouts}{$timer};
        next if $t->{ms} < 0 || time < $t->{last} + $t->{ms} / 1000;
        $t->{last} = time;
        $self->_run_timeout_callback($timer, $t->{cb}, $t->{opaque});
    }
}

package main;


my $loop = SelectLoop->new;
Sys::Virt::Event::register($loop);

my $vmm = Sys::Virt->new(uri => shift || 'test:///default');
my $timer = $loop->add_timeout(500, sub { print "tick\n" });
$vmm->domain_event_register_any(undef, Sys::Virt::Domain::EVENT_ID_LIFECYCLE, \&changed);
$loop->turn while 1;

sub changed {
    my ($conn, $dom, $event, $detail) = @_;
    return unless $event == Sys::Virt::Domain::EVENT_STOPPED;
    print $dom->get_name, $detail == Sys::Virt::Domain::EVENT_STOPPED_CRASHED ? " crashed\n" : " stopped\n";
    $loop->remove_timeout($timer);
}
