#!/usr/bin/perl
# runs: yes
# args: test:///default test:///default
# Asks many hosts at once: a process for each, with a time limit.
use strict;
use warnings;
use POSIX ":sys_wait_h";
use Sys::Virt;

my $TIMEOUT = 5;
my %host_of;

foreach my $uri (@ARGV) {
    pipe(my $reader, my $writer) or die "pipe: $!";
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    if (!$pid) {
        close $reader;
        child($uri, $writer);
        exit 0;
    }
    close $writer;
    $host_of{$pid} = [ $uri, $reader ];
}

while ((my $pid = waitpid(-1, 0)) > 0) {
    my ($uri, $reader) = @{ delete $host_of{$pid} };
    print "$uri: $_" while <$reader>;
}

sub child {
    my ($uri, $out) = @_;
    my $vmm;
    eval {
        local $SIG{ALRM} = sub { die "timeout\n" };
        alarm $TIMEOUT;
        $vmm = Sys::Virt->new(uri => $uri, readonly => 1);
        alarm 0;
    };
    if ($@) {
        print {$out} $@ eq "timeout\n" ? "no answer\n" : "error: $@";
        return;
    }
    my $count = grep { $_->is_active } $vmm->list_all_domains;
    printf $out "%d running, %.1f GB free\n", $count, $vmm->get_node_free_memory / 1024**3;
    local $SIG{__WARN__} = sub { print $out "warning: @_" };
    my $version = $vmm->get_version;
    warn sprintf "old version %d.%d\n", $version / 1_000_000, $version / 1000 % 1000 if $version < 5_000_000;
    undef $vmm;
    close $out;
}
