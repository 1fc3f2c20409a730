"""AnyEvent by its table, beside Perl."""

from __future__ import annotations

import pytest

from tests.port.both_sides import needs


@pytest.fixture(autouse=True)
def _modules() -> None:
    needs("AnyEvent")


#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "AnyEvent waits for times": r"""
use AnyEvent; my $cv = AnyEvent->condvar; my @log;
my $one = AnyEvent->timer(after => 0.1, cb => sub { push @log, 'one' });
my $many = AnyEvent->timer(after => 0.02, interval => 0.05, cb => sub { push @log, 'many' });
my $gone = AnyEvent->timer(after => 0.01, cb => sub { push @log, 'gone' }); undef $gone;
my $end = AnyEvent->timer(after => 0.15, cb => sub { $cv->send(1, 2) });
my @told = $cv->recv; print "@told @log\n", scalar($cv->recv), $cv->ready ? 'ready' : '', "\n";
my $n = 0; my $idle; my $last = AE::cv;
$idle = AnyEvent->idle(cb => sub { if (++$n == 3) { undef $idle; $last->send($n) } });
print $last->recv, "\n"; my $late = AE::cv;
my $t = AE::timer 0.01, 0, sub { $late->() }; print defined $late->recv ? 1 : 0, "\n";
""",
    "AnyEvent's conditions": r"""
use AnyEvent; my $c = AnyEvent->condvar(cb => sub { print "told ", $_[0]->recv, "\n" });
$c->send('x'); $c->send('y'); my $all = AE::cv; $all->begin(sub { shift->send('end') });
$all->begin; $all->end; print $all->ready ? 1 : 0; $all->end; print $all->recv, "\n";
my $bad = AnyEvent->condvar; $bad->croak('bad'); eval { $bad->recv };
print $@ =~ /^bad at/ ? 1 : 0, "\n"; $c->cb(sub { print "again\n" });
""",
    "AnyEvent waits for handles, signals and programs": r"""
use AnyEvent; $| = 1; pipe(my $r, my $w); my $read = AE::cv; my $io;
$io = AnyEvent->io(fh => $r, poll => 'r', cb => sub { my $line = <$r>; print "read $line";
undef $io; $read->send }); syswrite $w, "hello\n"; $read->recv; my $signal = AE::cv;
my $usr = AnyEvent->signal(signal => 'USR1', cb => sub { print "signal\n"; $signal->send });
my $t = AnyEvent->timer(after => 0.01, cb => sub { kill USR1 => $$ }); $signal->recv;
my $pid = fork; if (!$pid) { exec 'sh', '-c', 'exit 3' } my $ended = AE::cv;
my $child = AnyEvent->child(pid => $pid, cb => sub { my ($which, $status) = @_;
print $which == $pid ? 'child ' : 'other ', $status >> 8, "\n"; $ended->send }); $ended->recv;
""",
}
