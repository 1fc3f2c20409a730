"""What the drafts do that ``virt`` writes."""

from __future__ import annotations

import pytest

from tests.port.program import snippets
from tests.port.program.tables import test_the_draft_prints_the_same  # noqa: F401 - for its table

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "lists, tuples and single values": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
my $n = $c->list_domains; my ($s, $r) = $d->get_state; my $last = $d->get_state;
my @s = $d->get_state;
print $d->get_name, " $n $s $r $last @s ", scalar(@s), "\n"; my $info = $d->get_info;
print join(',', map { "$_" } sort keys %$info), " $info->{memory} $$info{state}\n";
""",
    "constants and flags": r"""
use Sys::Virt; use Sys::Virt::Domain; my $c = Sys::Virt->new(uri => 'test:///default');
my $d = $c->get_domain_by_name('test');
print Sys::Virt::Domain::STATE_RUNNING, &Sys::Virt::Domain::STATE_SHUTOFF,
Sys::Virt::Domain->STATE_PAUSED,
Sys::Virt::Domain::XML_SECURE | Sys::Virt::Domain::XML_INACTIVE, "\n";
my $xml = $d->get_xml_description(Sys::Virt::Domain::XML_INACTIVE);
print $xml =~ /<name>(\w+)/ ? "$1\n" : "none\n";
""",
    "arguments that are texts": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
my $d = $c->get_domain_by_name('test'); my ($mem) = "1048576 KiB" =~ /(\d+)/;
$d->set_memory($mem); print $d->get_info->{memory}, "\n"; $d->set_autostart("1");
print $d->get_autostart ? 'on' : 'off', "\n";
""",
    "errors": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
eval { $c->get_domain_by_name('no') };
if (my $e = $@) { print ref $e, ' ', $e->code, ' ', $e->message, " $e->{code}\n",
$e->code == Sys::Virt::Error::ERR_NO_DOMAIN ? "none\n" : "other\n", "$e\n" }
""",
    "methods by their names": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
for my $m (qw(get_name get_os_type)) { print $d->$m, "\n" if $d->can($m) }
my %do = (name => sub { $_[0]->get_name }); print $do{name}->($d), "\n";
print Sys::Virt::Domain::get_name($d), "\n";
""",
}


@pytest.mark.parametrize(
    ("perl", "note"),
    [
        ("$c->find_storage_pool_sources('dir', undef);", "undef is NULL here"),
        ("eval { $c->get_hostname }; print $@->level if $@;", "in Perl its code"),
    ],
)
def test_what_sysvirt_does_otherwise_is_noted(perl: str, note: str) -> None:
    made = snippets.draft(f"my $c = Sys::Virt->new(uri => 'test:///default'); {perl}")
    assert [each for _, each in made.notes if note in each]
