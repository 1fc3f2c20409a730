"""What Perl makes of pieces of Perl: many in one process, their values as Python's."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from tests.port.helpers import texts

PERL = shutil.which("perl")

#: Each piece is evaluated by itself; what it gives is written with all its numbers as texts.
DRIVER = r"""
use strict; use warnings; no warnings; use JSON::PP;
sub plain {
    my ($value) = @_;
    return undef unless defined $value;
    return [map { plain($_) } @$value] if ref $value eq 'ARRAY';
    return {map { $_ => plain($value->{$_}) } keys %$value} if ref $value eq 'HASH';
    return "$value";
}
package Piece;
sub run { my @given = eval "no warnings; $_[0]"; return ($@, @given) }
package main;
my $json = JSON::PP->new->utf8->allow_nonref;
my @results;
for my $piece (@{$json->decode(join '', <STDIN>)}) {
    my ($error, @given) = Piece::run($piece);
    $error =~ s/ at \(eval \d+\) line \d+.*//s;
    push @results, $error ne '' ? {error => $error} : {given => plain(\@given)};
}
print $json->encode(\@results);
"""


class PerlError(Exception):
    """A piece of Perl died."""


def perl_results(pieces: Iterable[str]) -> list[Any]:
    """What each piece of Perl gives as a list; of one that dies, its error."""
    if PERL is None:
        pytest.skip("there is no perl")
    ended = subprocess.run(
        [PERL, "-e", DRIVER],
        input=json.dumps(list(pieces)).encode(),
        capture_output=True,
        timeout=120,
        check=True,
    )
    return [
        PerlError(each["error"]) if "error" in each else each["given"]
        for each in json.loads(ended.stdout)
    ]


def perl_literal(value: Any) -> str:
    """A value of Python as Perl writes it."""
    if value is None:
        return "undef()"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        several: list[Any] = [*value]
        return f"[{', '.join(map(perl_literal, several))}]"
    if isinstance(value, dict):
        pairs: dict[str, Any] = {**value}
        written = (f"{perl_literal(key)} => {perl_literal(each)}" for key, each in pairs.items())
        return f"{{{', '.join(written)}}}"
    is_plain = value.isascii() and value.isprintable() and not set(value) & set("\\'")
    return f"'{value}'" if is_plain else perl_escaped(value)


def perl_escaped(text: str) -> str:
    """A text in Perl's double quotes, with what isn't a letter or a figure as its number."""
    written = (
        each if each.isascii() and each.isalnum() else f"\\x{{{ord(each):x}}}" for each in text
    )
    return f'"{"".join(written)}"'


def assert_same(cases: Sequence[tuple[str, Any]]) -> None:
    """Each piece of Perl gives what stands beside it; all that differ are shown."""
    given = perl_results(perl for perl, _ in cases)
    different = [
        f"{perl}\n   Perl:   {theirs!r}\n   Python: {texts(ours)!r}"
        for (perl, ours), theirs in zip(cases, given, strict=True)
        if not same(theirs, ours)
    ]
    assert not different, "\n".join(different)


def same(theirs: Any, ours: Any) -> bool:
    """Whether two results are the same; of errors, their texts."""
    if isinstance(theirs, Exception) or isinstance(ours, Exception):
        return isinstance(theirs, Exception) and str(theirs) == str(ours)
    return bool(theirs == texts(ours))


def result_of(function: Any, *arguments: Any, **keywords: Any) -> Any:
    """What a helper gives, or the error that it raises."""
    try:
        return function(*arguments, **keywords)
    except (TypeError, IndexError, ValueError) as error:
        return error
