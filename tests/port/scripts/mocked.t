#!/usr/bin/perl
# runs: no - needs Test::MockObject and Test::MockModule
use strict;
use warnings;
use Test::More;
use Test::MockObject;
use Test::MockModule;

# Here Sys::Virt itself is replaced.

my $dom = Test::MockObject->new;
$dom->mock(get_name => sub { 'mocked' })->mock(is_active => sub { 1 });
$dom->set_isa('Sys::Virt::Domain');
$dom->set_always(get_id => 3);

my $conn = Test::MockObject->new;
$conn->mock(list_domains => sub { return ($dom) });
$conn->fake_module('Sys::Virt', new => sub { $conn });

my $module = Test::MockModule->new('Sys::Virt');
$module->mock(new => sub { return $conn });

is($dom->call_pos(1), 'get_name');
is(scalar @{ [ $conn->list_domains ] }, 1);
$dom->called_ok('get_name');
is($dom->get_name, 'mocked');

my $vmm = Sys::Virt->new(uri => 'anything');
is(($vmm->list_domains)[0]->get_id, 3);
done_testing;
