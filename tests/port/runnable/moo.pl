#!/usr/bin/perl
# Classes made with Moo: fields, defaults, lazy values, checks, roles and parents.
use strict;
use warnings;

package Named;
use Moo::Role;

requires 'label';
has name => (is => 'ro', required => 1);
sub describe { my $self = shift; return $self->label . ' ' . $self->name }

package Guest;
use Moo;

with 'Named';

has memory => (is => 'rw', default => sub { 512 }, isa => sub { die "no memory: $_[0]\n" unless $_[0] =~ /^\d+$/ });
has tags => (is => 'ro', default => sub { [] });
has size => (is => 'lazy');
has host => (is => 'rw', predicate => 1, clearer => 1, weak_ref => 0);

sub _build_size { my $self = shift; return $self->memory > 1000 ? 'large' : 'small' }
sub label { 'guest' }
sub BUILD { my ($self, $args) = @_; push @{ $self->tags }, 'built' if $args->{mark} }

package Guest::Remote;
use Moo;

extends 'Guest';
has '+memory' => (default => sub { 2048 });
around describe => sub {
    my ($orig, $self, @rest) = @_;
    return '<' . $self->$orig(@rest) . '>';
};
after host => sub { my $self = shift; push @{ $self->tags }, 'asked' };

package main;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my ($dom) = $conn->list_domains;
my $guest = Guest->new(name => $dom->get_name, mark => 1);
my $remote = Guest::Remote->new({ name => 'far', host => 'h1' });
print $_->describe, ' ', $_->memory, ' ', $_->size, "\n" for $guest, $remote;
$guest->memory($dom->get_info->{memory});
print $guest->memory, ' ', $guest->size, ' ', join(',', @{ $guest->tags }), "\n";
print $remote->has_host ? 'on ' . $remote->host : 'nowhere', ' ', scalar @{ $remote->tags }, "\n";
$remote->clear_host;
print $remote->has_host ? 'still' : 'gone', "\n";
print eval { Guest->new } ? 'made' : 'a name is needed', ' ', eval { $guest->memory('much'); 1 } ? 'fine' : "refused", "\n";
print $remote->isa('Guest') ? 'is' : 'is no', ' guest, ', $remote->does('Named') ? 'has' : 'has no', " name\n";
