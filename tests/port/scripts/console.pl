#!/usr/bin/perl
# runs: no - needs a guest with a console
use strict;
use warnings;

use IO::Handle;
use POSIX qw(:termios_h);
use Sys::Virt;
use Sys::Virt::Event;
use Sys::Virt::Stream;

# A console over a stream, as an object with callbacks.
package Console;

sub new {
    my ($class, $uri, $uuid) = @_;
    my $self = bless {
        uuid => $uuid, out => '', in => '', stream => undef, dom => undef, run => 1, watch => -1,
    }, $class;
    $self->{con} = Sys::Virt->new(address => $uri);
    $self->{dom} = $self->{con}->get_domain_by_uuid($uuid);
    $self->{state} = [ $self->{dom}->get_state ];
    $self->{con}->domain_event_register_any($self->{dom},
        Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
        sub { $self->lifecycle(@_) });
    return $self;
}

sub lifecycle {
    my ($self, $con, $dom, $event, $detail) = @_;
    print "$event of ", $dom->get_name, "\r\n";
    @{ $self->{state} } = $self->{dom}->get_state;
    $self->attach if !$self->{stream};
}

sub attach {
    my $self = shift;
    return if $self->{stream} || $self->{state}[0] != Sys::Virt::Domain::STATE_RUNNING;
    $self->{stream} = $self->{con}->new_stream(Sys::Virt::Stream::NONBLOCK);
    $self->{dom}->open_console($self->{stream}, undef, 0);
    $self->{stream}->add_callback(Sys::Virt::Stream::EVENT_READABLE, sub {
        my ($st, $events) = @_;
        $self->readable($st) if $events & Sys::Virt::Stream::EVENT_READABLE;
        $self->flush if $events & (Sys::Virt::Stream::EVENT_WRITABLE | Sys::Virt::Stream::EVENT_HANGUP);
    });
    $self->{watch} = Sys::Virt::Event::add_handle(0, Sys::Virt::Event::HANDLE_READABLE, sub {
        my ($watch, $fd, $events) = @_;
        sysread STDIN, my $got, 100 or return $self->detach;
        $self->{out} .= $got;
        $self->{stream}->update_callback(
            Sys::Virt::Stream::EVENT_READABLE | Sys::Virt::Stream::EVENT_WRITABLE);
    });
}

sub readable {
    my ($self, $stream) = @_;
    my $got = $stream->recv(my $text, 1024);
    return if $got == -2;
    return $self->detach if $got == 0;
    print $text;
    STDOUT->flush;
}

sub flush {
    my ($self) = @_;
    while (length $self->{out}) {
        my $sent = $self->{stream}->send($self->{out}, length $self->{out});
        last if $sent == -2;
        substr($self->{out}, 0, $sent) = '';
    }
    $self->{stream}->update_callback(Sys::Virt::Stream::EVENT_READABLE) unless length $self->{out};
}

sub detach {
    my $self = shift;
    Sys::Virt::Event::remove_handle($self->{watch}) if $self->{watch} >= 0;
    my $st = delete $self->{stream} or return;
    $st->remove_callback;
    eval { $st->finish; 1 } or $st->abort;
    $self->{run} = 0;
}

package main;

Sys::Virt::Event::register_default;
my $console = Console->new(@ARGV);
$console->attach;
Sys::Virt::Event::run_default while $console->{run};
print "was ", $console->{dom}->get_name, "\n";
