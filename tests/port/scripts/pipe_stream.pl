#!/usr/bin/perl
# runs: yes
# Pipes, sockets and errors of its own; libvirt only in the comments.
use strict;
use warnings;
use IO::Handle;
use Socket;

package Failure;
use overload '""' => sub { $_[0]->stringify }, fallback => 1;
sub throw { my ($class, %args) = @_; die bless {%args}, $class }
sub code { $_[0]{code} }
sub message { return shift->{message} }
sub level { 2 }
sub domain { 'pipe' }
sub stringify { my $self = shift; sprintf "%s error code: %d, message: %s", $self->domain, $self->code, $self->message }

package Stream;
sub new { my ($class, $fh) = @_; return bless { fh => $fh, sent => 0 }, $class }
sub send {
    my ($self, $data, $length) = @_;
    my $n = syswrite $self->{fh}, $data, $length;
    Failure->throw(code => 1, message => "can't send: $!") unless defined $n;
    $self->{sent} += $n;
    return $n;
}
sub recv {
    my $self = shift;
    my $n = sysread $self->{fh}, $_[0], $_[1];
    return $n;
}
sub finish { my ($self) = @_; close $self->{fh} }
sub abort { $_[0]->finish; Failure->throw(code => 2, message => 'aborted') }

package main;

socketpair(my $left, my $right, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "socketpair: $!";
my $stream = Stream->new($left);
my $st = Stream->new($right);
$stream->send("hello", 5);
my $got = $st->recv(my $data, 100);
print "$got: $data\n";
$stream->finish;
print "end\n" if $st->recv($data, 100) == 0;

eval { $st->abort };
if (my $err = $@) {
    print $err->code, " ", $err->message, " ", $err->domain, " ", $err->level, "\n";
    print "$err\n" if ref $err eq 'Failure';
}
eval { Failure->throw(code => 42, message => 'by hand') };
print $@->message, "\n" if $@ && $@->isa('Failure');
print "code ", $@->code, "\n" if ref $@;
