"""Small programs that use modules: their drafts print the same."""

from __future__ import annotations

import pytest

from tests.port.both_sides import needs
from tests.port.draft import snippets


@pytest.fixture(autouse=True)
def _modules() -> None:
    needs("LWP", "Try::Tiny", "XML::Twig")


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
