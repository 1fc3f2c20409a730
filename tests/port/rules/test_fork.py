"""Child processes."""

from __future__ import annotations

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find

OWN = "use Sys::Virt;\nmy $pid = fork;\nmy $conn = Sys::Virt->new(uri => 'test:///default');\n"


def test_a_connection_of_the_parent() -> None:
    (found,) = find(BEGIN + "my $pid = fork();", "fork")
    assert found.severity is Severity.WARNING
    assert found.message == "the connection of line 2 isn't the child's: open one there"


def test_a_connection_of_the_child() -> None:
    (found,) = find(OWN, "fork")
    assert found.severity is Severity.INFO
    assert found.message == "os.fork(); leave the child with os._exit(…)"


def test_a_fork_without_sys_virt() -> None:
    assert find("fork;", "fork") == []


def test_a_connection_of_another_sub() -> None:
    perl = "use Sys::Virt; sub list { my $c = Sys::Virt->new; $c->get_uri } my $pid = fork;"
    (found,) = find(perl, "fork")
    assert found.severity is Severity.INFO
