#!/usr/bin/perl
# runs: yes
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Sys::Virt;
use Cluster::Log;

# A stand-in for a node, and one for a domain: no Sys::Virt in them.
{
    package Fake::Domain;
    sub new { my ($class, %s) = @_; bless {%s}, $class }
    sub get_name { $_[0]{name} }
    sub get_info { return { nrVirtCpu => 1, memory => $_[0]{memory} } }
    sub get_max_memory { $_[0]->{memory} }
    sub migrate { my ($self, $to) = @_; push @{ $to->{moved} }, $self; return $self }
    sub get_id { 7 }

    package Fake::Node;
    sub new { my ($class, %s) = @_; bless { moved => [], %s }, $class }
    sub domains { @{ $_[0]{domains} } }
    sub load { my $self = shift; my $l = 0; $l += $_->get_info->{memory} for $self->domains; $l }
    sub fits { my ($self, $d) = @_; $d->get_max_memory < $self->{free} }
    sub name { $_[0]{name} }
    sub driver { $_[0] }
    sub connection { $_[0] }
}

require_ok('Cluster::Scheduler');
my $full = Fake::Node->new(name => 'full', free => 0, domains => [
    Fake::Domain->new(name => 'a', memory => 5), Fake::Domain->new(name => 'b', memory => 500) ]);
my $empty = Fake::Node->new(name => 'empty', free => 100, domains => []);
my $scheduler = Cluster::Scheduler->new([ $empty, $full ], log => Cluster::Log->new(level => 'warn'));
is(($scheduler->by_load)[0]->name, 'full', 'order');
my ($move, @more) = $scheduler->moves;
is($move->{domain}->get_name, 'a', 'what moves');
is(scalar @more, 0, 'one move');
$scheduler->move($move->{domain}, $move->{to});
is($empty->{moved}[0]->get_name, 'a', 'it moved');
is(Sys::Virt->new(uri => 'test:///default')->get_type, 'TEST', 'the real one');
done_testing;
