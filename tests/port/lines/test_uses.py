"""Uses of Sys::Virt: opening, methods, functions, constants, errors, modules."""

from __future__ import annotations

import pytest

from tests.port.lines.reading import line_of


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("my $c = Sys::Virt->new(uri => 'x');", 'c = Sys.Virt.new(uri="x")'),
        ("my $c = Sys::Virt->new;", "c = Sys.Virt.new()"),
        ("my $c = new Sys::Virt(address => $u);", "c = Sys.Virt.new(address=u)"),
        (
            "my $c = Sys::Virt->new(uri => $u, readonly => 1, auth => 0);",
            "c = Sys.Virt.new(uri=u, readonly=True, auth=False)",
        ),
        ("my $c = Sys::Virt->new(%o);", "c = Sys.Virt.new(**o)"),
        ("my $c = Sys::Virt->new(uri => $ARGV[0]);", "c = Sys.Virt.new(uri=sys.argv[1])"),
        ("my $c = Sys::Virt->new(uri => shift);", "c = Sys.Virt.new(uri=sys.argv.pop(1))"),
        (
            "my $c = Sys::Virt->new(flags => Sys::Virt::CONNECT_RO);",
            "c = Sys.Virt.new(flags=Sys.Virt.CONNECT_RO)",
        ),
        ("my $c = Sys::Virt->new(uri => $u) or die 'x';", "c = Sys.Virt.new(uri=u)"),
        ("Sys::Virt::Event::register_default();", "Sys.Virt.Event.register_default()"),
        ("Sys::Virt::Event::run_default while 1;", "while 1: Sys.Virt.Event.run_default()"),
        ("my $v = Sys::Virt->get_library_version;", "v = Sys.Virt.get_library_version()"),
        ('print Sys::Virt::Domain::STATE_RUNNING, "\\n";', "print(Sys.Virt.Domain.STATE_RUNNING)"),
        ("my $s = Sys::Virt::Domain->STATE_RUNNING;", "s = Sys.Virt.Domain.STATE_RUNNING"),
        ("my $s = &Sys::Virt::Domain::STATE_RUNNING();", "s = Sys.Virt.Domain.STATE_RUNNING"),
        (
            "my %n = (Sys::Virt::Domain::STATE_RUNNING() => 'on');",
            'n = {Sys.Virt.Domain.STATE_RUNNING: "on"}',
        ),
        (
            "my %n = (Sys::Virt::Domain::STATE_RUNNING, 'on');",
            'n = {Sys.Virt.Domain.STATE_RUNNING: "on"}',
        ),
        ("$dom->set_autostart(1);", "dom.set_autostart(True)"),
        ("$dom->set_autostart($x);", "dom.set_autostart(x)"),
        ("$dom->migrate($c, undef, 'n');", 'dom.migrate(c, None, "n")'),
        ("$dom->pin_vcpu(0, 'x');", 'dom.pin_vcpu(0, b"x")'),
        (
            "$dom->set_memory_parameters({ hard_limit => 5 });",
            'dom.set_memory_parameters({"hard_limit": 5})',
        ),
        (
            "$conn->domain_event_register_any(undef, 0, \\&changed);",
            "conn.domain_event_register_any(None, 0, changed)",
        ),
        ("$conn->list_all_domains(@flags);", "conn.list_all_domains(*flags)"),
        (
            "print $@->message, ' ', $@->{code} if $@;",
            "if err: print(f\"{err.message()} {err.code()}\", end='')",
        ),
        (
            "die $@ if $@ && $@->code == Sys::Virt::Error::ERR_NO_DOMAIN;",
            "if err and err.code() == Sys.Virt.Error.ERR_NO_DOMAIN: raise",
        ),
        (
            "print 1 if ref($@) eq 'Sys::Virt::Error';",
            'if isinstance(err, Sys.Virt.Error): print(1, end="")',
        ),
        (
            "print 1 if $@->isa('Sys::Virt::Error');",
            'if isinstance(err, Sys.Virt.Error): print(1, end="")',
        ),
        ("use Sys::Virt::Domain;", "from sysvirt import Sys"),
        ("require Sys::Virt::Event;", "from sysvirt import Sys"),
        ("use parent 'Sys::Virt::EventImpl';", "class main(Sys.Virt.EventImpl):"),
    ],
)
def test_uses(perl: str, python: str) -> None:
    assert line_of(perl) == python


def test_keys_that_are_none_of_python() -> None:
    assert line_of("my $c = Sys::Virt->new('a-b' => 1);") == "Sys.Virt.new(...)"
    assert line_of("my $c = Sys::Virt->new($x ? (uri => 1) : ());") == "Sys.Virt.new(...)"
