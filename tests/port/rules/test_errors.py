"""eval, $@, and what is done with an error."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find, said

TRY = "eval { $dom->suspend };\n"


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("eval { $dom->suspend };", "try: … except Sys.Virt.Error as err:"),
        ("eval { $dom->suspend; 1 } or die;", "try: what stands behind 'or' is the except clause"),
        (
            "my $x = eval { $dom->get_name };",
            "try: … except Sys.Virt.Error: with None for the value after a failure",
        ),
        ("try { $dom->suspend } catch { warn $_ };", "except Sys.Virt.Error as err:"),
        ("eval 'use Sys::Virt::Event';", "a text as code: write the Python that it stands for"),
        ("print 1 if $@;", "the except clause: there is no $@"),
        ("print 1 unless $@;", "the else clause: there is no $@"),
        ("my $err = $@;", "the name after 'as', which ends with the except clause"),
        ("die $@;", "raise, which passes the same error on"),
        ('print "failed: $@";', "str(err)"),
    ],
)
def test_what_handles_an_error_is_told(perl: str, words: str) -> None:
    assert said(perl, "eval") == [words]


def test_a_file_without_sys_virt_is_left_alone() -> None:
    perl = 'eval { 1 }; print "$@" if $@; print 1 if $@ =~ /x/ || ref($@) eq "X"; exit 3;'
    for rule in ("eval", "error-text", "error-class", "exit-code"):
        assert find(perl, rule) == []


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("print 1 if $@ =~ /error code: 38,/;", "err.code() == Sys.Virt.Error.ERR_SYSTEM_ERROR"),
        ('print 1 if "$@" =~ /code/;', "the error's text is str(err); a code says it better"),
        (
            "print 1 if $@->message =~ /x/;",
            "the error's text is err.message(); a code says it better",
        ),
        ("print 1 if $@ eq 'x';", "an error is never equal to a text in Python"),
    ],
)
def test_an_error_by_its_text(perl: str, words: str) -> None:
    (message,) = said(TRY + perl, "error-text")
    assert words in message


def test_an_error_by_its_class() -> None:
    (exact,) = find(BEGIN + TRY + "print 1 if ref($@) eq 'Sys::Virt::Error';", "error-class")
    (loose,) = find(BEGIN + TRY + "print 1 if ref($@);", "error-class")
    assert (exact.severity, loose.severity) == (Severity.WARNING, Severity.INFO)
    assert exact.message == "isinstance(err, Sys.Virt.Error): many errors are of a subclass"


def test_another_kind_of_error() -> None:
    (found,) = find(BEGIN + TRY + "print 1 if ref($@) eq 'HASH';", "error-class")
    assert found.severity is Severity.INFO
    assert found.message == "an except clause of its own for HASH"


@pytest.mark.parametrize(
    ("perl", "dies"),
    [
        ('eval { $dom->suspend; die "no mode\\n" if $x; };', True),
        ("eval { $dom->suspend or croak('no'); };", True),
        ("eval { die { code => 1 } if $dom->is_active };", True),
        ("eval { $dom->suspend };", False),
        ("eval { eval { $dom->suspend }; die $@ if $@ };", False),
        ("eval { $dom->suspend; on(sub { die 'later' }) };", False),
    ],
)
def test_a_block_that_dies_by_itself(perl: str, dies: bool) -> None:
    warned = "it also dies by itself, which is no Sys.Virt.Error: except Exception as err:"
    assert (warned in said(BEGIN + perl, "eval")) == dies
