#!/usr/bin/perl
# Places guests on hosts, by memory and CPUs, and moves some of them afterwards.
use strict;
use warnings;

use List::Util qw(sum max min first reduce sum0 shuffle);
use Scalar::Util qw(looks_like_number blessed reftype);
use Sys::Virt;

use constant DEBUG => 0;
use constant MAX_ROUNDS => 10;
use constant POLICIES => qw(first best worst);

my $conn = Sys::Virt->new(uri => 'test:///default');
my $node = $conn->get_node_info;

{
    package Host;

    my %registry;

    sub new {
        my $class = shift;
        my %args = (cpus => 4, memory => 8192, @_);
        die "a host needs a name\n" unless defined $args{name};
        my $self = bless { %args, guests => {} }, $class;
        $registry{ $self->{name} } = $self;
        return $self;
    }

    sub by_name { my ($class, $name) = @_; return $registry{$name} }
    sub all { return map { $registry{$_} } sort keys %registry }
    sub name { $_[0]->{name} }

    sub used {
        my ($self, $what) = @_;
        my $sum = 0;
        $sum += $_->{$what} for values %{ $self->{guests} };
        return $sum;
    }

    sub free {
        my ($self, $what) = @_;
        return $self->{$what} - $self->used($what);
    }

    sub fits {
        my ($self, $guest) = @_;
        return $self->free('memory') >= $guest->{memory}
            # CPUs may be promised twice.
            && $self->free('cpus') + $self->{cpus} >= $guest->{cpus};
    }

    sub place {
        my ($self, $guest) = @_;
        return 0 unless $self->fits($guest);
        $self->{guests}{ $guest->{name} } = $guest;
        return 1;
    }

    sub drop { my ($self, $name) = @_; return delete $self->{guests}{$name} }

    sub load {
        my $self = shift;
        return $self->{memory} ? $self->used('memory') / $self->{memory} : 0;
    }

    sub DESTROY { }
}

Host->new(name => 'alpha', memory => 4096);
Host->new(name => 'beta', memory => 9216, cpus => 8);
Host->new(name => 'gamma', memory => int($node->{memory} / 1024) > 2048 ? 2048 : 1024, cpus => 2);

my @guests = map {
    my ($name, $memory, $cpus, @tags) = split /[:,]/;
    { name => $name, memory => $memory, cpus => $cpus, tags => [@tags] };
} (
    qw(web1:1024:2:web web2:1024:2:web), 'db:3072:4:db,big', qw(mail:512:1 cache:1536:1:big
    build:2048:6:big proxy:256:1:web log:768:1 huge:9999:1));
push @guests, map { { name => $_->get_name, memory => $_->get_info->{memory} / 1024, cpus => $_->get_info->{nrVirtCpu}, tags => [] } }
    $conn->list_domains;

my %choose = (
    first => sub { my ($guest, @hosts) = @_; return first { $_->fits($guest) } @hosts },
    best => sub {
        my ($guest, @hosts) = @_;
        my ($best) = sort { $a->free('memory') <=> $b->free('memory') or $a->name cmp $b->name }
            grep { $_->fits($guest) } @hosts;
        return $best;
    },
    worst => sub {
        my $guest = shift;
        return reduce { $a->free('memory') >= $b->free('memory') ? $a : $b } grep { $_->fits($guest) } @_;
    },
);

sub place_all {
    my ($policy, @guests) = @_;
    my @left;
    $_->{guests} = {} for Host->all;
  GUEST:
    foreach my $guest (sort { $b->{memory} <=> $a->{memory} || $a->{name} cmp $b->{name} } @guests) {
        my $host = $choose{$policy}->($guest, Host->all);
        unless ($host) {
            push @left, $guest->{name};
            next GUEST;
        }
        $host->place($guest) or die "no room after all on " . $host->name;
    }
    return @left;
}

sub show {
    foreach my $host (Host->all) {
        my @names = sort keys %{ $host->{guests} };
        printf "  %-6s %3.0f%% %5d MiB free: %s\n", $host->name, 100 * $host->load,
            $host->free('memory'), @names ? join(' ', @names) : '-';
    }
}

sub spread {
    my @loads = map { $_->load } Host->all;
    return max(@loads) - min(@loads);
}

for my $policy (POLICIES) {
    my @left = place_all($policy, @guests);
    printf "%s fit, spread %.2f, left: %s\n", ucfirst $policy, spread(), join(', ', @left) || 'none';
    show();
}

# Move small guests from the fullest host to the emptiest, as long as it helps.
my $round = 0;
my @moves;
ROUND: while ($round++ < MAX_ROUNDS) {
    my @hosts = sort { $b->load <=> $a->load || $a->name cmp $b->name } Host->all;
    my ($full, $empty) = @hosts[0, -1];
    my $before = spread();
    for my $guest (sort { $a->{memory} <=> $b->{memory} || $a->{name} cmp $b->{name} }
        values %{ $full->{guests} }) {
        next unless $empty->fits($guest);
        $full->drop($guest->{name});
        $empty->place($guest);
        if (spread() < $before - 0.001) {
            push @moves, "$guest->{name}: " . $full->name . ' -> ' . $empty->name;
            next ROUND;
        }
        $empty->drop($guest->{name});
        $full->place($guest);
    }
    last;
}
print "Moves:\n", map { "  $_\n" } @moves;
printf "after %d rounds the spread is %.2f\n", $round, spread();

my %by_tag;
foreach my $guest (@guests) {
    push @{ $by_tag{$_} }, $guest for @{ $guest->{tags} };
}
foreach my $tag (sort keys %by_tag) {
    my @members = @{ $by_tag{$tag} };
    printf "%-4s %d guests, %d MiB, %d CPUs at most\n", $tag, scalar @members,
        sum(map { $_->{memory} } @members), max map { $_->{cpus} } @members;
}

my @numbers = grep { looks_like_number($_) } qw(1 2.5 x 1e3 0x10), ' 7 ', '';
print scalar(@numbers), ' numbers, ', sum0(), ' ', sum0(@numbers[0, 1]), "\n";
my $host = Host->by_name('beta');
print blessed($host), ' ', reftype($host), ' ', (blessed({}) // 'none'), "\n";
print DEBUG ? "debugging\n" : "not debugging\n";
