#!/usr/bin/perl
# runs: yes
# args: test:///default
use strict;
use warnings;
use Class::Struct;
use Sys::Virt;

# Classes that are made by Class::Struct, and objects in odd places.

struct(Box => { label => '$', domain => 'Sys::Virt::Domain', nets => '@', notes => '%' });

my $virt = Sys::Virt->new(uri => $ARGV[0]);

use constant LIMIT => 10;
sub HOST() { return $virt }

my ($dom) = HOST->list_domains;
my $box = Box->new(label => 'first', domain => $dom);
$box->nets([ HOST()->list_networks ]);
$box->notes('host', $virt->get_hostname);
print $box->label, " ", $box->domain->get_name, " ", $box->notes('host'), "\n";
print $box->nets(0)->get_name, "\n";

# Defaults and what overrides them.
my %defaults = (conn => $virt, limit => LIMIT);
my %args = (%defaults, limit => 3);
print $args{conn}->get_type, " $args{limit}\n";
sub options { return (%defaults, @_) }
my %opts = options(dom => $dom);
print $opts{dom}->get_id, $opts{conn}->is_alive, "\n";

# Slices of hashes, both ways.
my %slots;
@slots{qw(a b)} = ($dom, $virt);
my ($a1, $b1) = @slots{'a', 'b'};
print $a1->get_os_type, " ", $b1->get_uri, "\n";
my $ref = \%slots;
my ($again) = @{$ref}{qw(a)};
print $again->get_max_vcpus, " ", (values %$ref) + 0, "\n";

# References to references.
my $pointer = \$dom;
print $$pointer->get_name, " ", ${$pointer}->get_id, "\n";
my @pair = \($dom, $virt);
print ${ $pair[0] }->is_active, "\n";
my $code = \&HOST;
print &$code->get_hostname, " ", $code->()->get_hostname, "\n";

# What a sub gives back depends on how it is asked.
sub some { return wantarray ? $virt->list_all_domains : ($virt->list_all_domains)[0] }
my $one = some();
my @many = some();
print $one->get_name, scalar(@many), $many[0]->get_name, "\n";

# A tail call, and an argument that is changed.
sub outer { unshift @_, $virt; goto &inner }
sub inner { my ($c, $name) = @_; return $c->get_domain_by_name($name) }
print outer('test')->get_uuid_string, "\n";
sub fill { my ($hash) = @_; $hash->{net} = ($virt->list_networks)[0]; return }
fill(\my %filled);
print $filled{net}->get_bridge_name, "\n";
sub last_is_code { my $cb = pop; return map { $cb->($_) } @_ }
print last_is_code($dom, $one, sub { $_[0]->get_name . ";" }), "\n";

# Conditions that choose objects.
my $which = @ARGV > 5 ? $dom : $filled{net};
print $which->get_name, "\n";
my $maybe; $maybe ||= $dom; $maybe &&= $maybe;
print $maybe->get_name, "\n";
(@ARGV ? $maybe : $one) = $virt->get_domain_by_id(1);
print $maybe->get_id, "\n";
if (my ($first) = grep { $_->is_persistent } @many) { print $first->get_name, "\n" }
for my $each ($dom, @many) { next unless (my $n = $each->get_name) eq 'test'; print "$n\n" }
print "$_->[0]: ", $_->[1]->get_name, "\n" for [ dom => $dom ], [ again => $many[0] ];
while (my ($i, $d) = each @many) { print "$i ", $d->get_name, "\n" }
