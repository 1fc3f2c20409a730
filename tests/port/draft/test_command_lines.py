"""What the drafts do that ``command_lines`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "options into variables": r"""
use Getopt::Long;
@ARGV = qw(--uri test:///default -v -v --name=a --name b --set x=1 rest);
my ($uri, $verbose, @names, %set) = ('none', 0);
GetOptions('uri=s' => \$uri, 'v+' => \$verbose, 'name=s' => \@names, 'set=s' => \%set) or die;
print "$uri $verbose @names $set{x} @ARGV\n";
""",
    "options into a hash": r"""
use Getopt::Long;
@ARGV = qw(--size 3 --flag more);
my %opts = (size => 1);
GetOptions(\%opts, 'size=i', 'flag!', 'other=s') or die;
print join(',', map { "$_=$opts{$_}" } sort keys %opts), " @ARGV\n";
""",
    "an option that isn't known": r"""
use Getopt::Long;
@ARGV = qw(--nothing);
my $x = 5;
print GetOptions('x=i' => \$x) ? "right" : "wrong", " $x\n";
""",
    "single letters": r"""
use Getopt::Std;
@ARGV = qw(-a -b value rest);
my %opts;
getopts('ab:c', \%opts) or die;
print "$opts{a} $opts{b} ", defined $opts{c} ? 1 : 0, " @ARGV\n";
""",
    "a usage out of the documentation": r"""
use Pod::Usage;
pod2usage(-exitval => 3, -verbose => 0, -output => \*STDOUT);

=head1 SYNOPSIS

vm [--uri URI]

=cut
""",
    "variables that are declared with what they have else": r"""
use Getopt::Long;
@ARGV = qw(--size 3 --more x);
GetOptions('uri=s' => \(my $uri = 'none'), 'size=i' => \(my $size = 1),
'more=s' => \my $more) or die;
print "$uri $size $more\n";
""",
}
