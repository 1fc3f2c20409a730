"""What pod2usage prints, where, and how it ends; and what stands for it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules import pod_usage
from sysvirt.port.draft.pod import text as pod
from sysvirt.port.python.refusing import Untranslatable
from tests.port.helpers import HELPERS
from tests.port.perl_process import PerlProcess

POD = """\
=head1 NAME

x - a tool

=head1 SYNOPSIS

x [--help]

=head1 OPTIONS

=over

=item --help

Helps.

=back

=cut
"""


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Pod::Usage")
    yield process
    process.close()


def compare(perl: PerlProcess, path: Path, code: str, call: pod_usage.Call) -> None:
    """Run Perl's call, and ours."""
    path.write_text(POD)
    answer = perl.run(
        f"local $0 = shift; my $n = 1; my $three = 3; pod2usage({code}); 1", str(path)
    )
    assert answer.died is None, answer.died
    names: dict[str, Any] = {**HELPERS, "n": 1, "three": 3}
    names |= {name: pod.usage(POD, *told) for name, told in call.texts.items()}
    out, said, status = io.StringIO(), io.StringIO(), None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        try:
            exec(call.python, names)
        except SystemExit as end:
            status = end.code
    found = (out.getvalue(), said.getvalue(), status)
    assert found == (answer.printed, answer.complained, answer.exit), call.python


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("", {}),
        ("-verbose => 0", {"-verbose": "0"}),
        ("-verbose => 1", {"-verbose": "1"}),
        ("{-verbose => 2, -noperldoc => 1}", {"-verbose": "2", "-noperldoc": "1"}),
        ("-exitval => 0", {"-exitval": "0"}),
        ("-exitval => 1", {"-exitval": "1"}),
        ("-exitstatus => 2", {"-exitstatus": "2"}),
        ("-exit => $n", {"-exit": "n"}),
        ("-exit => $three", {"-exit": "three"}),
        ("-exitval => 'NOEXIT'", {"-exitval": "'NOEXIT'"}),
        ("-exitval => 'noexit', -verbose => 0", {"-exitval": "'noexit'", "-verbose": "0"}),
        ("-message => 'Oh', -exitval => 1", {"-message": "'Oh'", "-exitval": "1"}),
        ("-msg => 'Oh', -verbose => 0", {"-msg": "'Oh'", "-verbose": "0"}),
        ("-message => undef", {"-message": "None"}),
        ("MESSAGE => 'Oh'", {"MESSAGE": "'Oh'"}),
        ("-message => ''", {"-message": "''"}),
        ("-verbose => 1, -exitval => 3", {"-verbose": "1", "-exitval": "3"}),
        ("-verbose => 1, -output => \\*STDERR", {"-verbose": "1", "-output": "sys.stderr"}),
        ("-verbose => 99, -sections => 'NAME'", {"-verbose": "99", "-sections": "'NAME'"}),
        (
            "-verbose => 99, -sections => ['NAME', 'OPTIONS'], -exitval => 0",
            {"-verbose": "99", "-sections": "['NAME', 'OPTIONS']", "-exitval": "0"},
        ),
    ],
)
def test_a_call_with_options(
    perl: PerlProcess, tmp_path: Path, code: str, given: dict[str, str]
) -> None:
    compare(perl, tmp_path / "x.pl", code, pod_usage.pod2usage(given))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("", None),
        ("0", "0"),
        ("1", "1"),
        ("2", "2"),
        ("'2'", "'2'"),
        ("'No such thing'", "'No such thing'"),
        ('"Two\\n"', '"Two\\n"'),
        ("undef", "None"),
        ("''", "''"),
    ],
)
def test_a_call_with_one_value(
    perl: PerlProcess, tmp_path: Path, code: str, value: str | None
) -> None:
    compare(perl, tmp_path / "x.pl", code, pod_usage.pod2usage_with(value))


def test_a_variable_that_holds_a_number_is_a_status(perl: PerlProcess, tmp_path: Path) -> None:
    compare(perl, tmp_path / "x.pl", "$three", pod_usage.pod2usage_with("three", number=True))


@pytest.mark.parametrize(
    "given",
    [
        {"-verbose": "n"},
        {"-input": "'other.pod'"},
        {"-verbose": "99"},
        {"-verbose": "99", "-sections": "n"},
    ],
)
def test_what_only_perl_can_do_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(Untranslatable, match="pod2usage"):
        pod_usage.pod2usage(given)
