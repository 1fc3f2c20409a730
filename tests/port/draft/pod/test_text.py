"""What pod2usage prints, and what stands for it: the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.pod import text as pod
from tests.port.perl_process import PerlProcess

_USAGE = r"""
my ($path, $verbose, @sections) = @_;
pod2usage(-input => $path, -verbose => $verbose, -exitval => 'NOEXIT', -noperldoc => 1,
          -output => \*STDOUT, @sections ? (-sections => \@sections) : ());
"""


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Pod::Usage")
    yield process
    process.close()


SCRIPT = r"""
    #!/usr/bin/perl
    use strict;

    =head1 NAME

    vmtool - does B<things> to machines

    =head1 SYNOPSIS

      vmtool [--uri URI] COMMAND
      vmtool --help

         indented,	with a tab
    vmtool I<name> [B<--force>] with a text that is so long that it has to be broken into two lines

    =cut

    print "=head1 not POD\n";

    =head1 OPTIONS

    Text before the list, with C<code>, C<$var>, C<f(1)>, C<"quoted">, F</etc/passwd>.

    =over 8

    =item B<--uri> I<URI>

    Where the hypervisor is. A text that is longer than one line of a terminal is wrapped.

    =item B<-h>

    Help.

    =item B<--size>=I<n>, B<-s> I<n>

    =item -x

    Two items in a row.

    A second paragraph,
    of two lines.

      verbatim here

    =back

    =head2 Less usual

    =over

    =item *

    A bullet

    =item * Another one

    =item *

      verbatim

    =back

    =over 4

    =item 1.

    First

    =item 2.

    =over 2

    =item a

    inner

    =back

    Second

    =back

    =head1 ARGUMENTS

    See L<virsh(1)>, L<Sys::Virt>, L<the site|https://libvirt.org/>, L<https://libvirt.org/>,
    L<Sys::Virt/"METHODS">, L</OPTIONS>, L<text|Sys::Virt/METHODS>, L<"OPTIONS">.
    E<lt>a E<gt> b E<sol> E<verbar> E<eacute> E<0x263a> E<65> . S<not to be broken>.
    C<< $x->method >>, C<<< a >> b >>>, X<index>Z<>end. B<I<nested> C<x y>>. 1 < 2 > 1.

    =for html <b>no</b>

    =begin html

    <b>no</b>

    =end html

    =head1 DESCRIPTION

    Long description.

    =head2 Options

    Options of the description.

    =head3 A third level

    Text.

    =head4 A fourth one

    Text.

    =over

    A block without items.

    =back

    =head1 OPTIONS AND ARGUMENTS

    Both of them.

    =head1 SEE ALSO

    Nothing.
"""


def compare(perl: PerlProcess, path: Path, text: str, verbose: int, *sections: str) -> None:
    """Run both."""
    path.write_text(text)
    answer = perl.run(_USAGE, str(path), verbose, *sections)
    assert answer.died is None, answer.died
    assert pod.usage(text, verbose, sections) == answer.printed


@pytest.mark.parametrize("verbose", [0, 1, 2])
def test_a_whole_script(perl: PerlProcess, tmp_path: Path, verbose: int) -> None:
    compare(perl, tmp_path / "x.pl", textwrap.dedent(SCRIPT), verbose)


@pytest.mark.parametrize(
    "sections", [["NAME"], ["OPTIONS/Less.*", "NAME"], ["!NAME"], ["A.*|D.*/!Options"]]
)
def test_sections_by_name(perl: PerlProcess, tmp_path: Path, sections: list[str]) -> None:
    compare(perl, tmp_path / "x.pl", textwrap.dedent(SCRIPT), 99, *sections)


PIECES = [
    "=head1 SYNOPSIS",
    "=head1 USAGE ",
    "=head1 OPTIONS",
    "=head1 OPTIONS AND B<ARGUMENTS>",
    "=head1 B<NAME>",
    "=head1 DESCRIPTION",
    "=head2 OPTIONS",
    "=head2 More on this thing",
    "=head3 Deep",
    "=head4 Deeper",
    "=over",
    "=over 2",
    "=over 10",
    "=over 4.5",
    "=back",
    "=item *",
    "=item * said",
    "=item 1",
    "=item 2.",
    "=item B<--long-option>=I<value>",
    "=item x",
    "=item two\nlines",
    "=pod",
    "=cut",
    "plain code outside or a text inside",
    "A paragraph that goes on and on, so that it is wrapped somewhere near the end of a line.",
    "Word " * 40,
    "x" * 90 + " y",
    "two\nlines  of   text ",
    "  verbatim\n    more",
    "  other verbatim \n\ttab",
    "   ",
    "C<code> C<$x> C<$x{a b}> C<@list> C<f()> C<f(a)> C<f(a,b)> C<-1.5> C<0xff> C<'q'> C<%h> C<&f>",
    'L<a(1)> L<b|c> L<d/e> L</f> L<"g"> L<h i> L<http://j/k> L<l|http://m/n> L<o/"p"> L<q|/r>',
    "S<a b> E<lt>E<gt>E<amp>E<quot>E<sol>E<verbar>E<auml>E<8212>E<0x41>E<0101> Z<> X<y>z",
    "C<< a < b >> C<<< x >> y >>> B<< bold >> C<<a>> C<<  >> >> > a>b I<x >",
    "A<unknown> E<nothing> E<> L<> L</>",
    "B<bold I<both C<all three> > > B<not\nclosed",
    "=for text some\ntext",
    "=for html no",
    "=for :text B<yes>",
    "=begin text\n\nsome B<text>\n\n=end text",
    "=begin :text\n\nsome B<text>\n\n=end :text",
    "=begin html",
    "=end html",
    "=encoding utf8",
    "=head1",
    "=unknown thing",
]


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14),
    st.sampled_from(["\n\n", "\n\n", "\n \n"]),
    st.sampled_from([0, 1, 2]),
)
def test_any_pod(
    perl: PerlProcess, tmp_path: Path, pieces: list[str], between: str, verbose: int
) -> None:
    if verbose < 2:
        # Where it leaves sections out, Pod::Usage loses its way in these.
        pieces = [each for each in pieces if not re.match("=(for|begin) :?text", each)]
    text = between.join(["=head1 NAME", "x - y", *pieces]) + "\n"
    path = tmp_path / "x.pl"
    path.write_text(text)
    answer = perl.run(_USAGE, str(path), verbose)
    # What Perl says at the end of a POD that isn't right is left out.
    wanted = answer.printed.partition("\nPOD ERRORS\n" if verbose == 2 else "\0")[0]
    found = pod.usage(text, verbose)
    assert found.rstrip("\n") == wanted.rstrip("\n")
