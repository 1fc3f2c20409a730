"""What the drafts do that ``virt`` writes."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets

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
    "code and constants by their names": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
my $full = "Sys::Virt::Domain::get_name"; print &$full($d), "\n";
print &{"Sys::Virt::Domain::STATE_" . uc "paused"}(), "\n"; my $own = 'Sys::Virt::get_uri';
print &$own($c), Sys::Virt::Domain->can('STATE_RUNNING')->(), "\n";
print $d->can('get_os_type')->($d), defined &{"Sys::Virt::Domain::nothing"} ? 'there' : 'none',
"\n";
""",
    "the release that is needed": r"""
use Sys::Virt; print "old enough\n" if eval { Sys::Virt->VERSION('1.0.0'); 1 };
print eval { Sys::Virt->VERSION('999.0.0') } // 'too old', "\n";
print $@ =~ /^(Sys::Virt version v999.0.0 required)/, "\n"; eval { Sys::Virt->VERSION(999.5) };
print $@ =~ /^(.*? required)/, "\n"; Sys::Virt->VERSION('v0.2');
print length(Sys::Virt->VERSION) > 2;
""",
    "classes that inherit": r"""
package Dom; use Sys::Virt::Domain; our @ISA = ('Sys::Virt::Domain');
sub adopt { my ($class, $dom) = @_; return bless $dom, $class }
sub get_name { my $self = shift;
return uc $self->SUPER::get_name } sub both { $_[0]->get_name . $_[0]->get_id }
package Host; use parent -norequire, 'Sys::Virt'; use Sys::Virt; my %TAG;
sub new { my ($class, %args) = @_; my $tag = delete $args{tag};
my $self = $class->SUPER::new(%args);
$TAG{$self} = $tag; return $self } sub tag { return $TAG{ $_[0] } || 'none' }
sub list_domains { my $self = shift; return map { Dom->adopt($_) } $self->SUPER::list_domains(@_) }
package main; my $h = Host->new(uri => 'test:///default', tag => 'here'); print $h->tag, "\n";
for my $d ($h->list_domains) { print $d->get_name, $d->both, ref $d, $d->isa('Sys::Virt::Domain'),
"\n" }
print $h->get_type, ref $h, "\n";
""",
    "a class that isn't there": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default');
eval { $c->get_domain_by_name('no') };
print ref($@) eq 'Sys::Virt::Eror' ? 'odd' : 'other', "\n";
""",
    "keys that are worked out, and words that are subs": r"""
use Sys::Virt; my $uri = 'test:///default';
my $c = Sys::Virt->new(defined $uri ? (uri => $uri) : ());
sub connected { return $c } print connected->get_uri, connected()->get_type, "\n";
""",
    "undef where NULL would mean something": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); no warnings;
my @s = eval { $c->find_storage_pool_sources('logical', undef) };
print scalar(@s), ref $@ ? $@->code : 'none', " ", $c->get_max_vcpus(undef), "\n";
""",
    "objects between quotes, and as keys": r"""
use Sys::Virt; my $c = Sys::Virt->new(uri => 'test:///default'); my ($d) = $c->list_domains;
my $o = Sys::Virt->new(uri => 'test:///default'); my %name = ($c => 'one', $o => 'other');
print "$d->get_name" =~ /^Sys::Virt::Domain=\w+\(0x[0-9a-f]+\)->get_name$/ ? "text\n" : "call\n";
print "$c" =~ /^Sys::Virt=\w+\(/ ? 1 : 0, scalar(keys %name), $name{$c}, $name{$o}, "\n";
""",
}


@pytest.mark.parametrize(
    ("perl", "note"),
    [
        ("eval { $c->get_hostname }; print $@->level if $@;", "in Perl its code"),
        ("print $c->get_hostnam;", "there is no get_hostnam: get_hostname stands here"),
        ("Sys::Virt->new(addr => 'test:///default');", "address stands here"),
    ],
)
def test_what_sysvirt_does_otherwise_is_noted(perl: str, note: str) -> None:
    made = snippets.draft(f"my $c = Sys::Virt->new(uri => 'test:///default'); {perl}")
    assert [each for _, each in made.notes if note in each]


def test_a_key_that_perl_takes_no_notice_of_is_left_to_a_person() -> None:
    made = snippets.draft("use Sys::Virt; Sys::Virt->new(zzz => 1);")
    assert [why for _, why in made.todos] == ["new has no key zzz: Perl takes no notice of it"]
