#!/usr/bin/perl
# runs: no - the test driver has no secrets
use strict;
use warnings;
use MIME::Base64;
use Sys::Virt;
use Sys::Virt::Secret;

my ($command, @args) = @ARGV;
my $c = Sys::Virt->new;

my %usage = (
    &Sys::Virt::Secret::USAGE_TYPE_VOLUME => 'volume',
    &Sys::Virt::Secret::USAGE_TYPE_CEPH => 'ceph',
    &Sys::Virt::Secret::USAGE_TYPE_ISCSI => 'iscsi',
);
my %by_name = reverse %usage;

if ($command eq 'list') {
    for my $secret ($c->list_all_secrets) {
        printf "%s %-8s %s\n", $secret->get_uuid_string,
            $usage{ $secret->get_usage_type } || 'none', $secret->get_usage_id;
    }
} elsif ($command eq 'get') {
    my $secret = get_secret(@args);
    print encode_base64($secret->get_value);
} elsif ($command eq 'set') {
    my $value = pop @args;
    my $secret = get_secret(@args) || $c->define_secret(xml(@args));
    $secret->set_value(decode_base64($value));
} elsif ($command eq 'delete') {
    get_secret(@args)->undefine;
} elsif ($command eq 'export') {
    foreach my $uuid ($c->list_secret_uuids) {
        print $c->get_secret_by_uuid($uuid)->get_xml_description, "\n";
    }
}

sub get_secret {
    my ($type, $id) = @_;
    my $secret = eval { $c->get_secret_by_usage($by_name{$type}, $id) };
    die $@ if $@ && $@->code != Sys::Virt::Error::ERR_NO_SECRET;
    return $secret;
}

sub xml {
    my ($type, $id) = @_;
    my %tag = (volume => 'volume', ceph => 'name', iscsi => 'target');
    return qq{
      <secret ephemeral='no' private='no'>
        <usage type='$type'><$tag{$type}>$id</$tag{$type}></usage>
      </secret>
    };
}
