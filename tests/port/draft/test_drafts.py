"""Whole drafts, of scripts and of projects."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sysvirt.port.draft.drafts import formatted, write_drafts
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port.draft import snippets

MODULE = """\
package My::Host;
use strict;
our @EXPORT_OK = qw(double LIMIT);
use constant { LIMIT => 3, NAMES => 'all' };
sub new { my ($class, %args) = @_; return bless { name => $args{name} }, $class }
sub name { $_[0]{name} }
sub double { return 2 * shift }
1;
"""
SCRIPT = """\
use lib 'lib';
use My::Host qw(double LIMIT);
my $host = My::Host->new(name => 'here');
print $host->name, ' ', double(4), ' ', My::Host::double(5), ' ', LIMIT, My::Host::NAMES(), "\\n";
"""


def test_a_project_is_drafted_together(tmp_path: Path) -> None:
    sources = [Source("vm.pl", SCRIPT.encode()), Source("lib/My/Host.pm", MODULE.encode())]
    script, module = write_drafts(read_project(sources))
    assert (script.todos, module.todos) == ((), ())
    (tmp_path / "lib/My").mkdir(parents=True)
    (tmp_path / "vm.py").write_text(script.text, "utf-8")
    (tmp_path / "lib/My/Host.py").write_text(module.text, "utf-8")
    done = subprocess.run(
        [sys.executable, "vm.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "here 8 10 3all\n", done.stderr


def test_a_draft_has_only_the_helpers_that_it_uses() -> None:
    assert "def perl_" not in snippets.draft('print "hello\\n";').text
    text = snippets.draft("print while <STDIN>;").text
    assert "def perl_start" in text
    text = snippets.draft('my %h; print $h{$ARGV[0]}, "\\n";').text
    assert "def perl_text" in text
    assert "def perl_split" not in text


@pytest.mark.parametrize("start", ["", "my $path = $ENV{PATH}; "])
def test_a_draft_ends_quietly_where_nobody_reads_on(tmp_path: Path, start: str) -> None:
    path = tmp_path / "x.py"
    path.write_text(snippets.draft(start + 'print "$_\\n" for 1 .. 50_000;').text, "utf-8")
    done = subprocess.run(
        ["sh", "-c", '"$0" "$1" | head -1', sys.executable, str(path)],
        capture_output=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"1\n", b"")


def test_a_draft_prints_the_bytes_that_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(snippets.draft("print while <STDIN>; print STDERR 'end';").text, "utf-8")
    done = subprocess.run(
        [sys.executable, str(path)],
        input=b"caf\xe9 \xe2\x98\xba\r\n",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1:strict"},
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"caf\xe9 \xe2\x98\xba\r\n", b"end")


def test_a_module_starts_nothing() -> None:
    module = Source("lib/My/Host.pm", b"package My::Host; sub f { print 'x' } 1;")
    (made,) = write_drafts(read_project([module]))
    assert "perl_start" not in made.text
    assert "SIGPIPE" not in made.text


def test_a_draft_is_formatted() -> None:
    text = snippets.draft("my $x = {a => 1, 'b' => 'c'}; print $x->{a};").text
    assert formatted(text) == text
    assert "'" not in text.splitlines()[-2]


@pytest.mark.parametrize(
    "perl", ["my $time = 1; print time - $time;", "my $re = 'a'; print 'a' =~ /$re/;"]
)
def test_a_variable_makes_way_for_a_module(perl: str) -> None:
    text = snippets.draft(perl).text
    names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    assert names & {"time_", "re_"}


def test_packages_that_are_needed_are_told() -> None:
    draft = snippets.draft(
        "use XML::LibXML; print XML::LibXML->new->parse_string('<a/>')->documentElement->nodeName;"
    )
    assert draft.needs == ("lxml",)
