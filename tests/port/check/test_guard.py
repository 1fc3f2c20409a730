"""No hostile script reaches a socket that wasn't named: by each layer of the guard alone."""

from __future__ import annotations

import pytest

from sysvirt.port.check.run import Layers
from tests.port.check import hostile, rooms
from tests.port.check.listener import Listener

OWN = [("perl", name) for name in hostile.PERL] + [("python", name) for name in hostile.PYTHON]
COMMANDS = [
    *(("perl", name) for name in hostile.PERL_COMMANDS),
    *(("python", name) for name in hostile.PYTHON_COMMANDS),
]
KERNEL = [("perl", name) for name in hostile.PERL_KERNEL]
LAYERS = {"namespaces": rooms.NAMESPACES, "filter": rooms.FILTER}


@pytest.fixture(autouse=True)
def _perl() -> None:
    rooms.need_perl()


def text_of(kind: str, name: str) -> str:
    """A hostile script by its name."""
    if kind == "perl":
        return {**hostile.PERL, **hostile.PERL_COMMANDS, **hostile.PERL_KERNEL}[name]
    return {**hostile.PYTHON, **hostile.PYTHON_COMMANDS}[name]


@pytest.mark.parametrize(("kind", "name"), [*OWN, *COMMANDS, *KERNEL])
def test_without_any_layer_the_listener_sees_it(kind: str, name: str) -> None:
    with Listener() as listener:
        outcome = rooms.run(kind, text_of(kind, name), listener.uri, rooms.NONE, commands=True)
        assert listener.count() > 0, outcome


@pytest.mark.parametrize(("kind", "name"), OWN)
def test_connections_go_elsewhere(kind: str, name: str) -> None:
    with Listener() as listener:
        outcome = rooms.run(kind, text_of(kind, name), listener.uri, rooms.LANGUAGE)
        assert listener.count() == 0
    refused = name.startswith("ctypes")
    assert bool(outcome.status) == refused, outcome
    assert ("not by ctypes" in outcome.errors) == refused


@pytest.mark.parametrize(("kind", "name"), COMMANDS)
def test_commands_are_refused(kind: str, name: str) -> None:
    with Listener() as listener:
        outcome = rooms.run(kind, text_of(kind, name), listener.uri, rooms.LANGUAGE)
        assert listener.count() == 0
    # os.spawnve tells of a failure by its result alone.
    assert name == "spawn" or "needs --allow-commands" in outcome.errors


STARTED = [
    ("perl", "my $x = '/bin/echo'; exec {$x} 'echo', 'started';"),
    ("perl", "system '/bin/echo', 'started';"),
    ("perl", "print `/bin/echo started`;"),
    ("perl", "open(F, '-|', '/bin/echo', 'started') and print <F>;"),
    (
        "perl",
        (
            "use IPC::Open3; my $p = eval { open3(my $i, '>&STDOUT', undef, '/bin/echo',"
            " 'started') }; waitpid $p, 0 if $p;"
        ),
    ),
    ("python", "import os\nos.spawnv(os.P_WAIT, '/bin/echo', ['echo', 'started'])"),
    (
        "python",
        (
            "import ctypes\na = (ctypes.c_char_p * 3)(b'echo', b'started', None)\n"
            "ctypes.CDLL(None).execv(b'/bin/echo', a)"
        ),
    ),
]


@pytest.mark.parametrize(("kind", "text"), STARTED)
def test_the_kernel_refuses_commands(kind: str, text: str) -> None:
    assert "started\n" not in rooms.run(kind, text, "", rooms.FILTER).output
    assert "started\n" in rooms.run(kind, text, "", rooms.FILTER, commands=True).output


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize(("kind", "name"), [*OWN, *COMMANDS, *KERNEL])
def test_a_layer_of_the_kernel_is_enough(kind: str, name: str, layer: str) -> None:
    with Listener() as listener:
        outcome = rooms.run(kind, text_of(kind, name), listener.uri, LAYERS[layer], commands=True)
        assert listener.count() == 0, outcome


@pytest.mark.parametrize(("kind", "name"), [*OWN, *COMMANDS, *KERNEL])
def test_all_layers_with_commands_allowed(kind: str, name: str) -> None:
    with Listener() as listener:
        rooms.run(kind, text_of(kind, name), listener.uri, rooms.ALL, commands=True)
        assert listener.count() == 0


@pytest.mark.parametrize("uri", ["qemu:///system", "qemu:///session", "qemu+tcp://127.0.0.1/x"])
@pytest.mark.parametrize("kind", ["perl", "python"])
def test_well_known_uris_become_the_named_one(kind: str, uri: str) -> None:
    text = {
        "perl": 'use Sys::Virt; print Sys::Virt->new(uri => "@URI@")->get_uri;',
        "python": 'from sysvirt import Sys\nprint(Sys.Virt.new(uri="@URI@").get_uri(), end="")',
    }[kind]
    assert rooms.run(kind, text, uri, Layers()).output == "test:///default"


PLAIN = r"""
use strict; use warnings;
open(my $out, '>', 'x.txt') or die; print $out "one\ntwo\n"; close $out;
open(IN, 'x.txt') or die; my @l = <IN>; close IN; print scalar(@l), "\n";
open(IN, '<', 'x.txt') or die; print scalar(<IN>); close(IN);
open(my $mem, '<', \ "text\n") or die; print <$mem>;
open(my $tmp, '+<', undef) or die; print $tmp "t"; close $tmp;
open(my $dup, '>&', \*STDOUT) or die; print $dup "dup\n"; close $dup;
open(SAVE, ">&STDOUT") or die; print SAVE "save\n"; close SAVE;
open(my $utf, '<:encoding(UTF-8)', 'x.txt') or die; print <$utf>; close $utf;
print open(my $no, '<', 'none') ? "there" : "not there: $!", "\n";
my $pid = open(my $kid, '-|') // die; if (!$pid) { print "kid\n"; exit 0 } print <$kid>; close $kid;
use IO::File; my $f = IO::File->new('x.txt', 'r'); print scalar <$f>;
package Other; open(F, '<', 'x.txt') or die; print scalar <F>; close F;
"""


def test_files_are_opened_as_ever() -> None:
    guarded = rooms.run("perl", PLAIN, "", rooms.LANGUAGE)
    bare = rooms.run("perl", PLAIN, "", rooms.NONE)
    assert guarded == bare
    assert bare.output.endswith("kid\none\none\n"), bare
