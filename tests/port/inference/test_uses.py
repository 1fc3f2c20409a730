"""What is used by name."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Kind
from sysvirt.port.parser import tree
from sysvirt.port.sites import Site
from tests.port.asking import read, said


def listed(perl: str) -> list[Site]:
    """The sites of a script."""
    return list(read(perl)[0].sites)


@pytest.mark.parametrize(
    ("perl", "kind", "expected", "at"),
    [
        ("use Sys::Virt;", "import", "Virt.Sys::Virt", "Sys::Virt"),
        ("use Sys::Virt::Domain ();", "import", "Domain.Sys::Virt::Domain", "Sys::Virt::Domain"),
        ("require Sys::Virt;", "import", "Virt.Sys::Virt", "Sys::Virt"),
        ("require 'Sys/Virt.pm';", "import", "Virt.Sys::Virt", "Sys/Virt.pm"),
        ("use parent 'Sys::Virt::Domain';", "import", "Domain.Sys::Virt::Domain",
         "Sys::Virt::Domain"),
        ("use Sys::Virt::Nothing;", "import", "Nothing.Sys::Virt::Nothing missing",
         "Sys::Virt::Nothing"),
        ("eval 'use Sys::Virt; 1' or die;", "import", "Virt.Sys::Virt", "Sys::Virt"),
        ("use_ok('Sys::Virt');", "import", "Virt.Sys::Virt", "Sys::Virt"),
        ("Sys::Virt::Domain::STATE_RUNNING;", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("f(Sys::Virt::Domain::STATE_RUNNING());", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("&Sys::Virt::Domain::STATE_RUNNING;", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("Sys::Virt::Domain->STATE_RUNNING;", "constant", "Domain.STATE_RUNNING", "STATE_RUNNING"),
        ("$x = \\&Sys::Virt::Domain::STATE_RUNNING;", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("$h{Sys::Virt::Domain::STATE_RUNNING};", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("%h = (Sys::Virt::Domain::STATE_RUNNING => 1);", "constant", "Domain.STATE_RUNNING",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("Sys::Virt::Domain::STATE_CRUSHED;", "constant", "Domain.STATE_CRUSHED missing",
         "Sys::Virt::Domain::STATE_CRUSHED"),
        ("$Sys::Virt::Domain::STATE_RUNNING;", "constant", "Domain.STATE_RUNNING missing",
         "Sys::Virt::Domain::STATE_RUNNING"),
        ("Sys::Virt::Event::register_default();", "function", "Event.register_default",
         "Sys::Virt::Event::register_default"),
        ("Sys::Virt::Event::run_default while 1;", "function", "Event.run_default",
         "Sys::Virt::Event::run_default"),
        ("Sys::Virt::Event->run_default;", "function", "Event.run_default", "run_default"),
        ("Sys::Virt::Domain::get_name($d);", "method", "Domain.get_name",
         "Sys::Virt::Domain::get_name"),
        ("f(Sys'Virt'Domain'STATE_RUNNING);", "constant", "Domain.STATE_RUNNING",
         "Sys_Virt_Domain_STATE_RUNNING"),
        ("my $c = Sys'Virt->new(uri => 'a');", "new", "Virt.new", "new"),
        ("ref($@) eq 'Sys::Virt::Error';", "class", "Error.Sys::Virt::Error", "Sys::Virt::Error"),
        ('$x->isa("Sys::Virt");', "class", "Virt.Sys::Virt", "Sys::Virt"),
        ("$x isa Sys::Virt::Error;", "class", "Error.Sys::Virt::Error", "Sys::Virt::Error"),
        ("ref($@) =~ /Sys::Virt:Error/;", "class", ".Sys::Virt:Error missing", "Sys::Virt:Error"),
        ("ref($@) =~ /^Sys::Virt::Error$/;", "class", "Error.Sys::Virt::Error",
         "^Sys::Virt::Error$"),
        ("ref($x) eq 'Sys::Virt::Domian';", "class", "Domian.Sys::Virt::Domian missing",
         "Sys::Virt::Domian"),
        ("method f(Sys::Virt::Domain $d) { 1 }", "class", "Domain.Sys::Virt::Domain",
         "Sys::Virt::Domain"),
    ],
)  # fmt: skip
def test_uses(perl: str, kind: str, expected: str, at: str) -> None:
    (site,) = listed(perl)
    assert site.kind is Kind(kind)
    assert said(site) == expected
    assert tree.text(site.node) == at


@pytest.mark.parametrize(
    "perl",
    [
        "print $Sys::Virt::VERSION;",
        "print 'Sys::Virt is needed';",
        "# use Sys::Virt;",
        "=pod\n\nSys::Virt::Domain::STATE_RUNNING\n\n=cut\n",
        "print <<'E';\nSys::Virt->new\nE\n",
        "use Sys::VirtX; Sys::VirtX->new;",
        "package Sys::Virtual; sub new { 1 }",
        "@Sys::Virt::ISA = ('X');",
    ],
)
def test_what_is_no_use(perl: str) -> None:
    assert listed(perl) == []


def test_a_class_before_an_arrow_is_one_site() -> None:
    (site,) = listed("'Sys::Virt'->new;")
    assert site.kind is Kind.NEW
