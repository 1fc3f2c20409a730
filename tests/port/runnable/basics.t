#!/usr/bin/perl
# Tests of a connection, as Test::More has them.
use strict;
use warnings;

use Test::More tests => 22;

BEGIN { use_ok('Sys::Virt'); }

my $conn = Sys::Virt->new(uri => 'test:///default');
isa_ok($conn, 'Sys::Virt');
ok($conn->get_uri eq 'test:///default', 'the URI');
is($conn->get_type, 'TEST', 'the type');
isnt($conn->get_uri, 'qemu:///system', 'not the system');
like($conn->get_capabilities, qr/<capabilities>/, 'capabilities');
unlike($conn->get_capabilities, qr/<domain>/, 'no domain in them');
can_ok($conn, 'list_domains', 'get_node_info');

my @domains = $conn->list_domains;
is(scalar @domains, 1, 'one guest');
cmp_ok(scalar(@domains), '<', 5, 'not many');
my $dom = $domains[0];
is($dom->get_name, 'test', 'its name');
is_deeply([ map { $_->get_name } @domains ], ['test'], 'all names');
is_deeply({ a => [1, { b => 2 }] }, { a => [1, { b => 2 }] }, 'structures');

subtest 'states' => sub {
    plan tests => 3;
    ok($dom->is_active, 'runs');
    $dom->suspend;
    my ($state) = $dom->get_state;
    is($state, Sys::Virt::Domain::STATE_PAUSED, 'paused');
    $dom->resume;
    pass('resumed');
};

eval { $conn->get_domain_by_name('nobody') };
ok($@, 'an error');
isa_ok($@, 'Sys::Virt::Error');
is($@->code, Sys::Virt::Error::ERR_NO_DOMAIN, 'its code');

SKIP: {
    skip 'no such host', 2 if $conn->get_type ne 'QEMU';
    ok(0, 'never');
    ok(0, 'never either');
}

TODO: {
    local $TODO = 'not yet';
    is(1, 1, 'works by chance');
}

note('a note');
is(undef, undef, 'undefined');
ok(!defined $dom->can('no_such_method'), 'cannot do that');
