#!/usr/bin/perl
# runs: yes
# Nothing of Sys::Virt: a small model of hosts, for planning.
use strict;
use warnings;

package Virt::Host;

sub new {
    my ($class, %args) = @_;
    return bless { name => $args{name}, domains => [], uri => $args{uri} }, $class;
}

sub get_name { $_[0]{name} }
sub get_hostname { my $self = shift; return $self->{name} . '.example.org' }
sub get_uri { return shift->{uri} }

sub add_domain {
    my ($self, $dom) = @_;
    push @{ $self->{domains} }, $dom;
    return $dom;
}

sub list_domains { return @{ $_[0]->{domains} } }

sub get_domain_by_name {
    my ($self, $name) = @_;
    my ($found) = grep { $_->get_name eq $name } $self->list_domains;
    return $found;
}

sub get_storage_paths {
    my $self = shift;
    return map { $_->get_storage_paths } $self->list_domains;
}

package Virt::Domain;

sub new { my $class = shift; return bless {@_}, $class }
sub get_name { return $_[0]->{name} }
sub get_info { return { state => $_[0]->{state}, memory => $_[0]->{memory} } }
sub is_active { return $_[0]{state} == 1 }
sub create { $_[0]{state} = 1 }
sub destroy { $_[0]{state} = 5; return }
sub get_storage_paths { return @{ $_[0]{disks} || [] } }

sub xml_description {
    my $self = shift;
    my $name = $self->get_name;
    return "<domain><name>$name</name></domain>";
}

package main;

my $conn = Virt::Host->new(name => 'alpha', uri => 'plan:///alpha');
for my $n (1 .. 3) {
    my $dom = Virt::Domain->new(name => "guest$n", state => $n % 2 ? 1 : 5, memory => 1024 * $n,
        disks => ["/srv/$n.img"]);
    $conn->add_domain($dom);
}

print $conn->get_hostname, " ", $conn->get_uri, "\n";
foreach my $dom ($conn->list_domains) {
    $dom->create unless $dom->is_active;
    print $dom->xml_description, " ", $dom->get_info->{memory}, "\n";
}
my $dom = $conn->get_domain_by_name('guest2');
$dom->destroy;
print join(' ', $conn->get_storage_paths), "\n";
print $dom->is_active ? "up\n" : "down\n";
