"""What the drafts do that ``command_lines`` writes."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "help that getopts asks the script for": r"""
use Getopt::Std; $Getopt::Std::STANDARD_HELP_VERSION = 1; @ARGV = ('-q', '--help', 'x'); my %o;
sub HELP_MESSAGE { my ($fh, $package, $v, $args) = @_; print $fh "Usage: x ($package, $args)\n" }
sub VERSION_MESSAGE { my $fh = shift; print $fh "x 1.0\n" }
getopts('qf:', \%o) or exit 64; print "not reached\n";
""",
    "help that doesn't end getopts": r"""
use Getopt::Std; our $VERSION = '0.9'; @ARGV = ('-q', '--version', 'x'); my %o;
getopts('qf:', \%o) or exit 64; print "go on $o{q} @ARGV\n";
""",
    "getopt, which takes all letters": r"""
use Getopt::Std; @ARGV = ('-f', 'a', '-v', 'x'); my %o; getopt('f', \%o);
print "$o{f} $o{v} @ARGV\n";
""",
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
