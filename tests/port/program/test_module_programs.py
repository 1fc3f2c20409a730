"""Small programs that use modules: their drafts print the same."""

from __future__ import annotations

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
}
