#!/usr/bin/perl
# runs: yes
use strict;
use warnings;
use Test::More;
use Sys::Virt;

# A longer suite, with helpers of its own.

my $URI = $ENV{TEST_URI} || 'test:///default';
our $conn = Sys::Virt->new(uri => $URI);

sub fresh { return Sys::Virt->new(uri => $URI) }

sub throws(&$;$) {
    my ($code, $expected, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    my $lived = eval { $code->(); 1 };
    my $got = $@;
    return fail($name || "lives") if $lived;
    return is($got->code, $expected, $name) if ref $got;
    return like($got, $expected, $name);
}

sub with_domain(&;%) {
    my ($code, %args) = @_;
    my $name = $args{name} || 'suite';
    my $dom = $conn->define_domain(xml($name, $args{memory} || 1024));
    eval { $code->($dom); 1 } or fail("$name: $@");
    $dom->destroy if $dom->is_active;
    $dom->undefine;
}

sub xml {
    my ($name, $memory) = @_;
    return <<EOF;
<domain type="test"><name>$name</name><memory>$memory</memory><os><type>hvm</type></os></domain>
EOF
}

note "connection";
{
    my $c = fresh();
    ok $c->is_alive, 'alive';
    ok !$c->is_encrypted, 'not encrypted';
    is $c->get_uri, $URI, 'uri';
    my $other = fresh;
    isnt $c, $other, 'two connections';
    is_deeply [ map { $_->get_name } $c->list_all_domains ],
        [ map { $_->get_name } $other->list_all_domains ], 'same domains';
}

note "lookups";
for my $case (
    [ 'get_domain_by_name', 'nope', Sys::Virt::Error::ERR_NO_DOMAIN ],
    [ get_network_by_name => 'nope', Sys::Virt::Error::ERR_NO_NETWORK ],
    [ get_storage_pool_by_name => 'nope', Sys::Virt::Error::ERR_NO_STORAGE_POOL ],
) {
    my ($method, $name, $code) = @$case;
    throws { $conn->$method($name) } $code, $method;
}

note "domains";
with_domain {
    my ($dom) = @_;
    is $dom->get_id, -1, 'no id';
    ok $dom->is_persistent, 'persistent';
    is +($dom->get_state)[0], Sys::Virt::Domain::STATE_SHUTOFF, 'off';
    eval { $dom->create(Sys::Virt::Domain::START_PAUSED); 1 } or $dom->create;
    my ($state, $reason) = $dom->get_state;
    ok $state, 'some state';
    throws { $dom->create } Sys::Virt::Error->ERR_INTERNAL_ERROR, 'twice';
    like $dom->get_xml_description, qr{<name>suite</name>}, 'xml';
    cmp_ok $dom->get_info->{maxMem}, '>=', 1024, 'memory';
};

with_domain {
    my $d = shift;
    is $d->get_max_memory, 2048, 'more memory';
    $d->set_max_memory(4096);
    is $d->get_max_memory(), 4096, 'set';
    $d->set_metadata(Sys::Virt::Domain::METADATA_TITLE, "A title", undef, undef);
    is $d->get_metadata(Sys::Virt::Domain::METADATA_TITLE), "A title", 'title';
} name => 'larger', memory => 2048;

note "snapshots";
with_domain {
    my $dom = $_[0];
    $dom->create;
    my @snaps = map { $dom->create_snapshot("<domainsnapshot><name>s$_</name></domainsnapshot>") } 1 .. 3;
    is scalar(@snaps), 3, 'three';
    is $snaps[-1]->get_parent->get_name, 's2', 'parent';
    is_deeply [ map { $_->get_name } $snaps[0]->list_all_children ], ['s2'], 'children';
    ok $snaps[2]->is_current, 'current';
    throws { $snaps[0]->get_parent } Sys::Virt::Error::ERR_NO_DOMAIN_SNAPSHOT, 'no parent';
    $_->delete for reverse @snaps;
    is $dom->num_of_snapshots, 0, 'none left';
} name => 'shots';

note "storage";
{
    my ($pool) = grep { $_->is_active } $conn->list_storage_pools;
    my $vol = $pool->create_volume('<volume><name>v</name><capacity>1024</capacity></volume>');
    my %info = %{ $vol->get_info };
    is $info{capacity}, 1024, 'capacity';
    is $pool->get_volume_by_name('v')->get_key, $vol->get_key, 'found again';
    $vol->delete(0);
    throws { $pool->get_volume_by_name('v') } Sys::Virt::Error::ERR_NO_STORAGE_VOL, 'gone';
}

done_testing();
