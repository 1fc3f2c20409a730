#!/usr/bin/perl
# Quotas of users: who may have what, who asks for what, and what is granted.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');

# name => [guests, MiB, CPUs]
my %QUOTA = (
    alice => [3, 4096, 4],
    bob => [1, 1024, 2],
    carol => [5, 16384, 16],
    '*' => [0, 0, 0],
);
my @FIELDS = qw(guests memory cpus);

my %used;
my @journal;

sub quota_of {
    my $user = shift;
    my %quota;
    @quota{@FIELDS} = @{ $QUOTA{$user} || $QUOTA{'*'} };
    return %quota;
}

sub used_by {
    my ($user) = @_;
    $used{$user} ||= { map { $_ => 0 } @FIELDS };
    return $used{$user};
}

sub exceeds {
    my ($user, $wanted) = @_;
    my %quota = quota_of($user);
    my $used = used_by($user);
    my @over;
    for my $field (@FIELDS) {
        my $sum = $used->{$field} + $wanted->{$field};
        next if $sum <= $quota{$field};
        push @over, sprintf '%s %d > %d', $field, $sum, $quota{$field};
    }
    return @over;
}

sub book {
    my ($user, $wanted, $sign) = @_;
    $sign = 1 unless defined $sign;
    my $used = used_by($user);
    $used->{$_} += $sign * $wanted->{$_} for @FIELDS;
    push @journal, { user => $user, sign => $sign, %$wanted };
    return;
}

sub title_of { return $_[0]->get_xml_description =~ m{<title>owner=(\w+)</title>} ? $1 : undef }

sub create {
    my ($user, $name, %spec) = @_;
    my %wanted = (guests => 1, memory => 512, cpus => 1, %spec);
    if (my @over = exceeds($user, \%wanted)) {
        return (0, 'over the quota: ' . join ', ', @over);
    }
    if (grep { $_->get_name eq $name } $conn->list_all_domains) {
        return (0, 'the name is taken');
    }
    my $dom = eval {
        $conn->define_domain(<<"XML");
<domain type='test'>
  <name>$name</name>
  <title>owner=$user</title>
  <memory unit='MiB'>$wanted{memory}</memory>
  <vcpu>$wanted{cpus}</vcpu>
  <os><type>hvm</type></os>
</domain>
XML
    };
    return (0, "refused: " . (ref $@ ? $@->message : $@)) if $@;
    book($user, \%wanted);
    return (1, $dom->get_name);
}

sub destroy {
    my ($user, $name) = @_;
    my $dom = eval { $conn->get_domain_by_name($name) } or return (0, 'no such guest');
    my $owner = title_of($dom);
    return (0, 'not yours') if !defined $owner or $owner ne $user;
    my $info = $dom->get_info;
    book($user, { guests => 1, memory => $info->{maxMem} / 1024, cpus => $info->{nrVirtCpu} }, -1);
    $dom->undefine;
    return (1, 'gone');
}

my %COMMANDS = (
    create => \&create,
    destroy => \&destroy,
    quota => sub {
        my ($user) = @_;
        my %quota = quota_of($user);
        my $used = used_by($user);
        return (1, join ', ', map { "$_ $used->{$_}/$quota{$_}" } @FIELDS);
    },
    give => sub {
        my ($user, $other, %what) = @_;
        return (0, 'only carol may') unless $user eq 'carol';
        my $quota = $QUOTA{$other} ||= [@{ $QUOTA{'*'} }];
        my %index = map { $FIELDS[$_] => $_ } 0 .. $#FIELDS;
        while (my ($field, $amount) = each %what) {
            return (0, "no field $field") unless exists $index{$field};
            $$quota[ $index{$field} ] += $amount;
        }
        return (1, "$other: @$quota");
    },
);

my ($good, $bad) = (0, 0);
while (<DATA>) {
    chomp;
    s/#.*//;
    next unless my ($user, $command, $rest) = /^\s*(\w+)\s+(\w+)\s*(.*?)\s*$/;
    my @arguments = map { /^(\w+)=(.*)$/ ? ($1, $2) : $_ } split ' ', $rest;
    my $code = $COMMANDS{$command};
    my ($ok, $text) = $code ? $code->($user, @arguments) : (0, "no command $command");
    $ok ? $good++ : $bad++;
    printf "%-6s %-8s %-24s %s %s\n", $user, $command, $rest, $ok ? '+' : '-', $text;
}
print "$good done, $bad refused\n\n";

foreach my $user (sort { $used{$b}{memory} <=> $used{$a}{memory} || $a cmp $b } keys %used) {
    my %quota = quota_of($user);
    my $used = $used{$user};
    my @bars;
    for my $field (@FIELDS) {
        my $share = $quota{$field} ? $used->{$field} / $quota{$field} : 0;
        my $filled = int($share * 10 + 0.5);
        push @bars, sprintf '%s [%s%s] %3d%%', $field, '#' x $filled, '.' x (10 - $filled), $share * 100;
    }
    print "$user: ", join('  ', @bars), "\n";
}

my %net;
for my $entry (@journal) {
    $net{ $entry->{user} }{$_} += $entry->{sign} * $entry->{$_} for @FIELDS;
}
my $balanced = 1;
for my $user (keys %net) {
    for my $field (@FIELDS) {
        $balanced &&= $net{$user}{$field} == $used{$user}{$field};
    }
}
print $balanced ? "the journal agrees" : "the journal differs", ", ", scalar @journal, " entries\n";
my %owners;
for my $dom ($conn->list_all_domains) {
    my $owner = title_of($dom) // 'nobody';
    push @{ $owners{$owner} }, $dom->get_name;
}
print map { "$_ has @{[ sort @{ $owners{$_} } ]}\n" } sort keys %owners;

__DATA__
alice create web1 memory=1024
alice create web2 memory=1024 cpus=2
alice create web1
alice create web3 memory=4096     # too much
bob   create db memory=1024 cpus=2
bob   create db2
dave  create sneaky
dave  quota
carol give dave guests=1 memory=512 cpus=1
dave  create sneaky
dave  give bob memory=1
carol give bob disks=1
bob   destroy web1
bob   destroy nothing
bob   destroy test
alice destroy web1
alice quota
alice create web4 memory=2048 cpus=2
carol create big memory=8192 cpus=8
carol sing
