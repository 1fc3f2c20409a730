#!/usr/bin/perl
# Signals: handlers, an alarm as a limit of time, one that is ignored.
use strict;
use warnings;

use Sys::Virt;

my $conn = Sys::Virt->new(uri => 'test:///default');
my @got;

$SIG{USR1} = sub { push @got, "got $_[0]" };
$SIG{USR2} = \&on_usr2;
$SIG{HUP} = 'IGNORE';

sub on_usr2 { my $name = shift; push @got, "handler for $name" }

kill 'USR1', $$;
kill USR2 => $$;
kill 'HUP', $$;
print "$_\n" for @got;

sub limited {
    my ($seconds, $code) = @_;
    my $result = eval {
        local $SIG{ALRM} = sub { die "time is up\n" };
        alarm $seconds;
        my $value = $code->();
        alarm 0;
        $value;
    };
    return $@ ? "failed: $@" : "$result\n";
}
print limited(5, sub { $conn->num_of_domains });
print limited(1, sub { select undef, undef, undef, 10; 'slept' });

{
    local $SIG{INT} = sub { print "interrupted once\n" };
    kill INT => $$;
}
$SIG{INT} = 'DEFAULT';
my $stop = 0;
$SIG{TERM} = sub { $stop = 1 };
my $turns = 0;
until ($stop) {
    $turns++;
    kill 'TERM', $$ if $turns == 3;
}
print "stopped after $turns turns\n";
print defined $SIG{HUP} ? $SIG{HUP} : 'none', ' ', ref $SIG{USR1}, "\n";
