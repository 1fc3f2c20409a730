#!/usr/bin/perl
# runs: yes
# args: test:///default test
use strict;
use warnings;
use feature 'say';
use Sys::Virt;
use Sys::Virt::DomainSnapshot;

my ($uri, $name) = @ARGV;
my $dom = Sys::Virt->new(uri => $uri)->get_domain_by_name($name);

my $first = $dom->create_snapshot("<domainsnapshot><name>first</name></domainsnapshot>");
my $second = take($dom, "second");
take($dom, "third");

say "current: ", $dom->current_snapshot->get_name if $dom->has_current_snapshot;
say "count: ", $dom->num_of_snapshots;
say for sort $dom->list_snapshot_names(50);

sub walk {
    my ($snap, $depth, $visit) = @_;
    $visit->($snap, $depth);
    walk($_, $depth + 1, $visit) for $snap->list_all_children;
}

walk($first, 0, sub {
    my ($s, $d) = @_;
    say "  " x $d, $s->get_name, $s->is_current ? " *" : "";
});

my $parent = eval { $second->get_parent };
say "parent: ", $parent ? $parent->get_name : "none";
$parent->revert_to(Sys::Virt::DomainSnapshot::REVERT_RUNNING) if $parent;

my %by_age = map { creation($_) => $_ } $dom->list_snapshots;
my ($oldest) = sort { $a <=> $b } keys %by_age;
say "oldest found" if $by_age{$oldest}->get_name;

my $again = $dom->get_snapshot_by_name("third");
$again->delete(Sys::Virt::DomainSnapshot::DELETE_CHILDREN);
$_->delete for reverse grep { defined } $first;
say "left: ", scalar(() = $dom->list_snapshots);

sub take {
    my ($d, $n) = @_;
    return $d->create_snapshot(sprintf <<'XML', $n, time);
<domainsnapshot>
  <name>%s</name>
  <description>at %d</description>
</domainsnapshot>
XML
}

sub creation {
    my $snap = shift;
    return $snap->get_xml_description =~ m{<creationTime>(\d+)</creationTime>} ? $1 : 0;
}
