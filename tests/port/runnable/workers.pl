#!/usr/bin/perl
# exit: 1
# Children that work, and a parent that waits for all of them.
use strict;
use warnings;

use POSIX qw(:sys_wait_h _exit);
use Sys::Virt;

$| = 1;

my @jobs = (
    { name => 'first', code => sub { return 0 } },
    { name => 'second', code => sub { return 3 } },
    { name => 'asks', code => sub {
        # A child opens a connection of its own.
        my $conn = Sys::Virt->new(uri => 'test:///default');
        return $conn->num_of_domains == 1 ? 0 : 9;
    } },
    { name => 'dies', code => sub { die "on purpose\n" } },
    { name => 'killed', code => sub { kill 'KILL', $$; sleep 10; return 0 } },
);

my %running;
foreach my $job (@jobs) {
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    if ($pid == 0) {
        my $status = eval { $job->{code}->() };
        $status = 42 if $@;
        _exit($status);
    }
    $running{$pid} = $job->{name};
}
print scalar(keys %running), " children\n";

my %result;
while (%running) {
    my $pid = waitpid(-1, 0);
    last if $pid <= 0;
    my $name = delete $running{$pid} or next;
    if (WIFSIGNALED($?)) {
        $result{$name} = 'signal ' . WTERMSIG($?);
    } else {
        $result{$name} = 'status ' . ($? >> 8);
    }
}
print "$_: $result{$_}\n" for sort keys %result;

# A pipe from a child.
pipe(my $reader, my $writer) or die "pipe: $!";
my $pid = fork // die "fork: $!";
if (!$pid) {
    close $reader;
    print $writer "line $_\n" for 1 .. 3;
    close $writer;
    _exit(0);
}
close $writer;
my @lines = <$reader>;
close $reader;
waitpid $pid, 0;
chomp @lines;
print join(', ', @lines), "\n";

print waitpid(-1, WNOHANG) == -1 ? "nobody left\n" : "somebody left\n";
my $failed = grep { $_ ne 'status 0' } values %result;
print "$failed failed\n";
exit($failed ? 1 : 0);
