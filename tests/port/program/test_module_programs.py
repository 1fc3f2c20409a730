"""Small programs that use modules: their drafts print the same."""

from __future__ import annotations

import pytest

from tests.port.program import snippets
from tests.port.program.tables import test_the_draft_prints_the_same  # noqa: F401 - for its table

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "Test::More loads Sys::Virt": r"""
use Test::More tests => 4; BEGIN { use_ok('Sys::Virt') }
my $conn = Sys::Virt->new(uri => 'test:///default'); isa_ok($conn, 'Sys::Virt');
can_ok($conn, 'get_uri', 'list_domains');
eval { $conn->get_domain_by_name('nobody') }; isa_ok($@, 'Sys::Virt::Error');
""",
    "Test::More knows the script's classes": r"""
use Test::More; package Animal; sub new { bless {}, shift } sub go { 1 }
package Dog; our @ISA = ('Animal'); package main; my $d = Dog->new;
isa_ok($d, 'Animal'); isa_ok('Dog', 'Animal'); isa_ok($d, 'HASH'); isa_ok($d, 'Dog', 'it');
isa_ok(qr/x/, 'Regexp'); isa_ok(sub { 1 }, 'CODE'); can_ok('Dog', 'go'); done_testing;
""",
    "Test::More has tests that may fail for now": r"""
use Test::More; TODO: { local $TODO = 'not yet'; ok(1, 'a') } { local $TODO = ''; ok(1, 'b') }
local $TODO = 'all'; subtest 'in' => sub { ok(1, 'c'); done_testing }; $TODO = undef;
ok(1, 'd'); done_testing;
""",
    "a variable of a module is local": r"""
use Text::Wrap; sub narrow { local $Text::Wrap::columns = 12; wrap('', '', 'aa bbb cccc dddd') }
print narrow(), "\n", wrap('', '', 'aa bbb cccc dddd'), "\n";
""",
    "blessed tells the classes of Sys::Virt": r"""
use Scalar::Util 'blessed'; use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
print blessed($c), ' ', ref $c, ' ', blessed($c->get_domain_by_name('test')), "\n";
eval { $c->get_domain_by_name('nobody') }; print blessed($@), ' ', ref $@, "\n";
""",
    "Encode makes bytes of texts": r"""
use Encode qw(encode decode encode_utf8 decode_utf8); use Digest::MD5 'md5_hex';
print length(encode('UTF-8', "\x{e9}")), length(decode('UTF-8', "\xc3\xa9")), "\n";
print encode('UTF-8', "\x{263a}"), encode('latin1', "\x{263a}a"), md5_hex(encode_utf8("\x{263a}"));
print join(',', map { ord } split //, encode('UTF-16', "ab")), "\n";
print join(',', map { ord } split //, decode('cp1252', "\x80b")), "\n";
print defined encode('UTF-8', undef) ? 1 : 0, encode('ascii', "a\x{e9}"), "\n";
eval { encode('nix', 'a') }; print $@ =~ /^Unknown encoding 'nix' at/ ? 1 : 0, "\n";
binmode STDOUT, ':utf8'; print decode('UTF-8', "\xc3\xa9"), decode_utf8("\xe2\x98\xba"), "\n";
""",
    "a pair of sockets": r"""
use Socket; use IO::Handle; my ($one, $two);
socketpair($one, $two, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "no: $!"; $one->autoflush(1);
print $one "a\nb\n"; print ref $one, scalar <$two>, scalar <$two>; shutdown($one, 1);
print defined(my $more = <$two>) ? "more\n" : "end\n"; print $two "c\n"; close $two;
print <$one>; socketpair(L, R, AF_UNIX, SOCK_STREAM, 0) || die; print L "d\n"; close L;
print <R>; print socketpair(my $p, my $q, AF_INET, SOCK_STREAM, 0) ? "yes\n" : "no: $!\n";
""",
    "a pair of IO::Socket": r"""
use IO::Socket; use IO::Socket::UNIX; use IO::Select; use Sys::Virt;
my ($l, $r) = IO::Socket->socketpair(AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die; print ref $l, "\n";
my $select = IO::Select->new($r); my $none = $select->can_read(0);
print defined $none ? "some\n" : "none\n"; print $l "x\n"; print $r->getline; $l->shutdown(1);
print $select->can_read(0) ? "more\n" : "no more\n"; print $l->can('shutdown') ? 1 : 0, "\n";
my ($u) = IO::Socket::UNIX->socketpair(AF_UNIX, SOCK_STREAM, PF_UNSPEC); print ref $u, "\n";
""",
    "a module that is used in a block": r"""
if (1) { use POSIX; print floor(1.5), "\n" } print ceil(1.5), "\n";
""",
    "LWP fetches files": r"""
use LWP::Simple; open my $out, '>', 'x.html' or die; print $out "<p>cafe\n"; close $out;
use Cwd; my $here = 'file://' . getcwd(); print length get("$here/x.html"), "\n";
print defined get("$here/nothing") ? 1 : 0, is_success(getstore("$here/x.html", 'y')) ? 1 : 0;
use LWP::UserAgent; my $agent = LWP::UserAgent->new; my $no = $agent->get("$here/n%20o");
print $no->code, $no->status_line =~ /^404 File `.*n o' does not exist/ ? 1 : 0, "\n";
my $yes = $agent->get("$here/x.html"); print $yes->status_line, "[", $yes->message, "]",
$yes->header('Content-Type'), $yes->header('Content-Length'), "\n";
print $agent->post("$here/x.html")->code, length $agent->head("$here/x.html")->content, "\n";
""",
    "the length of what pack gives": r"""
print length(pack('n', 50089)); my $packed = pack('n', 50089); print length($packed), "\n";
""",
    "Try::Tiny by its whole names": r"""
use Try::Tiny; package A;
my $x = Try::Tiny::try(sub { die "oops\n"; 1 }, Try::Tiny::catch { undef });
print defined $x ? 1 : 0; my $y = Try::Tiny::try(sub { return 5; 6 }, Try::Tiny::catch { 7 });
print "$y\n"; my $z = Try::Tiny::try { die "a\n" } Try::Tiny::catch { chomp; "caught $_" };
print "$z\n";
""",
    "the value of a block of one expression": r"""
use Try::Tiny; my $y = try { die "x" } catch { 6 }; print $y; sub foo { "foo@_" }
my $w = try { die "x" } catch { "a$_" =~ /x/ ? 'm' : 'n' }; print $w;
my $h = try { die "x" } catch { foo(1) }; print $h, "\n";
""",
    "try in try": r"""
use Try::Tiny; try { try { die "in\n" } catch { print "inner $_" }; die "out\n" }
catch { print "outer $_" }; try { try { die "in\n" }; print "on\n" } catch { print "no $_" };
my $v = try { try { die "x\n" } catch { die "again $_" } } catch { "got $_" }; print $v;
""",
    "references to 0 and 1 in JSON": r"""
use JSON::PP; my $json = JSON::PP->new->canonical; my $is_on = 1;
print $json->encode({ a => \1, b => \0, c => $is_on ? \1 : \0, d => [1, 'x'] }), "\n";
""",
    "the file that was looked at last": r"""
if (-f $0) { print -s _ > 10 ? "big\n" : "small\n"; my @s = stat(_); print scalar(@s), "\n" }
print "gone\n" unless -e '/nowhere'; print defined(-s _) ? "some\n" : "none\n";
for ($0, '/tmp') { print -d _ ? 'd' : '-' if -e; print 'f' if -f _ } print "\n";
print "file\n" if lstat($0) && !-l _; stat('/tmp'); print -d _ ? "folder\n" : "no\n";
my @s = stat $0; print -s _ == $s[7] ? "same\n" : "other\n"; print -M _ < 1 ? "new\n" : "old\n";
""",
    "tests of a file one behind the other": r"""
print -f -r $0 ? "both\n" : "no\n"; print -d -r $0 ? "both\n" : "no\n";
print -e -f '/nowhere' ? "both\n" : "no\n"; my $size = -s -f $0;
print $size > 10 ? 1 : 0, "\n";
""",
    "File::Find has looked at the file": r"""
use File::Find; mkdir 'd'; mkdir 'd/e'; open my $f, '>', 'd/f' or die; close $f;
symlink 'f', 'd/l'; my @found;
find(sub { push @found, $_ . (-f _ ? 'f' : -d _ ? 'd' : -l _ ? 'l' : '?') }, 'd');
print join(' ', sort @found), "\n"; @found = ();
finddepth({ wanted => sub { push @found, "$_" . (-d _ ? 'd' : '-') }, no_chdir => 1 }, 'd');
print join(' ', sort @found), "\n";
""",
    "handlers of XML::Twig find the element in the topic": r"""
use XML::Twig; my @found;
my $twig = XML::Twig->new(twig_handlers => { a => sub { push @found, $_->text; 1 },
'c/a' => sub { $_->set_att(x => 1); print map { "$_;" } 1, 2; 1 },
b => sub { my ($t, $e) = @_; for (1, 2) { push @found, $_ } push @found, $_->tag; 1 } },
start_tag_handlers => { c => sub { print "start ", $_->tag, "\n" } });
for (5) { $twig->parse('<r><a>1</a><b/><c><a>2</a></c></r>'); print "$_\n" }
print "@found\n", $twig->sprint, "\n";
""",
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


@pytest.mark.parametrize(
    ("perl", "why"),
    [
        ("use POE; POE::Session->create(package_states => [main => ['_start']]);", "inline_states"),
        ("use POE; sub f { $_[KERNEL]->sig(INT => 'stop') } f();", "signals come to sessions"),
        ("use Encode; print Encode::is_utf8('x');", "Encode::is_utf8"),
        ("use IO::File; my $f = IO::File->new($0); print 1 if $f->can('nothing');", "can do that"),
        ("print _;", "the word _"),
    ],
)
def test_what_isnt_there_is_a_todo(perl: str, why: str) -> None:
    assert any(why in reason for _, reason in snippets.draft(perl).todos)


@pytest.mark.parametrize(
    ("perl", "note"),
    [
        ("use Encode; print encode('UTF-8', 'x');", "counts in bytes"),
        ("use Encode; print decode('UTF-8', 'x');", "printed in UTF-8"),
        ("use JSON; print encode_json([1]);", "used as a text"),
        ("use JSON::PP; print JSON::PP->new->encode([1]);", "used as a number"),
        ("use AnyEvent; my $t = AnyEvent->timer(after => 1, cb => sub { 1 });", "refers to it"),
        ("use POE; POE::Session->create(inline_states => {});", "dies ends the program"),
    ],
)
def test_what_may_differ_has_a_note(perl: str, note: str) -> None:
    assert any(note in text for _, text in snippets.draft(perl).notes)
