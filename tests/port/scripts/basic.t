#!/usr/bin/perl
# runs: yes
use strict;
use warnings;
use Test::More tests => 22;

BEGIN {
    use_ok('Sys::Virt');
    use_ok("Sys::Virt::Domain");
}

my $conn = Sys::Virt->new(uri => "test:///default");
isa_ok($conn, "Sys::Virt");
can_ok($conn, qw(get_hostname list_domains));

is($conn->get_type, "TEST", "type");
ok($conn->is_alive(), "alive");
cmp_ok(scalar(my @doms = $conn->list_domains), '==', 1, "one domain");

my $dom = $doms[0];
isa_ok($dom, 'Sys::Virt::Domain', 'the domain');
is($dom->get_name, "test", "name");
like($dom->get_uuid_string, qr/^[0-9a-f-]{36}$/, "uuid");
is(length $dom->get_uuid, 16, "raw uuid");

is_deeply([ sort map { $_->get_name } $conn->list_networks ], ['default'], "networks");

SKIP: {
    skip "no pools", 2 unless $conn->num_of_storage_pools;
    my @pools = $conn->list_storage_pool_names(100);
    is($pools[0], "default-pool", "pool");
    my $pool = $conn->get_storage_pool_by_name($pools[0]);
    is($pool->num_of_storage_volumes, 0, "no volumes");
}

subtest 'life of a domain' => sub {
    plan tests => 4;
    my $new = $conn->define_domain(<<EOX);
<domain type='test'><name>mine</name><memory>1024</memory><os><type>hvm</type></os></domain>
EOX
    ok(!$new->is_active, "not yet active");
    $new->create;
    ok($new->is_active, "active");
    $new->destroy;
    is(($new->get_state)[0], Sys::Virt::Domain::STATE_SHUTOFF, "off");
    $new->undefine();
    is_deeply([ $conn->list_defined_domain_names(10) ], [], "gone");
};

eval { $conn->get_domain_by_name("gone") };
my $error = $@;
isa_ok($error, "Sys::Virt::Error");
is($error->code, Sys::Virt::Error->ERR_NO_DOMAIN, "code");
is($error->domain, &Sys::Virt::Error::FROM_TEST, "domain");
like("$error", qr/error code: 42/, "text");
ok(!defined eval { $conn->get_domain_by_id(99) }, "no such id");

TODO: {
    local $TODO = "levels are codes in Perl";
    is($error->level, 2, "level");
}
is(eval { $dom->get_block_info("/no/such") ; 1 }, undef, "no disk");
