#!/usr/bin/perl
# runs: yes
# args: --uri test:///default --dry --spec -
use strict;
use warnings;

=head1 NAME

installer - makes guests as a list of them says

=head1 DESCRIPTION

Each guest goes through states; what is to be done in a state is a method C<in_STATE>:

    $guest->in_defined;

=cut

package Guest;

use Carp qw(croak);
use Scalar::Util qw(refaddr weaken);
use Sys::Virt;

my (%domain_of, %volumes_of, %state_of);
my @STATES = qw(new stored defined started done);
my $count = 0;

sub new {
    my ($class, %spec) = @_;
    my $self = bless { memory => 512, vcpus => 1, disks => [], %spec }, $class;
    $state_of{refaddr $self} = 'new';
    weaken($self->{host}) if $self->{host};
    $count++;
    return $self;
}

sub count { $count }
sub name { $_[0]{name} || croak "a guest without a name" }

sub state {
    my $self = shift;
    $state_of{refaddr $self} = shift if @_;
    return $state_of{refaddr $self};
}

sub domain {
    my ($self, $new) = @_;
    my $id = refaddr $self;
    $domain_of{$id} = $new if $new;
    return $domain_of{$id};
}

sub step {
    my $self = shift;
    my $state = $self->state;
    my $method = "in_$state";
    my $next = $self->$method or return;
    $self->state($next);
    return $next;
}

sub in_new {
    my $self = shift;
    my $pool = $self->{host}->pool($self->{pool} || 'default-pool');
    for my $disk (@{ $self->{disks} }) {
        my ($name, $size) = split /:/, $disk;
        push @{ $volumes_of{refaddr $self} }, $pool->create_volume(sprintf <<'XML', $self->name, $name, $size);
<volume>
  <name>%s-%s.img</name>
  <capacity unit="M">%d</capacity>
</volume>
XML
    }
    return 'stored';
}

sub in_stored {
    my ($self) = @_;
    my $xml = Template->new('domain')->fill(
        name => $self->name,
        memory => $self->{memory},
        vcpus => $self->{vcpus},
        disks => join("\n", map { Template->new('disk')->fill(path => $_->get_path, dev => 'vd' . chr(ord('a') + $self->{disk_number}++)) }
            @{ $volumes_of{refaddr $self} || [] }),
    );
    $self->domain($self->{host}->connection->define_domain($xml));
    return 'defined';
}

sub in_defined {
    my $self = shift;
    $self->domain->set_autostart(1) if $self->{autostart};
    $self->domain->create;
    'started';
}

sub in_started {
    my $self = shift;
    my $domain = $self->domain;
    return $domain->is_active ? 'done' : undef;
}

sub in_done { return }

sub remove {
    my ($self) = @_;
    if (my $domain = $self->domain) {
        eval { $domain->destroy };
        $domain->undefine;
    }
    $_->delete(0) foreach @{ delete $volumes_of{refaddr $self} || [] };
}

sub DESTROY {
    my $self = shift;
    my $id = refaddr $self;
    delete $_->{$id} for \%domain_of, \%volumes_of, \%state_of;
    $count--;
}

package Host;

my $instance;
sub instance { my $class = shift; return $instance ||= $class->new(@_) }

sub new {
    my ($class, @args) = @_;
    my $self = bless { pools => {} }, ref($class) || $class;
    @{$self}{qw(uri connection)} = ($args[0], Sys::Virt->new(uri => $args[0]));
    return $self;
}

sub connection { return (shift)->{connection} }

sub pool {
    my ($self, $name) = @_;
    return $self->{pools}{$name} if exists $self->{pools}->{$name};
    my $pool = $self->{connection}->get_storage_pool_by_name($name);
    $pool->is_active or $pool->create;
    return $self->{pools}{$name} = $pool;
}

package Template;

my %TEXT;
sub new { my ($class, $name) = @_; return bless { text => $TEXT{$name} }, $class }
sub fill {
    my ($self, %values) = @_;
    (my $text = $self->{text}) =~ s/\{(\w+)\}/$values{$1}/g;
    return $text;
}

$TEXT{domain} = <<'XML';
<domain type='test'>
  <name>{name}</name>
  <memory unit='MiB'>{memory}</memory>
  <vcpu>{vcpus}</vcpu>
  <os><type>hvm</type></os>
  <devices>
{disks}
  </devices>
</domain>
XML
$TEXT{disk} = "    <disk type='file'><source file='{path}'/><target dev='{dev}'/></disk>";

package main;

use Getopt::Long;

GetOptions('uri=s' => \(my $uri = 'qemu:///system'), 'dry' => \my $dry, 'spec=s' => \my $spec) or exit 2;
my $host = Host->instance($uri);
my @guests = map { Guest->new(host => $host, %$_) } read_spec($spec);

foreach my $guest (@guests) {
    my @path = $guest->state;
    while (my $state = eval { $guest->step }) {
        push @path, $state;
    }
    if (my $error = $@) {
        printf "%s: %s\n", $guest->name, ref $error ? $error->message : $error;
    }
    print $guest->name, ": @path\n";
}
print Guest->count, " guests on ", Host->instance->connection->get_hostname, "\n";
$_->remove for grep { $dry } @guests;
print "left: ", join(' ', map { $_->get_name } $host->connection->list_all_domains), "\n";

sub read_spec {
    my ($file) = @_;
    my $in = \*DATA;
    if ($file && $file ne '-') {
        open $in, '<', $file or die "$file: $!\n";
    }
    local $/ = '';
    my @specs;
    while (my $paragraph = <$in>) {
        my %spec = $paragraph =~ /^(\w+):\s*(.+)$/mg;
        $spec{disks} = [ split ' ', $spec{disks} // '' ];
        push @specs, \%spec;
    }
    return @specs;
}

__DATA__
name: web
memory: 256
disks: root:10 data:20
autostart: 1

name: db
vcpus: 2
