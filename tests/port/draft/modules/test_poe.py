"""POE by its table, beside Perl."""

from __future__ import annotations

import pytest

from tests.port.both_sides import needs


@pytest.fixture(autouse=True)
def _modules() -> None:
    needs("POE")


#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "sessions of POE": r"""
use POE; print "main\n"; POE::Session->create(args => ['a', 'b'], inline_states => {
_start => sub { my ($k, $h, @more) = @_[KERNEL, HEAP, ARG0 .. $#_]; $h->{n} = 0;
print "start @more $_[STATE]\n"; $k->alias_set('one'); $k->yield(tick => 'x', 2);
$k->delay(late => 0.03, 'L'); $k->delay(never => 0.02); $k->delay('never') },
tick => sub { my $k = $_[KERNEL]; print "tick @_[ARG0, ARG1]\n"; $k->delay_set(set => 0.01, 5);
my $no = $k->delay_set(set => 0.01, 6); $k->alarm_remove($no); $k->post(two => hello => 'one');
print $k->call($_[SESSION], 'add', 2, 3), "\n"; $k->yield('unknown', 1, 2) },
add => sub { return $_[ARG0] + $_[ARG1] }, set => sub { print "set $_[ARG0]\n" },
never => sub { print "never\n" }, x => sub { print "x\n" },
late => sub { my ($kernel, $heap) = @_[KERNEL, HEAP]; print "late $_[ARG0] ", ++$heap->{n}, "\n";
$kernel->delay_add(x => 0.01); $kernel->delay_add(x => 0.02); $kernel->alias_remove('one') },
_default => sub { print "default $_[ARG0] @{ $_[ARG1] }\n" if $_[ARG0] !~ /^_/; 0 } });
POE::Session->create(heap => { k => 'v' }, inline_states => {
_start => sub { $_[KERNEL]->alias_set('two');
print $_[KERNEL]->post('nobody', 'x') ? "told\n" : "nobody\n" },
hello => sub { print "hello $_[ARG0] $_[HEAP]{k}\n" }, _stop => sub { print "stop two\n" } });
print "run\n"; $poe_kernel->run; print "done\n";
""",
    "sessions of POE have children and handles": r"""
use POE; pipe(my $r, my $w); syswrite $w, "a\nb\n";
POE::Session->create(inline_states => { _start => \&begin, go => \&go,
_child => sub { print "child $_[ARG0] ", ref $_[ARG1], " ", $_[ARG2] // '', "\n" },
_stop => sub { print "parent ends\n" } });
sub begin { print "parent\n"; $_[KERNEL]->yield('go') }
sub go { POE::Session->create(inline_states => {
_start => sub { print "child\n"; $_[KERNEL]->delay(e => 0.05); 7 },
e => sub { print "e\n" }, _stop => sub { print "child ends\n"; 9 } }); print "made\n" }
POE::Session->create(inline_states => {
_start => sub { $_[KERNEL]->select_read($r, 'in', 'extra') },
in => sub { sysread $_[ARG0], my $line, 2; chomp $line; print "in $line @_[ARG1, ARG2]\n";
$_[KERNEL]->select_read($r) if $line eq 'b' }, _stop => sub { print "reader ends\n" } });
POE::Kernel->run; print "end\n"; POE::Session->create(inline_states => { _start => sub {
$_[KERNEL]->yield('a'); $_[KERNEL]->delay(c => 5) }, b => sub { print "never\n" },
a => sub { $_[KERNEL]->yield('b'); $_[KERNEL]->stop; print "stopping\n" },
_stop => sub { print "stopped\n" } }); POE::Kernel->run;
""",
}
