#!/usr/bin/perl
# args: --rounds 4
# args: --rounds=2 --quiet
# args: -h
# Looks at all guests in rounds, and tells what has changed.
use strict;
use warnings;

use Getopt::Std;
use IO::Handle;
use POSIX qw(strftime :sys_wait_h);
use Sys::Virt;

STDOUT->autoflush(1);

our ($rounds, $quiet) = (1, 0);
my %SCRIPT;

while (@ARGV) {
    my $word = shift;
    if ($word =~ /^--rounds(?:=(\d+))?$/) {
        $rounds = defined $1 ? $1 : shift;
    } elsif ($word eq '--quiet' or $word eq '-q') {
        $quiet = 1;
    } elsif ($word eq '-h') {
        usage();
    } else {
        die "monitor: $word?\n";
    }
}

sub usage {
    print <<USAGE;
usage: monitor [--rounds N] [--quiet]

  --rounds N   how often (default: $rounds)
  --quiet      changes only
USAGE
    exit;
}

my $conn = Sys::Virt->new(uri => 'test:///default');

my @STATE = qw(none running blocked paused shutdown off crashed suspended);

# What is done to the host between the rounds; the numbers are rounds.
%SCRIPT = (
    2 => sub {
        $conn->get_domain_by_name('test')->suspend;
        $conn->define_domain("<domain type='test'><name>new</name><memory>4096</memory><os><type>hvm</type></os></domain>");
    },
    3 => sub {
        my $new = $conn->get_domain_by_name('new');
        $new->create;
        $new->set_memory(2048);
        $conn->get_domain_by_name('test')->resume;
    },
    4 => sub {
        my $new = $conn->get_domain_by_name('new');
        $new->destroy;
        $new->undefine;
    },
);

sub look {
    my %now;
    foreach my $dom ($conn->list_all_domains) {
        my $info = $dom->get_info;
        $now{ $dom->get_name } = {
            state => $STATE[ $info->{state} ],
            memory => $info->{memory},
            cpus => $info->{nrVirtCpu},
        };
    }
    return %now;
}

sub compare {
    my ($old, $new) = @_;
    my @changes;
    my %names = map { $_ => 1 } keys %$old, keys %$new;
    for my $name (sort keys %names) {
        if (!exists $old->{$name}) {
            push @changes, [ '+', $name, $new->{$name}{state} ];
        } elsif (not exists $new->{$name}) {
            push @changes, [ '-', $name, $old->{$name}{state} ];
        } else {
            for my $field (sort keys %{ $new->{$name} }) {
                my ($was, $is) = map { $_->{$name}{$field} } $old, $new;
                next if $was eq $is;
                push @changes, [ '~', $name, "$field $was -> $is" ];
            }
        }
    }
    return wantarray ? @changes : \@changes;
}

my (%last, %total);
my $changes_seen = 0;
for my $round (1 .. $rounds) {
    $SCRIPT{$round}->() if exists $SCRIPT{$round};
    my %now = look();
    my $changes = compare(\%last, \%now);
    unless ($quiet && !@$changes) {
        printf "round %d: %d guests, %d changes\n", $round, scalar keys %now, scalar @$changes;
    }
    for (@$changes) {
        my ($sign, $name, $text) = @$_;
        print "  $sign $name: $text\n" unless $quiet and $sign eq '~';
        $total{$sign}++;
    }
    $changes_seen += @$changes;
    %last = %now;
}
continue {
    # Nothing to wait for: the host doesn't do anything by itself.
    select undef, undef, undef, 0.01;
}

print "-" x 30 . "\n";
my @signs = ( [ '+', 'came' ], [ '-', 'went' ], [ '~', 'changed' ] );
foreach my $pair (@signs) {
    my ($sign, $word) = @$pair;
    printf "%-8s %3d %s\n", $word, $total{$sign} || 0, '*' x ($total{$sign} // 0);
}
print "all in all $changes_seen\n";
my $stamp = strftime('%Y-%m-%d %H:%M:%S', gmtime 86400 * 365);
print "the clock begins in 1970: $stamp\n";
my @parts = (gmtime(1_000_000_000))[5, 4, 3];
printf "%04d-%02d-%02d\n", $parts[0] + 1900, $parts[1] + 1, $parts[2];

format_report(sort { $a->{name} cmp $b->{name} } map { { name => $_, %{ $last{$_} } } } keys %last);

sub format_report {
    my @rows = @_;
    my %width;
    for my $row (@rows) {
        for my $field (keys %$row) {
            my $length = length $row->{$field};
            $width{$field} = $length if !defined $width{$field} || $width{$field} < $length;
        }
    }
    my @fields = sort keys %width;
    print join(' | ', map { sprintf "%-$width{$_}.$width{$_}s", $_ } @fields), "\n";
    print join('-+-', map { '-' x $width{$_} } @fields), "\n";
    foreach my $row (@rows) {
        print join(' | ', map { sprintf "%-*s", $width{$_}, $row->{$_} } @fields), "\n";
    }
    return;
}

END {
    my $status = $?;
    print "monitor ends with $status\n" unless $quiet;
    $? = $status;
}
