#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Event;

# Every kind of event, each callback with something of its own.

Sys::Virt::Event::register_default();
my $conn = Sys::Virt->new(uri => $ARGV[0]);
my %log;

sub logger {
    my ($kind, $describe) = @_;
    return sub {
        my ($c, $object, @rest) = @_;
        push @{ $log{$kind} }, $describe->($object, @rest);
        return;
    };
}

my %registered = (
    net => $conn->network_event_register_any(undef, Sys::Virt::Network::EVENT_ID_LIFECYCLE,
        logger(net => sub { my ($net, $event) = @_; sprintf '%s %d', $net->get_name, $event })),
    pool => $conn->storage_pool_event_register_any(undef, Sys::Virt::StoragePool::EVENT_ID_LIFECYCLE, sub {
        my ($c, $pool, $event, $detail) = @_;
        push @{ $log{pool} }, $pool->get_name . " $event on " . $c->get_type;
    }),
    dev => $conn->node_device_event_register_any(undef, &Sys::Virt::NodeDevice::EVENT_ID_LIFECYCLE, \&on_device),
    old => scalar $conn->domain_event_register(sub { my ($c, $dom, $event) = @_; push @{ $log{dom} }, $dom->get_name . " $event" }),
);
my $refreshed = $conn->storage_pool_event_register_any(undef, Sys::Virt::StoragePool::EVENT_ID_REFRESH, \&on_refresh);

sub on_device {
    my ($con, $dev, $event) = @_;
    push @{ $log{dev} }, join ' ', $dev->get_name, $event, $dev->get_parent;
}

sub on_refresh {
    my (undef, $p) = @_;
    push @{ $log{refresh} }, $p->get_uuid_string;
}

my @steps = (
    sub { my $n = $conn->get_network_by_name('default'); $n->destroy; $n->create },
    sub { my ($p) = $conn->list_storage_pools; $_->refresh for $p; },
    sub { for my $d ($conn->list_domains) { $d->suspend; $d->resume } },
);
my $quit;
my $tick = Sys::Virt::Event::add_timeout(10, sub { my $step = shift @steps; $step ? $step->() : $quit++ });
Sys::Virt::Event::run_default() until $quit;
Sys::Virt::Event::remove_timeout($tick);

$conn->network_event_deregister_any($registered{net});
$conn->storage_pool_event_deregister_any($_) for $registered{pool}, $refreshed;
$conn->node_device_event_deregister_any($registered{dev});
$conn->domain_event_deregister;
for my $kind (sort keys %log) { print "$kind: $_\n" for @{ $log{$kind} } }
