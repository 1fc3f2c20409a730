"""Child processes."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "perl",
    [
        "exit if fork;",
        "exit 0 if fork;",
        "defined(my $pid = fork) or die; exit 0 if $pid;",
        "my $pid = fork; POSIX::_exit(0) if $pid;",
    ],
)
def test_a_parent_that_leaves(perl: str) -> None:
    (found,) = find(f"use Sys::Virt; {perl} my $c = Sys::Virt->new;", "fork")
    assert found.message == "os.fork(); here the parent leaves, with os._exit(0): the child goes on"


@pytest.mark.parametrize(
    "perl", ["exit unless fork;", "my $pid = fork; exit if $x;", "my $pid = fork; wait if $pid;"]
)
def test_a_parent_that_stays(perl: str) -> None:
    (found,) = find(f"use Sys::Virt; {perl} my $c = Sys::Virt->new;", "fork")
    assert found.message == "os.fork(); leave the child with os._exit(…)"
