package Cluster::Scheduler;
# runs: no - a module of balance.pl
use strict;
use warnings;
use List::Util qw(first);
use constant FLAGS => Sys::Virt::Domain::MIGRATE_LIVE() | Sys::Virt::Domain::MIGRATE_TUNNELLED();

sub new {
    my ($class, $nodes, %args) = @_;
    my $self = bless { %args }, $class;
    $self->{nodes} = $nodes;
    return $self;
}

sub by_load {
    my $self = shift;
    my %load = map { $_ => $_->load } @{ $self->{nodes} };
    return sort { $load{$b} <=> $load{$a} } @{ $self->{nodes} };
}

# From the busiest node to the first that has room.
sub moves {
    my ($self) = @_;
    my ($from, @others) = $self->by_load;
    my @moves;
    for my $domain ($from->domains) {
        my $to = first { $_->fits($domain) } reverse @others or next;
        push @moves, { domain => $domain, from => $from, to => $to };
    }
    return @moves;
}

sub move {
    my ($self, $domain, $to) = @_;
    my $there = eval { $domain->migrate($to->driver->connection, FLAGS) };
    if (my $error = $@) {
        $self->{log}->warn($domain->get_name . ": " . $error->message);
        return;
    }
    $self->{log}->info("now " . $there->get_id);
    return $there;
}

1;
