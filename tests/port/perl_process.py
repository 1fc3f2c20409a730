"""A process of Perl that runs pieces of code, to compare with what Python gives."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

import attrs
import pytest

#: It reads a line for each request and answers with one; what code prints is told, and an ``exit``.
_SERVER = r"""
use strict; use warnings;
BEGIN { *CORE::GLOBAL::exit = sub { die { exit => $_[0] // 0 } } }
use JSON::PP;
MODULES
open(my $answers, '>&', \*STDOUT) or die; $answers->autoflush(1);
my $json = JSON::PP->new->ascii->allow_nonref->canonical;
my %known;
sub plain {
    my ($value) = @_;
    return undef if !defined $value;
    return [map { plain($_) } @$value] if ref $value eq 'ARRAY';
    return {map { ($_ => plain($value->{$_})) } keys %$value} if ref $value eq 'HASH';
    return "$value";
}
while (my $line = <STDIN>) {
    my $asked = $json->decode($line);
    my $code = $asked->{code};
    my $sub = $known{$code} //= eval "no strict; no warnings; sub { $code }" || die $@;
    my (@warned, @values);
    my ($printed, $complained) = ('', '');
    my $ended = eval {
        local $SIG{__WARN__} = sub { push @warned, $_[0] };
        local (*STDOUT, *STDERR);
        open(STDOUT, '>', \$printed) or die;
        open(STDERR, '>', \$complained) or die;
        @values = $sub->(@{$asked->{args}});
        1;
    };
    my $error = $@;
    my $exit = ref $error eq 'HASH' ? $error->{exit} : undef;
    print $answers $json->encode({
        values => [map { plain($_) } @values], warned => \@warned,
        printed => $printed, complained => $complained,
        died => $ended || defined $exit ? undef : "$error", exit => $exit,
    }), "\n";
}
"""


@attrs.frozen
class Answer:
    """What a piece of code gave; values are texts, in lists and dicts."""

    values: list[Any]
    printed: str
    #: What it wrote to standard error by itself, and its warnings.
    complained: str
    warned: list[str]
    died: str | None
    exit: int | None


class PerlProcess:
    """Perl with some modules: each as it stands behind ``use``."""

    def __init__(self, *modules: str) -> None:
        perl = shutil.which("perl")
        if perl is None:
            pytest.skip("perl isn't here")
        uses = " ".join(f"use {module};" for module in modules)
        tried = subprocess.run([perl, "-e", uses], capture_output=True, text=True, check=False)
        if tried.returncode:
            pytest.skip(f"Perl has no {' or '.join(modules)}: {tried.stderr.splitlines()[0]}")
        self._process = subprocess.Popen(
            [perl, "-e", _SERVER.replace("MODULES", uses)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str, *args: Any) -> Answer:
        """Run code, with arguments in ``@_``; what it returns are the values."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"code": code, "args": args}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        assert line, f"perl has ended: {code}"
        told = json.loads(line)
        for name in ("printed", "complained"):
            told[name] = told[name].encode("latin-1", "replace").decode("utf-8", "replace")
        return Answer(**told)

    def results(self, code: str, cases: Sequence[Any]) -> list[Answer]:
        """The same code for many arguments, one each."""
        return [self.run(code, case) for case in cases]

    def close(self) -> None:
        """End the process."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(20)
        process.stdout.close()
